"""Bringing a file of cases into the register: all of it or nothing, and the same again changes nothing.

The rows go through a temporary table, so that a file of any length takes the same memory, and the
database itself finds what is double, new and changed.
"""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.audit import Act
from directory.case_key import CaseKey
from directory.cases import reference_hash
from directory.database import database_errors, writing
from directory.directory import register_key
from directory.exchange.bulk import Values, expect_much, put_rows
from directory.exchange.case_row import COLUMNS, CaseReader, CaseRow
from directory.exchange.cases_incoming import (
    BY_REFERENCE,
    INCOMING,
    contradictions,
    drop_repetitions,
    moves_back,
)
from directory.exchange.cases_stored import Imported, compare, store
from directory.exchange.csv_file import FileError, Problems, read_lines
from directory.exchange.progress import NO_PROGRESS, Progress
from directory.settings import DirectorySettings
from directory.tables import Office

_STAYS = (
    "the NPS owns this case, and keeps it to the end of the order even if its risk falls; take the row out, "
    "or import with --force if a new order has begun or the register was wrong"
)


class CasesRefusedError(Exception):
    """The file has problems, and nothing of it was taken."""

    def __init__(self, problems: Problems) -> None:
        super().__init__(f"{problems.count} problems in {problems.file.name}")
        self.problems = problems


@dataclass(frozen=True, slots=True)
class How:
    """Who imports, and how: only looking (dry_run), even what would move a case from the NPS (force)."""

    act: Act
    dry_run: bool = False
    force: bool = False


async def import_cases(
    engine: AsyncEngine,
    settings: DirectorySettings,
    file: Path,
    how: How,
    progress: Progress = NO_PROGRESS,
) -> Imported:
    """Bring a file of cases into the register, or only say what that would do.

    Raises CasesRefusedError with every problem of the rows, FileError where the file as a whole
    cannot be used, and DirectoryError where the database or the key cannot.
    """
    with database_errors(engine):
        async with writing(engine) as connection:
            key = await register_key(connection, settings)
            await connection.run_sync(INCOMING.create)
            await _take_in(connection, key, file, how.force, progress)
            await drop_repetitions(connection)
            imported = await compare(connection)
            if not how.dry_run:
                await store(connection, key, imported, how.act)
            await connection.run_sync(INCOMING.drop)
            if how.dry_run:
                await connection.rollback()
    return imported


async def _take_in(
    connection: AsyncConnection, key: CaseKey, file: Path, force: bool, progress: Progress
) -> None:
    """Fill the temporary table. Raises CasesRefusedError unless every row is right."""
    problems = Problems(file)
    offices = await _offices_by_area(connection)
    lines = read_lines(file, COLUMNS, problems, progress=progress)
    read = CaseReader(offices, problems).read
    cases = (case for line in lines if (case := read(line)))
    await put_rows(connection, INCOMING, (_values(key, case) for case in cases))
    await connection.execute(BY_REFERENCE)
    await expect_much(connection, INCOMING)
    for first, again in await contradictions(connection):
        problems.add(
            again, f"the same case reference as row {first}, with other details; keep one of the two"
        )
    for row in [] if force else await moves_back(connection):
        problems.add(row, _STAYS, "provider")
    if problems.count:
        raise CasesRefusedError(problems)
    if not (await connection.execute(select(exists(select(INCOMING.c.row))))).scalar_one():
        raise FileError(f"{file} holds no case: nothing follows the names of the columns.")


async def _offices_by_area(connection: AsyncConnection) -> dict[str, list[str]]:
    """The offices and units that can have cases: an Approved Premises has residents, not cases."""
    known: dict[str, list[str]] = {}
    found = await connection.execute(select(Office.area, Office.id).where(Office.kind != "approved_premises"))
    for area, office in found:
        known.setdefault(area, []).append(office)
    return known


def _values(key: CaseKey, case: CaseRow) -> Values:
    """The row of the temporary table."""
    row, reference, provider, area, office, officer, since, mappa, risk = case
    hashed = reference_hash(key, reference)
    return (row, hashed, provider.value, area, office, officer, since, mappa, risk.value if risk else None)
