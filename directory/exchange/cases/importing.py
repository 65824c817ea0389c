"""Bringing a file of cases into the register: all of it or nothing, and the same again changes nothing.

The rows go through a temporary table, where the database itself finds what is double, new and changed;
only into an empty register of PostgreSQL straight, while nothing is wrong with any. Either way a file of
any length takes the same memory.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import exists, func, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.audit.audit import Act
from directory.exchange.cases.incoming import (
    BY_REFERENCE,
    CASES,
    INCOMING,
    contradictions,
    drop_repetitions,
    has_repetitions,
    moves_back,
)
from directory.exchange.cases.row import COLUMNS, AsKept, CaseReader
from directory.exchange.cases.stored import Imported, compare, count, note, store
from directory.exchange.files.problems import FileError, Problems
from directory.exchange.files.progress import NO_PROGRESS, Progress
from directory.exchange.files.table_file import open_table
from directory.exchange.rows.reading import ChangedSinceError, ImportRefusedError
from directory.opening import register_key
from directory.settings import DirectorySettings
from directory.storage.bulk import DoubleKeyError, Values, driver_day, expect_much, put_rows
from directory.storage.database import database_errors, writing
from directory.tables import Office

_STAYS = (
    "the NPS owns this case, and keeps it to the end of the order even if its risk falls; take the row out, "
    "or import with --force if a new order has begun or the register was wrong"
)


@dataclass(frozen=True, slots=True)
class How:
    """Who imports, and how: only looking (dry_run), even what would move a case from the NPS (force)."""

    act: Act
    dry_run: bool = False
    force: bool = False
    expected: str | None = None  # the digest of what a dry run gave, where it has to be the same


async def import_cases(
    engine: AsyncEngine,
    settings: DirectorySettings,
    file: Path,
    how: How,
    progress: Progress = NO_PROGRESS,
) -> Imported:
    """Bring a file of cases into the register, or only say what that would do.

    Raises ImportRefusedError with every problem of the rows, FileError where the file as a whole
    cannot be used, and DirectoryError where the database or the key cannot.
    """
    with database_errors(engine):
        async with writing(engine) as connection:
            key = await register_key(connection, settings)
            offices = await _offices_by_area(connection)
            kept = AsKept(key.hash, driver_day(connection))

            def cases(problems: Problems) -> Iterator[Values]:
                with open_table(file, COLUMNS, problems, progress=progress) as table:
                    yield from CaseReader(offices, problems, kept).read(table)

            imported = await _straight(connection, file, cases)
            if imported is None:
                imported = await _with_care(connection, file, cases, how)
            if how.expected not in (None, imported.digest):
                raise ChangedSinceError
            await note(connection, key, imported, how.act)
            if how.dry_run:
                await connection.rollback()
    return imported


Cases = Callable[[Problems], Iterator[Values]]  # reads the file; what is wrong with it goes into the problems


class _NotStraightError(Exception):
    """Something has to be looked at with care."""


class _NoProblems(Problems):
    """Takes none."""

    def add(self, row: int, what: str, column: str | None = None, value: str = "") -> None:
        raise _NotStraightError


async def _straight(connection: AsyncConnection, file: Path, cases: Cases) -> Imported | None:
    """Fill an empty register while the file is read; None, and nothing done, where that will not do.

    PostgreSQL stores what it has while the next rows are read here. SQLite does one after the other, and
    is quicker with rows that the temporary table has put in order.
    """
    if connection.dialect.name == "sqlite":
        return None
    if (await connection.execute(select(exists(select(CASES.c.reference_hash))))).scalar_one():
        return None
    try:
        async with connection.begin_nested():
            await put_rows(connection, CASES, (case[:-1] for case in cases(_NoProblems(file))))
    except (_NotStraightError, DoubleKeyError):
        return None
    added = await count(connection, select(func.count()).select_from(CASES))
    if not added:
        raise _holds_none(file)
    return Imported(added, changed=0, unchanged=0)


async def _with_care(connection: AsyncConnection, file: Path, cases: Cases, how: How) -> Imported:
    """Compare the whole file with itself and with the register. Raises ImportRefusedError."""
    await connection.run_sync(INCOMING.create)
    await _take_in(connection, file, cases, how.force)
    imported = await compare(connection)
    if not how.dry_run:
        await store(connection, imported)
    await connection.run_sync(INCOMING.drop)
    return imported


async def _take_in(connection: AsyncConnection, file: Path, cases: Cases, force: bool) -> None:
    """Fill the temporary table. Raises ImportRefusedError unless every row is right."""
    problems = Problems(file)
    await put_rows(connection, INCOMING, cases(problems))
    await connection.execute(BY_REFERENCE)
    await expect_much(connection, INCOMING)
    if await has_repetitions(connection):
        for first, again in await contradictions(connection):
            problems.add(
                again, f"the same case reference as row {first}, with other details; keep one of the two"
            )
        await drop_repetitions(connection)
    for row in [] if force else await moves_back(connection):
        problems.add(row, _STAYS, "provider")
    if problems.count:
        raise ImportRefusedError(problems)
    if not (await connection.execute(select(exists(select(INCOMING.c.row))))).scalar_one():
        raise _holds_none(file)


def _holds_none(file: Path) -> FileError:
    return FileError(f"{file} holds no case: nothing follows the names of the columns.")


async def _offices_by_area(connection: AsyncConnection) -> dict[str, list[str]]:
    """The offices and units that can have cases: an Approved Premises has residents, not cases."""
    known: dict[str, list[str]] = {}
    found = await connection.execute(select(Office.area, Office.id).where(Office.kind != "approved_premises"))
    for area, office in found:
        known.setdefault(area, []).append(office)
    return known
