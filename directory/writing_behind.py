"""Writing down, beside the answers, what an answer need not wait for.

What is added goes into a queue at once, and a task writes all that waits in one transaction. Closing
writes what is left; nothing is lost but in a crash.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Generic, TypeVar

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.database import database_errors, writing

logger = logging.getLogger(__name__)

Item = TypeVar("Item")
_AT_A_TIME = 500
_TRY_AGAIN_AFTER = 1.0  # seconds


class WriteBehind(Generic[Item]):
    """The queue and the task that empties it, which is started with the first item.

    `write` writes items in a transaction; `what` names them where they have to wait. With a `pause`, in
    seconds, more of them are gathered before each transaction.
    """

    def __init__(
        self,
        engine: AsyncEngine,
        write: Callable[[AsyncConnection, list[Item]], Awaitable[None]],
        what: str,
        pause: float = 0.0,
    ) -> None:
        self._engine = engine
        self._write = write
        self._what = what
        self._pause = pause
        self.waiting: list[Item] = []  # oldest first; an item leaves it once it is committed
        self._due = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._closing = asyncio.Event()

    def add(self, item: Item) -> None:
        """Have it written down soon."""
        self.waiting.append(item)
        self._due.set()
        if self._task is None:
            self._task = asyncio.create_task(self._keep_writing())

    async def close(self) -> None:
        """Write what is left. Raises DatabaseError where that cannot be done."""
        if self._task is None:
            return
        self._closing.set()
        self._due.set()
        await self._task  # never cancelled: what it is committing just now would be written twice
        with database_errors(self._engine):
            await self._write_all()

    async def _keep_writing(self) -> None:
        while not self._closing.is_set():
            await self._due.wait()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._closing.wait(), self._pause)
            self._due.clear()
            try:
                await self._write_all()
            except (SQLAlchemyError, OSError) as error:
                logger.warning(
                    "%d %s wait to be written (%s).", len(self.waiting), self._what, type(error).__name__
                )
                await asyncio.sleep(_TRY_AGAIN_AFTER)
                self._due.set()

    async def _write_all(self) -> None:
        while self.waiting:
            some = self.waiting[:_AT_A_TIME]
            async with writing(self._engine) as connection:
                await self._write(connection, some)
            del self.waiting[: len(some)]
