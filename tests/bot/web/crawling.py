"""What is served on the web, for whom, and going through all of it as somebody of each standing."""

import asyncio
import html
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from httpx import AsyncClient, Response
from sqlalchemy import insert, update
from starlette.routing import BaseRoute, Mount, Route

from directory.accounts import accounts
from directory.accounts.invitations import Offer
from directory.audit.audit import Act
from directory.exchange.cases.importing import How, import_cases
from directory.storage.database import table, writing
from directory.tables import Agency, Person, Post
from routing.vocabulary import Standing
from tests.bot.web.house import ADMIN, ADMIN_OF_ALL, NOON, OFFICER, PARTNER, RECEPTION, House

WHO = ("public", "partner", "reception", "officer", "manager", "admin of an area", "admin of all")
EVERYBODY, SIGNED_IN, STAFF, MANAGERS, ADMINS = (
    frozenset(WHO),
    frozenset(WHO[1:]),
    frozenset(WHO[2:]),
    frozenset(WHO[4:]),
    frozenset(WHO[5:]),
)
FOR = {
    "/": EVERYBODY,
    "/api/": EVERYBODY,
    "/healthz": EVERYBODY,
    "/metrics": EVERYBODY,
    "/static": EVERYBODY,
    "/sign-in": EVERYBODY,
    "/sign-in/address": SIGNED_IN,
    "/sign-in/link": EVERYBODY,
    "/sign-in/link/{token}": EVERYBODY,
    "/sign-in/invitation": EVERYBODY,
    "/sign-in/invitation/{token}": EVERYBODY,
    "/sign-in/sessions": SIGNED_IN,
    "/sign-in/leave": SIGNED_IN,
    "/sign-out": EVERYBODY,
    "/desk": STAFF,
    "/desk/look": STAFF,
    "/desk/live": STAFF,
    "/desk/sent": STAFF,
    "/desk/call-back": STAFF,
    "/desk/withdraw": STAFF,
    "/overview": MANAGERS,
    "/overview/requests": MANAGERS,
    "/overview/coverage": MANAGERS,
    "/overview/coverage.csv": MANAGERS,
    "/overview/coverage.xlsx": MANAGERS,
    "/overview/figures.csv": MANAGERS,
    "/overview/figures.xlsx": MANAGERS,
    "/keep": ADMINS,
    "/keep/due": ADMINS,
    "/keep/directory": ADMINS,
    "/keep/directory/{kind}": ADMINS,
    "/keep/directory/{kind}/add": ADMINS,
    "/keep/directory/{kind}/rows/{at}": ADMINS,
    "/keep/directory/{kind}/rows/{at}/end": ADMINS,
    "/keep/unanswered": ADMINS,
    "/keep/accounts": ADMINS,
    "/keep/accounts/invite": ADMINS,
    "/keep/clients": ADMINS,
    "/keep/clients/add": ADMINS,
    "/keep/audit": ADMINS,
    "/keep/rota": ADMINS,
    "/keep/holes": ADMINS,
    "/keep/import": ADMINS,
    "/keep/import/rows/{name}": ADMINS,
    "/keep/import/template/{name}": ADMINS,
}
# Whoever is signed in to the pages is nobody there: a program shows a token of its own.
FOR_PROGRAMS = ("/api", "/open-referral", "/calendars")
FOR_EVER = "/desk/live"  # goes on until it is left
MADE_UP = {
    "{token}": "x",
    "{kind}": "people",
    "{name}": "people.csv",
    "{at}": "x",
    "{secret}": "x",
    "{id}": "x",
}
MANAGER = "sample-elm"
MANAGES = f"weekly,west-mercia,,nps,duty_spo,{MANAGER},,Mo-Fr,09:00,17:00,2026-11-30,,no,made up,no,yes\n"
NOT_THERE = {"/metrics", *(path for path in FOR if "{at}" in path)}  # the first for whoever is inside
MOST_OF_A_KIND = 2  # addresses that differ only in the row, or behind the question mark

STAFF_NAMES = ("Birch (sample)", "Elm (sample)", "Holder Sentinel", "01632 960001", "+441632960001")
AFAR = ("Afar Sentinel", "01632 960777", "+441632960777", "sample-afar")
CASE = ("Officer Sentinel",)
REFERENCE = "X320741"


def paths_of(routes: list[BaseRoute], above: str = "") -> Iterator[tuple[str, set[str]]]:
    """Every address that is served, with its methods."""
    for one in routes:
        if isinstance(one, Route):
            yield f"{above}{one.path}", set(one.methods or ())
        elif isinstance(one, Mount):
            below = list(paths_of(list(one.routes), f"{above}{one.path}"))
            yield from below or [(f"{above}{one.path}", set())]


def is_for_programs(path: str) -> bool:
    return path.startswith(FOR_PROGRAMS) and path not in FOR


def made_up(path: str) -> str:
    for name, value in MADE_UP.items():
        path = path.replace(name, value)
    return path


