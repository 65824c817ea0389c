"""The database, SQLite or PostgreSQL: opening it, reading and changing it, by one process or several.

Everything that changes the database runs in one transaction that holds a lock from its start, so a
second process waits for the first, and an interrupted one leaves nothing behind.
"""

import os
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from importlib import import_module
from typing import Any

from sqlalchemy import Connection, Engine, Table, create_engine, event, func, select, text, update
from sqlalchemy.engine import URL, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DBAPIError, MultipleResultsFound, NoResultFound, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from directory.errors import DatabaseError
from directory.storage.faults import shown, why_not
from directory.tables import Base, DirectoryVersion

_WAIT_FOR_LOCK_MS = 30_000
_LONGEST_WAL_PAGES = 10_000  # 40 MB, where nobody else should write for very long
_POSTGRESQL_LOCK = 0x5349474E  # "SIGN": any number that nothing else in the database uses
CHANGES = "signpost_directory"  # the channel on which PostgreSQL tells of changes
_DRIVERS = ("sqlite+aiosqlite", "postgresql+asyncpg")
_EXAMPLES = "write e.g. sqlite:///data/signpost.db or postgresql://user:password@host/signpost"


def make_engine(url: str) -> AsyncEngine:
    """An engine for this URL; nothing is opened yet. Raises DatabaseError."""
    try:
        address = make_url(url)
    except (ArgumentError, ValueError):
        raise DatabaseError(f"DATABASE_URL cannot be read as a URL: {_EXAMPLES}.") from None
    if address.drivername not in _DRIVERS:
        raise DatabaseError(
            f"DATABASE_URL names a database that Signpost does not know ({address.drivername}): {_EXAMPLES}."
        )
    if address.get_backend_name() == "sqlite" and not address.database:
        raise DatabaseError(f"DATABASE_URL names no file, so nothing would be kept: {_EXAMPLES}.")
    try:
        engine = create_async_engine(address)
    except ModuleNotFoundError as error:
        raise DatabaseError(
            f"The driver for {shown(address)} is not installed: run `.venv/bin/pip install {error.name}`."
        ) from None
    if address.get_backend_name() == "sqlite":
        event.listen(engine.sync_engine, "connect", _prepare_sqlite)
    return engine


@contextmanager
def database_errors(engine: AsyncEngine) -> Iterator[None]:
    """Say what cannot be opened, and what to do, in one sentence."""
    try:
        yield
    except (NoResultFound, MultipleResultsFound):
        raise DatabaseError(
            f"The database {shown(engine.url)} is not whole: a row that has to be there once is missing or "
            "double; restore a backup (`audit verify` says whether the audit is whole)."
        ) from None
    except (SQLAlchemyError, OSError) as error:
        if isinstance(error, SQLAlchemyError) and not isinstance(error, DBAPIError):
            raise  # our own mistake, not the database's
        raise DatabaseError(why_not(engine.url, error)) from error


def keep_private(url: URL) -> None:
    """Make a missing SQLite file readable by its owner only, as SQLite itself would not. Raises OSError."""
    if url.get_backend_name() == "sqlite" and url.database and not url.database.startswith((":", "file:")):
        os.close(os.open(url.database, os.O_RDWR | os.O_CREAT, 0o600))


def _prepare_sqlite(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    """Readers and a writer at once (WAL), rows that point to rows that are there, and patience."""
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={_WAIT_FOR_LOCK_MS}")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute("PRAGMA synchronous=NORMAL")
    try:
        cursor.execute("PRAGMA journal_mode=WAL")
    except sqlite3.OperationalError as error:
        # SQLite does not wait here; another process that opens the file just now sets the same, for good.
        if "locked" not in str(error):
            raise
    finally:
        cursor.close()


@asynccontextmanager
async def reading(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """A connection on which everything read is of one moment."""
    async with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            await connection.exec_driver_sql("BEGIN")
        else:
            await connection.execution_options(isolation_level="REPEATABLE READ")
        yield connection


@asynccontextmanager
async def writing(engine: AsyncEngine, *, alone: bool = True) -> AsyncIterator[AsyncConnection]:
    """A connection in a transaction that no other writer shares; committed at the end, or not at all.

    Not `alone`, on PostgreSQL others may write beside it: for rows that stand by themselves, and that are
    not to wait for an import. SQLite knows one writer at a time in any case.
    """
    async with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            await connection.exec_driver_sql("BEGIN IMMEDIATE")
        elif alone:
            await connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _POSTGRESQL_LOCK})
        yield connection
        await connection.commit()


