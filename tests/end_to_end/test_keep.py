"""The keeper's pages in a real browser: read by axe, narrow and wide, and used by keyboard alone."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect
from sqlalchemy import insert

from directory.accounts.clients import NewClient
from directory.accounts.standing import Identity
from directory.keeping.freshness import suspect
from directory.storage.database import writing
from directory.tables import UnknownWord
from routing.vocabulary import Standing
from tests.bot.web.house import ADMIN, NOON, PARTNER, House, open_house
from tests.end_to_end.accessibility import violations
from tests.end_to_end.serving_here import served_here

pytestmark = pytest.mark.asyncio(loop_scope="session")

# Each sort of page once, in one of the languages: axe takes a second for each.
NARROW_IN_WELSH = ("/keep/due", "/keep/directory/contacts", "/keep/accounts", "/keep/clients/add")
WIDE_IN_ENGLISH = ("/keep", "/keep/clients", "/keep/unanswered")


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def house(tmp_path_factory: pytest.TempPathFactory, template: Path) -> AsyncIterator[House]:
    """With something on every page."""
    async with open_house(tmp_path_factory.mktemp("keep"), template) as opened:
        async with writing(opened.directory.accounts.engine) as connection:
            await suspect(connection, "+441905723591", "wrong-person", NOON.date())
            word = {"word": "flumpet", "since": NOON.date(), "times": 2}
            await connection.execute(insert(UnknownWord), word)
        await opened.account(PARTNER)
        client = NewClient("sample-system", PARTNER, days=30)
        await opened.directory.clients.add(client, Identity(Standing.ADMIN, account="sample-keeper"), "web")
        yield opened


@pytest_asyncio.fixture(loop_scope="session")
async def page(house: House, chromium: Browser) -> AsyncIterator[Page]:
    """A narrow page of a browser in which somebody is signed in who keeps an area."""
    token = (await house.signed_in(ADMIN)).cookies["signpost"]
    async with served_here(house.app) as address:
        context = await chromium.new_context(base_url=address, viewport={"width": 320, "height": 800})
        await context.add_cookies([{"name": "signpost", "value": token, "url": address}])
        yield await context.new_page()
        await context.close()


async def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(page: Page) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    for width, language, paths in ((320, "cy", NARROW_IN_WELSH), (1280, "en", WIDE_IN_ENGLISH)):
        await page.set_viewport_size({"width": width, "height": 800})
        for path in paths:
            await page.goto(f"{path}?language={language}")
            assert await violations(page) == [], path
            assert await page.evaluate("document.documentElement.scrollWidth") <= width, path
    assert complaints == []


async def test_a_place_is_changed_by_keyboard_and_what_is_wrong_is_put_right(page: Page) -> None:
    await page.goto("/keep/directory/places?language=en")
    await page.focus("#find")
    await page.keyboard.type("kidderminster wyre forest")
    await page.keyboard.press("Enter")
    await page.get_by_role("link", name="west-mercia, place, Wyre Forest, Kidderminster", exact=True).focus()
    await page.keyboard.press("Enter")

    population, alert = page.get_by_label("Population"), page.get_by_role("alert")
    await population.fill("many")
    await population.press("Enter")
    await expect(alert).to_contain_text('"many" is not a whole number from 0 to 100,000,000; write one')
    assert await violations(page) == []
    await expect(alert).to_be_focused()
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await expect(population).to_be_focused()
    await expect(population).to_have_attribute("aria-invalid", "true")
    await population.fill("55,530")
    await population.press("Enter")
    await expect(page.get_by_role("status").first).to_have_text("It is saved.")
