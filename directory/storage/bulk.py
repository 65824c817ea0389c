"""Putting very many rows into a table at the speed of the driver: executemany on SQLite, COPY on PostgreSQL.

SQLAlchemy's own insert takes each row through Python several times. Here a row goes to the driver as
it is, some at a time, so that memory stays flat and Ctrl-C is heard in between.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Table
from sqlalchemy.ext.asyncio import AsyncConnection

from directory.errors import DatabaseError

AT_A_TIME = 10_000
Values = tuple[Any, ...]
Item = TypeVar("Item")
_DOUBLE = {"23505", "SQLITE_CONSTRAINT_PRIMARYKEY", "SQLITE_CONSTRAINT_UNIQUE"}


class DoubleKeyError(Exception):
    """Two rows have the same key."""


async def put_rows(connection: AsyncConnection, into: Table, rows: Iterable[Values]) -> None:
    """Append rows to a table, inside the connection's transaction.

    A row is the values of the table's columns, in their order; a day is as `driver_day` makes it. The
    rows may come from a generator, and what it raises is raised here; where one of them has the key of
    another, DoubleKeyError.
    """
    raw = await connection.get_raw_connection()
    driver: Any = raw.driver_connection
    columns = [column.name for column in into.columns]
    try:
        if connection.dialect.name == "postgresql":
            # The server stores what it has while the next rows are made here.
            await driver.copy_records_to_table(into.name, records=rows, columns=columns)
            return
        marks = ", ".join("?" * len(columns))
        statement = f"INSERT INTO {into.name} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608 - names of our own
        for chunk in chunks(rows, AT_A_TIME):
            await driver.executemany(statement, chunk)
    except Exception as error:
        if _DOUBLE & {getattr(error, "sqlstate", ""), getattr(error, "sqlite_errorname", "")}:
            raise DoubleKeyError from error
        if type(error).__module__.startswith("asyncpg"):
            raise DatabaseError(
                f"The database did not take the rows ({type(error).__name__}): nothing was written; check "
                "that the server runs and has room, then run this again."
            ) from error
        raise


def driver_day(connection: AsyncConnection) -> Callable[[date], Any]:
    """How the driver takes a day: sqlite3 no longer turns one into text by itself."""
    return date.isoformat if connection.dialect.name == "sqlite" else lambda day: day


async def expect_much(connection: AsyncConnection, filled: Table) -> None:
    """Let PostgreSQL look at a table that has just been filled, or it plans as for an empty one.

    And let it sort in memory until the transaction ends, rather than in files.
    """
    if connection.dialect.name == "postgresql":
        await connection.exec_driver_sql("SET LOCAL work_mem = '64MB'")
        await connection.exec_driver_sql(f"ANALYZE {filled.name}")


def chunks(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """The items, so many at a time."""
    iterator = iter(items)
    while chunk := list(islice(iterator, size)):
        yield chunk
