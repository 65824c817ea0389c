"""Changing a kind a row at a time: a row is read, compared and stored as that of a file is."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import or_
from sqlalchemy.ext.asyncio import AsyncConnection

from directory.errors import DirectoryError
from directory.exchange.cells.cell import Known
from directory.exchange.files.problems import Problem, Problems
from directory.exchange.files.table_file import Line
from directory.exchange.importing import Guard, store_changes
from directory.exchange.kind import Kind, Values
from directory.exchange.rows.change import Change
from directory.exchange.rows.comparing import There, compare_end, compare_row
from directory.exchange.rows.known import known_ids
from directory.exchange.rows.reading import FoundRow, read_values
from directory.exchange.rows.store import Store
from directory.exchange.rows.stores import store_of


class RowRefusedError(DirectoryError):
    """A row that cannot be as it is typed; nothing was changed. A problem without a column is the row's."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(f"{one.column or 'row'}: {one.text}" for one in self.problems))


@dataclass(slots=True)
class RowProblems(Problems):
    """What is wrong with the one row that somebody types."""

    file: Path = Path("row")

    def refuse(self) -> None:
        """Raises RowRefusedError where anything is wrong."""
        if self.kept:
            raise RowRefusedError(self.kept)


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is held: its primary key and its values."""

    at: Any
    values: Values

    @property
    def version(self) -> str:
        """What it was when it was read, in a word: another as soon as anything of it is another."""
        return hashlib.sha256(repr(sorted(self.values.items())).encode()).hexdigest()[:16]


class RowEdits:
    """The rows of one kind, changed one by one inside a transaction of `writing`."""

    def __init__(self, connection: AsyncConnection, kind: Kind) -> None:
        self.kind = kind
        self.connection = connection
        self._store: Store = store_of(kind)

    async def read(self, cells: Mapping[str, str], problems: RowProblems) -> Values:
        """The values of a row as it is typed. Raises RowRefusedError."""
        typed = {name: " ".join(cells.get(name, "").split()) for name in self.kind.column_names}
        for name, cell in typed.items():
            if not cell.isprintable():
                problems.add(1, "holds a character that cannot be shown; take it out", name)
        problems.refuse()
        values = read_values(self.kind, Line(1, typed), await self.known(), problems)
        problems.refuse()
        assert values is not None
        return values

    async def known(self) -> Known:
        """The ids that a cell may name."""
        return await known_ids(self.connection)

    async def put(
        self, values: Values, problems: RowProblems, row: Row | None = None, since: date | None = None
    ) -> list[Change]:
        """What adding a row takes, or bringing one to these values, from a day on where one is given.

        Raises RowRefusedError.
        """
        for name in self._store.for_good if row else ():
            if row and values[name] != row.values[name]:
                problems.add(1, "is another than before, and it is for good; add a new row instead", name)
        problems.refuse()
        there = await self._there(values, *([row.values] if row else []))
        at = row.at if row else None
        changes = compare_row(self.kind, there, FoundRow(1, values), problems, at, since)
        if not problems.count:
            for name in await self._store.taken(self.connection, values, at):
                problems.add(1, f"is that of another {self.kind.one}; write another, or leave it empty", name)
        problems.refuse()
        return changes

    async def end(self, row: Row, problems: RowProblems, since: date | None = None) -> list[Change]:
        """What taking a row away takes, or ending it on a day. Raises RowRefusedError."""
        changes = compare_end(self.kind, await self._there(row.values), problems, row.at, since)
        if any(change.does == "remove" for change in changes):
            pointing = await self._store.pointed_at(self.connection, [row.at])
            if pointing:
                needed = ", ".join(f"{count:,} of {table}" for table, count in pointing.items())
                problems.add(1, f"is needed by {needed}; change those first")
        problems.refuse()
        return changes

    async def store(self, changes: list[Change], guard: Guard) -> None:
        """Make the changes. Raises what the guard does."""
        async with guard(self.connection):
            await store_changes(self.connection, self._store, changes)
            await self._store.finish(self.connection)

    async def _there(self, *about: Values) -> There:
        same = or_(*(self._store.about_the_same(values) for values in about))
        return await self._store.load(self.connection, same)
