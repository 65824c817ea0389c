"""The hours with nobody are shown with what closes them; the proof is made once for a directory."""

import asyncio
import re
from datetime import datetime

import pytest
from httpx import AsyncClient, Response

from routing.hours import LONDON
from routing.rota.shifts import Span
from tests.bot.web.house import ADMIN, ADMIN_OF_ALL, OFFICER, House
from tests.bot.web.keep.test_importing import said

FRIDAY = Span(datetime(2026, 12, 4, tzinfo=LONDON), datetime(2026, 12, 5, tzinfo=LONDON))
pytestmark = pytest.mark.asyncio(loop_scope="module")


async def proved(browser: AsyncClient, asked: str = "") -> Response:
    """The page, looked at again until it is worked out."""
    async with asyncio.timeout(30):
        while "worked out" in said(page := await browser.get(f"/keep/holes{asked}")):  # noqa: ASYNC110
            await asyncio.sleep(0.05)  # as a browser does, which is told to
    return page


async def test_a_hole_is_shown_with_what_closes_it_and_the_week_where_it_is(rota_house: House) -> None:
    browser = await rota_house.signed_in(ADMIN)
    assert "There is no such hour." in said(await proved(browser))

    await rota_house.directory.own_shifts.is_away("sample-elm", FRIDAY, "somebody")
    async with asyncio.timeout(20):
        while "There is 1." not in said(page := await proved(browser, "?span=year")):  # noqa: ASYNC110
            await asyncio.sleep(0.05)  # the picture is read anew meanwhile
    assert "NPS duty officer, Worcester probation office Then nobody is on the rota." in said(page)
    (week,) = re.findall(r'href="(/keep/rota[^"]+)">Friday 4 December, 9am to 5pm', page.text)
    assert "Nobody 9am to 5pm" in said(await browser.get(week.replace("&amp;", "&")))


async def test_an_area_without_numbers_is_one_hole_and_a_keeper_sees_their_own_area(
    rota_house: House,
) -> None:
    everywhere = await rota_house.signed_in(ADMIN_OF_ALL)
    assert "the area holds no numbers" in said(await proved(everywhere, "?area=london"))
    here = await rota_house.signed_in(ADMIN)
    assert "the area holds no numbers" not in said(await proved(here, "?area=london"))
    assert (await (await rota_house.signed_in(OFFICER)).get("/keep/holes")).status_code == 403


async def test_a_proof_that_takes_longer_than_a_page_can_wait_is_looked_for_again(
    rota_house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.web.keep.holes.page._WAIT", 0)
    rota_house.now = rota_house.now.replace(day=2)  # another day is another proof
    browser = await rota_house.signed_in(ADMIN)
    page = await browser.get("/keep/holes")
    assert "This is being worked out." in said(page)
    assert page.headers["refresh"] == "3"
    page = await proved(browser)
    assert "refresh" not in page.headers
