"""The one place where a request to Telegram is tried again; aiogram itself tries everything once.

A connection that drops may drop before or after Telegram has acted, and nobody can tell which. We
send again: a person who gets the same answer twice loses nothing, one who gets none may be left
without the number they need. So delivery is at least once, and every other method we use (editing,
confirming a press, fetching updates) does the same thing however often it is repeated.
"""

import logging
from collections.abc import Awaitable, Callable
from itertools import count

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramConflictError,
    TelegramEntityTooLarge,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import GetMe, GetUpdates, Response, TelegramMethod
from aiogram.methods.base import TelegramType

from bot.operation.metrics import RETRIES

logger = logging.getLogger(__name__)

Sleep = Callable[[float], Awaitable[object]]

ATTEMPTS = 6
PATIENCE_SECONDS = 90.0  # of pauses in all, for one request
FIRST_PAUSE_SECONDS = 0.25
LONGEST_PAUSE_SECONDS = 8.0
CONFLICT_PAUSE_SECONDS = 3.0

_PASSING = (TelegramRetryAfter, TelegramServerError, TelegramNetworkError)
_LASTING = (TelegramEntityTooLarge, TelegramUnauthorizedError, TelegramNotFound)


class Retries(BaseRequestMiddleware):
    """Waits as told after 429; after 5xx and dropped connections waits twice as long each time.

    Listening (getMe, getUpdates) never gives up, whatever the server says, unless it refuses the
    token. Everything else gives up after ATTEMPTS or `patience` seconds and raises what came last.
    """

    def __init__(self, sleep: Sleep, patience: float = PATIENCE_SECONDS) -> None:
        self._sleep = sleep
        self._patience = patience

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """Make the request, again where that can help."""
        listening = isinstance(method, GetMe | GetUpdates)
        waited = 0.0
        for attempt in count(1):
            try:
                return await make_request(bot, method)
            except TelegramAPIError as error:
                pause = _pause(error, attempt)
                if not _worth_another_try(error, listening):
                    raise
                if not listening and (attempt == ATTEMPTS or waited + pause > self._patience):
                    raise
                RETRIES.labels(method.__api_method__, type(error).__name__).inc()
                # The kind of the error only: its text may name a chat, or an address with the token.
                logger.warning(
                    "Telegram: %s met %s; trying again in %.2f s",
                    method.__api_method__,
                    type(error).__name__,
                    pause,
                )
            await self._sleep(pause)
            waited += pause
        raise AssertionError("unreachable: the loop above only returns or raises")


def _worth_another_try(error: TelegramAPIError, listening: bool) -> bool:
    if isinstance(error, _LASTING):
        return False
    return listening or isinstance(error, _PASSING)


def _pause(error: TelegramAPIError, attempt: int) -> float:
    if isinstance(error, TelegramRetryAfter):
        return float(error.retry_after)
    if isinstance(error, TelegramConflictError):
        return CONFLICT_PAUSE_SECONDS
    # The exponent is bounded too: listening goes on for days, and 2.0 ** 1100 does not exist.
    return min(FIRST_PAUSE_SECONDS * 2.0 ** min(attempt - 1, 16), LONGEST_PAUSE_SECONDS)
