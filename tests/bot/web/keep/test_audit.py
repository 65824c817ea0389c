"""The audit is read by day, by who and by what; it says whether it is whole."""

import pytest

from tests.bot.web.house import ADMIN, ADMIN_OF_ALL, House
from tests.bot.web.keep.pages import fields, row_address, said

pytestmark = pytest.mark.asyncio(loop_scope="package")


async def test_a_change_of_a_row_is_found_by_what_and_by_who(house: House) -> None:
    keeper = await house.account(ADMIN)
    browser = await house.signed_in(ADMIN, keeper)
    address = await row_address(browser, "contacts", "west-mercia, kidderminster, crc, spo")
    cells = fields(await browser.get(address))
    change = {**cells, "extension": "31", "force": "yes"}
    assert (await browser.post(address, data=change)).status_code == 303

    page = await browser.get("/keep/audit", params={"who": keeper, "what": "kidderminster"})
    assert "contact west-mercia, kidderminster, crc, spo; columns: extension" in said(page)
    assert "31" not in said(page).split("columns: extension")[1].split("Relay")[0].split("999")[0]
    assert fields(page)["what"] == "kidderminster"
    nobody = await browser.get("/keep/audit", params={"who": keeper, "until": "2014-01-01"})
    assert "Nothing was found." in said(nobody)


async def test_what_was_done_is_said_and_found_in_the_language_of_the_page(house: House) -> None:
    keeper = await house.account(ADMIN)
    browser = await house.signed_in(ADMIN, keeper)
    for language, word, other in (("en", "Signed in", "Mewngofnodwyd"), ("cy", "Mewngofnodwyd", "Signed in")):
        page = said(await browser.get("/keep/audit", params={"who": keeper, "language": language}))
        assert f"{word} account {keeper}" in page
        assert other not in page
        for typed in (word.upper()[:7], "sign in"):  # the word, or the code as it stands in files
            found = await browser.get("/keep/audit", params={"who": keeper, "what": typed})
            assert f"{word} account {keeper}" in said(found)


async def test_a_day_that_cannot_be_read_is_said_at_its_field(house: House) -> None:
    browser = await house.signed_in(ADMIN)
    page = await browser.get("/keep/audit", params={"since": "soon", "before": "nonsense"})

    assert page.status_code == 422
    assert 'id="since-wrong">Write a day like 2026-12-01' in page.text
    assert fields(page)["since"] == "soon"
    late = await browser.get("/keep/audit", params={"until": "9999-12-31"})
    assert (late.status_code, 'id="until-wrong">' in late.text) == (422, True)


async def test_it_is_checked_and_its_seal_shown(house: House) -> None:
    browser = await house.signed_in(ADMIN_OF_ALL)
    page = said(await browser.post("/keep/audit"))

    assert "The audit is whole:" in page
    assert "Its seal, to note somewhere else:" in page
