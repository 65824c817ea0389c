"""Reading a page as a test does: what stands in its fields, what it says, and the rows of its tables."""

import asyncio
import re
from collections.abc import Callable
from html import unescape

from httpx import AsyncClient, Response

from routing.snapshot import Snapshot
from tests.bot.web.house import House


def said(response: Response) -> str:
    """The words of a page, without its marks, in one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.text)).split())


def fields(response: Response) -> dict[str, str]:
    """What stands in the fields of a page, by their names; of boxes those that are ticked."""
    found = dict[str, str]()
    for tag, attributes in re.findall(r"<(input|select)([^>]*)>", response.text):
        given = dict(re.findall(r'([a-z-]+)="([^"]*)"', attributes))
        name = given.get("name", "")
        if tag == "select":
            inner = re.search(rf'<select[^>]*name="{name}".*?</select>', response.text, re.S)
            chosen = re.search(r'<option value="([^"]*)"[^>]*selected', inner[0]) if inner else None
            found[name] = unescape(chosen[1]) if chosen else ""
        elif given.get("type") not in ("checkbox", "radio") or " checked" in attributes:
            found[name] = unescape(given.get("value", ""))
    return found


async def row_address(browser: AsyncClient, kind: str, named: str) -> str:
    """The address of a row, found on the list of its kind by what names it."""
    page = await browser.post(f"/keep/directory/{kind}", data={"find": named.replace(",", "")})
    found = re.search(rf'href="(/keep/directory/{kind}/rows/[^"]+)">{re.escape(named)}<', page.text)
    assert found, f"no {named} among the {kind}"
    return found[1]


async def until(house: House, holds: Callable[[Snapshot], bool]) -> None:
    """Wait for what a change makes of the picture that answers are made from."""
    async with asyncio.timeout(30):
        while not holds(house.directory.snapshot):  # noqa: ASYNC110 - nothing tells a test of it
            await asyncio.sleep(0.02)
