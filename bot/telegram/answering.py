"""An update from its arrival until it is done: answered once, and in its chat's order.

Where Telegram will never take the answer, because whoever asked has blocked the bot or the chat is gone,
the update is done too: trying again would help nobody. Where Telegram or the network fails it is let go,
and whoever delivered it delivers it again.
"""

import asyncio
import logging
from enum import StrEnum
from typing import Any, NamedTuple, Protocol

from aiogram import Bot, Dispatcher
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramRetryAfter,
)
from aiogram.types import TelegramObject, Update

from bot.operation.failures import place_of
from bot.operation.metrics import IN_HAND, UPDATE_SECONDS, UPDATES
from bot.telegram.seen import Seen
from bot.telegram.turns import HOLD_EVERY, Turns, meanwhile
from directory.channels.updates import Claim

logger = logging.getLogger(__name__)


class Outcome(StrEnum):
    """What became of an update."""

    ANSWERED = "answered"
    REPEATED = "repeated"  # it had been answered before
    IGNORED = "ignored"  # of a kind that nothing is done about
    UNREACHABLE = "unreachable"  # nobody is there any longer to be answered
    REFUSED = "refused"  # Telegram does not take this answer, and never will
    ELSEWHERE = "elsewhere"  # another process is answering it
    DELAYED = "delayed"  # Telegram, the network or the time did not allow it
    FAILED = "failed"  # we did

    @property
    def settled(self) -> bool:
        """Whether it need not be delivered again."""
        return self not in (Outcome.ELSEWHERE, Outcome.DELAYED, Outcome.FAILED)


class Result(NamedTuple):
    """What became of an update, and in how many seconds to deliver it again where that was said."""

    outcome: Outcome
    again_in: int = 0


class Records(Protocol):
    """Where it is written down which updates are answered; `directory.updates` is it."""

    async def claim(self, bot: int, number: int) -> Claim:
        """Whether to answer this one."""
        ...

    async def done(self, bot: int, number: int) -> None:
        """It is answered."""
        ...

    def hold(self, bot: int, number: int) -> None:
        """It is still being answered."""
        ...

    def let_go(self, bot: int, number: int, *, failed: bool) -> None:
        """It could not be answered."""
        ...


class Answering:
    """Answers updates by a dispatcher, each within `patience` seconds where that is limited."""

    def __init__(
        self, bot: Bot, dispatcher: Dispatcher, records: Records, turns: Turns, patience: float | None = None
    ) -> None:
        self.bot = bot
        # aiogram warns of an update of any other kind by quoting all of it.
        self.kinds = dispatcher.resolve_used_update_types()
        self._dispatcher = dispatcher
        self._records = records
        self._turns = turns
        self._patience = patience
        self._settled = Seen()  # for while the database is away

    async def answer(self, update: Update) -> Result:
        """Answer it, if nobody has. Raises nothing but that it is cancelled."""
        kind = next((kind for kind in self.kinds if getattr(update, kind)), "other")
        with UPDATE_SECONDS.time(), IN_HAND.track_inprogress():
            known = kind in self.kinds
            result = await self._in_time(update, getattr(update, kind)) if known else Result(Outcome.IGNORED)
        UPDATES.labels(kind, result.outcome).inc()
        return result

    async def _in_time(self, update: Update, event: TelegramObject) -> Result:
        try:
            async with asyncio.timeout(self._patience) as limit:
                if update.inline_query:  # one a keystroke: answered twice it does no harm, and late no good
                    return await self._fed(update)
                async with self._turns.turn(_place(event)):
                    return await self._claimed(update, limit)
        except TimeoutError:
            return Result(Outcome.DELAYED)

    async def _claimed(self, update: Update, limit: asyncio.Timeout) -> Result:
        key = self.bot.id, update.update_id
        if key in self._settled or (claim := await self._records.claim(*key)) is Claim.DONE:
            return Result(Outcome.REPEATED)
        if claim is Claim.OTHERS:
            return Result(Outcome.ELSEWHERE)
        try:
            async with meanwhile(HOLD_EVERY, lambda: self._hold(key)):
                result = await self._fed(update)
        except asyncio.CancelledError:
            self._records.let_go(*key, failed=False)
            raise
        limit.reschedule(None)  # what remains is to write down that it is answered
        if result.outcome.settled:
            self._settled.add(key)
            await self._records.done(*key)
        else:
            self._records.let_go(*key, failed=result.outcome is Outcome.FAILED)
        return result

    async def _hold(self, key: tuple[int, int]) -> None:
        self._records.hold(*key)

    async def _fed(self, update: Update) -> Result:
        try:
            await self._dispatcher.feed_update(self.bot, update)
        except ClientDecodeError:  # the answer is delivered, and only Telegram's receipt is odd
            return Result(Outcome.ANSWERED)
        except TelegramForbiddenError:
            return Result(Outcome.UNREACHABLE)
        except TelegramBadRequest as error:
            if _nobody_there(error):
                return Result(Outcome.UNREACHABLE)
            logger.error("Telegram: an answer was refused: %s", place_of(error))
            return Result(Outcome.REFUSED)
        except TelegramRetryAfter as error:
            return Result(Outcome.DELAYED, error.retry_after)
        except TelegramAPIError as error:
            logger.warning("Telegram: an answer could not be delivered: %s", place_of(error))
            return Result(Outcome.DELAYED)
        except Exception as error:  # one update's failure is not another's
            logger.error("Telegram: an update failed: %s", place_of(error))
            return Result(Outcome.FAILED)
        return Result(Outcome.ANSWERED)


# What Telegram says with status 400 of a chat that is no longer there, or in which the bot may not speak.
_GONE = (
    "chat not found",
    "chat was deactivated",
    "chat was deleted",
    "chat_write_forbidden",
    "not enough rights to send",
    "have no rights to send",
    "topic_closed",
    "user not found",
    "query is too old",
)


def _nobody_there(error: TelegramBadRequest) -> bool:
    said = error.message.casefold()
    return any(words in said for words in _GONE)


def _place(event: Any) -> int:
    """What an update has to wait its turn for: its chat, or its sender where it is in none."""
    within = getattr(event, "chat", None) or getattr(getattr(event, "message", None), "chat", None)
    return int((within or event.from_user).id)
