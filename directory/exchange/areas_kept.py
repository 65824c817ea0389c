"""Which rows of the directory are whose to keep: the keeper of an area keeps what is of that area alone.

What is of no area, such as a provider or a phrase that holds everywhere, is kept by whoever keeps all.
"""

from sqlalchemy import ColumnElement, Table, or_, select

from directory.exchange.cells.cell import Known
from directory.exchange.kind import Kind, Values
from directory.exchange.kinds import KINDS
from directory.exchange.kinds.accounts import ACCOUNTS
from directory.exchange.kinds.areas import AREAS, OTHER_HOURS
from directory.exchange.kinds.cases import CASES
from directory.exchange.kinds.contacts import NUMBERS
from directory.exchange.kinds.rota import ROTA
from directory.tables import Base, Office, Person, Post

_KEPT_ELSEWHERE = (ACCOUNTS, ROTA, CASES)  # by rules of their own, or in files only
KEPT_BY_ROW = tuple(kind for kind in KINDS.values() if kind not in _KEPT_ELSEWHERE)


def kinds_kept(area: str | None) -> tuple[Kind, ...]:
    """The kinds whose rows the keeper of an area, or (None) of all, sees and changes one by one."""
    return tuple(kind for kind in KEPT_BY_ROW if area is None or has_areas(kind))


def has_areas(kind: Kind) -> bool:
    """Whether its rows are each of an area, by themselves or by what they are used for."""
    return kind in (AREAS, NUMBERS) or "area" in kind.column_names


def may_add(kind: Kind, area: str | None) -> bool:
    """Whether this keeper may add one: a new area, or a number that nobody uses yet, is of no area."""
    return area is None or kind not in (AREAS, NUMBERS)


def of_area(kind: Kind, area: str) -> ColumnElement[bool]:
    """That a row of a kind that has areas is of this one."""
    table: Table = Base.metadata.tables[kind.table]
    if kind is AREAS:
        return table.c.id == area
    if kind is ROTA:
        people = select(Person.id).where(Person.area == area)
        theirs = table.c.person.in_(people) & or_(table.c.other.is_(None), table.c.other.in_(people))
        return or_(table.c.area == area, table.c.area.is_(None) & theirs)
    if kind is NUMBERS:
        return table.c.id.in_(select(Post.number).where(Post.area == area))
    if kind is OTHER_HOURS:
        offices = select(Office.id).where(Office.area == area)
        return or_(table.c.area == area, table.c.office.in_(offices))
    return table.c.area == area


def rings_elsewhere(area: str) -> ColumnElement[bool]:
    """That a number rings a post of another area too."""
    numbers: Table = Base.metadata.tables[NUMBERS.table]
    return numbers.c.id.in_(select(Post.number).where(Post.area != area))


def column_outside(kind: Kind, values: Values, area: str, known: Known) -> str | None:
    """The column by which a row would be of another area, or of none; None where it is of this one."""
    if kind is AREAS:
        return None if values["id"] == area else "id"
    if kind is NUMBERS or values["area"] == area:
        return None
    office = known.offices.get(values.get("office") or "")
    if kind is OTHER_HOURS and values["area"] is None:
        return None if office and office.area == area else "office"
    return "area"
