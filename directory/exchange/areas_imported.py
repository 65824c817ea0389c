"""What the keeper of an area may bring in by a file: rows of that area, by the same rule as one by one."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from directory.exchange.areas_kept import column_outside, kinds_kept, may_add, of_area
from directory.exchange.cells.cell import Known
from directory.exchange.files.problems import Problems
from directory.exchange.kind import Kind
from directory.exchange.kinds import KINDS
from directory.exchange.kinds.rota import ROTA
from directory.exchange.rows.change import Change
from directory.exchange.rows.known import known_ids
from directory.exchange.rows.store import Store
from directory.tables import Person


def kinds_imported(area: str | None) -> tuple[Kind, ...]:
    """The kinds that the keeper of an area, or (None) of all, may bring in.

    Accounts and the register of cases are for whoever keeps all areas.
    """
    return tuple(KINDS.values()) if area is None else (*kinds_kept(area), ROTA)


async def ids_elsewhere(connection: AsyncConnection, store: Store, area: str | None) -> frozenset[Any]:
    """The primary keys of the rows that are not of this area; none for whoever keeps all."""
    if area is None or store.kind not in kinds_imported(area):
        return frozenset()
    every = select(store.identity)
    found = frozenset((await connection.execute(every)).scalars())
    return found.difference((await connection.execute(every.where(of_area(store.kind, area)))).scalars())


async def note_other_areas(
    connection: AsyncConnection,
    kind: Kind,
    changes: Iterable[Change],
    area: str,
    elsewhere: Collection[Any],
    problems: Problems,
) -> None:
    """Each row of the file by which something would change that is not of this area is a problem."""
    if kind not in kinds_imported(area):
        problems.add_whole(f"{kind.name} are kept by whoever keeps all areas: ask them to bring these in.")
        return
    known = await known_ids(connection)
    area_of = {row.id: row.area for row in await connection.execute(select(Person.id, Person.area))}
    for change in changes:
        column = _outside(kind, change, area, known, area_of)
        if change.at in elsewhere or column:
            problems.add(change.row or 0, f"is not of {area}, which you keep; take the row out", column)


def _outside(kind: Kind, change: Change, area: str, known: Known, area_of: Mapping[str, str]) -> str | None:
    """The column by which a row would be of another area, or of none."""
    if change.does == "remove":
        return None
    if change.does == "add" and not may_add(kind, area):
        return kind.key[0]
    if kind is ROTA and change.after["area"] is None:
        people = {name: change.after[name] for name in ("person", "other") if change.after[name]}
        return next((name for name, person in people.items() if area_of.get(person) != area), None)
    return column_outside(kind, change.after, area, known)
