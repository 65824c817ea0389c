"""Counting enquiries for whoever manages, beside the answers: what of each is in routing/overview/counting.

They are counted in memory, and added to the table every few seconds in one statement, so that no answer
waits for it and those of several processes add up. What a crash loses is a few seconds of counts.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Connection, Insert, case, delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.storage.database import changing, database_errors, table, upsert_into
from directory.storage.writing_behind import WriteBehind
from directory.tables import EnquiryCount
from routing.limits import Limits, requests_kept_since
from routing.moments import day_in_london
from routing.overview.counting import Counted, Measure, Where
from routing.overview.enquiries import Count
from routing.rota.shifts import Span

_COUNTS = table(EnquiryCount)
_KEY = (
    _COUNTS.c.day,
    _COUNTS.c.area,
    _COUNTS.c.office,
    _COUNTS.c.provider,
    _COUNTS.c.measure,
    _COUNTS.c.value,
)
_A_MOMENT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class EnquiryCounts:
    """The counts of a directory, written through a queue of their own; `clock` gives aware moments."""

    engine: AsyncEngine
    behind: WriteBehind
    clock: Callable[[], datetime]

    def count(self, counted: Counted) -> None:
        """Have an enquiry counted; nobody need wait for it."""
        self.behind.add(_write, counted)

    async def forget_old(self, limits: Limits) -> int:
        """Take out the days that are kept no longer (`call_back.kept`); how many counts.

        Raises DatabaseError.
        """
        since = day_in_london(requests_kept_since(self.clock(), limits))
        with database_errors(self.engine):
            async with changing(self.engine) as connection:
                return (await connection.execute(delete(_COUNTS).where(_COUNTS.c.day < since))).rowcount


def _write(connection: Connection, counted: Iterable[Counted]) -> None:
    """Add these up, and to what is there already."""
    sums = Counter((one.day, *one.where, *by) for one in counted for by in one.by())
    # In order, so that two processes that add to the same counts do not wait for each other.
    rows = [dict(zip(_COUNTS.c.keys(), (*key, sums[key]), strict=True)) for key in sorted(sums)]
    connection.execute(_adding(connection.dialect.name), rows)


@cache
def _adding(dialect: str) -> Insert:
    row = upsert_into(_COUNTS, dialect)
    more = {"times": _COUNTS.c.times + row.excluded.times}
    adding: Insert = row.on_conflict_do_update(index_elements=_KEY, set_=more)
    return adding


async def count_rows(connection: AsyncConnection, areas: Iterable[str] | None, span: Span) -> Sequence[Any]:
    """The counts of the days that a span touches, of these areas or (None) of all, for `counts_in`."""
    # Only how they ended is wanted by the day: all else is summed up in the database.
    day = case((_COUNTS.c.measure == Measure.ENDED, _COUNTS.c.day))
    of = (day, _COUNTS.c.area, _COUNTS.c.office, _COUNTS.c.provider, _COUNTS.c.measure, _COUNTS.c.value)
    first, last = day_in_london(span.begins), day_in_london(span.ends - _A_MOMENT)
    found = select(*of, func.sum(_COUNTS.c.times)).where(_COUNTS.c.day.between(first, last)).group_by(*of)
    if areas is not None:
        found = found.where(_COUNTS.c.area.in_(sorted(areas)))
    return (await connection.execute(found)).all()


def counts_in(rows: Iterable[Any]) -> Iterator[Count]:
    """What these rows say."""
    for day, area, office, provider, measure, value, times in rows:
        yield Count(day, Where(area, office, provider), Measure(measure), value, int(times))
