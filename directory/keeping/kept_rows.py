"""The directory as its keepers see and change it while the service runs: a row at a time, each of its kind.

A change passes as a file does: read cell by cell, checked by column, proved to open no hole, kept with its
history, audited and counted, so that every process has it within a second or two.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.accounts.standing import Identity
from directory.audit.audit import Act, Detail, Entry, record
from directory.errors import DirectoryError
from directory.exchange.areas_kept import (
    column_outside,
    has_areas,
    kinds_kept,
    may_add,
    of_area,
    rings_elsewhere,
)
from directory.exchange.cells.cell import Known
from directory.exchange.importing import Guard
from directory.exchange.kind import Kind, Values
from directory.exchange.kinds.contacts import NUMBERS
from directory.exchange.rows.change import Change
from directory.exchange.rows.edits import Row, RowEdits, RowProblems
from directory.exchange.rows.known import known_ids
from directory.exchange.rows.store import Store
from directory.exchange.rows.stores import store_of
from directory.proof.guard import no_new_holes
from directory.proof.proving import Proving
from directory.storage.aside import aside
from directory.storage.database import count_change, database_errors, reading, writing
from routing.moments import day_in_london

_LONGEST_SUBJECT, _LONGEST_ID = 200, 60
_MOST_ROWS = 2**31 - 1  # that a primary key can count
ChangesOf = Callable[[RowEdits], Awaitable[list[Change]]]


class NotKeptError(DirectoryError):
    """A row that is not there, or is not this keeper's to see or to change."""


class RowChangedError(DirectoryError):
    """A row that somebody else has changed since it was shown; `row` is it as it is now."""

    def __init__(self, row: Row) -> None:
        super().__init__("Somebody else has changed this meanwhile.")
        self.row = row


@dataclass(frozen=True, slots=True)
class Seen:
    """A row as somebody saw it: its primary key, and its version then."""

    at: str
    version: str


@dataclass(frozen=True, slots=True)
class By:
    """Who changes something, through which channel; `force` where a hole that it opens is meant."""

    who: Identity
    channel: str
    force: bool = False


@dataclass(frozen=True, slots=True)
class Typed:
    """A row as it is typed, and the day from which the change holds; None: it was always so."""

    cells: Mapping[str, str] = field(repr=False)
    since: date | None = None


@dataclass(frozen=True, slots=True)
class KeptRows:
    """One for an open directory; all raise DatabaseError, and NotKeptError where a row is not theirs."""

    engine: AsyncEngine
    proving: Proving
    clock: Callable[[], datetime]

    async def known(self) -> Known:
        """The ids that a cell may name."""
        with database_errors(self.engine):
            async with reading(self.engine) as connection:
                return await known_ids(connection)

    async def rows(self, kind: Kind, who: Identity, area: str | None = None) -> list[Row]:
        """What this keeper keeps of a kind, in the order of its keys; of one area where one is given."""
        which = _kept_by(kind, who, area)

        async def load(engine: AsyncEngine) -> list[Row]:
            with database_errors(engine):
                async with reading(engine) as connection:
                    there = await store_of(kind).load(connection, which)
            return [Row(at, values) for at, values in there.values()]

        return await (load(self.engine) if which is not None else aside(self.engine, load))

    async def row(self, kind: Kind, at: str, who: Identity) -> Row:
        """The row with this primary key."""
        with database_errors(self.engine):
            async with reading(self.engine) as connection:
                return await _row(connection, kind, at, who)

    async def put(self, kind: Kind, typed: Typed, by: By, seen: Seen | None = None) -> list[Change]:
        """Bring a row to what is typed, or (None) add one; what that changed.

        Raises RowRefusedError for what is wrong with it, RowChangedError where it is not as it was seen,
        HolesError where it would open a hole.
        """
        return await self._change(kind, by, partial(_put, typed=typed, who=by.who, seen=seen))

    async def end(self, kind: Kind, seen: Seen, by: By, since: date | None = None) -> list[Change]:
        """Take a row away as if it had never been, or end it on a day. Raises as `put` does."""
        return await self._change(kind, by, partial(_end, seen=seen, who=by.who, since=since))

    async def _change(self, kind: Kind, by: By, changes_of: ChangesOf) -> list[Change]:
        """Proving that there is no hole takes a while: aside, so that everybody else is answered."""
        now = self.clock()
        act = Act(by.who.account or "", by.channel, now)

        async def change(engine: AsyncEngine, guard: Guard) -> list[Change]:
            with database_errors(engine):
                async with writing(engine) as connection:
                    edits = RowEdits(connection, kind)
                    changes = await changes_of(edits)
                    if changes:
                        await edits.store(changes, guard)
                        await count_change(connection)
                        await record(connection, [_entry(act, kind, change) for change in changes])
                    return changes

        async with self.proving.proving_elsewhere() as asked:
            guard = partial(no_new_holes, today=day_in_london(now), force=by.force, asked=asked)
            return await aside(self.engine, partial(change, guard=guard))


