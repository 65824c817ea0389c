"""Putting very many rows into a table at the speed of the driver: executemany on SQLite, COPY on PostgreSQL.

SQLAlchemy's own insert takes each row through Python several times. Here a row goes to the driver as
it is, a chunk at a time, so that memory stays flat and Ctrl-C is heard between two chunks.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Date, Table
from sqlalchemy.ext.asyncio import AsyncConnection

AT_A_TIME = 10_000
Values = tuple[Any, ...]
Item = TypeVar("Item")


async def put_rows(connection: AsyncConnection, into: Table, rows: Iterable[Values]) -> None:
    """Append rows to a table, inside the connection's transaction.

    A row is the values of the table's columns, in their order; a day is a `date`. The rows may come
    from a generator, and what it raises is raised here.
    """
    raw = await connection.get_raw_connection()
    driver: Any = raw.driver_connection
    columns = [column.name for column in into.columns]
    if connection.dialect.name == "postgresql":
        for chunk in chunks(rows, AT_A_TIME):
            await driver.copy_records_to_table(into.name, records=chunk, columns=columns)
        return
    # sqlite3 no longer turns days into text by itself.
    days = [at for at, column in enumerate(into.columns) if isinstance(column.type, Date)]
    marks = ", ".join("?" * len(columns))
    statement = f"INSERT INTO {into.name} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608 - names of our own
    for ready in chunks(_days_as_text(rows, days), AT_A_TIME):
        await driver.executemany(statement, ready)


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


def _days_as_text(rows: Iterable[Values], days: list[int]) -> Iterator[list[Any]]:
    for row in rows:
        values = list(row)
        for at in days:
            if values[at] is not None:
                values[at] = values[at].isoformat()
        yield values
