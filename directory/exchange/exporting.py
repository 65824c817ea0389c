"""Writing a kind to a file, or an empty file to fill in."""

from collections.abc import AsyncIterator, Iterable
from datetime import date
from pathlib import Path

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.exchange.files.new_file import XLSX, Append, new_tables
from directory.exchange.files.spreadsheet_safety import REMARK, made_safe
from directory.exchange.kind import Column, Kind, Values
from directory.exchange.kinds.cases import CASES, REFERENCE
from directory.exchange.rows.change import holds_on
from directory.exchange.rows.stores import store_of
from directory.storage.database import database_errors, reading, table
from directory.tables import Case


def exported_columns(kind: Kind) -> tuple[Column, ...]:
    """The columns of an exported file: all but a case reference, which is kept nowhere."""
    return tuple(column for column in kind.columns if not (kind is CASES and column.name == REFERENCE))


async def export_kind(
    engine: AsyncEngine,
    kind: Kind,
    file: Path,
    on: date | None = None,
    which: ColumnElement[bool] | None = None,
) -> int:
    """Write every row of the kind to a CSV or XLSX file, or those that hold on a day; how many there are.

    `which` is a condition on the rows of its table, for all kinds but cases.

    Importing the file again changes nothing, but for cases, which go out without their references.
    Raises FileError.
    """
    with database_errors(engine), new_tables(file) as add_sheet:
        async with reading(engine) as connection:
            return await append_rows(connection, kind, add_sheet(kind.name), on, which)


async def append_rows(
    connection: AsyncConnection,
    kind: Kind,
    append: Append,
    on: date | None = None,
    which: ColumnElement[bool] | None = None,
) -> int:
    """Write the names of the columns and the rows of the kind, of a day where one is given; how many."""
    columns, count = exported_columns(kind), 0
    append([column.name for column in columns])
    async for values in _cases(connection) if kind is CASES else _rows(connection, kind, which):
        if on and kind.lasts and not holds_on(values, on):
            continue
        append([made_safe(column.write(values[column.name])) for column in columns])
        count += 1
    return count


async def _rows(
    connection: AsyncConnection, kind: Kind, which: ColumnElement[bool] | None
) -> AsyncIterator[Values]:
    for _at, values in (await store_of(kind).load(connection, which)).values():
        yield values


async def _cases(connection: AsyncConnection) -> AsyncIterator[Values]:
    """A row at a time: the register may be long."""
    cases = table(Case).c
    columns = [cases[column.name] for column in exported_columns(CASES)]
    ordered = select(*columns).order_by(cases.area, cases.office, cases.provider, cases.since)
    async with connection.stream(ordered) as rows:
        async for row in rows:
            yield row._asdict()


def write_template(kind: Kind, file: Path) -> None:
    """Write a file to fill in: the names of the columns and one row as a remark.

    An XLSX file has a second sheet that explains each column. Raises FileError.
    """
    with new_tables(file) as add_sheet:
        append_template(kind, add_sheet(kind.name))
        if file.suffix.lower() == XLSX:
            explain_columns([kind], add_sheet("columns"))


def append_template(kind: Kind, append: Append) -> None:
    """The names of the columns, and one row as a remark."""
    append(list(kind.column_names))
    append([f"{REMARK} {kind.columns[0].example}", *(column.example for column in kind.columns[1:])])


def explain_columns(kinds: Iterable[Kind], append: Append) -> None:
    """What each column means."""
    append(["column", "must be filled", "may hold", "meaning", "example", "of"])
    for kind in kinds:
        for column in kind.columns:
            append([*explained(column), kind.name])


def explained(column: Column) -> list[str]:
    """What there is to say of a column, as the second sheet of a template has it."""
    must = "yes" if column.required else "no"
    return [column.name, must, column.cell.holds, column.meaning, column.example]
