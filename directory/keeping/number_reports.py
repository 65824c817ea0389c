"""A caller says that a number is wrong: it is marked at once, within limits, and its keeper is asked.

Anybody may say so, so a report only ever adds a warning: the number stays in every answer. Nobody may
report by the dozen, and all together no more than a keeper could look into.
"""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import Enum, auto

from sqlalchemy import delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.accounts.keepers import keepers_of
from directory.audit import audit
from directory.keeping.freshness import UnknownNumberError, confirm, is_suspect, suspect
from directory.storage.database import count_change, database_errors, table, writing
from directory.tables import Number, NumberReport, Post
from routing.hours import LONDON

COUNTED_FOR = timedelta(hours=1)
MOST_OF_ONE_ASKER = 3
MOST_OF_ALL = 20
_REPORTS = table(NumberReport)
_KEEPER = "keeper"


@dataclass(frozen=True, slots=True)
class Report:
    """What a caller says: the number in E.164 and what is wrong with it, who says so and where.

    `who` is a standing, `asker` tells one asker from another and is kept as a keyed hash for an hour.
    """

    number: str
    because: str  # "not-working" or "wrong-person"
    who: str
    channel: str
    asker: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a report. `keepers` are the Telegram chats to ask: of a number newly suspect."""

    noted: bool
    keepers: tuple[int, ...] = ()


class Settled(Enum):
    """What became of a keeper's word."""

    CONFIRMED = auto()
    STAYS_SUSPECT = auto()
    SETTLED_BEFORE = auto()  # somebody else has confirmed it meanwhile
    NOT_THEIRS = auto()  # this account keeps no area in which the number is given


@dataclass(frozen=True, slots=True)
class NumberReports:
    """Those of a directory; `hashed` makes of an asker what is kept. Each method raises DatabaseError."""

    engine: AsyncEngine
    hashed: Callable[[str], bytes]
    clock: Callable[[], datetime]

    async def take(self, report: Report) -> Taken:
        """Mark a number as suspect, because a caller says so; within limits."""
        async with self._writing() as connection:
            return await _take(connection, report, self.hashed(report.asker), self.clock())

    async def settle(self, number: str, keeper: int, right: bool) -> Settled:
        """What a keeper says of a number that they were asked about."""
        async with self._writing() as connection:
            return await _settle(connection, number, keeper, right, self.clock())

    @asynccontextmanager
    async def _writing(self) -> AsyncIterator[AsyncConnection]:
        with database_errors(self.engine):
            async with writing(self.engine) as connection:
                yield connection


async def _take(connection: AsyncConnection, report: Report, asker: bytes, now: datetime) -> Taken:
    """Mark the number and say so in the audit, in the connection's transaction."""
    since, today = int((now - COUNTED_FOR).timestamp()), now.astimezone(LONDON).date()
    await connection.execute(delete(_REPORTS).where(_REPORTS.c.at < since))
    if await _has_reported(connection, asker, report.number):
        return Taken(noted=True)  # a button pressed twice
    if not await _may_report(connection, asker):
        return Taken(noted=False)
    try:
        newly = not await is_suspect(connection, report.number)
        await suspect(connection, report.number, report.because, today)
    except UnknownNumberError:
        return Taken(noted=False)
    row = {"asker": asker, "number": report.number, "because": report.because, "at": int(now.timestamp())}
    await connection.execute(insert(_REPORTS), row)
    act = audit.Act(report.who, report.channel, now)
    await _record(connection, act, "suspect", report.number, report.because)
    if newly:
        await count_change(connection)
    return Taken(noted=True, keepers=await _keepers(connection, report.number, today) if newly else ())


async def _settle(
    connection: AsyncConnection, number: str, keeper: int, right: bool, now: datetime
) -> Settled:
    """Confirm the number or leave it suspect, as its keeper says; in the connection's transaction."""
    today = now.astimezone(LONDON).date()
    if keeper not in await _keepers(connection, number, today):
        return Settled.NOT_THEIRS
    if not await is_suspect(connection, number):
        return Settled.SETTLED_BEFORE
    act = audit.Act(_KEEPER, "Telegram", now)
    if not right:
        await _record(connection, act, "suspect", number, "keeper")
        return Settled.STAYS_SUSPECT
    await confirm(connection, number, today)
    await _record(connection, act, "confirm", number, "keeper")
    await count_change(connection)
    return Settled.CONFIRMED


async def _has_reported(connection: AsyncConnection, asker: bytes, number: str) -> bool:
    same = (_REPORTS.c.asker == asker) & (_REPORTS.c.number == number)
    return (await connection.execute(select(_REPORTS.c.at).where(same))).first() is not None


async def _may_report(connection: AsyncConnection, asker: bytes) -> bool:
    by_asker = func.count().filter(_REPORTS.c.asker == asker)
    in_all, of_one = (await connection.execute(select(func.count(), by_asker).select_from(_REPORTS))).one()
    return bool(in_all < MOST_OF_ALL and of_one < MOST_OF_ONE_ASKER)


async def _keepers(connection: AsyncConnection, number: str, today: date) -> tuple[int, ...]:
    """Those of every area in which a post has this number."""
    areas = select(Post.area).join_from(Post, Number, Post.number == Number.id).where(Number.e164 == number)
    found = tuple((await connection.execute(areas.distinct())).scalars())
    return await keepers_of(connection, found, today) if found else ()


async def _record(
    connection: AsyncConnection, act: audit.Act, action: audit.Action, number: str, because: str
) -> None:
    entry = audit.Entry(act, action, f"number {number}", {"because": because})
    await audit.record(connection, [entry])