@dataclass
class Crawl:
    """The house, and a browser of each standing."""

    house: House
    browsers: dict[str, AsyncClient]
    afar: tuple[str, ...]  # people and an account of another area, which its keepers alone may see
    seen: dict[str, dict[str, Response]] = field(default_factory=dict)

    @property
    def served(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for path, methods in paths_of(self.house.app.router.routes):
            found.setdefault(path, set()).update(methods)
        return found


async def filled(house: House, folder: Path) -> Crawl:
    """The house with what is not to be told to somebody, and a browser of each standing."""
    afar = await _fill(house, folder)
    browsers = {"public": house.browser()}
    offers = (PARTNER, RECEPTION, OFFICER, OFFICER, ADMIN, ADMIN_OF_ALL)
    for who, offer in zip(WHO[1:], offers, strict=True):
        account = await house.account(offer)
        if who == "manager":
            await house.put_on_rota(account, MANAGER)
        browsers[who] = await house.signed_in(offer, account)
    return Crawl(house, browsers, (*AFAR, afar))


async def _fill(house: House, folder: Path) -> str:
    """Whatever is not to be told to somebody: names, a case, another area with people and an account."""
    engine, act = house.directory.accounts.engine, Act("somebody", "command line", NOON)
    fact = {"source": "sample", "assumed": False, "sample": True}
    async with writing(engine) as connection:
        here = Post.area == "west-mercia"
        await connection.execute(update(Post).where(here).values(name="Holder Sentinel"))
        agency = {"id": "sample-thames", "name": "Sample agency", "kind": "probation", "area": "london"}
        await connection.execute(
            insert(table(Agency)), [{**agency, "domain": None, "revoked": False, **fact}]
        )
        person = {"id": "sample-afar", "name": "Afar Sentinel", "provider": "nps", "area": "london"}
        await connection.execute(insert(table(Person)), [{**person, "number": "+441632960777", **fact}])
    afar = await house.account(Offer("sample-thames", Standing.OFFICER, "london"))
    (folder / "cases.csv").write_text(
        "crn,provider,area,office,officer,since,mappa,risk\n"
        f"{REFERENCE},nps,west-mercia,worcester,{CASE[0]},2014-06-02,yes,high\n"
    )
    await import_cases(engine, house.service.settings, folder / "cases.csv", How(act))
    return afar


async def get(crawl: Crawl, who: str, path: str) -> Response:
    return await crawl.browsers[who].get(path)


async def begun(crawl: Crawl, who: str, path: str) -> int:
    """The status of an answer that may never end."""
    cookies = "; ".join(f"{name}={value}" for name, value in crawl.browsers[who].cookies.items())
    scope = {
        "type": "http", "method": "GET", "path": path, "raw_path": path.encode(), "query_string": b"",
        "headers": [(b"host", b"signpost"), (b"cookie", cookies.encode())], "scheme": "http",
        "server": ("signpost", 80), "client": ("192.0.2.1", 1), "http_version": "1.1", "root_path": "",
    }  # fmt: skip
    status: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    async def send(message: dict[str, object]) -> None:
        if message["type"] == "http.response.start":
            status.set_result(int(str(message["status"])))

    async def receive() -> dict[str, object]:
        await asyncio.Event().wait()
        raise AssertionError

    serving = asyncio.create_task(crawl.house.app(scope, receive, send))  # type: ignore[arg-type]
    try:
        async with asyncio.timeout(5):
            return await status
    finally:
        serving.cancel()
        with suppress(asyncio.CancelledError):
            await serving


def expected(path: str, who: str) -> set[int]:
    if who not in FOR[path]:
        return {303} if who == "public" else {403}
    if path in NOT_THERE:
        return {404}
    return {303} if path == "/sign-in" and who != "public" else {200}


def told(body: str, secrets: tuple[str, ...]) -> set[str]:
    text = html.unescape(body)
    return {one for one in secrets if one in text}


def links_of(address: str, answer: Response) -> list[str]:
    """Where a page leads to; not to itself in the other language."""
    if not answer.headers.get("content-type", "").startswith("text/html"):
        return []
    hrefs = (html.unescape(one) for one in re.findall(r'\shref="([^"#]+)"', answer.text))
    path = urlsplit(address).path
    local = (f"{path}{one}" if one.startswith("?") else one for one in hrefs if one[0] in "/?")
    return [one for one in local if "language=" not in one]


async def seen_by(crawl: Crawl, who: str) -> dict[str, Response]:
    """Every page that links lead to from the first, as somebody sees it; of rows alike only some."""
    if who not in crawl.seen:
        seen, of_a_kind, waiting = dict[str, Response](), Counter[str](), ["/"]
        while waiting:
            address = waiting.pop(0)
            kind = re.sub(r"/rows/[^/]+", "/rows", urlsplit(address).path)
            if address not in seen and of_a_kind[kind] < MOST_OF_A_KIND:
                of_a_kind[kind] += 1
                seen[address] = await get(crawl, who, address)
                waiting += links_of(address, seen[address])
        crawl.seen[who] = seen
    return crawl.seen[who]


async def suspended(crawl: Crawl) -> AsyncClient:
    """The browser of an admin of all who has been suspended meanwhile."""
    account = await crawl.house.account(ADMIN_OF_ALL)
    browser = await crawl.house.signed_in(ADMIN_OF_ALL, account)
    async with writing(crawl.house.directory.accounts.engine) as connection:
        await accounts.suspend(connection, account, Act("somebody", "command line", NOON))
    return browser
