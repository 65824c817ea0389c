"""The pages of the overview in a real browser: as narrow as a telephone, in both languages, by keyboard."""

import shutil
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page

from directory.settings import DirectorySettings
from tests.bot.web.house import ADMIN, open_house
from tests.bot.web.overview.made_up import fill
from tests.directory.made_up_rota import HEADING, bring_in, once
from tests.end_to_end.accessibility import violations
from tests.end_to_end.serving_here import served_here

pytestmark = pytest.mark.asyncio(loop_scope="session")

NARROW = 320
PAGES = ("/overview?days=28", "/overview/requests?days=28", "/overview/coverage")


async def test_charts_are_accessible_narrow_and_their_tables_one_key_away(
    chromium: Browser, tmp_path: Path, template_with_rota: Path
) -> None:
    filled = shutil.copytree(template_with_rota, tmp_path / "filled")
    await fill(DirectorySettings(data_dir=filled))
    # Nobody is on once more, in a column that is out of sight on a narrow screen.
    away = once("absence", "sample-elm", "", "2026-12-24T00:00", "2026-12-25T00:00")
    await bring_in(DirectorySettings(data_dir=filled), "rota", HEADING + away, force=True)
    async with open_house(tmp_path, filled) as house, served_here(house.app) as address:
        cookie = (await house.signed_in(ADMIN)).cookies["signpost"]
        refused: list[str] = []  # by the page's policy, or by the browser
        for language in ("en", "cy"):
            context = await chromium.new_context(
                viewport={"width": NARROW, "height": 800}, extra_http_headers={"accept-language": language}
            )
            await context.add_cookies([{"name": "signpost", "value": cookie, "url": address}])
            page = await context.new_page()
            page.on("console", lambda said: refused.append(said.text))
            for path in PAGES:
                await page.goto(address + path)
                await _open_a_table(page)
                assert await violations(page) == []
                assert await page.locator("html").evaluate("page => page.scrollWidth") <= NARROW
            await context.close()
        assert refused == []


async def _open_a_table(page: Page) -> None:
    """By the keyboard, where there is one to open."""
    summary = page.locator("summary").first
    if await summary.count():
        await summary.press("Enter")
        assert await page.locator("details[open] table").is_visible()
