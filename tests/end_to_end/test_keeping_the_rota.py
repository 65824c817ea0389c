"""A keeper's rota week and an import with errors, in a real browser: by drag and by keyboard, read by axe."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from routing.hours import LONDON
from tests.bot.web.house import ADMIN, House, open_house
from tests.directory.asked_once import asked_once
from tests.directory.made_up_rota import DUTY, PEOPLE
from tests.end_to_end.accessibility import violations
from tests.end_to_end.serving_here import served_here

pytestmark = pytest.mark.asyncio(loop_scope="session")
WEEK = "/keep/rota?office=worcester&day=2026-12-08&language=en"


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def house(tmp_path_factory: pytest.TempPathFactory, template_with_rota: Path) -> AsyncIterator[House]:
    async with open_house(tmp_path_factory.mktemp("rota"), template_with_rota) as opened:
        yield opened


@pytest_asyncio.fixture(loop_scope="session")
async def page(house: House, chromium: Browser, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Page]:
    """Of somebody who keeps West Mercia; whatever the browser complains of fails the test."""
    monkeypatch.setattr("directory.proof.proof.needs_of", asked_once)
    token = (await house.signed_in(ADMIN)).cookies["signpost"]
    async with served_here(house.app) as address:
        context = await chromium.new_context(base_url=address, viewport={"width": 1280, "height": 1000})
        await context.add_cookies([{"name": "signpost", "value": token, "url": address}])
        opened = await context.new_page()
        complaints: list[str] = []
        opened.on("pageerror", lambda error: complaints.append(str(error)))
        opened.on("console", lambda said: complaints.append(said.text) if "Security" in said.text else None)
        yield opened
        await context.close()
        assert complaints == []


async def test_a_rota_week_by_drag_and_by_keyboard(page: Page, house: House) -> None:
    await page.goto(WEEK)
    draft, said = page.locator("#draft"), page.locator("#draft ol li")
    duty = page.locator('tr:has(th:text-is("NPS duty officer")) td[data-day="2026-12-12"]')
    thursday = page.get_by_role("button", name="Thursday 10 December, 9am to 5pm", exact=False).first

    # By drag: Elm's Thursday to Saturday, then Birch onto the Thursday that is open now.
    await thursday.drag_to(duty)
    await expect(draft).to_contain_text("Nobody would be on duty")
    await page.locator('[data-palette="sample-birch"]').drag_to(
        page.locator('tr:has(th:text-is("NPS duty officer")) td[data-day="2026-12-10"]')
    )
    await expect(said).to_have_count(2)
    await expect(draft).not_to_contain_text("Nobody would be on duty")
    assert await violations(page) == []

    # By keyboard: Saturday's shift half an hour longer, then to Sunday, where it keeps the focus.
    await page.locator(".piece[data-starts^='2026-12-12']").focus()
    await page.keyboard.press("Shift+ArrowRight")
    await page.keyboard.press("ArrowRight")
    await expect(said).to_have_count(4)
    await expect(page.locator(".piece:focus")).to_contain_text("9am to 5:30pm")
    await page.keyboard.press("Delete")
    await expect(said).to_have_count(5)
    await page.get_by_role("button", name="Undo the last").focus()
    await page.keyboard.press("Enter")
    await expect(said).to_have_count(4)
    await page.get_by_role("button", name="Save", exact=True).press("Enter")
    await expect(page.locator("#rota-said")).to_have_text(
        "Saved. It holds everywhere within a second or two.",
        timeout=30_000,  # the proof takes seconds where nothing was asked before
    )

    def on(day: int) -> str | None:
        at = datetime(2026, 12, day, 10, tzinfo=LONDON)
        person = house.directory.snapshot.rota.who_is_on(DUTY, at)
        return person.id if person else None

    async with asyncio.timeout(10):
        while on(10) != "sample-birch":  # noqa: ASYNC110 - nothing tells a test of it
            await asyncio.sleep(0.02)
    assert [on(day) for day in (10, 11, 12, 13)] == ["sample-birch", "sample-elm", None, "sample-elm"]


async def test_an_import_whose_errors_are_put_right(page: Page, tmp_path: Path, house: House) -> None:
    file = tmp_path / "people.csv"
    ash = "sample-ash,Ash (sample),crc,west-mercia,{},,made up,no,yes\n"
    file.write_text(PEOPLE + ash.format("wrocester"), encoding="utf-8")
    await page.set_viewport_size({"width": 320, "height": 800})
    await page.goto("/keep/import?kind=people&language=cy")
    assert await page.evaluate("document.documentElement.scrollWidth") <= 320
    await page.set_input_files("#file", file)
    await page.locator("#import button").press("Enter")
    await expect(page.locator(".problems td.wrong")).to_have_text('"wrocester"')
    assert await violations(page) == []

    file.write_text(PEOPLE + ash.format("worcester"), encoding="utf-8")
    await page.set_input_files("#file", file)
    await page.locator("#import button").press("Enter")
    take = page.locator('button[value="take"]')
    await expect(page.locator("td.add")).to_have_count(1)
    assert not await page.locator(".no-script").is_visible()
    await take.press("Enter")
    await expect(page.locator("#outcome h2")).to_be_focused()
    await expect(take).to_have_count(0)
    assert "sample-ash" in (await house.directory.rota_keeping.sheet("west-mercia")).people


async def test_axe_finds_nothing_narrow_and_in_welsh(page: Page) -> None:
    await page.set_viewport_size({"width": 320, "height": 800})
    for path in ("/keep/rota?office=worcester&by=person&stretch=month", "/keep/holes?span=month"):
        await page.goto(f"{path}&language=cy")
        assert await page.evaluate("document.documentElement.scrollWidth") <= 320, path
        assert await violations(page) == [], path