def _kept_by(kind: Kind, who: Identity, area: str | None = None) -> ColumnElement[bool] | None:
    """The condition under which rows of a kind are this keeper's; None where all are."""
    if kind not in kinds_kept(who.area):
        raise NotKeptError(f"The {kind.name} are kept by whoever keeps all areas: ask them.")
    kept = who.area or area
    return of_area(kind, kept) if kept and has_areas(kind) else None


async def _row(connection: AsyncConnection, kind: Kind, at: str, who: Identity) -> Row:
    store, which = store_of(kind), _kept_by(kind, who)
    if (identity := _identity(store, at)) is not None:
        asked = store.identity == identity
        there = await store.load(connection, asked if which is None else asked & which)
        for held, values in there.values():
            return Row(held, values)
    raise NotKeptError(f"There is no such {kind.one} among those that you keep: it may be gone meanwhile.")


def _identity(store: Store, at: str) -> Any:
    """The primary key of which this is the text; None for what is the text of none."""
    of: Any = store.identity.type.python_type
    if of is int:
        return int(at) if at.isascii() and at.isdigit() and int(at[:11]) <= _MOST_ROWS else None
    if of is str:
        return at if at.isprintable() and len(at) <= _LONGEST_ID else None
    try:
        return date.fromisoformat(at)
    except ValueError:
        return None


async def _as_seen(edits: RowEdits, seen: Seen, who: Identity) -> Row:
    row = await _row(edits.connection, edits.kind, seen.at, who)
    if row.version != seen.version:
        raise RowChangedError(row)
    return row


async def _put(edits: RowEdits, typed: Typed, who: Identity, seen: Seen | None) -> list[Change]:
    kind, problems = edits.kind, RowProblems()
    row = await _as_seen(edits, seen, who) if seen else None
    if row is None and not (kind in kinds_kept(who.area) and may_add(kind, who.area)):
        raise NotKeptError(f"A new {kind.one} is added by whoever keeps all areas: ask them.")
    values = await edits.read(typed.cells, problems)
    if who.area and (column := column_outside(kind, values, who.area, await edits.known())):
        problems.add(1, f"is not in the area that you keep; write one of {who.area}", column)
        problems.refuse()
    if who.area and row and await _is_anothers_too(edits, row, values, who.area):
        problems.add(1, "rings posts of other areas too; ask whoever keeps all areas to change it", "e164")
        problems.refuse()
    return await edits.put(values, problems, row, typed.since)


async def _is_anothers_too(edits: RowEdits, row: Row, values: Values, area: str) -> bool:
    """Whether this would have another number ring for posts of another area."""
    if edits.kind is not NUMBERS or values["e164"] == row.values["e164"]:
        return False
    store = store_of(NUMBERS)
    return bool(await store.load(edits.connection, (store.identity == row.at) & rings_elsewhere(area)))


async def _end(edits: RowEdits, seen: Seen, who: Identity, since: date | None) -> list[Change]:
    return await edits.end(await _as_seen(edits, seen, who), RowProblems(), since)


def _entry(act: Act, kind: Kind, change: Change) -> Entry:
    """Which row, and which of its columns: never what stands there."""
    different = [name for name in kind.column_names if change.before.get(name) != change.after.get(name)]
    columns: dict[str, Detail] = {"columns": ", ".join(different)} if change.does == "change" else {}
    return Entry(act, change.does, kind.called(change.key)[:_LONGEST_SUBJECT], columns)
