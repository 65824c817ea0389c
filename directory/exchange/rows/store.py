"""How the rows of a kind lie in the tables: read as a file shows them, and added, changed and removed."""

from typing import Any

from sqlalchemy import ColumnElement, Table, and_, bindparam, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from directory.exchange.kind import Key, Kind, Values
from directory.tables import (
    Base,
)

IN_ONE_STATEMENT = 500


class Store:
    """A kind whose columns are the columns of its table."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.table: Table = Base.metadata.tables[kind.table]
        (self.identity,) = self.table.primary_key.columns
        self.plain = tuple(name for name in kind.column_names if name in self.table.columns)
        self._lists = [one.name for one in kind.columns if one.if_empty == () and one.name in self.plain]

    async def load(
        self, connection: AsyncConnection, which: ColumnElement[bool] | None = None
    ) -> dict[Key, tuple[Any, Values]]:
        """Rows by natural key, each its primary key and its values, in the order of the keys: all, or those
        for which a condition on the table holds.
        """
        columns = [self.table.c[name] for name in self.plain]
        wanted = select(self.identity.label("at"), *columns)
        found = await connection.execute(wanted if which is None else wanted.where(which))
        rows = {at: dict(zip(self.plain, values, strict=True)) for at, *values in found}
        for row in rows.values():
            row.update({name: tuple(row[name].split("|")) if row[name] else () for name in self._lists})
        await self._complete(connection, rows)
        by_key = {self.kind.key_of(values): (at, values) for at, values in rows.items()}
        return dict(sorted(by_key.items(), key=lambda item: [str(part or "") for part in item[0]]))

    @property
    def for_good(self) -> tuple[str, ...]:
        """The columns by which other tables know a row, so that they stay as they are."""
        return tuple(name for name in self.plain if name == self.identity.name)

    async def taken(self, connection: AsyncConnection, values: Values, at: Any = None) -> list[str]:
        """The columns whose values no two rows may have, and that another row than this one has."""
        found = []
        for name in self.plain:
            if self.table.c[name].unique and values.get(name) is not None:
                another = select(self.identity).where(self.table.c[name] == values[name])
                if at is not None:
                    another = another.where(self.identity != at)
                if (await connection.execute(another)).first() is not None:
                    found.append(name)
        return found

    def about_the_same(self, values: Values) -> ColumnElement[bool]:
        """That a row is about what these values are about, whenever it holds."""
        names = [name for name in self.kind.key if not (self.kind.versions and name == "valid_from")]
        return and_(*(self.table.c[name].is_not_distinct_from(values.get(name)) for name in names))

    async def add(self, connection: AsyncConnection, rows: list[Values]) -> None:
        """Add rows; each has a value for every column."""
        plain = [await self._as_stored(connection, row) for row in rows]
        await connection.execute(insert(self.table), plain)

    async def change(self, connection: AsyncConnection, rows: list[tuple[Any, Values]]) -> None:
        """Bring rows, named by their primary keys, to these values."""
        statement = (
            update(self.table)
            .where(self.identity == bindparam("at_key"))
            .values({name: bindparam(f"to_{name}") for name in self.plain})
        )
        stored = [(at, await self._as_stored(connection, row)) for at, row in rows]
        await connection.execute(
            statement,
            [{"at_key": at, **{f"to_{name}": value for name, value in row.items()}} for at, row in stored],
        )

    async def remove(self, connection: AsyncConnection, identities: list[Any]) -> None:
        """Take rows away."""
        for some in in_parts(identities):
            await connection.execute(delete(self.table).where(self.identity.in_(some)))

    async def pointed_at(self, connection: AsyncConnection, identities: list[Any]) -> dict[str, int]:
        """How many rows of other tables would be left pointing at nothing, by the name of their table."""
        counts: dict[str, int] = {}
        for table in Base.metadata.sorted_tables:
            for key in table.foreign_keys:
                if key.column.table is self.table and key.ondelete != "CASCADE":
                    for some in in_parts(identities):
                        statement = select(func.count()).where(key.parent.in_(some))
                        counted = (await connection.execute(statement)).scalar_one()
                        counts[table.name] = counts.get(table.name, 0) + counted
        return {name: count for name, count in counts.items() if count}

    async def finish(self, connection: AsyncConnection) -> None:
        """Do what has to wait until everything of the same import is there."""

    async def _complete(self, connection: AsyncConnection, rows: dict[Any, Values]) -> None:
        """Give the rows the columns that their own table does not have as the file shows them."""

    async def _as_stored(self, connection: AsyncConnection, row: Values) -> Values:
        """The row as its own table keeps it."""
        lists = {name: "|".join(row[name]) or None for name in self._lists}
        return {name: row[name] for name in self.plain} | lists


def in_parts(identities: list[Any]) -> list[list[Any]]:
    """So many at a time as one statement takes."""
    return [identities[at : at + IN_ONE_STATEMENT] for at in range(0, len(identities), IN_ONE_STATEMENT)]
