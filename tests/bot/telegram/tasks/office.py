"""A bot on a real directory, and a person who becomes whoever a test needs."""

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlalchemy import update

from bot.channel import Channel
from bot.telegram.client import create_bot
from bot.telegram.outbox import SendsByTelegram
from bot.worker.following import Following
from directory.accounts import accounts, invitations
from directory.accounts.binding import Person
from directory.accounts.invitations import Offer
from directory.accounts.standing import TELEGRAM
from directory.audit.audit import Act
from directory.directory import Directory
from directory.storage.database import writing
from directory.tables import Account
from routing.vocabulary import Standing
from tests.directory.made_up_rota import DUTY
from tests.directory.people import LIMITS, POLICE, PROBATION
from tests.end_to_end.bot_api_server import BotApiServer
from tests.end_to_end.wire import TOKEN, Shown

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)  # a Tuesday
PARTNER = Offer(POLICE, Standing.PARTNER, "west-mercia")
COORDINATOR = Offer(POLICE, Standing.PARTNER, "west-mercia", coordinator=True)
OFFICER = Offer(PROBATION, Standing.OFFICER, "west-mercia", "worcester")
RECEPTION = Offer(PROBATION, Standing.RECEPTION, "west-mercia", "worcester")
ADMIN = Offer(PROBATION, Standing.ADMIN, "west-mercia")
ACT = Act("somebody", "command line", NOON)


@dataclass
class Office:
    """A bot on a real directory, and a person who becomes whoever a test needs."""

    server: BotApiServer
    directory: Directory
    changed: asyncio.Event = field(default_factory=asyncio.Event)  # the pictures of the directory

    @property
    def person(self) -> Person:
        """Who writes."""
        return Person(TELEGRAM, self.server.person)

    async def is_made(self, offer: Offer) -> str:
        """Verify who writes; their account."""
        return await self.directory.accounts.redeem(await self._token(offer), self.person, LIMITS)

    async def invites(self, offer: Offer) -> str:
        """What somebody's app sends who opens an invitation."""
        return f"/start {await self._token(offer)}"

    async def _token(self, offer: Offer) -> str:
        async with writing(self.directory.accounts.engine) as connection:
            return await invitations.issue(connection, offer, ACT, 1)

    async def is_on_the_rota(self, account: str, person: str) -> None:
        """Say who an account is on the rota, and nobody else is."""
        async with writing(self.directory.accounts.engine) as connection:
            await connection.execute(update(Account).values(person=None))
            await connection.execute(update(Account).where(Account.id == account).values(person=person))

    def on_duty(self) -> str | None:
        """Who is on at Worcester for the NPS, as answers have it."""
        person = self.directory.snapshot.rota.who_is_on(DUTY, NOON)
        return person.id if person else None

    async def rota_shows(self, person: str | None) -> None:
        """Wait until a change is in the pictures that answers are made from."""
        async with asyncio.timeout(10):
            while self.on_duty() != person:
                self.changed.clear()
                await self.changed.wait()

    async def is_told_what_waits(self) -> None:
        """Have the outbox emptied, as the worker does."""
        bot = create_bot(TOKEN, self.server.base, patience=None)
        sends = SendsByTelegram(bot, Channel(TELEGRAM, "west-mercia"))
        await Following(self.directory, sends).deliver()
        await sends.close()

    async def is_suspended(self, account: str) -> None:
        """Suspend somebody."""
        async with writing(self.directory.accounts.engine) as connection:
            await accounts.suspend(connection, account, ACT)

    async def says(self, text: str) -> Shown:
        """A message, and what comes back."""
        await self.server.user_sends(text)
        return await self.sees(self.server.person)

    async def presses(self, label: str, by: int | None = None) -> Shown:
        """A button, and what comes of it."""
        chat = by or self.server.person
        await self.server.user_presses(label, by=chat, chat=chat)
        return await self.sees(chat)

    async def sees(self, chat: int) -> Shown:
        """What comes next in a chat, whatever comes in others."""
        while (shown := await self.server.next_message()).chat != chat:
            pass
        return shown
