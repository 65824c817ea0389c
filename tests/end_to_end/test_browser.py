"""The page in a real browser, where its script runs."""

import asyncio
import re
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from tests.end_to_end.accessibility import violations
from tests.end_to_end.process import BotProcess

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def bot(
    tmp_path_factory: pytest.TempPathFactory, bundled_data: Path, chromium: Browser
) -> AsyncIterator[BotProcess]:
    """The real process."""
    data = shutil.copytree(bundled_data, tmp_path_factory.mktemp("browser") / "data")
    async with BotProcess(data) as bot:
        await bot.serves()
        yield bot


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def page(bot: BotProcess, chromium: Browser) -> AsyncIterator[Page]:
    """A narrow page of it, as a telephone shows it."""
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


def newest_link(text: str) -> str:
    """The link to sign in that was printed or written last."""
    return str(re.findall(r"http://127\.0\.0\.1:\d+/sign-in/link/\S+", text)[-1])


async def letter_of(bot: BotProcess, number: int) -> str:
    """What is in the box once so many letters have come: they are sent beside the answer."""
    box = bot.folder / "mail.txt"
    async with asyncio.timeout(10):
        while True:
            letters = await asyncio.to_thread(box.read_text) if box.exists() else ""
            if letters.count("Subject:") >= number:
                return letters.replace("=\n", "").replace("=3D", "=")
            await asyncio.sleep(0.02)


async def test_signing_in_by_the_first_link_and_by_a_letter_and_out_again(
    bot: BotProcess, chromium: Browser
) -> None:
    context = await chromium.new_context(viewport={"width": 320, "height": 700})
    page = await context.new_page()
    await page.goto(newest_link(bot.output))
    assert await violations(page) == []
    await page.get_by_role("button", name="Sign in").click()
    await page.get_by_role("link", name="Your account: keeper").click()
    assert await violations(page) == []

    await page.get_by_role("link", name="Give one").click()
    await page.get_by_label("Your work e-mail address").fill("sample.keeper@sample.cjsm.net")
    await page.get_by_role("button", name="Send me a link").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Look at your mail")
    assert await violations(page) == []
    await page.goto(newest_link(await letter_of(bot, 1)))
    await page.get_by_role("button", name="Sign in").click()
    await expect(page.locator("main")).to_contain_text("You can sign in again by a link")
    await page.get_by_role("button", name="Sign out", exact=True).click()

    await page.goto(f"{bot.address}/keep?language=cy")
    assert page.url.endswith("/sign-in?next=%2Fkeep%3Flanguage%3Dcy")
    assert await violations(page) == []
    await page.get_by_label("Eich cyfeiriad e-bost gwaith").fill("sample.keeper@sample.cjsm.net")
    await page.get_by_role("button", name="Anfonwch ddolen ataf").click()
    await page.goto(newest_link(await letter_of(bot, 2)))
    assert await page.evaluate("document.documentElement.scrollWidth") <= 320
    await page.get_by_role("button", name="Mewngofnodi").click()
    await expect(page).to_have_url(f"{bot.address}/keep?language=cy")
    await page.get_by_role("button", name="Allgofnodi").click()
    await page.goto(f"{bot.address}/keep")
    assert "/sign-in?" in page.url
    await context.close()
