"""Changing the rota a row at a time: read as a row of a file is, proved as an import is, and audited."""

from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.audit import Act, Entry, record
from directory.database import count_change, database_errors, table, writing
from directory.errors import DirectoryError
from directory.exchange.csv_file import Line, Problems
from directory.exchange.importing import Guard
from directory.exchange.kinds.rota import ROTA
from directory.exchange.reading import read_values
from directory.exchange.store import known_ids, store_of
from directory.tables import RotaEntry

_ENTRIES = table(RotaEntry)
_POST = ("area", "office", "provider", "role", "team")  # typed as one


class RowRefusedError(DirectoryError):
    """A row that cannot be on the rota, or is not there; the message says why, a line for each reason."""


class _Options(Problems):
    """What is wrong with a row that was typed as options: named by option."""

    def add(self, row: int, what: str, column: str | None = None, value: str = "") -> None:
        option = "post" if column in _POST else (column or "").replace("_", "-")
        if (said := f"--{option}: {value} {what}") not in self.lines():
            self.add_whole(said)


async def add_row(engine: AsyncEngine, cells: Mapping[str, str], act: Act, guard: Guard) -> int:
    """Put one row on the rota; its number. Raises RowRefusedError, and what the guard raises."""
    with database_errors(engine):
        async with writing(engine) as connection:
            return await put_row(connection, cells, act, guard)


async def put_row(connection: AsyncConnection, cells: Mapping[str, str], act: Act, guard: Guard) -> int:
    """The same in a transaction of `writing` that changes something besides."""
    problems = _Options(Path("rota"))
    written = {name: cells.get(name, "") for name in ROTA.column_names}
    values = read_values(ROTA, Line(1, written), await known_ids(connection), problems)
    if values is None:
        raise RowRefusedError("\n".join(problems.lines()))
    store, key = store_of(ROTA), ROTA.key_of(values)
    if there := (await store.load(connection)).get(key):
        raise RowRefusedError(
            f"The rota has this row already, as number {there[0]}: remove that first, or leave it."
        )
    async with guard(connection):
        await store.add(connection, [values])
        number = await _newest(connection)
    await _note(connection, act, "add", number)
    return number


async def remove_row(engine: AsyncEngine, number: int, act: Act, guard: Guard) -> None:
    """Take one row out. Raises RowRefusedError where there is none of this number."""
    with database_errors(engine):
        async with writing(engine) as connection:
            await take_row(connection, number, act, guard)


async def take_row(connection: AsyncConnection, number: int, act: Act, guard: Guard) -> None:
    """The same in a transaction of `writing` that changes something besides."""
    there = select(_ENTRIES.c.id).where(_ENTRIES.c.id == number)
    if (await connection.execute(there)).scalar_one_or_none() is None:
        raise RowRefusedError(f"The rota has no row {number}: `rota list` shows the number of each.")
    async with guard(connection):
        await store_of(ROTA).remove(connection, [number])
    await _note(connection, act, "remove", number)


async def _newest(connection: AsyncConnection) -> int:
    newest = select(_ENTRIES.c.id).order_by(_ENTRIES.c.id.desc()).limit(1)
    number: int = (await connection.execute(newest)).scalar_one()
    return number


async def _note(connection: AsyncConnection, act: Act, does: str, number: int) -> None:
    await count_change(connection)
    await record(connection, [Entry(act, does, f"rota {number}")])
