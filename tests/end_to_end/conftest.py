"""One Chromium for all tests that want a real browser; each has pages of its own in it.

Whatever uses it runs in the loop of the session: `pytest.mark.asyncio(loop_scope="session")`.
"""

import shutil
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright, expect

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chromium() -> AsyncIterator[Browser]:
    """The browser. What wants it is skipped on a machine that has none."""
    if CHROMIUM is None:
        pytest.skip("there is no chromium on this machine")
    expect.set_options(
        timeout=30_000
    )  # of milliseconds: what a page shows at once, on a machine that is busy
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        await browser.close()
