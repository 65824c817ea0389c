"""Bringing a file of cases into the register: all of it or nothing, and the same again changes nothing.

The rows go through a temporary table, so that a file of any length takes the same memory, and the
database itself finds what is double, new and changed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import (
    Column,
    ColumnElement,
    Integer,
    MetaData,
    Table,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.case_key import check_value
from directory.cases import reference_hash
from directory.database import count_change, database_errors, table, writing
from directory.directory import register_key
from directory.exchange.case_row import COLUMNS, CaseRow, read_case
from directory.exchange.csv_file import FileError, Problems, read_lines
from directory.settings import DirectorySettings
from directory.tables import Case, CaseKeyCheck, Office

_AT_A_TIME = 5_000
_CASES = table(Case)
_DETAILS = ("provider", "area", "office", "officer", "since", "mappa", "risk")
_INCOMING = Table(
    "incoming_cases",
    MetaData(),
    Column("row", Integer, primary_key=True),
    Column("reference_hash", _CASES.c.reference_hash.type, index=True),
    *(Column(name, _CASES.c[name].type) for name in _DETAILS),
    prefixes=["TEMPORARY"],
)

Item = TypeVar("Item")


class CasesRefusedError(Exception):
    """The file has problems, and nothing of it was taken."""

    def __init__(self, problems: Problems) -> None:
        super().__init__(f"{problems.count} problems in {problems.file.name}")
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did to the register, in cases."""

    added: int
    changed: int
    unchanged: int


async def import_cases(
    engine: AsyncEngine, settings: DirectorySettings, file: Path, dry_run: bool = False
) -> Imported:
    """Bring a file of cases into the register, or (dry_run) only say what that would do.

    Raises CasesRefusedError with every problem of the rows, FileError where the file as a whole
    cannot be used, and DirectoryError where the database or the key cannot.
    """
    with database_errors(engine):
        async with writing(engine) as connection:
            key = await register_key(connection, settings)
            await connection.run_sync(_INCOMING.create)
            await _take_in(connection, key, file)
            imported = await _compare(connection)
            if not dry_run:
                await _store(connection, key, imported)
            await connection.run_sync(_INCOMING.drop)
            if dry_run:
                await connection.rollback()
    return imported


async def _take_in(connection: AsyncConnection, key: bytes, file: Path) -> None:
    """Fill the temporary table. Raises CasesRefusedError unless every row is right."""
    problems = Problems(file)
    offices = await _offices_by_area(connection)
    lines = read_lines(file, COLUMNS, problems)
    cases = (case for line in lines if (case := read_case(line, offices, problems)))
    for chunk in _chunks((_values(key, case) for case in cases), _AT_A_TIME):
        await connection.execute(insert(_INCOMING), chunk)
    for first, again in await _contradictions(connection):
        problems.add(
            again, f"the same case reference as row {first}, with other details; keep one of the two"
        )
    if problems.count:
        raise CasesRefusedError(problems)
    if not (await connection.execute(select(exists(select(_INCOMING.c.row))))).scalar_one():
        raise FileError(f"{file} holds no case: nothing follows the names of the columns.")


async def _offices_by_area(connection: AsyncConnection) -> dict[str, list[str]]:
    """The offices and units that can have cases: an Approved Premises has residents, not cases."""
    known: dict[str, list[str]] = {}
    found = await connection.execute(select(Office.area, Office.id).where(Office.kind != "approved_premises"))
    for area, office in found:
        known.setdefault(area, []).append(office)
    return known


def _values(key: bytes, case: CaseRow) -> dict[str, Any]:
    return {
        "row": case.row,
        "reference_hash": reference_hash(key, case.reference),
        "provider": case.provider.value,
        "area": case.area,
        "office": case.office,
        "officer": case.officer,
        "since": case.since,
        "mappa": case.mappa,
        "risk": case.risk.value if case.risk else None,
    }


def _chunks(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    iterator = iter(items)
    while chunk := list(islice(iterator, size)):
        yield chunk


def _differ(one: Table, other: Any) -> ColumnElement[bool]:
    return or_(*(one.c[name].is_distinct_from(other.c[name]) for name in _DETAILS))


async def _contradictions(connection: AsyncConnection) -> list[tuple[int, int]]:
    """Rows about the same case that say different things: the first, and each that differs from it."""
    first_rows = (
        select(_INCOMING.c.reference_hash, func.min(_INCOMING.c.row).label("row"))
        .group_by(_INCOMING.c.reference_hash)
        .having(func.count() > 1)
        .subquery()
    )
    first = _INCOMING.alias()
    found = await connection.execute(
        select(first.c.row, _INCOMING.c.row)
        .join_from(first_rows, first, first.c.row == first_rows.c.row)
        .join(_INCOMING, _INCOMING.c.reference_hash == first.c.reference_hash)
        .where(_differ(_INCOMING, first))
        .order_by(_INCOMING.c.row)
    )
    return [(one, other) for one, other in found]


async def _compare(connection: AsyncConnection) -> Imported:
    """What there is to do, once rows that say the same twice are one."""
    earlier = _INCOMING.alias()
    await connection.execute(
        delete(_INCOMING).where(
            exists().where(
                earlier.c.reference_hash == _INCOMING.c.reference_hash, earlier.c.row < _INCOMING.c.row
            )
        )
    )
    both = _INCOMING.join(_CASES, _CASES.c.reference_hash == _INCOMING.c.reference_hash)
    total = await _count(connection, select(func.count()).select_from(_INCOMING))
    known = await _count(connection, select(func.count()).select_from(both))
    changed = await _count(
        connection, select(func.count()).select_from(both).where(_differ(_INCOMING, _CASES))
    )
    return Imported(added=total - known, changed=changed, unchanged=known - changed)


async def _count(connection: AsyncConnection, statement: Any) -> int:
    counted: int = (await connection.execute(statement)).scalar_one()
    return counted


async def _store(connection: AsyncConnection, key: bytes, imported: Imported) -> None:
    same_case = _CASES.c.reference_hash == _INCOMING.c.reference_hash
    if imported.changed:
        await connection.execute(
            update(_CASES)
            .where(same_case, _differ(_INCOMING, _CASES))
            .values({name: _INCOMING.c[name] for name in _DETAILS})
        )
    if imported.added:
        columns = ("reference_hash", *_DETAILS)
        new = select(*(_INCOMING.c[name] for name in columns)).where(~exists().where(same_case))
        await connection.execute(insert(_CASES).from_select(columns, new))
    if imported.added or imported.changed:
        await count_change(connection)
    if not (await connection.execute(select(exists(select(CaseKeyCheck.id))))).scalar_one():
        await connection.execute(insert(CaseKeyCheck), {"id": 1, "check_value": check_value(key)})
