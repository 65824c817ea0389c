"""The boards that are open: drawn once for all who see the same, and followed for as long as they may be."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from unittest.mock import patch

import pytest
import pytest_asyncio
from httpx import AsyncClient
from sqlalchemy import update

from bot.web.reception import boards as of_boards
from bot.web.reception.boards import Boards, Drawn, View
from bot.web.reception.followers import MOST_OF_AN_ACCOUNT, Follower
from bot.words.language import Language
from directory.accounts import accounts
from directory.keeping.number_reports import Report
from directory.storage.database import table, writing
from directory.tables import Account
from routing.reception.board import board_of
from routing.vocabulary import Standing
from tests.bot.web.house import OFFICER, RECEPTION, House
from tests.directory.acts import ACT

pytestmark = pytest.mark.asyncio(loop_scope="module")
WORCESTER = View("worcester", Language.ENGLISH, with_names=False)
_ACCOUNTS = table(Account)
BEFORE_FIVE = datetime(2026, 12, 1, 16, 59, 59, tzinfo=UTC)


@pytest_asyncio.fixture(loop_scope="module")
async def boards(house: House, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Boards]:
    monkeypatch.setattr(of_boards, "LOOK_EVERY", 0.01)
    house.now = BEFORE_FIVE
    stop, boards = asyncio.Event(), Boards(house.directory)
    running = asyncio.create_task(boards.run(stop))
    yield boards
    stop.set()
    await running


@pytest_asyncio.fixture(loop_scope="module")
async def follower(house: House) -> Follower:
    """A page at which somebody is signed in."""
    return await following_as(house, await house.signed_in(RECEPTION))


async def following_as(house: House, browser: AsyncClient) -> Follower:
    session = await house.directory.sessions.current(browser.cookies["signpost"])
    assert session
    return Follower(session, await house.directory.accounts.holder(session.account))


def of(follower: Follower, account: str) -> Follower:
    """The same page, counted as another account's."""
    return Follower(replace(follower.session, account=account), follower.who)


async def first_of(following: AsyncIterator[Drawn | None]) -> Drawn:
    """The next board, signs of life left out."""
    async for drawn in following:
        if drawn:
            return drawn
    raise AssertionError("it ended")


async def test_whoever_has_the_newest_board_gets_none_and_others_get_it_at_once(
    boards: Boards, follower: Follower
) -> None:
    newest = await boards.now(WORCESTER)
    assert newest
    assert await anext(boards.follow(WORCESTER, newest.mark, follower)) is None
    assert await anext(boards.follow(WORCESTER, "another", follower)) == newest


async def test_two_hundred_pages_cost_one_drawing_and_one_look_at_a_change_of_the_clock(
    house: House, boards: Boards, follower: Follower
) -> None:
    before = await boards.now(WORCESTER)
    assert before
    with (
        patch.object(of_boards, "board_of", wraps=board_of) as drawn,
        patch.object(type(house.directory.call_backs), "of_desks", autospec=True, return_value=[]) as asked,
    ):
        following = [boards.follow(WORCESTER, before.mark, of(follower, str(one))) for one in range(200)]
        assert {await anext(one) for one in following} == {None}
        house.now = BEFORE_FIVE + timedelta(seconds=1)
        changed = await asyncio.gather(*(first_of(one) for one in following))
    assert len(set(changed)) == 1
    assert "Shut until Wednesday 2 December at 9am" in changed[0].html
    assert drawn.call_count == 2  # as the first of them came, and at five
    assert asked.call_count < 200


async def test_a_change_of_the_directory_shows_on_every_board_of_its_office(
    house: House, boards: Boards, follower: Follower
) -> None:
    in_welsh = WORCESTER._replace(language=Language.WELSH)
    following = [boards.follow(view, "", follower) for view in (WORCESTER, in_welsh)]
    for one in following:
        await anext(one)
    await house.directory.number_reports.take(
        Report("+441905723975", "not-working", Standing.RECEPTION, "web", "somebody")
    )
    english, welsh = [(await first_of(one)).html for one in following]
    assert "01905 723975: a caller says that it is wrong." in english
    assert "01905 723975: mae galwr yn dweud ei fod yn anghywir." in welsh


async def test_following_ends_after_a_while_so_that_who_may_follow_is_asked_anew(
    boards: Boards, follower: Follower, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(of_boards, "LASTS", 0.05)
    assert [one async for one in boards.follow(WORCESTER, "", follower)] != []


async def test_everybody_is_let_go_when_the_service_stops(house: House, follower: Follower) -> None:
    stop, boards = asyncio.Event(), Boards(house.directory)
    running = asyncio.create_task(boards.run(stop))
    newest = await boards.now(WORCESTER)
    assert newest
    following = boards.follow(WORCESTER, newest.mark, follower)
    assert await anext(following) is None
    stop.set()
    assert [one async for one in following] == []
    await running


async def test_an_office_that_is_not_in_the_directory_has_no_board(
    boards: Boards, follower: Follower
) -> None:
    nowhere = WORCESTER._replace(office="nowhere")
    assert await boards.now(nowhere) is None
    assert [one async for one in boards.follow(nowhere, "", follower)] == []


async def suspend(house: House, account: str, browser: AsyncClient) -> None:
    async with writing(house.directory.accounts.engine) as connection:
        await accounts.suspend(connection, account, ACT)


async def change_standing(house: House, account: str, browser: AsyncClient) -> None:
    async with writing(house.directory.accounts.engine) as connection:
        reception = update(_ACCOUNTS).where(_ACCOUNTS.c.id == account).values(standing=Standing.RECEPTION)
        await connection.execute(reception)


async def sign_out(house: House, account: str, browser: AsyncClient) -> None:
    await browser.post("/sign-out")


@pytest.mark.parametrize("what", [suspend, change_standing, sign_out])
async def test_whoever_is_not_let_in_any_longer_follows_no_longer_and_others_go_on(
    house: House,
    boards: Boards,
    follower: Follower,
    what: Callable[[House, str, AsyncClient], Awaitable[None]],
) -> None:
    account = await house.account(OFFICER)
    browser = await house.signed_in(OFFICER, account)
    newest = await boards.now(WORCESTER)
    assert newest
    theirs = boards.follow(WORCESTER, newest.mark, await following_as(house, browser))
    another = boards.follow(WORCESTER, newest.mark, follower)
    assert [await anext(one) for one in (theirs, another)] == [None, None]

    await what(house, account, browser)
    async with asyncio.timeout(5):
        assert [one async for one in theirs] == []
    assert await anext(another) is None


async def test_an_account_follows_on_so_many_pages_and_no_more(
    house: House, boards: Boards, follower: Follower
) -> None:
    account = follower.session.account
    following = [
        boards.follow(WORCESTER, "", Follower(follower.session, follower.who))
        for _ in range(MOST_OF_AN_ACCOUNT)
    ]
    for one in following:
        assert boards.has_room_for(account)
        await anext(one)
    assert not boards.has_room_for(account)
    assert boards.has_room_for("another")
    assert [one async for one in boards.follow(WORCESTER, "", Follower(follower.session, follower.who))] == []

    await following[0].aclose()
    assert boards.has_room_for(account)


async def test_one_page_too_many_is_told_so(house: House) -> None:
    browser = await house.signed_in(RECEPTION)
    with patch.object(Boards, "has_room_for", return_value=False):
        told = await browser.get("/desk/live")
    assert (told.status_code, told.headers["retry-after"]) == (429, "60")
    assert told.text.startswith("Too many pages of the desk are open for your account")