def in_a_thread(engine: AsyncEngine) -> Engine | None:
    """An engine on the same SQLite file for work that is done in a thread; None on PostgreSQL.

    aiosqlite hands every single statement to its thread and back, which costs more than the statement.
    """
    if engine.dialect.name != "sqlite":
        return None
    twin = create_engine(engine.url.set(drivername="sqlite"))
    event.listen(twin, "connect", _prepare_sqlite)
    return twin


def on_the_spot(engine: AsyncEngine) -> Engine | None:
    """The same for a few rows that are read or written without a thread, while nobody else is served.

    So it waits for no other writer, and syncs nothing to the disk: those who write in threads do that,
    every few seconds. It commits each statement by itself, but in a transaction that somebody begins.
    """
    twin = in_a_thread(engine)
    if twin is None:
        return None
    event.listen(twin, "connect", _wait_for_nobody)
    return twin.execution_options(isolation_level="AUTOCOMMIT")


def _wait_for_nobody(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA busy_timeout=0")
    cursor.execute(f"PRAGMA wal_autocheckpoint={_LONGEST_WAL_PAGES}")
    cursor.close()


@contextmanager
def writing_by(engine: Engine) -> Iterator[Connection]:
    """As `writing`, on what `in_a_thread` gives."""
    with engine.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        yield connection
        connection.commit()


@asynccontextmanager
async def changing(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """A connection in a transaction that locks only the rows it asks for, for what many do at once.

    Nothing that is audited is written here: the audit is one chain, which wants `writing`.
    """
    async with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            await connection.exec_driver_sql("BEGIN IMMEDIATE")
        yield connection
        await connection.commit()


@asynccontextmanager
async def altering(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """Like `writing`, for migrations, after which every row has to point to one that is there.

    SQLite can alter a table only by making it anew; what points to its rows must not go with the old one.
    """
    if engine.dialect.name != "sqlite":
        async with writing(engine) as connection:
            yield connection
        return
    async with engine.connect() as connection:
        await connection.exec_driver_sql("PRAGMA foreign_keys=OFF")  # heard only outside a transaction
        try:
            await connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield connection
            astray = (await connection.exec_driver_sql("PRAGMA foreign_key_check")).mappings().first()
            if astray:
                raise DatabaseError(
                    f"The database {shown(engine.url)} cannot be migrated: a row of {astray['table']} "
                    f"points to one of {astray['parent']} that is missing. Restore it from a backup."
                )
            await connection.commit()
        finally:
            await connection.rollback()
            await connection.exec_driver_sql("PRAGMA foreign_keys=ON")


async def directory_version(connection: AsyncConnection) -> int:
    """The counter that goes up with every change; nought where nothing has ever been entered."""
    return (await connection.execute(select(DirectoryVersion.version))).scalar_one()


async def count_change(connection: AsyncConnection) -> None:
    """Say that what the snapshot shows has changed: every process that watches reads it anew."""
    await connection.execute(update(DirectoryVersion).values(version=DirectoryVersion.version + 1))
    if connection.dialect.name == "postgresql":
        await connection.execute(select(func.pg_notify(CHANGES, "")))  # heard when this is committed


def upsert_into(into: Table, dialect: str) -> Any:
    """An INSERT that knows ON CONFLICT, in the words of one database; the other's need not be imported."""
    return import_module(f"sqlalchemy.dialects.{dialect}").insert(into)


def table(model: type[Base]) -> Table:
    """The table behind a model, for statements over many rows at once."""
    found = model.__table__
    assert isinstance(found, Table)
    return found
