"""Where the rows of each kind lie: most in a table that has their columns, some otherwise."""

from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from directory.exchange.kind import Kind, Values
from directory.exchange.kinds.contacts import REVIEW_DAYS
from directory.exchange.rows.store import IN_ONE_STATEMENT, Store, in_parts
from directory.tables import Base, Number, PlaceName, UnknownWord

_NUMBERS = Base.metadata.tables[Number.__tablename__]
_NAMES = Base.metadata.tables[PlaceName.__tablename__]
_UNKNOWN = Base.metadata.tables[UnknownWord.__tablename__]


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
        if len(rows) <= IN_ONE_STATEMENT:
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
        for some in in_parts([at for at, _ in rows]):
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
        for some in in_parts(sorted(words)):
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
