"""The desk over real HTTP while two hundred pages are open and follow their boards.

Answers a second and the 99th percentile, beside a bare endpoint of the same framework in the same run;
how soon a change is on all pages; what a page weighs, and when it is painted without JavaScript.
"""

import asyncio
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import AsyncExitStack
from itertools import cycle
from pathlib import Path
from statistics import median, quantiles

import httpx
from playwright.async_api import Browser, async_playwright
from playwright.async_api import Page as BrowserPage
from sqlalchemy import insert

from bench.page_wire import Form, Page
from bench.serving import CONNECTIONS, Served, free_port, served
from bench.wire import Delivery
from bot.web.cookies import csrf_of
from directory.clock import utc_now
from directory.exchange.cells.phone import read_number
from directory.keeping.freshness import suspect
from directory.opening import open_database
from directory.settings import DirectorySettings
from directory.signing_in import sessions
from directory.storage.database import count_change, make_engine, table, writing
from directory.tables import Account
from routing.moments import day_in_london
from routing.vocabulary import Standing
from tests.directory.made_up_rota import with_rota
from tests.directory.people import PROBATION, add_agencies

PAGES = 200
ROUNDS, A_ROUND = 5, 1000
TEXTS = (
    "duty officer", "redd", "nps spo", "01905 723591", "unpaid work", "breach of an order, Redditch",
    "braley", "who does MAPPA", "kidd", "recall of somebody in Worcester", "programme for domestic abuse",
    "01632 960999",
)  # fmt: skip
NUMBER = "01905 723975"
PAINTS = 5
_PAINTS = "performance.getEntriesByName('first-contentful-paint')"
_AT_THE_DESK = {
    "agency": PROBATION, "standing": Standing.RECEPTION, "area": "west-mercia", "office": "worcester",
    "coordinator": False, "suspended": False, "source": "sample", "assumed": False, "sample": True,
}  # fmt: skip


async def settle(settings: DirectorySettings) -> list[str]:
    """A rota at Worcester, and as many people at its desk as there are pages: the token of each."""
    engine = await open_database(settings)
    await with_rota(settings, force=True)
    now, accounts = utc_now(), [f"a-sample-{number}" for number in range(PAGES)]
    async with writing(engine) as connection:
        await add_agencies(connection)
        await connection.execute(insert(table(Account)), [{"id": one, **_AT_THE_DESK} for one in accounts])
        tokens = [await sessions.begin(connection, one, "mail", now) for one in accounts]
    await engine.dispose()
    return tokens


def forms_of(tokens: list[str]) -> Iterator[bytes]:
    """What they type, each in turn: nobody so fast that they would be held back."""
    for token, text in zip(cycle(tokens), cycle(TEXTS), strict=False):
        yield Form("/desk/look", headers_of(token), {"text": text, "office": "worcester"}).encode()


def _fed(process: int, port: int, tokens: list[str]) -> Served:
    return Served(process, Delivery(port, forms_of(tokens)), A_ROUND)


def headers_of(token: str) -> tuple[str, ...]:
    """By which their browser is known."""
    return (f"cookie: signpost={token}", f"x-csrf-token: {csrf_of(token)}", "hx-request: true")


async def compare(desk: Served, bare: Served) -> None:
    """Both in turns, so that a noisy machine is noisy for both; the medians are compared."""
    for each in (desk, bare):
        await each.delivery.flood(A_ROUND, CONNECTIONS)
    for _ in range(ROUNDS):
        await bare.round()
        await desk.round()
    half = median(desk.rates) / 2
    taken = quantiles(await desk.delivery.stream(A_ROUND, half, CONNECTIONS), n=100)
    for name, each in ((f"the desk, {PAGES} pages open", desk), ("a bare endpoint", bare)):
        rate, cpu = median(each.rates), 1000 * min(each.cpu)
        sys.stdout.write(f"{name:<48}{rate:>10,.0f} a second, {cpu:.2f} ms of CPU each\n")
    sys.stdout.write(
        f"ratio of the desk to the bare endpoint: {median(desk.rates) / median(bare.rates):.2f}\n"
    )
    sys.stdout.write(f"at {half:,.0f} a second: median {1000 * taken[49]:.0f} ms, 99 in 100 within ")
    sys.stdout.write(f"{1000 * taken[98]:.0f} ms\n")


