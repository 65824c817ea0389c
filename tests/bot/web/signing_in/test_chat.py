"""The public page of whoever is signed in: answered by their standing, and as the public after that."""

import re
from pathlib import Path

import pytest
from httpx import AsyncClient
from sqlalchemy import select

from directory.audit.audit import Act
from directory.exchange.cases.importing import How, import_cases
from directory.storage.database import reading
from directory.tables import AuditRow, CountedLookUp
from tests.bot.web.house import ADMIN, NOON, OFFICER, PARTNER, RECEPTION, House

pytestmark = pytest.mark.asyncio(loop_scope="package")
ASKED = "who has case X320741?"
OFFICER_OF_IT = "Sample Birch"
CASES = f"""\
crn,provider,area,office,officer,since,mappa,risk
X320741,nps,west-mercia,worcester,{OFFICER_OF_IT},2014-06-02,yes,high
"""


@pytest.fixture(autouse=True)
async def registered(house: House, tmp_path: Path) -> None:
    """A case in the register."""
    (tmp_path / "cases.csv").write_text(CASES)
    engine, settings = house.directory.accounts.engine, house.service.settings
    await import_cases(engine, settings, tmp_path / "cases.csv", How(Act("somebody", "command line", NOON)))


async def asks(browser: AsyncClient, text: str = ASKED, **fields: str) -> str:
    """Type in the page, as its form is."""
    hidden = dict(
        re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', (await browser.get("/")).text)
    )
    return (await browser.post("/", data={**hidden, "text": text, **fields})).text


async def test_the_page_offers_to_sign_in_and_sets_no_cookie(house: House) -> None:
    page = await house.browser().get("/")

    assert '<a href="/sign-in">Sign in</a>' in page.text
    assert "Sign out" not in page.text and "csrf" not in page.text
    assert "set-cookie" not in page.headers


async def test_each_standing_is_answered_as_on_every_channel(house: House) -> None:
    assert "NPS Probation Duty Officer" in await asks(house.browser())
    for offer in (PARTNER, RECEPTION):
        page = await asks(await house.signed_in(offer))
        assert "This case is managed by the NPS" in page or "Worcester" in page
        assert OFFICER_OF_IT not in page
    for offer in (OFFICER, ADMIN):
        assert OFFICER_OF_IT in await asks(await house.signed_in(offer))


async def test_a_look_up_is_counted_and_audited_under_the_account(house: House) -> None:
    account = await house.account(OFFICER)
    await asks(await house.signed_in(OFFICER, account))

    async with reading(house.directory.accounts.engine) as connection:
        told = select(AuditRow.origin).where(AuditRow.who == account, AuditRow.action == "disclose")
        assert (await connection.execute(told)).scalars().all() == ["web"]
        counted = select(CountedLookUp.known).where(CountedLookUp.account == account)
        assert (await connection.execute(counted)).scalars().all() == [True]


async def test_what_was_said_before_tells_the_public_nothing_of_the_case(house: House) -> None:
    browser = await house.signed_in(OFFICER)
    page = await asks(browser)
    (before,) = re.findall(r'name="before" value="([^"]+)"', page)
    (why,) = re.findall(r'name="press" value="(w:[^"]+)"', page)
    await browser.post("/sign-out")

    for said in (
        {"text": "why?"},
        {"text": "no answer"},
        {"text": "who has it?"},
        {"text": "", "press": why},
    ):
        page = (await browser.post("/", data={"before": before, **said})).text
        assert OFFICER_OF_IT not in page
        assert "X320741" not in page
        assert "register" not in re.sub(r"<[^>]*>", " ", page)


async def test_nobody_elses_page_asks_in_somebodys_name(house: House) -> None:
    account = await house.account(OFFICER)
    browser = await house.signed_in(OFFICER, account)

    assert OFFICER_OF_IT not in (await browser.post("/", data={"text": ASKED})).text
    elsewhere = {"sec-fetch-site": "cross-site"}
    token = {"csrf": browser.headers["x-csrf-token"]}
    assert (
        OFFICER_OF_IT not in (await browser.post("/", data={"text": ASKED, **token}, headers=elsewhere)).text
    )
    async with reading(house.directory.accounts.engine) as connection:
        told = select(AuditRow.number).where(AuditRow.who == account, AuditRow.action == "disclose")
        assert (await connection.execute(told)).first() is None


async def test_an_answer_fetched_by_the_script_can_be_gone_on_from(house: House) -> None:
    browser = await house.signed_in(OFFICER)
    token = {"csrf": browser.headers["x-csrf-token"]}
    fragment = await browser.post("/", data={"text": ASKED, **token}, headers={"X-Requested-With": "fetch"})

    assert OFFICER_OF_IT in fragment.text
    assert f'name="csrf" value="{token["csrf"]}"' in fragment.text
