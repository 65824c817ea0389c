"""Phrases that keepers add: entered one at a time here, in files by the kind `aliases`."""

from collections.abc import Sequence

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from directory import tables
from directory.errors import DirectoryError
from directory.exchange.cells.cell import CellError
from directory.exchange.kind import Values
from directory.exchange.kinds.aliases import ALIASES
from directory.exchange.rows.known import known_ids
from directory.exchange.rows.stores import store_of
from directory.storage.database import table
from routing.snapshot import Alias
from routing.vocabulary import Means

_ALIASES = table(tables.Alias)
_PLACES, _PLACE_NAMES = table(tables.Place), table(tables.PlaceName)


class AliasRefusedError(DirectoryError):
    """An alias that cannot be added, or is not there to be removed; the message says what to do."""


async def add_alias(connection: AsyncConnection, **cells: str) -> Alias:
    """Add an alias, its cells typed as in a file. Raises AliasRefusedError."""
    values = await _read(connection, cells)
    alias = Alias(values["phrase"], Means(values["means"]), values["value"], values["area"])
    for known in await aliases(connection, alias.phrase):
        if known.area == alias.area:
            raise AliasRefusedError(
                f'"{alias.phrase}" means the {said(known)} already: '
                f'`python -m directory alias remove "{alias.phrase}"` first, or add a longer phrase.'
            )
    if alias.means is Means.PLACE and not await _is_place(connection, alias):
        raise AliasRefusedError(
            f'{alias.area} has no place "{alias.value}" in the directory: check its name, or enter it '
            "with `python -m directory import places`."
        )
    await store_of(ALIASES).add(connection, [values])
    return alias


async def remove_alias(connection: AsyncConnection, phrase: str, area: str | None) -> int:
    """Take away what a phrase means, in one area or wherever it means something; how much that was.

    Raises AliasRefusedError where it means nothing.
    """
    found = (_ALIASES.c.phrase == phrase) & (_ALIASES.c.area == area if area else True)
    count: int = (await connection.execute(delete(_ALIASES).where(found))).rowcount
    if not count:
        raise AliasRefusedError(
            f'There is no alias "{phrase}"{f" in {area}" if area else ""}: '
            "`python -m directory alias list` shows what there is."
        )
    return count


async def aliases(connection: AsyncConnection, phrase: str | None = None) -> Sequence[Alias]:
    """All aliases, or those of one phrase, in the order of their phrases."""
    columns = (_ALIASES.c.phrase, _ALIASES.c.means, _ALIASES.c.value, _ALIASES.c.area)
    rows = select(*columns).order_by(_ALIASES.c.phrase, _ALIASES.c.area)
    if phrase is not None:
        rows = rows.where(_ALIASES.c.phrase == phrase)
    return [Alias(phrase, Means(means), value, area) for phrase, means, value, area in
            await connection.execute(rows)]  # fmt: skip


def said(alias: Alias) -> str:
    """What an alias stands for, in a few words."""
    return f"{alias.means} {alias.value}" + (f" in {alias.area}" if alias.area else "")


async def _read(connection: AsyncConnection, cells: dict[str, str]) -> Values:
    known, values = await known_ids(connection), {}
    for column in ALIASES.columns:
        typed = cells.get(column.name, "")
        try:
            values[column.name] = column.read(typed, known)
        except CellError as error:
            raise AliasRefusedError(f"{column.shown(typed)} {error}.".capitalize()) from None
    if values["means"] == Means.OFFICE and not values["area"] and values["value"] in known.offices:
        values["area"] = known.offices[values["value"]].area
    for name, what in ALIASES.check(values, known):
        shown = f'"{values[name]}"' if values[name] else f"No {name}"
        raise AliasRefusedError(f"{shown} {what}.")
    return values


async def _is_place(connection: AsyncConnection, alias: Alias) -> bool:
    wanted = alias.value.lower()
    named = select(_PLACES.c.id).outerjoin(_PLACE_NAMES, _PLACE_NAMES.c.place == _PLACES.c.id)
    named = named.where(
        _PLACES.c.area == alias.area,
        (func.lower(_PLACES.c.name) == wanted) | (func.lower(_PLACE_NAMES.c.name) == wanted),
    )
    return (await connection.execute(named.limit(1))).first() is not None
