"""All that is served on the web, in this process, on a real directory; and people who are signed in."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient
from sqlalchemy import update

from bot.assistant import Assistant
from bot.call_backs.calling_back import CallingBack
from bot.dialogue.dialogue import Dialogue
from bot.dialogue.reporting import Reporting
from bot.limits import BucketsInMemory, Limits
from bot.service import Service
from bot.settings import Settings
from bot.web.cookies import csrf_of
from bot.web.reception.boards import Boards
from bot.web.rooms import web_app
from bot.worker.following import Following
from directory.accounts import invitations
from directory.accounts.binding import Person
from directory.accounts.invitations import Offer
from directory.accounts.standing import TELEGRAM
from directory.audit.audit import Act
from directory.directory import Directory, Running
from directory.signing_in import sessions
from directory.storage.database import writing
from directory.tables import Account, Agency
from routing.vocabulary import Standing
from tests.directory.people import COUNCIL, LIMITS, POLICE, PROBATION, add_agencies

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)  # a Tuesday
PARTNER = Offer(POLICE, Standing.PARTNER, "west-mercia")
RECEPTION = Offer(PROBATION, Standing.RECEPTION, "west-mercia", "worcester")
OFFICER = Offer(PROBATION, Standing.OFFICER, "west-mercia", "worcester")
ADMIN = Offer(PROBATION, Standing.ADMIN, "west-mercia")
ADMIN_OF_ALL = Offer(PROBATION, Standing.ADMIN)


@dataclass
class Post:
    """Takes letters, in the order in which they come."""

    letters: "asyncio.Queue[str]" = field(default_factory=asyncio.Queue)

    async def send(self, to: str, subject: str, text: str) -> None:
        """Keep the text of one."""
        await self.letters.put(text)


@dataclass
class House:
    """The running parts, and the moment that it is for them."""

    service: Service
    app: FastAPI
    post: Post
    now: datetime = NOON
    network: int = 0  # from which all browsers come
    people: "count[int]" = field(default_factory=lambda: count(8001))

    @property
    def directory(self) -> Directory:
        """The directory, open."""
        return self.service.assistant.directory

    def browser(self, token: str = "") -> AsyncClient:
        """A browser that shows a cookie, as if signed in by it; it follows no redirects."""
        client = AsyncClient(
            transport=ASGITransport(self.app, client=(f"192.0.2.{self.network}", 1)),
            base_url="http://signpost",
        )
        if token:
            client.cookies.set("signpost", token)
            client.headers["x-csrf-token"] = csrf_of(token)
        return client

    async def letter(self) -> str:
        """The text of the letter that is on its way. It is sent beside the answer."""
        async with asyncio.timeout(5):
            return await self.post.letters.get()

    async def account(self, offer: Offer) -> str:
        """Somebody new with an account."""
        act = Act("somebody", "command line", self.now)
        async with writing(self.directory.accounts.engine) as connection:
            token = await invitations.issue(connection, offer, act, 1)
        return await self.directory.accounts.redeem(token, Person(TELEGRAM, next(self.people)), LIMITS)

    async def put_on_rota(self, account: str, person: str) -> None:
        """Have an account be somebody on the rota."""
        async with writing(self.directory.accounts.engine) as connection:
            await connection.execute(update(Account).where(Account.id == account).values(person=person))

    async def signed_in(self, offer: Offer, account: str | None = None) -> AsyncClient:
        """A browser in which somebody is signed in, whose forms are taken to be ours."""
        account = account or await self.account(offer)
        async with writing(self.directory.accounts.engine) as connection:
            return self.browser(await sessions.begin(connection, account, "mail", self.now))


@asynccontextmanager
async def open_house(folder: Path, template: Path) -> AsyncIterator[House]:
    """On a copy of a data folder, with the agencies of tests/directory/people.py."""
    settings = Settings(data_dir=shutil.copytree(template, folder / "data"))
    house: House | None = None

    def clock() -> datetime:
        return house.now if house else NOON

    async with await Directory.open(settings, Running(clock=clock, poll_every=0.05)) as directory:
        async with writing(directory.accounts.engine) as connection:
            await add_agencies(connection)
            for agency in (POLICE, COUNCIL):  # on a domain that is secure in this year too
                domain = {"domain": f"{agency}.cjsm.net"}
                await connection.execute(update(Agency).where(Agency.id == agency).values(domain))
        post, assistant = Post(), Assistant.on(directory, settings.area)
        reporting = Reporting(directory.number_reports, directory.count_unanswered)
        calls = CallingBack(directory)
        dialogue, limits = Dialogue(assistant, clock, reporting, calls), Limits(BucketsInMemory())
        service = Service(
            settings, assistant, dialogue, reporting, limits, post, Following(directory), Boards(directory)
        )
        house = House(service, web_app(service), post)
        stop = asyncio.Event()
        following_boards = asyncio.create_task(service.boards.run(stop))
        try:
            yield house
        finally:
            stop.set()
            await following_boards
