"""One chat's updates are answered one after another; different chats do not wait for each other."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

from directory.channels.updates import HELD_FOR

if TYPE_CHECKING:
    from redis.asyncio import Redis

logger = logging.getLogger(__name__)

HOLD_EVERY = HELD_FOR / 4  # seconds


class Turns:
    """For one process. First come, first served.

    aiogram's SimpleEventIsolation does the same but keeps a lock for every chat ever seen. Here a
    lock lives only as long as somebody holds or awaits it.
    """

    def __init__(self) -> None:
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    def turn(self, chat: int) -> AbstractAsyncContextManager[None]:
        """Wait for this chat's turn, and have it."""
        turn = self._turns.get(chat)
        if turn is None:
            turn = self._turns[chat] = asyncio.Lock()
        return turn


class TurnsInRedis(Turns):
    """For all processes that use the same Redis; while that is away, each for itself.

    A turn ends by itself a few seconds after its process was killed.
    """

    def __init__(self, redis: "Redis", bot: int) -> None:
        super().__init__()
        self._redis = redis
        self._key = f"signpost:turn:{bot}"

    @asynccontextmanager
    async def turn(self, chat: int) -> AsyncIterator[None]:
        """Wait for this chat's turn, first in this process and then among all, and have it."""
        async with super().turn(chat), self._turn_among_all(chat):
            yield

    @asynccontextmanager
    async def _turn_among_all(self, chat: int) -> AsyncIterator[None]:
        lock = self._redis.lock(f"{self._key}:{chat}", timeout=HELD_FOR, thread_local=False)
        try:
            await lock.acquire()
        except _away() as error:
            logger.warning("Redis is away (%s): chats are in order in this process.", type(error).__name__)
            yield
            return
        try:
            async with meanwhile(HOLD_EVERY, lock.reacquire):
                yield
        finally:
            with suppress(*_away()):
                await lock.release()


def _away() -> tuple[type[Exception], ...]:
    from redis.exceptions import RedisError  # noqa: PLC0415 - only where there is a Redis

    return RedisError, OSError, TimeoutError


@asynccontextmanager
async def meanwhile(every: float, do: Callable[[], Awaitable[object]]) -> AsyncIterator[None]:
    """Do something every so many seconds, for as long as the block runs; that it fails once is no matter."""

    repeating: list[asyncio.Task[None]] = []

    async def repeat() -> None:
        while True:
            with suppress(Exception):
                await do()
            await asyncio.sleep(every)

    def begin() -> None:  # so that what takes no time, as nearly all does, costs no task
        repeating.append(asyncio.create_task(repeat()))

    beginning = asyncio.get_running_loop().call_later(every, begin)
    try:
        yield
    finally:
        beginning.cancel()
        for task in repeating:
            task.cancel()
