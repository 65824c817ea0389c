"""Reading the whole directory into immutable pictures, which are all that routing ever sees of it."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from sqlalchemy import Row, Select, select
from sqlalchemy.ext.asyncio import AsyncConnection

from directory import tables
from directory.errors import DirectoryError
from directory.pictures.collecting import not_collecting
from directory.pictures.pictures import Held, Holdings, NumberedPost, OtherHours, Pictures
from directory.rota.rota import load_rota
from directory.storage.database import directory_version
from directory.tables import Fact, SuspectNumber
from routing.catalogue import Programme, Purpose, Run, Sex, Times, Way
from routing.hours import parse_hours
from routing.positions import Position
from routing.snapshot import Alias, Area, Email, Number, Office, Place, Post, SecureDomain, Team
from routing.vocabulary import Means, Provider, Risk, Role, Topic

Read = TypeVar("Read")
AnyRow = Row[*tuple[Any, ...]]


def _held(model: type[Fact], *columns: Any) -> tuple[Any, ...]:
    return (*columns, model.valid_from, model.valid_to)


_CRC, _NPS = tables.ProbationProvider.__table__.alias(), tables.ProbationProvider.__table__.alias()
_AREAS = (
    select(
        tables.Area.__table__,
        _CRC.c.name.label("crc_name"),
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
            areas=_each(await _all(connection, _AREAS), _area),
            offices=_each(await _all(connection, _OFFICES), _office),
            other_hours=_each(await _all(connection, _OTHER_HOURS), _other_hours),
            teams=_each(await _all(connection, _TEAMS), _team),
            posts=_each(await _all(connection, _POSTS), _post),
            places=tuple(await _places(connection)),
            emails=_each(await _all(connection, _EMAILS), _email),
            secure_domains=_each(await _all(connection, _SECURE_DOMAINS), _secure_domain),
            aliases=_each(await _all(connection, _ALIASES), _alias),
            programmes=_each(await _all(connection, _PROGRAMMES), _programme),
            runs=_each(await _all(connection, _RUNS), _run),
            bank_holidays=bank_holidays,
            rota=await load_rota(connection, bank_holidays),
        )
    )


async def _all(connection: AsyncConnection, statement: Select[*tuple[Any, ...]]) -> list[AnyRow]:
    return list(await connection.execute(statement))


def _each(rows: Iterable[AnyRow], read: Callable[[AnyRow], Read]) -> tuple[Held[Read], ...]:
    return tuple(Held(read(row), row.valid_from, row.valid_to) for row in rows)


def _area(row: AnyRow) -> Area:
    return Area(
        id=row.id,
        name=row.name,
        crc_name=row.crc_name,
        nps_division=row.nps_division,
        hours=parse_hours(row.hours),
        out_of_hours=row.out_of_hours,
        fallback_office=row.fallback_office,
        crc_code=row.crc,
        nps_code=row.nps,
    )


def _office(row: AnyRow) -> Office:
    return Office(
        id=row.id,
        area=row.area,
        name=row.name,
        kind=row.kind,
        hours=parse_hours(row.hours),
        hours_assumed=row.hours_assumed,
        cluster=row.cluster,
        address=row.address,
        position=Position.parse(row.position) if row.position else None,
        position_is_towns=row.position_of == "town",
    )


def _other_hours(row: AnyRow) -> OtherHours:
    return OtherHours(row.area, row.office, parse_hours(row.hours))


def _team(row: AnyRow) -> Team:
    topics = _listed(Topic, row.topics)
    return Team(row.id, row.name, Provider(row.provider), row.area, row.office, topics)


def _post(row: AnyRow) -> NumberedPost:
    post = Post(
        area=row.area,
        office=row.office,
        provider=Provider(row.provider) if row.provider else None,
        role=Role(row.role),
        ask_for=row.ask_for,
        name=row.name,
        team=row.team,
        topic=Topic(row.topic) if row.topic else None,
        extension=row.extension,
        hours=parse_hours(row.hours) if row.hours else None,
        assumed=row.assumed,
        sample=row.sample,
    )
    return NumberedPost(post, _number(row))


def _number(row: AnyRow) -> Held[Number] | None:
    if row.e164 is None:
        return None
    sample = row.sample or row.number_is_sample
    number = Number(row.e164, row.verified_on, row.review_days, sample, suspect=row.suspect)
    return Held(number, row.number_from, row.number_to)


def _email(row: AnyRow) -> Email:
    return Email(
        address=row.address,
        area=row.area,
        office=row.office,
        provider=Provider(row.provider),
        purpose=row.purpose,
        redirects_to=row.redirects_to,
        redirects_until=row.redirects_until,
        sample=row.sample,
    )


def _secure_domain(row: AnyRow) -> SecureDomain:
    return SecureDomain(row.domain, row.provider, row.accepted)


def _alias(row: AnyRow) -> Alias:
    return Alias(row.phrase, Means(row.means), row.value, row.area)


def _programme(row: AnyRow) -> Programme:
    return Programme(
        id=row.id,
        name=row.name,
        topic=Topic(row.topic),
        provider=Provider(row.provider),
        about=row.about,
        also_called=_listed(str, row.also_called),
        delivered_by=row.delivered_by,
        purposes=_listed(Purpose, row.purposes),
        accredited=row.accredited,
        sex=Sex(row.sex) if row.sex else None,
        age_from=row.age_from,
        age_to=row.age_to,
        risks=_listed(Risk, row.risks),
        not_for=row.not_for,
        source=row.source,
        sample=row.sample,
        assumed=row.assumed,
    )


def _run(row: AnyRow) -> Run:
    return Run(
        code=row.code,
        programme=row.programme,
        area=row.area,
        office=row.office,
        venue=row.venue,
        sessions=parse_hours(row.sessions) if row.sessions else None,
        times=_listed(Times, row.times),
        ways=_listed(Way, row.ways),
        rate_card=row.rate_card,
        price=row.price,
        waiting_weeks=row.waiting_weeks,
        next_start=row.next_start,
        any_time=row.any_time,
        places=row.places,
        confirmed_on=row.confirmed_on,
        confirmed_days=row.confirmed_days,
        source=row.source,
        sample=row.sample,
        assumed=row.assumed,
    )


def _listed(word: Callable[[str], Read], text: str | None) -> tuple[Read, ...]:
    """What lies in one column with | between them."""
    return tuple(word(part) for part in (text or "").split("|") if part)


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
