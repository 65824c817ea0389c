"""The page in a real browser, where its script runs."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from tests.end_to_end.accessibility import violations
from tests.end_to_end.process import BotProcess
from tests.end_to_end.test_web import served

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def page(
    tmp_path_factory: pytest.TempPathFactory, bundled_data: Path, chromium: Browser
) -> AsyncIterator[Page]:
    """A narrow page of the real process, as a telephone shows it."""
    data = shutil.copytree(bundled_data, tmp_path_factory.mktemp("browser") / "data")
    async with BotProcess(data) as bot:
        await served(bot.address)
        opened = await chromium.new_page(viewport={"width": 360, "height": 800})
        await opened.goto(bot.address)
        yield opened
        await opened.close()


async def says(page: Page, text: str) -> None:
    """Type and send."""
    await page.fill("#text", text)
    await page.click("#ask button")


async def test_a_conversation_with_javascript(page: Page) -> None:
    cards, last = page.locator("article"), page.locator("article").last
    await says(page, "breach on a CRC case, Redditch")
    await expect(last).to_contain_text("Understood: Redditch · CRC · enforcement (breach)")
    await expect(page.locator("#ask label")).to_have_text("Go on, or ask something else")
    await says(page, "and in Worcester?")
    await expect(last).to_contain_text("Understood: Worcester · CRC · enforcement (breach)")
    await expect(cards).to_have_count(2)

    # Putting something right is one card from beginning to end.
    for button in ("Not right?", "Another place", "Kidderminster probation office"):
        await last.get_by_role("button", name=button).click()
    await expect(last).to_contain_text("Understood: Kidderminster · CRC · enforcement (breach)")
    await expect(cards).to_have_count(2)
    await expect(last).to_be_focused()

    await says(page, "no answer")
    await expect(cards).to_have_count(3)
    await says(page, "start again")
    await expect(last).to_contain_text("What was said so far is forgotten.")
    assert await page.input_value("#ask [name=before]") == ""


async def test_nothing_is_wider_than_a_telephone(page: Page) -> None:
    width = await page.locator("html").evaluate("page => page.scrollWidth")
    assert width <= 360


async def test_anybody_can_use_the_page(page: Page) -> None:
    assert await violations(page) == []
