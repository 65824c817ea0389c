"""Each row of the directory as what routing knows it by. Raises ValueError for what no import would take."""

from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import Row

from directory.pictures.pictures import Held, NumberedPost, OtherHours
from routing.catalogue import Programme, Purpose, Run, Sex, Times, Way
from routing.hours import parse_hours
from routing.positions import Position
from routing.snapshot import Alias, Area, Email, Number, Office, Post, SecureDomain, Team
from routing.vocabulary import Means, Provider, Risk, Role, Topic

Read = TypeVar("Read")
AnyRow = Row[*tuple[Any, ...]]


def area_of(row: AnyRow) -> Area:
    """An area, with the names of its providers."""
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
        crc_until=row.crc_until,
    )


def office_of(row: AnyRow) -> Office:
    """An office, or another unit."""
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


def other_hours_of(row: AnyRow) -> OtherHours:
    """Hours of some days only."""
    return OtherHours(row.area, row.office, parse_hours(row.hours))


def team_of(row: AnyRow) -> Team:
    """A team of an office."""
    topics = _listed(Topic, row.topics)
    return Team(row.id, row.name, Provider(row.provider), row.area, row.office, topics)


def post_of(row: AnyRow) -> NumberedPost:
    """A post, and the number that it has."""
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


def email_of(row: AnyRow) -> Email:
    """An address for mail."""
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


def secure_domain_of(row: AnyRow) -> SecureDomain:
    """A domain, and whether mail to it is secure."""
    return SecureDomain(row.domain, row.provider, row.accepted)


def alias_of(row: AnyRow) -> Alias:
    """A phrase that a keeper has taught."""
    return Alias(row.phrase, Means(row.means), row.value, row.area)


def programme_of(row: AnyRow) -> Programme:
    """A programme or service."""
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


def run_of(row: AnyRow) -> Run:
    """Where and when one is held."""
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