async def change(pages: list[Page], settings: DirectorySettings) -> None:
    """A caller says that a number is wrong, which stands on the board: how soon it is on all pages."""
    engine = make_engine(settings.database_url)
    async with writing(engine) as connection:
        await suspect(connection, read_number(NUMBER), "not-working", day_in_london(utc_now()))
        await count_change(connection)
    begun = time.perf_counter()
    await engine.dispose()
    async with asyncio.timeout(30):
        last = max([await page.boards.get() for page in pages])
    sys.stdout.write(f"a change is on all {len(pages)} open pages within {last - begun:.1f} s\n")


async def weigh(port: int, token: str) -> None:
    """What a browser loads for the page, and when it has painted it without running any script."""
    address = f"http://127.0.0.1:{port}"
    async with async_playwright() as playwright:
        chromium = shutil.which("chromium")
        browser = await playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        loaded: list[int] = []
        page = await _page(browser, address, token, scripts=True)
        page.on("response", lambda one: loaded.append(int(one.headers.get("content-length", 0))))
        await page.goto(f"{address}/desk", wait_until="load")
        plain = await _page(browser, address, token, scripts=False)
        painted = [await _painted(plain, f"{address}/desk") for _ in range(PAINTS)]
        await browser.close()
    sys.stdout.write(f"the page weighs {sum(loaded) / 1000:.1f} kB with all that it loads\n")
    sys.stdout.write(f"painted without JavaScript after {median(painted):.0f} ms, the board with it\n")


async def _page(browser: Browser, address: str, token: str, *, scripts: bool) -> BrowserPage:
    context = await browser.new_context(java_script_enabled=scripts)
    await context.add_cookies([{"name": "signpost", "value": token, "url": address}])
    return await context.new_page()


async def _painted(page: BrowserPage, address: str) -> float:
    """Milliseconds until there was something to read; fails where that was not the board."""
    await page.goto(address, wait_until="load")
    if not await page.locator("#board .duties li").first.is_visible():
        raise AssertionError("there is no board without JavaScript")
    await page.wait_for_function(f"({_PAINTS}).length > 0")
    return float(await page.evaluate(f"({_PAINTS})[0].startTime"))


async def main() -> None:
    """On a directory of its own."""
    with tempfile.TemporaryDirectory() as folder:
        settings = DirectorySettings(data_dir=Path(folder))
        tokens = await settle(settings)
        async with AsyncExitStack() as stack:
            bare_port, port = free_port(), free_port()
            bare_id = await stack.enter_async_context(served(bare_port, "bench.bare_page", str(bare_port)))
            at = {"DATA_DIR": folder, "WEB_PORT": str(port)}
            desk_id = await stack.enter_async_context(served(port, "bot", "run", **at))
            live = f"/desk/live?office=worcester&seen={await _mark(port, tokens[0])}"
            pages = [Page(port, live, headers_of(token)) for token in tokens]
            following = [asyncio.create_task(page.follow()) for page in pages]
            await asyncio.gather(*(page.opened.wait() for page in pages))
            await compare(_fed(desk_id, port, tokens), _fed(bare_id, bare_port, tokens))
            await change(pages, settings)
            await weigh(port, tokens[0])
            for task in following:
                task.cancel()


async def _mark(port: int, token: str) -> str:
    """By which the board is known that a page shows at first."""
    async with httpx.AsyncClient(cookies={"signpost": token}) as browser:
        page = await browser.get(f"http://127.0.0.1:{port}/desk")
    found = re.search(r'data-mark="(\w+)"', page.text)
    assert found, "nobody is signed in"
    return found[1]


if __name__ == "__main__":
    asyncio.run(main())
