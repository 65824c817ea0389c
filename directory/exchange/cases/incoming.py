"""The cases of a file beside the register's: what is double, what contradicts, what may not be."""

from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Integer,
    MetaData,
    Table,
    delete,
    exists,
    func,
    or_,
    select,
    text,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from directory.storage.database import table
from directory.tables import Case
from routing.vocabulary import Provider

CASES = table(Case)
DETAILS = ("provider", "area", "office", "officer", "since", "mappa", "risk")
INCOMING = Table(
    "incoming_cases",
    MetaData(),
    *(Column(column.name, column.type) for column in CASES.columns),
    Column("row", Integer, primary_key=True),
    prefixes=["TEMPORARY"],
)
SAME_CASE = CASES.c.reference_hash == INCOMING.c.reference_hash
# Made once the table is filled: sorting once costs less than keeping in order.
BY_REFERENCE = text("CREATE INDEX ix_incoming_cases_reference ON incoming_cases (reference_hash)")


def differ(one: Table, other: Any, *names: str) -> ColumnElement[bool]:
    """That two rows differ in one of these columns at least, or in one of all."""
    return or_(*(one.c[name].is_distinct_from(other.c[name]) for name in names or DETAILS))


async def has_repetitions(connection: AsyncConnection) -> bool:
    """Whether a case stands in the file more than once."""
    twice = select(INCOMING.c.reference_hash).group_by(INCOMING.c.reference_hash).having(func.count() > 1)
    # Counted, although one would do: PostgreSQL plans for finding one at once, which is slow to find none.
    counted = await connection.execute(select(func.count()).select_from(twice.subquery()))
    return bool(counted.scalar_one())


async def contradictions(connection: AsyncConnection) -> list[tuple[int, int]]:
    """Rows about the same case that say different things: the first, and each that differs from it."""
    first_rows = (
        select(INCOMING.c.reference_hash, func.min(INCOMING.c.row).label("row"))
        .group_by(INCOMING.c.reference_hash)
        .having(func.count() > 1)
        .subquery()
    )
    first = INCOMING.alias()
    found = await connection.execute(
        select(first.c.row, INCOMING.c.row)
        .join_from(first_rows, first, first.c.row == first_rows.c.row)
        .join(INCOMING, INCOMING.c.reference_hash == first.c.reference_hash)
        .where(differ(INCOMING, first))
        .order_by(INCOMING.c.row)
    )
    return [(one, other) for one, other in found]


async def moves_back(connection: AsyncConnection) -> list[int]:
    """Rows that would move a case from the NPS to the CRC, which does not happen before its order ends."""
    found = await connection.execute(
        select(INCOMING.c.row)
        .join_from(INCOMING, CASES, SAME_CASE)
        .where(CASES.c.provider == Provider.NPS, INCOMING.c.provider == Provider.CRC)
        .order_by(INCOMING.c.row)
    )
    return list(found.scalars())


async def drop_repetitions(connection: AsyncConnection) -> None:
    """Keep one of the rows that say the same."""
    earlier = INCOMING.alias()
    again = (earlier.c.reference_hash == INCOMING.c.reference_hash, earlier.c.row < INCOMING.c.row)
    await connection.execute(delete(INCOMING).where(exists().where(*again)))
