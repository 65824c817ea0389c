"""Changing rows of the rota: read as rows of a file are, proved as an import is, and audited."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.audit.audit import Act, Action, Entry, record
from directory.errors import DirectoryError
from directory.exchange.areas_kept import of_area
from directory.exchange.files.problems import Problem
from directory.exchange.importing import Guard
from directory.exchange.kind import Values
from directory.exchange.kinds.rota import ROTA
from directory.exchange.rows.known import known_ids
from directory.exchange.rows.stores import store_of
from directory.rota.draft import Does, Edit, EditRefusedError, RowChanges, Rows, changes_between, play
from directory.storage.database import count_change, database_errors, table, writing
from directory.tables import Person, RotaEntry

_ENTRIES, _PEOPLE = table(RotaEntry), table(Person)
_POST = ("area", "office", "provider", "role", "team")  # typed as one


class RowRefusedError(DirectoryError):
    """A row that cannot be on the rota, or is not there; the message says why, a line for each reason."""


async def add_row(engine: AsyncEngine, cells: Mapping[str, str], act: Act, guard: Guard) -> int:
    """Put one row on the rota; its number. Raises RowRefusedError, and what the guard raises."""
    with database_errors(engine):
        async with writing(engine) as connection:
            return await put_row(connection, cells, act, guard)


async def put_row(connection: AsyncConnection, cells: Mapping[str, str], act: Act, guard: Guard) -> int:
    """The same in a transaction of `writing` that changes something besides."""
    before = await load_rows(connection)
    try:
        after = play(before, Edit(Does.ADD, to=cells), await known_ids(connection))
    except EditRefusedError as error:
        raise RowRefusedError("\n".join(dict.fromkeys(map(_by_option, error.problems)))) from None
    (number,) = await change_rows(connection, changes_between(before, after), act, guard)
    return number


async def remove_row(engine: AsyncEngine, number: int, act: Act, guard: Guard) -> None:
    """Take one row out. Raises RowRefusedError where there is none of this number."""
    with database_errors(engine):
        async with writing(engine) as connection:
            await take_row(connection, number, act, guard)


async def take_row(connection: AsyncConnection, number: int, act: Act, guard: Guard) -> None:
    """The same in a transaction of `writing` that changes something besides."""
    there = await load_rows(connection)
    if number not in there:
        raise RowRefusedError(f"The rota has no row {number}: `rota list` shows the number of each.")
    await change_rows(connection, RowChanges({number: there[number]}, {}, ()), act, guard)


async def load_rows(connection: AsyncConnection, area: str | None = None) -> Rows:
    """Every row by its number, in order; of one area, with what is about its people at every post."""
    columns = [_ENTRIES.c[name] for name in ROTA.column_names]
    statement = select(_ENTRIES.c.id, *columns).order_by(_ENTRIES.c.id)
    if area is not None:
        statement = statement.where(of_area(ROTA, area))
    found = await connection.execute(statement)
    return {number: dict(zip(ROTA.column_names, values, strict=True)) for number, *values in found}


async def change_rows(
    connection: AsyncConnection, changes: RowChanges, act: Act, guard: Guard
) -> tuple[int, ...]:
    """Do all of it in a transaction of `writing`; the numbers of the new rows. Raises what the guard does."""
    store = store_of(ROTA)
    if not any(changes):
        return ()
    async with guard(connection):
        await store.remove(connection, list(changes.removed))
        if changes.changed:
            await store.change(connection, list(changes.changed.items()))
        if changes.added:
            await store.add(connection, list(changes.added))
        added = await _newest(connection, len(changes.added))
    await count_change(connection)
    await _note(connection, act, "remove", changes.removed)
    await _note(connection, act, "change", changes.changed)
    await _note(connection, act, "add", dict(zip(added, changes.added, strict=True)))
    return added


async def _newest(connection: AsyncConnection, count: int) -> tuple[int, ...]:
    newest = select(_ENTRIES.c.id).order_by(_ENTRIES.c.id.desc()).limit(count)
    return tuple(reversed((await connection.execute(newest)).scalars().all()))


async def _note(connection: AsyncConnection, act: Act, does: Action, rows: Mapping[int, Values]) -> None:
    """Each with its area, so that whoever keeps that sees it; of an absence, that of the person."""
    people = select(_PEOPLE.c.id, _PEOPLE.c.area).where(
        _PEOPLE.c.id.in_({values["person"] for values in rows.values()})
    )
    area_of = {row.id: row.area for row in await connection.execute(people)}
    entries = [
        Entry(act, does, f"rota {number}", {"area": values["area"] or area_of.get(values["person"])})
        for number, values in rows.items()
    ]
    await record(connection, entries)


def _by_option(problem: Problem) -> str:
    """What is wrong with a row that was typed as options: named by option."""
    if problem.column is None:
        return problem.text
    option = "post" if problem.column in _POST else problem.column.replace("_", "-")
    return f"--{option}: {problem.text}"
