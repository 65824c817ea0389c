"""A receptionist's five minutes in a real browser: asked, read out, copied, logged, a call back, a change."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect
from sqlalchemy import select, update

from directory.keeping.number_reports import Report
from directory.storage.database import reading, table, writing
from directory.tables import Account, CallBackRequest, CallerSent
from routing.vocabulary import Standing
from tests.bot.web.house import OFFICER, RECEPTION, House, open_house
from tests.end_to_end.accessibility import violations
from tests.end_to_end.serving_here import served_here

pytestmark = pytest.mark.asyncio(loop_scope="session")
NEARLY_FIVE = datetime(2026, 12, 1, 16, 58, tzinfo=UTC)  # a Tuesday; the shift ends at five
CALLER = "07700 900321"


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def house(tmp_path_factory: pytest.TempPathFactory, template_with_rota: Path) -> AsyncIterator[House]:
    """A directory in which whoever is on duty at Worcester can be reached."""
    async with open_house(tmp_path_factory.mktemp("desk"), template_with_rota) as opened:
        opened.now = NEARLY_FIVE
        officer = await opened.account(OFFICER)
        async with writing(opened.directory.accounts.engine) as connection:
            await connection.execute(
                update(table(Account)).where(table(Account).c.id == officer).values(person="sample-birch")
            )
        yield opened


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def desk(house: House, chromium: Browser) -> AsyncIterator[Page]:
    """The page of somebody who is signed in at the desk of Worcester."""
    token = (await house.signed_in(RECEPTION)).cookies["signpost"]
    async with served_here(house.app) as address:
        context = await chromium.new_context(viewport={"width": 1280, "height": 900})
        await context.grant_permissions(["clipboard-read", "clipboard-write"])
        await context.add_cookies([{"name": "signpost", "value": token, "url": address}])
        page = await context.new_page()
        await page.goto(f"{address}/desk")
        yield page
        await context.close()


async def test_a_receptionists_five_minutes_with_the_keyboard_alone(house: House, desk: Page) -> None:
    complaints: list[str] = []
    desk.on("pageerror", lambda error: complaints.append(str(error)))
    desk.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    state, keyboard = desk.locator("#state"), desk.keyboard
    await expect(desk.locator("#text")).to_be_focused()

    await keyboard.type("duty officer")
    await expect(desk.locator("article.answer .say")).to_contain_text(
        "Say to the caller: “I can put you through."
    )
    await expect(desk.locator("article.find")).not_to_have_count(0)

    await keyboard.press("Alt+KeyC")
    await expect(state).to_have_text("Copied: 01905 723591")
    assert await desk.evaluate("navigator.clipboard.readText()") == "01905 723591"

    await keyboard.press("Control+A")
    await keyboard.type("breach, Worcester")
    await keyboard.press("Enter")
    await expect(desk.get_by_role("button", name="No answer, who next?")).to_be_visible()
    await keyboard.press("Alt+KeyL")
    await expect(state).to_contain_text(
        "Logged: asked for enforcement (breach), sent to NPS duty officer, Worcester"
    )

    await keyboard.press("Alt+KeyR")
    await expect(desk.get_by_label("The caller’s number")).to_be_focused()
    assert await violations(desk) == []
    await keyboard.type(CALLER)
    await keyboard.press("Enter")
    await expect(state).to_contain_text("Asked for: the NPS duty officer is told.")
    await expect(desk.locator("#board .calls li")).to_contain_text("With the NPS duty officer.")
    await expect(desk.locator("#live")).to_have_text("The board has changed.")
    await expect(state).to_contain_text("Asked for: ")

    await keyboard.press("Escape")
    await expect(desk.locator("#text")).to_be_focused()
    await expect(desk.locator("article")).to_have_count(0)
    await keyboard.type("worcester")
    await expect(desk.locator("article.find").first).to_be_visible()
    await keyboard.press("ArrowDown")
    await keyboard.press("ArrowDown")
    await expect(desk.locator("article").nth(1)).to_be_focused()
    await keyboard.press("ArrowUp")
    await keyboard.press("ArrowUp")
    await expect(desk.locator("#text")).to_be_focused()
    assert complaints == []


async def test_what_was_logged_and_asked_holds_nothing_of_the_caller_in_the_clear(house: House) -> None:
    async with reading(house.directory.accounts.engine) as connection:
        (logged,) = (await connection.execute(select(table(CallerSent)))).all()
        (asked,) = (await connection.execute(select(table(CallBackRequest)))).all()
    assert (logged.desk, logged.asked_topic, logged.role, logged.office) == (
        "worcester",
        "breach",
        "duty_officer",
        "worcester",
    )
    assert (asked.reception, asked.state) == ("worcester", "offered")
    assert "900321" not in f"{logged}{asked}"
    assert house.directory.asking.seal().unseal(asked.number_sealed) == "+447700900321"


async def test_changes_show_within_seconds_without_loading_the_page_again(house: House, desk: Page) -> None:
    await desk.evaluate("document.body.dataset.loaded = 'once'")
    first = desk.locator("#board .duties li").first
    await expect(first).to_contain_text("On duty until 5pm")
    house.now = NEARLY_FIVE + timedelta(minutes=2)
    await expect(first).to_contain_text("Nobody is on just now.")
    await expect(desk.locator("#board")).to_contain_text("Shut until Wednesday 2 December at 9am")
    report = Report("+441905723591", "not-working", Standing.RECEPTION, "web", "somebody")
    await house.directory.number_reports.take(report)
    await expect(desk.locator("#board .notices")).to_contain_text(
        "01905 723591: a caller says that it is wrong."
    )
    assert await desk.evaluate("document.body.dataset.loaded") == "once"


async def test_the_board_alone_is_printed(desk: Page) -> None:
    await desk.emulate_media(media="print")
    await expect(desk.locator("#board")).to_be_visible()
    for left_out in ("#ask", "#found", "#office", "#live", "footer"):
        await expect(desk.locator(left_out)).to_be_hidden()
    await desk.emulate_media(media="screen")


@pytest.mark.parametrize("language", ["en", "cy"])
async def test_anybody_can_use_the_desk(desk: Page, language: str) -> None:
    await desk.goto(f"{desk.url.partition('?')[0]}?language={language}")
    await desk.fill("#text", "unpaid")
    await expect(desk.locator("article.find").first).to_be_visible()
    assert await violations(desk) == []
    await desk.set_viewport_size({"width": 320, "height": 800})
    assert await desk.locator("html").evaluate("page => page.scrollWidth") == 320
    await desk.set_viewport_size({"width": 1280, "height": 900})
