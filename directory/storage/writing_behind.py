"""Writing down, beside the answers, what an answer need not wait for, or waits for with others.

What is added goes into a queue at once, and a task writes all that waits in one transaction, so that a
hundred answers at a time cost little more than one. Closing writes what is left; what nobody waited for
can be lost in a crash, or where the database is away for so long that too much waits, and nothing else.
"""

import asyncio
import logging
import math
import sqlite3
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from directory.storage.bare_sqlite import BareSqlite
from directory.storage.database import database_errors, in_a_thread, writing, writing_by

logger = logging.getLogger(__name__)

Item = TypeVar("Item")
Writes = Connection | BareSqlite  # the second only in a queue that was given one
Write = Callable[[Any, list[Item]], None]
_AT_A_TIME = 500
_FEW = 50  # items that take no more than a few milliseconds
_TRY_AGAIN_AFTER = 1.0  # seconds
_MOST = 50_000  # that wait while the database is away: an hour of a busy day, and not all memory


class _Waiting(NamedTuple):
    """An item, what writes it, and the future that is done once it is committed."""

    write: Write[Any]
    item: Any
    committed: "asyncio.Future[None]"


class WriteBehind:
    """The queue and the task that empties it, which is started with the first item.

    `what` names the items where they have to wait. An item is written within `pause` seconds, or as many as
    are given with it, and with it all that was added by then: so those that can wait cost no transaction
    of their own. `alone` says that no other writer may share it (see `database.writing`). `bare` is for items
    of which a few are written before a thread could begin to: SQLite then takes them on the spot.
    """

    def __init__(
        self,
        engine: AsyncEngine,
        what: str,
        pause: float = 0.0,
        *,
        alone: bool = True,
        bare: BareSqlite | None = None,
    ) -> None:
        self._engine = engine
        self._in_a_thread = in_a_thread(engine)
        self._bare = bare
        self._what = what
        self._pause = pause
        self._alone = alone
        self._waiting: list[_Waiting] = []  # oldest first; an item leaves it once it is committed
        self._due = asyncio.Event()
        self._due_at = math.inf  # when that will be set, by the loop's clock
        self._closing = False
        self._task: asyncio.Task[None] | None = None

    @property
    def length(self) -> int:
        """How many wait."""
        return len(self._waiting)

    def add(self, write: Write[Item], item: Item, *, within: float | None = None) -> "asyncio.Future[None]":
        """Have it written down.

        What is returned is done once that is committed; cancelled before, it is not written.
        """
        loop = asyncio.get_running_loop()
        committed = loop.create_future()
        self._waiting.append(_Waiting(write, item, committed))
        due_at = loop.time() + (self._pause if within is None else within)
        if due_at < self._due_at:
            self._due_at = due_at
            loop.call_at(due_at, self._due.set)
        if self._task is None:
            self._task = asyncio.create_task(self._keep_writing())
        return committed

    async def close(self) -> None:
        """Write what is left. Raises DatabaseError where that cannot be done."""
        if self._task is None:
            return
        self._closing = True
        self._due.set()
        await self._task  # never cancelled: what it is committing just now would be written twice
        try:
            with database_errors(self._engine):
                await self._write_all()
        finally:
            if self._in_a_thread:
                self._in_a_thread.dispose()

    async def _keep_writing(self) -> None:
        while not self._closing:
            await self._due.wait()
            self._due.clear()
            self._due_at = math.inf
            try:
                await self._write_all()
            except (SQLAlchemyError, OSError) as error:
                logger.warning(
                    "%d %s wait to be written (%s).", len(self._waiting), self._what, type(error).__name__
                )
                self._give_up_some()
                await asyncio.sleep(_TRY_AGAIN_AFTER)
                self._due.set()

    def _give_up_some(self) -> None:
        """Let go of what nobody wants written any longer, and of the oldest where too much waits."""
        wanted = [one for one in self._waiting if not one.committed.cancelled()]
        for one in wanted[:-_MOST]:
            one.committed.cancel()
        self._waiting = wanted[-_MOST:]

    async def _write_all(self) -> None:
        """All that waits by now; what is added meanwhile has its own time."""
        left = len(self._waiting)
        while left:
            some = self._waiting[: min(left, _AT_A_TIME)]
            await self._write_some(some)
            del self._waiting[: len(some)]
            left -= len(some)
            for one in some:
                if not one.committed.done():
                    one.committed.set_result(None)

    async def _write_some(self, some: list[_Waiting]) -> None:
        if self._in_a_thread:
            if not self._is_written_on_the_spot(some):
                await asyncio.to_thread(_write_by, self._in_a_thread, some)
            return
        async with writing(self._engine, alone=self._alone) as connection:
            await connection.run_sync(_write, some)

    def _is_written_on_the_spot(self, some: list[_Waiting]) -> bool:
        """Write a few items without a thread, if nobody else is writing just now."""
        if self._bare is None or len(some) > _FEW:
            return False
        try:
            with self._bare.transaction():
                _write(self._bare, some)
        except (SQLAlchemyError, sqlite3.Error):  # who tries again in a thread waits, or says what is wrong
            return False
        return True


def _write_by(engine: Engine, some: list[_Waiting]) -> None:
    with writing_by(engine) as connection:
        _write(connection, some)


def _write(connection: Writes, some: list[_Waiting]) -> None:
    for write, items in _by_writer(some).items():
        write(connection, items)


def _by_writer(some: list[_Waiting]) -> dict[Write[Any], list[Any]]:
    """What is still wanted, together with what is written in the same way."""
    found: dict[Write[Any], list[Any]] = {}
    for one in some:
        if not one.committed.cancelled():
            found.setdefault(one.write, []).append(one.item)
    return found
