"""Reading the whole directory into one immutable picture, which is all that routing ever sees of it."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.ext.asyncio import AsyncConnection

from directory import tables
from directory.database import directory_version
from directory.errors import DirectoryError
from directory.rota import load_rota
from directory.rota_tables import SuspectNumber
from routing.hours import parse_hours
from routing.snapshot import Area, Number, Office, Place, Post, PostKey, Snapshot
from routing.vocabulary import Provider, Role

_AREAS = select(
    tables.Area.id,
    tables.Area.name,
    tables.Area.crc_name,
    tables.Area.nps_division,
    tables.Area.hours,
    tables.Area.out_of_hours,
    tables.Area.fallback_office,
)
_OFFICES = select(
    tables.Office.id,
    tables.Office.area,
    tables.Office.name,
    tables.Office.kind,
    tables.Office.hours,
    tables.Office.hours_assumed,
)
_POSTS = (
    select(
        tables.Post.area,
        tables.Post.office,
        tables.Post.provider,
        tables.Post.role,
        tables.Post.ask_for,
        tables.Post.name,
        tables.Post.sample,
        tables.Number.e164,
        tables.Number.verified_on,
        tables.Number.review_days,
        tables.Number.sample.label("number_is_sample"),
        SuspectNumber.number.is_not(None).label("suspect"),
    )
    .join_from(tables.Post, tables.Number, tables.Post.number == tables.Number.id, isouter=True)
    .outerjoin(SuspectNumber, SuspectNumber.number == tables.Number.id)
    .order_by(tables.Post.id)
)
_PLACES = select(
    tables.Place.id,
    tables.Place.name,
    tables.Place.kind,
    tables.Place.area,
    tables.Place.office,
    tables.Place.assumed,
    tables.Place.population,
).order_by(tables.Place.id)
_PLACE_NAMES = select(tables.PlaceName.place, tables.PlaceName.name).order_by(
    tables.PlaceName.place, tables.PlaceName.name
)
_BANK_HOLIDAYS = select(tables.BankHoliday.day)


async def load_snapshot(connection: AsyncConnection) -> Snapshot:
    """The directory as it is on this connection, which should read everything as of one moment.

    Raises DirectoryError where it holds what no import would have taken.
    """
    try:
        return await _load(connection)
    except ValueError as error:
        raise DirectoryError(
            f"The directory holds what cannot be read, changed by something else than Signpost: {error}. "
            "Put it right there, or restore a backup."
        ) from error


async def _load(connection: AsyncConnection) -> Snapshot:
    offices = {row.id: _office(row) for row in await _all(connection, _OFFICES)}
    posts = [_post(row) for row in await _all(connection, _POSTS)]
    bank_holidays = frozenset(row.day for row in await _all(connection, _BANK_HOLIDAYS))
    return Snapshot(
        version=await directory_version(connection),
        areas={row.id: _area(row) for row in await _all(connection, _AREAS)},
        offices=offices,
        posts={_key(post): post for post in posts},
        places=(*await _places(connection), *_places_of_offices(offices.values())),
        bank_holidays=bank_holidays,
        rota=await load_rota(connection, bank_holidays),
    )


async def _all(
    connection: AsyncConnection, statement: Select[*tuple[Any, ...]]
) -> list[Row[*tuple[Any, ...]]]:
    return list(await connection.execute(statement))


def _area(row: Row[*tuple[Any, ...]]) -> Area:
    return Area(
        id=row.id,
        name=row.name,
        crc_name=row.crc_name,
        nps_division=row.nps_division,
        hours=parse_hours(row.hours),
        out_of_hours=row.out_of_hours,
        fallback_office=row.fallback_office,
    )


def _office(row: Row[*tuple[Any, ...]]) -> Office:
    return Office(
        id=row.id,
        area=row.area,
        name=row.name,
        kind=row.kind,
        hours=parse_hours(row.hours),
        hours_assumed=row.hours_assumed,
    )


def _post(row: Row[*tuple[Any, ...]]) -> Post:
    return Post(
        area=row.area,
        office=row.office,
        provider=Provider(row.provider) if row.provider else None,
        role=Role(row.role),
        ask_for=row.ask_for,
        number=_number(row),
        name=row.name,
    )


def _number(row: Row[*tuple[Any, ...]]) -> Number | None:
    if row.e164 is None:
        return None
    sample = row.sample or row.number_is_sample
    return Number(row.e164, row.verified_on, row.review_days, sample, suspect=row.suspect)


def _key(post: Post) -> PostKey:
    return (post.area, post.office, post.provider, post.role)


async def _places(connection: AsyncConnection) -> list[tuple[str, Place]]:
    """Every place by its name, then every place again by each of its other names."""
    by_id = {
        identity: Place(name, kind, area, office, assumed, population)
        for identity, name, kind, area, office, assumed, population in await _all(connection, _PLACES)
    }
    named = [(place.name, place) for place in by_id.values()]
    named.extend((name, by_id[identity]) for identity, name in await _all(connection, _PLACE_NAMES))
    return named


def _places_of_offices(offices: Iterable[Office]) -> Iterator[tuple[str, Place]]:
    """An office can be asked for by its own name or by its id read as words; neither is assumed.

    So "Worcester" means Worcester probation office itself, besides the city that it serves.
    """
    for office in offices:
        place = Place(office.name, "office", office.area, office.id, assumed=False)
        yield office.name, place
        words = office.id.replace("-", " ")
        if words != office.name.casefold():
            yield words, place
