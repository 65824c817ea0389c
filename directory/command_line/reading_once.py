"""Reading the directory for one command, and changing it in one transaction."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date

from sqlalchemy.ext.asyncio import AsyncConnection

from directory.audit.audit import Entry, record
from directory.command_line.days import today
from directory.opening import database_opened
from directory.pictures.pictures import Pictures
from directory.pictures.snapshot import load_pictures
from directory.settings import DirectorySettings
from directory.storage.database import count_change, database_errors, reading, writing
from routing.snapshot import Snapshot


async def read_pictures(settings: DirectorySettings | None = None) -> Pictures:
    """The directory of every day, as it is held now. Raises DirectoryError."""
    async with connected(settings) as connection:
        return await load_pictures(connection)


async def read_snapshot(settings: DirectorySettings | None = None, day: date | None = None) -> Snapshot:
    """The directory of a day; of today where none is given. Raises DirectoryError."""
    return (await read_pictures(settings)).at(day or today())


@asynccontextmanager
async def connected(settings: DirectorySettings | None = None) -> AsyncIterator[AsyncConnection]:
    """A connection to read on. Raises DirectoryError."""
    async with database_opened(settings or DirectorySettings()) as engine:
        with database_errors(engine):
            async with reading(engine) as connection:
                yield connection


@asynccontextmanager
async def changing(entry: Entry, settings: DirectorySettings | None = None) -> AsyncIterator[AsyncConnection]:
    """A connection to change the directory on: all of it or nothing, counted, and in the audit as `entry`.

    Raises DirectoryError.
    """
    async with changing_accounts(settings) as connection:
        yield connection
        await record(connection, [entry])
        await count_change(connection)


@asynccontextmanager
async def changing_accounts(settings: DirectorySettings | None = None) -> AsyncIterator[AsyncConnection]:
    """A connection to change what no picture shows: all of it or nothing. Raises DirectoryError."""
    async with database_opened(settings or DirectorySettings()) as engine:
        with database_errors(engine):
            async with writing(engine) as connection:
                yield connection
