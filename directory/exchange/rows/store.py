"""How the rows of a kind lie in the tables: read as a file shows them, and added, changed and removed."""

from typing import Any

from sqlalchemy import ColumnElement, Table, and_, bindparam, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from directory.exchange.cells.cell import Known, KnownOffice
from directory.exchange.kind import Key, Kind, Values
from directory.exchange.kinds.contacts import REVIEW_DAYS
from directory.tables import (
    Agency,
    Base,
    Number,
    Office,
    Person,
    PlaceName,
    ProbationProvider,
    Programme,
    SecureDomain,
    Team,
    UnknownWord,
)

_IN_ONE_STATEMENT = 500
_NUMBERS = Base.metadata.tables[Number.__tablename__]
_NAMES = Base.metadata.tables[PlaceName.__tablename__]
_UNKNOWN = Base.metadata.tables[UnknownWord.__tablename__]


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
        for some in _in_parts(identities):
            await connection.execute(delete(self.table).where(self.identity.in_(some)))

    async def pointed_at(self, connection: AsyncConnection, identities: list[Any]) -> dict[str, int]:
        """How many rows of other tables would be left pointing at nothing, by the name of their table."""
        counts: dict[str, int] = {}
        for table in Base.metadata.sorted_tables:
            for key in table.foreign_keys:
                if key.column.table is self.table and key.ondelete != "CASCADE":
                    for some in _in_parts(identities):
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


class AreaStore(Store):
    """Areas: they point to offices, and offices to them; so what they point to is set last."""

    _pointing = ("out_of_hours", "fallback_office")

    def __init__(self, kind: Kind) -> None:
        super().__init__(kind)
        self._to_set: dict[str, Values] = {}

    async def _as_stored(self, connection: AsyncConnection, row: Values) -> Values:
        self._to_set[row["id"]] = {name: row[name] for name in self._pointing}
        return {**await super()._as_stored(connection, row), **dict.fromkeys(self._pointing)}

    async def finish(self, connection: AsyncConnection) -> None:
        for area, values in self._to_set.items():
            await connection.execute(update(self.table).where(self.table.c.id == area).values(values))
        self._to_set.clear()


class ContactStore(Store):
    """Contacts: the file has the number itself, the table points to it."""

    def __init__(self, kind: Kind) -> None:
        super().__init__(kind)
        self._identity_of: dict[str, int] = {}

    async def _complete(self, connection: AsyncConnection, rows: dict[Any, Values]) -> None:
        found = await connection.execute(select(_NUMBERS.c.id, _NUMBERS.c.e164))
        number_at = {row.id: row.e164 for row in found}
        self._identity_of = {number: at for at, number in number_at.items()}
        for row in rows.values():
            row["number"] = number_at.get(row["number"])

    async def _as_stored(self, connection: AsyncConnection, row: Values) -> Values:
        stored = await super()._as_stored(connection, row)
        if row["number"] is not None:
            stored["number"] = await self._identity(connection, row)
        return stored

    async def _identity(self, connection: AsyncConnection, row: Values) -> int:
        """The number's own row, made where there is none yet: as one that nobody has checked."""
        number = row["number"]
        if number not in self._identity_of:
            new = {name: row[name] for name in ("source", "assumed", "sample")}
            made = await connection.execute(
                insert(_NUMBERS)
                .values(e164=number, verified_on=None, review_days=REVIEW_DAYS, **new)
                .returning(_NUMBERS.c.id)
            )
            self._identity_of[number] = made.scalar_one()
        return self._identity_of[number]


class PlaceStore(Store):
    """Places: their other names lie in a table of their own."""

    async def _complete(self, connection: AsyncConnection, rows: dict[Any, Values]) -> None:
        names: dict[int, list[str]] = {}
        wanted = select(_NAMES.c.place, _NAMES.c.name)
        if len(rows) <= _IN_ONE_STATEMENT:
            wanted = wanted.where(_NAMES.c.place.in_(rows))
        for place, name in await connection.execute(wanted):
            names.setdefault(place, []).append(name)
        for at, row in rows.items():
            row["alternative_names"] = tuple(sorted(names.get(at, ())))

    async def add(self, connection: AsyncConnection, rows: list[Values]) -> None:
        plain = [await self._as_stored(connection, row) for row in rows]
        made = insert(self.table).returning(self.identity, sort_by_parameter_order=True)
        identities = (await connection.execute(made, plain)).scalars().all()
        await self._name(connection, list(zip(identities, rows, strict=True)))

    async def change(self, connection: AsyncConnection, rows: list[tuple[Any, Values]]) -> None:
        await super().change(connection, rows)
        for some in _in_parts([at for at, _ in rows]):
            await connection.execute(delete(_NAMES).where(_NAMES.c.place.in_(some)))
        await self._name(connection, rows)

    async def _name(self, connection: AsyncConnection, rows: list[tuple[Any, Values]]) -> None:
        names = [{"place": at, "name": name} for at, row in rows for name in row["alternative_names"]]
        if names:
            await connection.execute(insert(_NAMES), names)


class AliasStore(Store):
    """Aliases: what is taught is off the list of words that nobody knows."""

    async def add(self, connection: AsyncConnection, rows: list[Values]) -> None:
        await super().add(connection, rows)
        words = {word for row in rows for word in row["phrase"].split()}
        for some in _in_parts(sorted(words)):
            await connection.execute(delete(_UNKNOWN).where(_UNKNOWN.c.word.in_(some)))


_STORES: dict[str, type[Store]] = {
    "aliases": AliasStore,
    "areas": AreaStore,
    "contacts": ContactStore,
    "places": PlaceStore,
}


def store_of(kind: Kind) -> Store:
    """Where the rows of this kind lie."""
    return _STORES.get(kind.name, Store)(kind)


_SECURE = select(SecureDomain.domain).where(SecureDomain.accepted)


async def known_ids(connection: AsyncConnection) -> Known:
    """The ids that a file may name."""
    areas = await connection.execute(select(Base.metadata.tables["areas"].c.id))
    offices = await connection.execute(select(Office.id, Office.area, Office.kind))
    providers = await connection.execute(select(ProbationProvider.code, ProbationProvider.kind))
    return Known(
        areas=frozenset(areas.scalars()),
        offices={at: KnownOffice(area, kind) for at, area, kind in offices},
        people=frozenset((await connection.execute(select(Person.id))).scalars()),
        providers={row.code: row.kind for row in providers},
        teams=frozenset((await connection.execute(select(Team.id))).scalars()),
        agencies=frozenset((await connection.execute(select(Agency.id))).scalars()),
        programmes=frozenset((await connection.execute(select(Programme.id))).scalars()),
        secure_domains=frozenset((await connection.execute(_SECURE)).scalars()),
    )


def _in_parts(identities: list[Any]) -> list[list[Any]]:
    return [identities[at : at + _IN_ONE_STATEMENT] for at in range(0, len(identities), _IN_ONE_STATEMENT)]
