"""A service at Worcester with clients of each standing, a rota and two cases, all made up."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from httpx import ASGITransport, AsyncClient, Response

from bot.assistant import Assistant
from bot.dialogue.dialogue import Dialogue
from bot.dialogue.reporting import Reporting
from bot.limits import BucketsInMemory, Limits
from bot.mail import mailer_of
from bot.service import Service
from bot.settings import Settings
from bot.web.reception.boards import Boards
from bot.web.rooms import web_app
from bot.worker.following import Following
from directory.accounts.clients import NewClient
from directory.accounts.invitations import Offer
from directory.accounts.standing import Identity
from directory.directory import Directory
from routing.hours import LONDON
from routing.vocabulary import Standing
from tests.clock import Clock
from tests.directory.people import POLICE, PROBATION

MONDAY = datetime(2026, 11, 30, 10, 30, tzinfo=LONDON)  # Birch (sample) is on at Worcester
KEEPER = Identity(Standing.ADMIN, account="sample-keeper")
REGISTERED, ALIKE = "B310482", "B310483"  # a case of the CRC at Kidderminster, and none
CASES = (
    "crn,provider,area,office,officer,since,mappa,risk\n"
    f"{REGISTERED},crc,west-mercia,kidderminster,Sample Officer 7,2014-06-02,no,medium\n"
)
OFFERS = {
    Standing.PARTNER: Offer(POLICE, Standing.PARTNER, "west-mercia"),
    Standing.RECEPTION: Offer(PROBATION, Standing.RECEPTION, "west-mercia", "worcester"),
    Standing.OFFICER: Offer(PROBATION, Standing.OFFICER, "west-mercia", "worcester"),
}


By = Standing | str  # somebody of a standing, or whoever shows this token


class Buckets(BucketsInMemory):
    """They are emptied between tests, as those move the time back."""

    def empty(self) -> None:
        self._buckets.clear()


@dataclass
class Town:
    """The service with its app; `tokens` by standing, none for the public."""

    service: Service
    clock: Clock
    tokens: dict[Standing, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.app = web_app(self.service)

    @property
    def directory(self) -> Directory:
        return self.service.assistant.directory

    def begin_anew(self) -> None:
        """It is Monday again, and nobody has asked anything."""
        self.clock.now = MONDAY
        buckets = self.service.limits.buckets
        assert isinstance(buckets, Buckets)
        buckets.empty()

    async def client(self, name: str, offer: Offer, **limits: int) -> str:
        """The token of a new client."""
        new = NewClient(name, offer, days=30, **limits)
        return await self.directory.clients.add(new, KEEPER, "test")

    async def get(self, path: str, by: By = Standing.PUBLIC, **query: str | int) -> Response:
        return await self.send("GET", path, by, params=query or None)

    async def post(self, path: str, body: Mapping[str, Any], by: By = Standing.PUBLIC) -> Response:
        return await self.send("POST", path, by, json=dict(body))

    async def send(
        self,
        method: str,
        path: str,
        by: By = Standing.PUBLIC,
        *,
        at: str = "192.0.2.1",
        **more: Any,
    ) -> Response:
        """A request with the token of a standing, or with one's own, from an address."""
        token = self.tokens.get(by) if isinstance(by, Standing) else by
        headers = {**more.pop("headers", {}), **({"authorization": f"Bearer {token}"} if token else {})}
        transport = ASGITransport(self.app, client=(at, 1))
        async with AsyncClient(transport=transport, base_url="http://signpost") as browser:
            return await browser.request(method, path, headers=headers, **more)


def service_on(directory: Directory, clock: Clock, data: Path, buckets: Buckets | None = None) -> Service:
    """The parts, as the composition root puts them together."""
    assistant = Assistant.on(directory, "west-mercia")
    reporting = Reporting(directory.number_reports, directory.count_unanswered)
    return Service(
        settings=Settings(data_dir=data),
        assistant=assistant,
        dialogue=Dialogue(assistant, clock, reporting),
        reporting=reporting,
        limits=Limits(buckets or Buckets()),
        mailer=mailer_of(None, "signpost@localhost", data / "mail.txt"),
        following=Following(directory),
        boards=Boards(directory),
    )
