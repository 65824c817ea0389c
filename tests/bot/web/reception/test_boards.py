"""The boards that are open: drawn once for all who see the same, and followed for as long as they may be."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from unittest.mock import patch

import pytest
import pytest_asyncio

from bot.web.reception import boards as of_boards
from bot.web.reception.boards import Boards, Drawn, View
from bot.words.language import Language
from directory.keeping.number_reports import Report
from routing.reception.board import board_of
from routing.vocabulary import Standing
from tests.bot.web.house import House

pytestmark = pytest.mark.asyncio(loop_scope="module")
WORCESTER = View("worcester", Language.ENGLISH, with_names=False)
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


async def first_of(following: AsyncIterator[Drawn | None]) -> Drawn:
    """The next board, signs of life left out."""
    async for drawn in following:
        if drawn:
            return drawn
    raise AssertionError("it ended")


async def test_whoever_has_the_newest_board_gets_none_and_others_get_it_at_once(boards: Boards) -> None:
    newest = await boards.now(WORCESTER)
    assert newest
    assert await anext(boards.follow(WORCESTER, newest.mark)) is None
    assert await anext(boards.follow(WORCESTER, "another")) == newest


async def test_two_hundred_pages_cost_one_drawing_and_one_look_at_a_change_of_the_clock(
    house: House, boards: Boards
) -> None:
    before = await boards.now(WORCESTER)
    assert before
    with (
        patch.object(of_boards, "board_of", wraps=board_of) as drawn,
        patch.object(type(house.directory.handovers), "of_desks", autospec=True, return_value=[]) as asked,
    ):
        following = [boards.follow(WORCESTER, before.mark) for _ in range(200)]
        assert {await anext(one) for one in following} == {None}
        house.now = BEFORE_FIVE + timedelta(seconds=1)
        changed = await asyncio.gather(*(first_of(one) for one in following))
    assert len(set(changed)) == 1
    assert "Shut until Wednesday 2 December at 9am" in changed[0].html
    assert drawn.call_count == 2  # as the first of them came, and at five
    assert asked.call_count < 200


async def test_a_change_of_the_directory_shows_on_every_board_of_its_office(
    house: House, boards: Boards
) -> None:
    in_welsh = WORCESTER._replace(language=Language.WELSH)
    following = [boards.follow(view, "") for view in (WORCESTER, in_welsh)]
    for one in following:
        await anext(one)
    await house.directory.report_number(
        Report("+441905723975", "not-working", Standing.RECEPTION, "web", "somebody")
    )
    english, welsh = [(await first_of(one)).html for one in following]
    assert "01905 723975: a caller says that it is wrong." in english
    assert "01905 723975: mae galwr yn dweud ei fod yn anghywir." in welsh


async def test_following_ends_after_a_while_so_that_who_may_follow_is_asked_anew(
    boards: Boards, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(of_boards, "LASTS", 0.05)
    assert [one async for one in boards.follow(WORCESTER, "")] != []


async def test_everybody_is_let_go_when_the_service_stops(house: House) -> None:
    stop, boards = asyncio.Event(), Boards(house.directory)
    running = asyncio.create_task(boards.run(stop))
    newest = await boards.now(WORCESTER)
    assert newest
    following = boards.follow(WORCESTER, newest.mark)
    assert await anext(following) is None
    stop.set()
    assert [one async for one in following] == []
    await running


async def test_an_office_that_is_not_in_the_directory_has_no_board(boards: Boards) -> None:
    nowhere = WORCESTER._replace(office="nowhere")
    assert await boards.now(nowhere) is None
    assert [one async for one in boards.follow(nowhere, "")] == []
