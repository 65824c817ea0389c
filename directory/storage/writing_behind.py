"""Writing down, beside the answers, what an answer need not wait for, or waits for with others.

What is added goes into a queue at once, and a task writes all that waits in one transaction, so that a
hundred answers at a time cost little more than one. Closing writes what is left; what nobody waited for
can be lost in a crash, or where the database is away for so long that too much waits, and nothing else.
"""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from directory.storage.database import database_errors, in_a_thread, writing, writing_in_a_thread

logger = logging.getLogger(__name__)

Item = TypeVar("Item")
Write = Callable[[Connection, list[Item]], None]
_AT_A_TIME = 500
_AT_ONCE = 0.003  # seconds in which others may join: a transaction costs more than an answer
_TRY_AGAIN_AFTER = 1.0  # seconds
_MOST = 50_000  # that wait while the database is away: an hour of a busy day, and not all memory


class _Waiting(NamedTuple):
    """An item, what writes it, and the future that is done once it is committed."""

    write: Write[Any]
    item: Any
    committed: "asyncio.Future[None]"


class WriteBehind:
    """The queue and the task that empties it, which is started with the first item.

    `what` names the items where they have to wait. With a `pause`, in seconds, more of them are gathered
    before each transaction. `alone` says that no other writer may share it (see `database.writing`).
    """

    def __init__(self, engine: AsyncEngine, what: str, pause: float = 0.0, *, alone: bool = True) -> None:
        self._engine = engine
        self._in_a_thread = in_a_thread(engine)
        self._what = what
        self._pause = pause
        self._alone = alone
        self._waiting: list[_Waiting] = []  # oldest first; an item leaves it once it is committed
        self._due = asyncio.Event()
        self._hurry = asyncio.Event()
        self._closing = False
        self._task: asyncio.Task[None] | None = None

    @property
    def length(self) -> int:
        """How many wait."""
        return len(self._waiting)

    def add(self, write: Write[Item], item: Item, *, at_once: bool = False) -> "asyncio.Future[None]":
        """Have it written down soon, or `at_once` with all that was added before it.

        What is returned is done once that is committed; cancelled before, it is not written.
        """
        committed = asyncio.get_running_loop().create_future()
        self._waiting.append(_Waiting(write, item, committed))
        self._due.set()
        if at_once:
            self._hurry.set()
        if self._task is None:
            self._task = asyncio.create_task(self._keep_writing())
        return committed

    async def close(self) -> None:
        """Write what is left. Raises DatabaseError where that cannot be done."""
        if self._task is None:
            return
        self._closing = True
        self._due.set()
        self._hurry.set()
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
            with suppress(TimeoutError):
                await asyncio.wait_for(self._hurry.wait(), self._pause)
                await asyncio.sleep(_AT_ONCE)
            self._due.clear()
            if not self._closing:
                self._hurry.clear()
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
        while self._waiting:
            some = self._waiting[:_AT_A_TIME]
            await self._write_some(some)
            del self._waiting[: len(some)]
            for one in some:
                if not one.committed.done():
                    one.committed.set_result(None)

    async def _write_some(self, some: list[_Waiting]) -> None:
        if self._in_a_thread:
            await asyncio.to_thread(_write_in_a_thread, self._in_a_thread, some)
            return
        async with writing(self._engine, alone=self._alone) as connection:
            await connection.run_sync(_write, some)


def _write_in_a_thread(engine: Engine, some: list[_Waiting]) -> None:
    with writing_in_a_thread(engine) as connection:
        _write(connection, some)


def _write(connection: Connection, some: list[_Waiting]) -> None:
    for write, items in _by_writer(some).items():
        write(connection, items)


def _by_writer(some: list[_Waiting]) -> dict[Write[Any], list[Any]]:
    """What is still wanted, together with what is written in the same way."""
    found: dict[Write[Any], list[Any]] = {}
    for one in some:
        if not one.committed.cancelled():
            found.setdefault(one.write, []).append(one.item)
    return found
