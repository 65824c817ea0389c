"""The worker: it moves on what is due, sends what is to be said, and sees that neither is late.

Every replica runs one. What they share is in the database, which gives each request and each message to
one of them at a time; a replica that dies leaves both to the others.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta
from typing import NamedTuple, Protocol

from sqlalchemy.exc import SQLAlchemyError

from bot.handover.covering import say_cover
from bot.handover.saying import Saying
from bot.information.saying import InformationSaying
from bot.words.catalogue import Words
from bot.words.message import Message
from directory.directory import Directory
from directory.errors import DirectoryError
from directory.handover.handovers import AT_A_TIME, LATE
from directory.handover.outbox import Outgoing
from routing.cover import CoverRefusedError, CoverSaid
from routing.handover.news import Said
from routing.information.machine import To, Told
from routing.policy import Policies

logger = logging.getLogger(__name__)

LOOK_EVERY = 0.25  # seconds; a quarter of what a step may be late
CHASE_EVERY = 5.0
DEPARTED_EVERY = 2.0
MOST_AT_ONCE, IN_A_ROW = 8, 4  # messages; Telegram takes some thirty a second of a bot, and says when to wait
CHECK_EVERY = 20.0
REMIND_EVERY = 60.0
FORGET_EVERY = 3600.0
SEND_WITHIN = 30.0  # well below how long a claim holds
_AFTER_A_FAULT = 1.0
_AN_HOUR = 3600


class NotSentError(Exception):
    """It certainly was not sent; to be tried again, after `pause` where the channel says so."""

    def __init__(self, pause: timedelta | None = None) -> None:
        super().__init__("not sent")
        self.pause = pause


class NobodyThereError(Exception):
    """It can never be brought there: the chat is gone, or whoever it is does not want it."""


class Sends(Protocol):
    """A channel that brings messages to people."""

    async def words(self, chat: int) -> Words:
        """The words that whoever is in a chat is written to in."""
        ...

    async def send(self, chat: int, words: Words, message: Message, key: str) -> str:
        """Bring it to a chat; where it then stands. `key` is for a channel that can tell a message twice.

        Raises NotSentError or NobodyThereError; after any other error nobody knows whether it arrived.
        """
        ...

    async def replace(self, chat: int, place: str, words: Words, message: Message) -> None:
        """Put it in place of an earlier one. Raises as `send` does; doing it twice does no harm."""
        ...

    async def close(self) -> None:
        """Nothing more is to be sent."""
        ...


class Looked(NamedTuple):
    """How much is late: requests that nobody has moved on, messages that nobody has sent."""

    requests: int
    messages: int

    @property
    def in_time(self) -> bool:
        """Whether nothing is."""
        return not (self.requests or self.messages)


async def overdue(directory: Directory) -> Looked:
    """What is late by more than a minute, looked up apart from the worker. Raises DatabaseError."""
    followed = (directory.handovers, directory.information, directory.covers)
    requests = sum([await one.overdue() for one in followed])
    return Looked(requests, await directory.outbox.overdue(LATE))


class Following:
    """The worker of one replica. `sends` may come later: until then messages wait."""

    def __init__(self, directory: Directory, sends: Sends | None = None) -> None:
        self._directory = directory
        self.sends = sends
        self._version = directory.pictures.version
        self._is_behind = False  # more is due than one look takes: messages wait for it

    async def is_in_time(self) -> bool:
        """Whether nothing is late, for /healthz. Raises DatabaseError."""
        return (await overdue(self._directory)).in_time

    async def run(self, stop: asyncio.Event) -> None:
        """Look, send and check until stopped; what is in hand is finished."""
        try:
            await self._follow(stop)
        finally:
            if self.sends:
                await self.sends.close()

    async def _follow(self, stop: asyncio.Event) -> None:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(_again_and_again(self.look, LOOK_EVERY, stop))
            tasks.create_task(_again_and_again(self.chase, CHASE_EVERY, stop))
            tasks.create_task(_again_and_again(self.see_to_departed, DEPARTED_EVERY, stop))
            tasks.create_task(_again_and_again(self.deliver, LOOK_EVERY, stop))
            tasks.create_task(_again_and_again(self.check, CHECK_EVERY, stop))
            tasks.create_task(_again_and_again(self.remind, REMIND_EVERY, stop))
            tasks.create_task(_again_and_again(self.remind_takers, CHECK_EVERY, stop))
            tasks.create_task(_again_and_again(self.forget, FORGET_EVERY, stop))

    async def look(self) -> None:
        """Move on all that is due; all that is open, where the directory has changed."""
        handovers, version = self._directory.handovers, self._directory.pictures.version
        if version != self._version:
            await handovers.look_at_all_soon()
            self._version = version
        while moved := await handovers.look_at_due():
            self._is_behind = moved == AT_A_TIME
        self._is_behind = False

    async def chase(self) -> None:
        """Move on a few requests to other agencies: all of a morning's are due as the offices open, and no
        call back is to wait behind their reminders. And give up cover that nobody has taken."""
        await self._directory.information.look_at_due()
        await self._directory.covers.look_at_due()

    async def see_to_departed(self) -> None:
        """Let go of whoever has left, is suspended or of a revoked agency, in whatever is open."""
        await self._directory.departed.see_to()

    async def remind(self) -> None:
        """Have everybody told whose shift begins within the hour."""
        await self._directory.reminders.remind()

    async def remind_takers(self) -> None:
        """Have everybody told whose promise to ring is nearly over."""
        await self._directory.reminders.remind_takers()

    async def deliver(self) -> None:
        """Send some of what can be sent now, once no step is late; more at once a channel would not take."""
        for _ in range(IN_A_ROW):
            if self._is_behind or not self.sends:
                return
            if not (some := await self._directory.outbox.claim(MOST_AT_ONCE)):
                return
            await asyncio.gather(*(self._send(self.sends, one) for one in some))

    async def check(self) -> None:
        """Have the managers told where something is late."""
        late = await overdue(self._directory)
        if not late.in_time:
            logger.error("%d requests and %d messages are more than a minute late.", *late)
            await self._alarm(late)

    async def forget(self) -> None:
        """Take out what was sent, finished or counted long ago."""
        limits = Policies.bundled().limits
        await self._directory.outbox.forget_old()
        await self._directory.finished_requests.forget_old(limits)
        await self._directory.enquiry_counts.forget_old(limits)

    async def _alarm(self, late: Looked) -> None:
        """Past the outbox's queue, which may be what is stuck: whoever writes the key sends it."""
        directory = self._directory
        hour = int(directory.now().timestamp()) // _AN_HOUR
        about = {"requests": late.requests, "messages": late.messages}
        for chat in await directory.keepers():
            first = await directory.outbox.say_at_once(f"overdue.{hour}.{chat}", Said.OVERDUE, about)
            if first and self.sends:
                try:
                    words = await self.sends.words(chat)
                    message = Saying(words, directory.snapshot, directory.now()).overdue(**about)
                    await self.sends.send(chat, words, message, f"overdue.{hour}.{chat}")
                except Exception as error:  # the log has it
                    logger.error("A manager could not be told: %s", type(error).__name__)

    async def _send(self, sends: Sends, one: Outgoing) -> None:
        """Send one message, and write down what became of it. Raises nothing but a fault of the database."""
        outbox = self._directory.outbox
        chat = await outbox.recipients_chat(one.recipient)
        try:
            if chat is None:
                raise NobodyThereError
            words = await sends.words(chat)
            message = await self._said(words, one)
            async with asyncio.timeout(SEND_WITHIN):
                if one.said != Said.OVER:
                    await outbox.sent(one, await sends.send(chat, words, message, one.key))
                elif one.instead_of:
                    await sends.replace(chat, one.instead_of, words, message)
                    await outbox.sent(one, None)
                else:
                    await outbox.sent(one, None)  # there is nothing that it could take the place of
        except NotSentError as error:
            await outbox.put_off(one, error.pause)
        except NobodyThereError:
            await self._not_delivered(one)
        except (DirectoryError, SQLAlchemyError):
            raise
        except Exception as error:  # nobody knows whether it arrived: it is sent again when the claim is over
            logger.warning("A message may not have arrived: %s", type(error).__name__)

    async def _said(self, words: Words, one: Outgoing) -> Message:
        directory = self._directory
        if one.said in tuple(Told):
            names = await directory.information.agencies.names()
            return InformationSaying(words, directory.snapshot, directory.now(), names).message(one)
        if one.said in tuple(CoverSaid):
            return say_cover(words, directory.snapshot, one)
        account = one.recipient.removeprefix("account ")
        held = await directory.handovers.held_by(account) if one.said == Said.SUMMARY else ()
        return Saying(words, directory.snapshot, directory.now()).message(one, held)

    async def _not_delivered(self, one: Outgoing) -> None:
        """Whoever cannot be reached is passed over at once, where a request was offered to them."""
        directory = self._directory
        if one.said == Said.OFFER and one.handover and one.recipient.startswith("account "):
            await directory.handovers.not_delivered(one.handover, one.recipient.removeprefix("account "))
        await directory.outbox.give_up(one, "nobody there")
        if one.said in tuple(Told) and one.about["to"] == To.AGENCY:
            await directory.information.not_delivered(one.about["id"], one.key)
        if one.said == CoverSaid.ASKED:
            with suppress(CoverRefusedError):  # it has ended meanwhile
                await directory.covers.decline(one.about["id"], one.recipient.removeprefix("account "))


async def _again_and_again(do: Callable[[], Awaitable[None]], every: float, stop: asyncio.Event) -> None:
    """Do it until stopped; a fault of the database or of ours is waited out, and never ends the worker."""
    while not stop.is_set():
        pause = every
        try:
            await do()
        except Exception as error:
            logger.error("Call backs wait (%s); trying again.", type(error).__name__)
            pause = _AFTER_A_FAULT
        try:
            await asyncio.wait_for(stop.wait(), pause)
        except TimeoutError:
            continue
