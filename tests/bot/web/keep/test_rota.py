"""A keeper changes the rota on its page: by forms, and as the script sends them."""

import asyncio
import json
import re
from datetime import datetime
from html import unescape

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from directory.accounts.invitations import Offer
from directory.storage.database import reading
from directory.tables import AuditRow
from routing.hours import LONDON
from routing.vocabulary import Standing
from tests.bot.web.house import ADMIN, ADMIN_OF_ALL, OFFICER, House
from tests.directory.made_up_rota import DUTY
from tests.directory.people import PROBATION

pytestmark = pytest.mark.asyncio(loop_scope="module")
WEEK = "/keep/rota?office=worcester&day=2026-12-08"
THURSDAY = "2.2026-12-10"  # Elm's shift of that day
BIRCHS = {"key": THURSDAY, "to_person": "sample-birch"}
LONDONS = Offer(PROBATION, Standing.ADMIN, "london")


def said(page: Response) -> str:
    """The words of a page."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.text)).split())


def hidden(page: Response) -> dict[str, str]:
    """What the page sends back by itself."""
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page.text)
    return {name: unescape(value) for name, value in found}


async def does(browser: AsyncClient, page: Response, **fields: str) -> Response:
    """Press something on a page."""
    return await browser.post("/keep/rota", data={**hidden(page), "office": "worcester", **fields})


async def on(rota_house: House, day: int) -> str | None:
    """Who is on in the picture that answers are made from, once it is the newest."""
    version = (await rota_house.directory.rota_keeping.sheet("west-mercia")).version
    async with asyncio.timeout(10):
        while rota_house.directory.snapshot.version < version:  # noqa: ASYNC110 - nothing tells a test of it
            await asyncio.sleep(0.02)
    at = datetime(2026, 12, day, 10, tzinfo=LONDON)
    person = rota_house.directory.snapshot.rota.who_is_on(DUTY, at)
    return person.id if person else None


async def test_the_page_is_for_those_who_keep_the_directory(rota_house: House) -> None:
    assert (await (await rota_house.signed_in(OFFICER)).get("/keep/rota")).status_code == 403
    assert (await rota_house.browser().get("/keep/rota")).status_code == 303


async def test_a_week_shows_who_is_on_and_where_nobody_is(rota_house: House) -> None:
    browser = await rota_house.signed_in(ADMIN)
    page = await browser.get(WEEK)

    assert "NPS duty officer" in said(page)
    assert page.text.count("<b>Birch (sample)</b>") == 3
    assert page.text.count("<b>Elm (sample)</b>") == 2
    assert "9am to 5pm" in said(page)
    assert "Nobody" not in said(page)
    by_person = await browser.get(f"{WEEK}&by=person&stretch=month")
    assert by_person.text.count("<b>NPS duty officer</b>") == 5 * 5 - 3  # bank holidays
    welsh = await browser.get(f"{WEEK}&language=cy")
    assert "Yr wythnos cynt" in said(welsh)


async def test_a_change_is_seen_with_what_it_leaves_before_it_is_saved_and_undone(rota_house: House) -> None:
    browser = await rota_house.signed_in(ADMIN)
    panel = await does(browser, await browser.get(WEEK), open=THURSDAY)
    filled = {"row": "2", "on": "2026-12-10", "kind": "weekly", "scope": "weekly", "person": "sample-elm"}
    filled |= {"post": "west-mercia/worcester/nps/duty_officer", "other": ""}
    filled |= {"starts": "2026-12-10T13:00", "ends": "2026-12-10T17:00"}
    assert 'value="2026-12-10T09:00"' in panel.text

    page = await does(browser, panel, **filled, do="move")

    assert "1 change, not saved yet" in said(page)
    assert "Nobody would be on duty NPS duty officer, Worcester probation office: Thursday 10" in said(page)
    assert "Save, although nobody is on duty then" in said(page)
    assert 'value="save"' not in page.text
    assert await on(rota_house, 10) == "sample-elm"
    assert "not saved yet" not in said(await does(browser, page, do="undo"))


async def test_what_is_wrong_is_said_at_the_form_which_keeps_what_was_typed(rota_house: House) -> None:
    browser = await rota_house.signed_in(ADMIN)
    panel = await does(browser, await browser.get(WEEK), new="away|2026-12-09")
    filled = {"row": "0", "kind": "cover", "person": "sample-elm", "post": "", "other": "sample-elm"}
    filled |= {"starts": "2026-12-09T17:00", "ends": "2026-12-09T09:00", "on": ""}

    page = await does(browser, panel, **filled, do="add")

    assert "For whom, or with whom" in said(page)
    assert "is between two people" in said(page)
    assert 'value="2026-12-09T17:00"' in page.text
    assert "not saved yet" not in said(page)


async def test_all_is_saved_as_one_change_and_audited_under_the_account(rota_house: House) -> None:
    account = await rota_house.account(ADMIN)
    browser = await rota_house.signed_in(ADMIN, account)
    page = await does(browser, await browser.get(WEEK), do="moved", drag_scope="once", **BIRCHS)
    page = await does(browser, page, do="dropped", new="away|2026-12-12", palette="sample-elm")
    assert "2 changes, not saved yet" in said(page)
    assert "nothing clashes" in said(page)

    saved = await does(browser, page, do="save")

    assert saved.status_code == 303
    assert "Saved." in said(await browser.get(saved.headers["location"]))
    assert [await on(rota_house, day) for day in (10, 11, 17)] == ["sample-birch", "sample-elm", "sample-elm"]
    async with reading(rota_house.directory.rota_keeping.engine) as connection:
        rows = await connection.execute(
            select(AuditRow.action).where(AuditRow.who == account, AuditRow.subject.like("rota %"))
        )
    assert sorted(rows.scalars()) == ["add", "add", "add", "change"]


async def test_who_saves_later_is_told_what_changed_and_can_save_then(rota_house: House) -> None:
    first, second = await rota_house.signed_in(ADMIN), await rota_house.signed_in(ADMIN_OF_ALL)
    page = await does(
        second, await second.get(WEEK), do="moved", key="1.2026-12-08", to_ends="2026-12-08T18:00"
    )
    theirs = await does(
        first, await first.get(WEEK), do="moved", key="1.2026-12-09", to_ends="2026-12-09T18:00"
    )
    assert (await does(first, theirs, do="save")).status_code == 303

    refused = await does(second, page, do="save")

    assert refused.status_code == 409
    assert "Not saved: somebody else changed the rota meanwhile." in said(refused)
    assert "added Birch (sample), NPS duty officer, Worcester probation office: Wednesday 9" in said(refused)
    assert "1 change, not saved yet" in said(refused)


async def test_what_is_removed_by_key_is_saved_only_where_that_is_meant(rota_house: House) -> None:
    browser = await rota_house.signed_in(ADMIN)
    week = await browser.get("/keep/rota?office=worcester&day=2026-12-22")
    key = re.findall(r'value="(\d+\.2026-12-21)"', week.text)[0]
    page = await does(browser, week, do="removed", key=key)
    assert "Removed: Birch (sample)" in said(page)

    refused = await does(browser, page, do="save")
    assert refused.status_code == 409
    assert "Not saved: somebody who asks would find nobody." in said(refused)
    assert await on(rota_house, 21) == "sample-birch"
    assert (await does(browser, refused, do="force")).status_code == 303
    assert await on(rota_house, 21) is None


async def test_the_keeper_of_another_area_sees_and_changes_nothing_of_this_one(rota_house: House) -> None:
    browser = await rota_house.signed_in(LONDONS)
    page = await browser.get(f"{WEEK}&area=west-mercia")
    assert "sample" not in page.text

    changed = await does(browser, page, area="west-mercia", do="moved", key=THURSDAY, to_person="sample-elm")
    assert changed.status_code == 400


@pytest.mark.parametrize(
    "fields",
    [
        {"open": "9999"},
        {"open": "999.2026-12-10"},
        {"new": "away|never"},
        {"do": "moved", "key": "x"},
        {"do": "moved", "key": "1.2026-12-08"},
        {"do": "moved", "key": "1.2026-12-08", "to_post": "a/b"},
        {"do": "add", "kind": "party"},
        {"do": "add", "row": "x"},
        {"do": "move", "row": "²", "kind": "shift"},
        {"do": "move", "row": "9" * 5000, "kind": "shift"},
        {"do": "save", "edits": "[{]"},
        {"do": "save", "edits": '[{"does":"burn"}]'},
        {"do": "undo", "seen": "x"},
        {"do": "save", "edits": json.dumps([{"does": "remove", "row": 1}] * 201)},
        {"do": "save", "seen": "9" * 20, "edits": '[{"does":"remove","row":1}]'},
    ],
)
async def test_what_no_page_of_ours_sends_changes_nothing(rota_house: House, fields: dict[str, str]) -> None:
    browser = await rota_house.signed_in(ADMIN)
    answer = await does(browser, await browser.get(WEEK), **fields)
    assert answer.status_code == 400
    assert "Nothing was changed: begin again." in said(answer)


@pytest.mark.parametrize(
    ("ends", "why"),
    [
        ("9999-12-31T23:59", "is not in the years 1900 to 2999"),
        ("2027-12-15T09:01", "is more than a year after starts"),
    ],
)
async def test_a_shift_that_no_rota_could_be_reckoned_with_is_not_taken(
    rota_house: House, ends: str, why: str
) -> None:
    browser = await rota_house.signed_in(ADMIN)
    shift = {"kind": "shift", "person": "sample-birch", "starts": "2026-12-14T09:00", "ends": ends}
    shift["post"] = "west-mercia/worcester/nps/duty_officer"
    page = await does(browser, await browser.get(WEEK), do="add", **shift)
    assert why in said(page)
    assert hidden(page)["edits"] == "[]"


async def test_a_long_draft_has_to_be_saved_first_and_loses_nothing(
    rota_house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.web.keep.rota.form._MOST_EDITS", 1)
    browser = await rota_house.signed_in(ADMIN)
    page = await browser.get(WEEK)
    for day in ("2026-12-19", "2026-12-20"):
        page = await does(browser, page, do="dropped", new=f"away|{day}", palette="sample-elm")
    assert "the draft is long already" in said(page)
    assert "1 change, not saved yet" in said(page)


async def test_a_page_weighs_less_than_a_hundred_kilobytes(rota_house: House) -> None:
    browser = await rota_house.signed_in(ADMIN)
    for stretch in ("week", "month"):
        page = await browser.get(f"{WEEK}&stretch={stretch}")
        parts = re.findall(r'(?:href|src)="(/static/[^"]+)"', page.text)
        weight = len(page.content) + sum([len((await browser.get(part)).content) for part in parts])
        assert weight < 100_000, stretch
