"""Whatever is sent to a keeper's page, it is answered: nothing fails, and nothing that cannot be is taken."""

import pytest

from directory.errors import DatabaseError
from directory.exchange.areas_kept import KEPT_BY_ROW
from tests.bot.web.house import ADMIN_OF_ALL, House
from tests.bot.web.keep.pages import fields, said

pytestmark = pytest.mark.asyncio(loop_scope="package")

AWKWARD = (
    "\0",
    "\u202e",
    "zz" * 4000,
    "9" * 40,
    "-1",
    "24/7",
    "=1+1",
    "\ud7ff",
    "é",
    "|",
    "|a|",
    "2014-02-30",
    "0",
)


async def test_awkward_text_in_every_field_is_refused_at_its_field(house: House) -> None:
    browser = await house.signed_in(ADMIN_OF_ALL)
    for kind in KEPT_BY_ROW:
        for at, text in enumerate(AWKWARD):
            if (at + len(kind.name)) % 4:  # each kind meets some, and each of them some kinds
                continue
            typed = dict.fromkeys(kind.column_names, text)
            page = await browser.post(f"/keep/directory/{kind.name}/add", data={**typed, "since": text})
            assert page.status_code == 422, (kind.name, text)


async def test_rows_that_there_cannot_be_are_not_there(house: House) -> None:
    browser = await house.signed_in(ADMIN_OF_ALL)
    for kind in ("contacts", "offices", "bank-holidays"):
        for at in ("9" * 30, "0", "-1", "%00", "１", "2026W01", "a" * 300, "2026-12-25T00:00"):
            assert (await browser.get(f"/keep/directory/{kind}/rows/{at}")).status_code == 404, (kind, at)
            assert (await browser.post(f"/keep/directory/{kind}/rows/{at}/end")).status_code == 404


async def test_awkward_presses_and_searches_are_answered(house: House) -> None:
    browser = await house.signed_in(ADMIN_OF_ALL)
    for text in AWKWARD:
        for page, data in (
            ("/keep/due", {"what": text}),
            ("/keep/accounts", {"deed": f"suspend {text}", "find": text}),
            ("/keep/unanswered", {"word": text, "meaning": text}),
            ("/keep/directory/numbers", {"find": text, "page": text, "area": text}),
            ("/keep/accounts/invite", {"agency": text, "standing": text, "days": text}),
        ):
            assert (await browser.post(page, data=data)).status_code in (200, 422), (page, text)
        asked = {"who": text, "what": text, "since": text, "before": text}
        assert (await browser.get("/keep/audit", params=asked)).status_code in (200, 422)


async def test_a_page_that_was_not_ours_changes_nothing(house: House) -> None:
    browser = await house.signed_in(ADMIN_OF_ALL)
    address = "/keep/directory/offices/rows/worcester"
    cells = fields(await browser.get(address))
    forged = browser.headers.pop("x-csrf-token")

    for more in ({}, {"csrf": f"{forged}x"}):
        sent = {
            **{name: cell for name, cell in cells.items() if name != "csrf"},
            "address": "Elsewhere",
            **more,
        }
        assert (await browser.post(address, data=sent)).status_code == 403
    assert fields(await browser.get(address))["address"] != "Elsewhere"


async def test_while_the_database_is_away_what_was_typed_is_kept_and_pages_say_so(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(*_: object) -> None:
        raise DatabaseError("The database cannot be reached.")

    browser = await house.signed_in(ADMIN_OF_ALL)
    address = "/keep/directory/offices/rows/worcester"
    cells = fields(await browser.get(address))
    monkeypatch.setattr("directory.keeping.kept_rows.aside", away)
    monkeypatch.setattr("directory.audit.log.aside", away)

    refused = await browser.post(address, data={**cells, "address": "1 Sample Street"})
    assert "It could not be saved just now" in said(refused)
    assert fields(refused)["address"] == "1 Sample Street"
    page = await browser.post("/keep/audit")
    assert page.status_code == 503
    assert "That cannot be looked up now" in said(page)
