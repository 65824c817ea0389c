"""The worker: it moves on what is due, sends what is to be said, and sees that neither is late.

Every replica runs one. What they share is in the database, which gives each request and each message to
one of them at a time; a replica that dies leaves both to the others.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import NamedTuple

from bot.call_backs.saying import Saying
from bot.worker.delivering import Delivering, Sends
from directory.call_backs.call_backs import AT_A_TIME, LATE
from directory.directory import Directory
from routing.call_backs.news import Said
from routing.policy import Policies

logger = logging.getLogger(__name__)

LOOK_EVERY = 0.25  # seconds; a quarter of what a step may be late
CHASE_EVERY = 5.0
DEPARTED_EVERY = 2.0
MOST_AT_ONCE, IN_A_ROW = 8, 4  # messages; Telegram takes some thirty a second of a bot, and says when to wait
CHECK_EVERY = 20.0
REMIND_EVERY = 60.0
FORGET_EVERY = 3600.0
_AFTER_A_FAULT = 1.0
_AN_HOUR = 3600


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
    followed = (directory.call_backs, directory.information, directory.covers)
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
        call_backs, version = self._directory.call_backs, self._directory.pictures.version
        if version != self._version:
            await call_backs.look_at_all_soon()
            self._version = version
        while moved := await call_backs.look_at_due():
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
            delivering = Delivering(self._directory, self.sends)
            await asyncio.gather(*(delivering.send(one) for one in some))

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
        for chat in await directory.keepers.of(directory.area):
            first = await directory.outbox.say_at_once(f"overdue.{hour}.{chat}", Said.OVERDUE, about)
            if first and self.sends:
                try:
                    words = await self.sends.words(chat)
                    message = Saying(words, directory.snapshot, directory.now()).overdue(**about)
                    await self.sends.send(chat, words, message, f"overdue.{hour}.{chat}")
                except Exception as error:  # the log has it
                    logger.error("A manager could not be told: %s", type(error).__name__)


async def _again_and_again(do: Callable[[], Awaitable[None]], every: float, stop: asyncio.Event) -> None:
    """Do it until stopped; a fault of the database or of ours is waited out, and never ends the worker.

    One that lasts is logged once.
    """
    fault = ""
    while not stop.is_set():
        pause, before, fault = every, fault, ""
        try:
            await do()
        except Exception as error:
            pause, fault = _AFTER_A_FAULT, type(error).__name__
            if fault != before:
                logger.error("Requests wait (%s); trying again.", fault)
        try:
            await asyncio.wait_for(stop.wait(), pause)
        except TimeoutError:
            continue
