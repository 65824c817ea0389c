"""Reading the whole directory into immutable pictures, which are all that routing ever sees of it."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncConnection

from directory import tables
from directory.errors import DirectoryError
from directory.pictures.collecting import not_collecting
from directory.pictures.pictures import Held, Holdings, Pictures
from directory.pictures.rows import (
    AnyRow,
    Read,
    alias_of,
    area_of,
    email_of,
    office_of,
    other_hours_of,
    post_of,
    programme_of,
    run_of,
    secure_domain_of,
    team_of,
)
from directory.rota.rota import load_rota
from directory.storage.database import directory_version
from directory.tables import Fact, SuspectNumber
from routing.snapshot import Place


def _held(model: type[Fact], *columns: Any) -> tuple[Any, ...]:
    return (*columns, model.valid_from, model.valid_to)


_CRC, _NPS = tables.ProbationProvider.__table__.alias(), tables.ProbationProvider.__table__.alias()
_AREAS = (
    select(
        tables.Area.__table__,
        _CRC.c.name.label("crc_name"),
        _CRC.c.valid_to.label("crc_until"),
        _NPS.c.name.label("nps_division"),
    )
    .join_from(tables.Area, _CRC, tables.Area.crc == _CRC.c.code)
    .join(_NPS, tables.Area.nps == _NPS.c.code)
)
_OFFICES = select(tables.Office.__table__)
_OTHER_HOURS = select(tables.OtherHours.__table__).order_by(tables.OtherHours.id)
_TEAMS = select(tables.Team.__table__)
_POSTS = (
    select(
        tables.Post.__table__,
        tables.Number.e164,
        tables.Number.verified_on,
        tables.Number.review_days,
        tables.Number.sample.label("number_is_sample"),
        tables.Number.valid_from.label("number_from"),
        tables.Number.valid_to.label("number_to"),
        SuspectNumber.number.is_not(None).label("suspect"),
    )
    .join_from(tables.Post, tables.Number, tables.Post.number == tables.Number.id, isouter=True)
    .outerjoin(SuspectNumber, SuspectNumber.number == tables.Number.id)
    .order_by(tables.Post.id)
)
_PLACES = select(
    *_held(
        tables.Place,
        tables.Place.id,
        tables.Place.name,
        tables.Place.kind,
        tables.Place.area,
        tables.Place.office,
        tables.Place.assumed,
        tables.Place.population,
    )
).order_by(tables.Place.id)
_PLACE_NAMES = select(tables.PlaceName.place, tables.PlaceName.name).order_by(
    tables.PlaceName.place, tables.PlaceName.name
)
_EMAILS = select(tables.Email.__table__).order_by(tables.Email.id)
_SECURE_DOMAINS = select(tables.SecureDomain.__table__).order_by(tables.SecureDomain.id)
_ALIASES = select(tables.Alias.__table__).order_by(tables.Alias.id)
_PROGRAMMES = select(tables.Programme.__table__).order_by(tables.Programme.id)
_RUNS = select(tables.ProgrammeRun.__table__).order_by(tables.ProgrammeRun.id)
_BANK_HOLIDAYS = select(tables.BankHoliday.day)


async def load_pictures(connection: AsyncConnection) -> Pictures:
    """The directory as it is on this connection, which should read everything as of one moment.

    Raises DirectoryError where it holds what no import would have taken.
    """
    try:
        with not_collecting():
            return await _load(connection)
    except ValueError as error:
        raise DirectoryError(
            f"The directory holds what cannot be read, changed by something else than Signpost: {error}. "
            "Put it right there, or restore a backup."
        ) from error


async def _load(connection: AsyncConnection) -> Pictures:
    bank_holidays = frozenset(row.day for row in await _all(connection, _BANK_HOLIDAYS))
    return Pictures.of_holdings(
        Holdings(
            version=await directory_version(connection),
            areas=_each(await _all(connection, _AREAS), area_of),
            offices=_each(await _all(connection, _OFFICES), office_of),
            other_hours=_each(await _all(connection, _OTHER_HOURS), other_hours_of),
            teams=_each(await _all(connection, _TEAMS), team_of),
            posts=_each(await _all(connection, _POSTS), post_of),
            places=tuple(await _places(connection)),
            emails=_each(await _all(connection, _EMAILS), email_of),
            secure_domains=_each(await _all(connection, _SECURE_DOMAINS), secure_domain_of),
            aliases=_each(await _all(connection, _ALIASES), alias_of),
            programmes=_each(await _all(connection, _PROGRAMMES), programme_of),
            runs=_each(await _all(connection, _RUNS), run_of),
            bank_holidays=bank_holidays,
            rota=await load_rota(connection, bank_holidays),
        )
    )


async def _all(connection: AsyncConnection, statement: Select[*tuple[Any, ...]]) -> list[AnyRow]:
    return list(await connection.execute(statement))


def _each(rows: Iterable[AnyRow], read: Callable[[AnyRow], Read]) -> tuple[Held[Read], ...]:
    return tuple(Held(read(row), row.valid_from, row.valid_to) for row in rows)


async def _places(connection: AsyncConnection) -> Iterator[Held[tuple[str, Place]]]:
    """Every place by its name, then every place again by each of its other names."""
    by_id = {
        identity: Held(Place(name, kind, area, office, assumed, population), since, until)
        for identity, name, kind, area, office, assumed, population, since, until in await _all(
            connection, _PLACES
        )
    }
    named = [(held.what.name, held) for held in by_id.values()]
    named.extend((name, by_id[identity]) for identity, name in await _all(connection, _PLACE_NAMES))
    return (Held((name, held.what), held.since, held.until) for name, held in named)
