"""The desk: what is found while somebody types, what is answered in the end, and who may see what."""

import re
from datetime import timedelta

import pytest
from httpx import AsyncClient
from sqlalchemy import func, select

from directory.storage.database import reading
from directory.tables import CountedLookUp, Unanswered
from tests.bot.web.house import NOON, OFFICER, PARTNER, RECEPTION, House

pytestmark = pytest.mark.asyncio(loop_scope="module")
BY_SCRIPT = {"hx-request": "true"}


async def typed(desk: AsyncClient, text: str, **more: str) -> str:
    """What is shown while this is being typed."""
    found = await desk.post("/desk/look", data={"text": text, **more}, headers=BY_SCRIPT)
    assert found.status_code == 200
    return found.text


async def test_nobody_else_is_let_in(house: House) -> None:
    nobody = await house.browser().get("/desk")
    assert (nobody.status_code, nobody.headers["location"]) == (303, "/sign-in?next=%2Fdesk")
    partner = await house.signed_in(PARTNER)
    assert (await partner.get("/desk")).status_code == 403
    assert (await partner.post("/desk/look", data={"text": "x"})).status_code == 403
    assert (await partner.get("/desk/live")).status_code == 403


async def test_the_board_shows_the_own_office_and_another_of_the_area_on_demand(desk: AsyncClient) -> None:
    own = (await desk.get("/desk")).text
    assert "Desk: Worcester probation office" in own
    assert "Today, Tuesday 1 December" in own
    assert "On duty until 5pm" in own
    assert "Next: from Wednesday 2 December at 9am to 5pm" in own
    assert "Desk: Redditch probation office" in (await desk.get("/desk?office=redditch")).text
    assert "Desk: Worcester probation office" in (await desk.get("/desk?office=camden")).text


async def test_names_of_staff_are_for_staff_alone(house: House, desk: AsyncClient) -> None:
    officer = await house.signed_in(OFFICER)
    assert "Birch (sample) until 5pm" in (await officer.get("/desk")).text
    assert "Birch (sample)" in await typed(officer, "birch")
    for shown in (
        (await desk.get("/desk")).text,
        await typed(desk, "birch"),
        await typed(desk, "01632 960001"),
    ):
        assert "Birch (sample)" not in shown


async def test_what_is_being_typed_is_answered_with_a_line_to_read_out_and_finds_beside_it(
    desk: AsyncClient,
) -> None:
    shown = await typed(desk, "unpaid work")
    assert 'href="tel:+441905723591"' in shown
    assert "Say to the caller: “" in shown
    assert "In the directory" in shown
    assert "unpaid work: CRC" in shown


async def test_the_office_of_the_board_is_the_one_that_is_asked_from(desk: AsyncClient) -> None:
    assert 'href="tel:+441527585152"' in await typed(desk, "nps duty officer", office="redditch")


async def test_whose_number_it_is_or_that_nobody_has_it(desk: AsyncClient) -> None:
    shown = await typed(desk, "+44 (0)1905 723975")
    assert "Braley House" in shown
    assert "Approved Premises" in shown
    assert "That number is not in the directory." in await typed(desk, "01632 960999")


async def test_danger_comes_first_while_it_is_still_being_typed(desk: AsyncClient) -> None:
    shown = await typed(desk, "he is stabbing her right now")
    assert shown.index('href="tel:999"') < shown.index('href="tel:+44')
    assert (
        "/desk/sent" not in shown[: shown.index("finds")] if "finds" in shown else "/desk/sent" not in shown
    )


async def counted(house: House, of: type) -> int:
    async with reading(house.directory.accounts.engine) as connection:
        found: int = (await connection.execute(select(func.count()).select_from(of))).scalar_one()
    return found


async def test_a_case_is_looked_up_once_the_question_is_finished_and_not_at_every_letter(
    house: House, desk: AsyncClient
) -> None:
    before = await counted(house, CountedLookUp)
    for text in ("who has A123456", "who has A123456 i", "who has A123456 in Worcester"):
        assert "once you press Enter" in await typed(desk, text)
    assert await counted(house, CountedLookUp) == before
    await desk.post("/desk", data={"text": "who has A123456"}, headers=BY_SCRIPT)
    assert await counted(house, CountedLookUp) == before + 1


async def test_nothing_is_learnt_from_what_is_being_typed(house: House, desk: AsyncClient) -> None:
    await typed(desk, "blorptangle frobnicate the wumpus")
    await house.directory.accounts.identity("web", None)
    assert await counted(house, Unanswered) == 0


async def test_what_is_typed_comes_back_in_no_address_and_no_page(desk: AsyncClient) -> None:
    asked = await desk.post("/desk", data={"text": "who do I ring about Zebedee Nosuchname, Redditch"})
    assert asked.status_code == 200
    assert "Nosuchname" not in asked.text
    assert "Nosuchname" not in str(asked.url)


async def test_a_conversation_goes_on_without_a_script(desk: AsyncClient) -> None:
    first = (await desk.post("/desk", data={"text": "breach on a CRC case, Redditch"})).text
    assert first.startswith("<!doctype html>")
    before = re.search(r'name="before" value="([^"]+)"', first)
    assert before
    again = await desk.post(
        "/desk", data={"text": "and in Worcester?", "before": before[1].replace("&#34;", '"')}
    )
    assert "Worcester · CRC · enforcement (breach)" in again.text
    press = re.search(r'name="press" value="([^"]+)">No answer', first)
    assert press
    assert "No answer?" in (await desk.post("/desk", data={"press": press[1], "before": before[1]})).text


async def test_typing_too_fast_is_left_unanswered_but_not_words_of_danger(house: House) -> None:
    hasty = await house.signed_in(OFFICER)
    found = [(await hasty.post("/desk/look", data={"text": "duty"})).status_code for _ in range(45)]
    assert found[0] == 200
    assert found[-1] == 204
    assert (await hasty.post("/desk/look", data={"text": "she is being attacked now"})).status_code == 200


async def test_it_is_all_in_welsh_where_that_is_chosen(desk: AsyncClient) -> None:
    page = (await desk.get("/desk?language=cy")).text
    assert "Heddiw, dydd Mawrth 1 Rhagfyr" in page or "Heddiw, " in page
    assert "Ar ddyletswydd tan 5pm" in page or "Ar ddyletswydd tan" in page
    desk.cookies.delete("language")


async def test_a_page_weighs_less_than_a_hundred_kilobytes_with_all_that_it_loads(desk: AsyncClient) -> None:
    page = (await desk.get("/desk")).text
    files = re.findall(r'(?:src|href)="(/static/[^"]+)"', page)
    weight = len(page.encode()) + sum([len((await desk.get(file)).content) for file in files])
    assert len(files) >= 5
    assert weight < 100_000


async def test_the_directory_is_asked_anew_when_it_is_another_day(house: House) -> None:
    house.now = NOON + timedelta(days=1)
    tomorrow = await house.signed_in(RECEPTION)
    assert "Next: from Thursday 3 December at 9am to 5pm" in (await tomorrow.get("/desk")).text
    house.now = NOON
