"""Noticing that the directory has changed, in whatever process, and reading it anew.

On PostgreSQL a change is told at its commit (LISTEN); on SQLite the version is read again every so
often, which costs some 50 microseconds. Either way the version decides, so nothing is missed that was
changed while a connection was down.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.pictures.pictures import Pictures
from directory.pictures.snapshot import load_pictures
from directory.storage.aside import on_its_own
from directory.storage.database import CHANGES, directory_version, reading

logger = logging.getLogger(__name__)

PutInPlace = Callable[[], None]
Prepare = Callable[[Pictures], PutInPlace]
_LOOK_ANYWAY = 30.0  # seconds; where changes are told, looking is for those that were not
_LAST_LOOK = 5.0  # seconds that the end waits for what is being read


class Watch:
    """Keeps the pictures the newest, from `begin` until `end`.

    `prepare` gets each new ones in a thread of its own, where it may take its time; what it
    returns is called on the event loop, and puts everything into place at one moment.
    """

    def __init__(self, engine: AsyncEngine, version: int, prepare: Prepare, poll_every: float) -> None:
        self._engine = engine
        self._version = version
        self._prepare = prepare
        self._poll_every = poll_every
        self._ending = False
        self._stirred = asyncio.Event()  # there may be a change, or it is to end
        self._task: asyncio.Task[None] | None = None
        self._newest_at = asyncio.get_running_loop().time()

    @property
    def age(self) -> float:
        """Seconds since the pictures were last found to be the newest."""
        return asyncio.get_running_loop().time() - self._newest_at

    def begin(self) -> None:
        """Watch from now on. A database that is away for a while is waited for."""
        self._task = asyncio.create_task(self._run())

    async def end(self) -> None:
        """Watch no longer.

        What is being asked of the database is waited for: SQLite's driver asks in a thread, which would
        answer to a loop that is gone.
        """
        if self._task is None:
            return
        self._ending = True
        self._stirred.set()
        await asyncio.wait([self._task], timeout=_LAST_LOOK)
        self._task.cancel()
        await asyncio.wait([self._task])

    async def _run(self) -> None:
        while not self._ending:
            try:
                async with _told_of_changes(self._engine, self._stirred.set) as connection:
                    while not self._ending:
                        await self._catch_up(connection)
                        await self._stir(self._poll_every if _has_to_look(self._engine) else _LOOK_ANYWAY)
            except (SQLAlchemyError, OSError) as error:
                logger.warning("The directory cannot be watched (%s); trying again.", type(error).__name__)
            except Exception as error:
                # The picture of before goes on serving; what cannot be read may be mended meanwhile.
                logger.error("The directory cannot be read anew (%s); trying again.", type(error).__name__)
            await self._stir(self._poll_every)

    async def _stir(self, at_the_latest: float) -> None:
        """Wait until there may be a change, or it is to end; so many seconds at most."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._stirred.wait(), at_the_latest)
        if not self._ending:
            self._stirred.clear()

    async def _catch_up(self, connection: AsyncConnection) -> None:
        if await directory_version(connection) == self._version:
            self._newest_at = asyncio.get_running_loop().time()
            return
        pictures, put_in_place = await asyncio.to_thread(self._read_and_prepare)
        put_in_place()
        self._version = pictures.version

    def _read_and_prepare(self) -> tuple[Pictures, PutInPlace]:
        """In a thread, with an event loop of its own: a national directory takes a second or two."""
        pictures = on_its_own(self._engine, read_anew)
        return pictures, self._prepare(pictures)


async def read_anew(engine: AsyncEngine) -> Pictures:
    """The pictures of a database as it is now."""
    async with reading(engine) as connection:
        return await load_pictures(connection)


def _has_to_look(engine: AsyncEngine) -> bool:
    """Whether nothing tells of a change."""
    return bool(engine.dialect.name == "sqlite")


@asynccontextmanager
async def _told_of_changes(engine: AsyncEngine, tell: Callable[[], None]) -> AsyncIterator[AsyncConnection]:
    """A connection of its own, which calls `tell` when there may be a change, where the database says so."""
    async with engine.connect() as connection:
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        if _has_to_look(engine):
            yield connection
            return
        driver: Any = (await connection.get_raw_connection()).driver_connection

        def told(*_: object) -> None:
            tell()

        driver.add_termination_listener(told)
        await driver.add_listener(CHANGES, told)
        try:
            yield connection
        finally:
            # A connection that goes back to the pool with a listener on it would be complained of.
            if not driver.is_closed():
                await driver.remove_listener(CHANGES, told)
