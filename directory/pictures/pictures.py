"""The directory of any day: what is held, each with the days on which it holds, made into pictures.

Between two days on which something begins or ceases to hold, the directory is the same: such a stretch
has one picture, made when it is first asked for.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Generic, NamedTuple, TypeVar

from routing.catalogue import Programme, Run
from routing.hours import OpeningHours
from routing.moments import day_in_london, on_the_wall
from routing.rota.rota import Rota
from routing.rota.shifts import Span
from routing.snapshot import (
    Alias,
    Area,
    Email,
    LeadKey,
    Number,
    Office,
    Place,
    Post,
    PostKey,
    SecureDomain,
    Snapshot,
    Team,
)
from routing.vocabulary import Role

What = TypeVar("What")


class Held(NamedTuple, Generic[What]):
    """Something, and from which day until before which day it holds; None: for ever."""

    what: What
    since: date | None = None
    until: date | None = None

    def holds(self, day: date) -> bool:
        """Whether it holds on this day."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


class OtherHours(NamedTuple):
    """Hours instead of the usual ones, of an office or (office None) of an area."""

    area: str | None
    office: str | None
    hours: OpeningHours


class NumberedPost(NamedTuple):
    """A post beside its number, which may hold for other days."""

    post: Post
    number: Held[Number] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """All that the directory holds, whenever it holds."""

    version: int
    areas: tuple[Held[Area], ...] = ()
    offices: tuple[Held[Office], ...] = ()
    other_hours: tuple[Held[OtherHours], ...] = ()
    teams: tuple[Held[Team], ...] = ()
    posts: tuple[Held[NumberedPost], ...] = ()
    places: tuple[Held[tuple[str, Place]], ...] = ()  # by every name
    emails: tuple[Held[Email], ...] = ()
    secure_domains: tuple[Held[SecureDomain], ...] = ()
    aliases: tuple[Held[Alias], ...] = ()
    programmes: tuple[Held[Programme], ...] = ()
    runs: tuple[Held[Run], ...] = ()
    bank_holidays: frozenset[date] = field(default_factory=frozenset)
    rota: Rota = field(default_factory=Rota)

    def changes(self) -> list[date]:
        """Every day on which something begins or ceases to hold, in order."""
        numbers = [post.what.number for post in self.posts if post.what.number]
        found: set[date] = set()
        for kind in (self.areas, self.offices, self.other_hours, self.teams, self.posts, numbers,
                     self.places, self.emails, self.secure_domains, self.programmes, self.runs,
                     self.aliases):  # fmt: skip
            for held in kind:
                found.update(day for day in held[1:] if day is not None)
        return sorted(found)


class Pictures:
    """The directory of every day. Never changed: a change of the directory makes others."""

    def __init__(self, version: int, changes: Sequence[date], make: Callable[[date], Snapshot]) -> None:
        """`changes` are the days, in order, on which the picture of the day before no longer holds."""
        self.version = version
        self._changes = changes
        self._make = make
        self._made: dict[int, Snapshot] = {}

    @classmethod
    def of_holdings(cls, held: Holdings) -> "Pictures":
        """The pictures of what is held."""
        return cls(held.version, held.changes(), lambda day: _picture(held, day))

    @classmethod
    def unchanging(cls, snapshot: Snapshot) -> "Pictures":
        """The same picture for every day."""
        return cls(snapshot.version, (), lambda _: snapshot)

    def at(self, day: date) -> Snapshot:
        """The directory of this day."""
        stretch = bisect_right(self._changes, day)
        if stretch not in self._made:
            self._made[stretch] = self._make(day)
        return self._made[stretch]

    def of(self, moment: datetime) -> Snapshot:
        """The directory of the day, in London, that this moment is on."""
        return self.at(day_in_london(moment))

    def next_change(self, day: date) -> date | None:
        """The first day after this one on which the directory is another, if that is known already."""
        later = self._changes[bisect_right(self._changes, day) :]
        return later[0] if later else None

    def during(self, span: Span) -> tuple[tuple[datetime, Snapshot], ...]:
        """Each picture that holds in the span, with the moment from which it does."""
        first, last = day_in_london(span.begins), day_in_london(span.ends)
        changes = [on_the_wall(day, time.min) for day in self._changes if first < day <= last]
        begins = [span.begins, *(moment for moment in changes if moment < span.ends)]
        return tuple((moment, self.of(moment)) for moment in begins)


def _picture(held: Holdings, day: date) -> Snapshot:
    other = {(each.area, each.office): each.hours for each in _holding(held.other_hours, day)}
    offices = {
        office.id: replace(office, hours=other.get((None, office.id), office.hours))
        for office in _holding(held.offices, day)
    }
    posts = [_with_number(post, day) for post in _holding(held.posts, day) if _is_there(post.post, offices)]
    return Snapshot(
        version=held.version,
        areas={area.id: _area(area, offices, other) for area in _holding(held.areas, day)},
        offices=offices,
        posts={_key(post): post for post in posts if post.role is not Role.LEAD},
        places=(*_places(held.places, offices, day), *_places_of_offices(offices.values())),
        bank_holidays=held.bank_holidays,
        rota=held.rota,
        teams={team.id: team for team in _holding(held.teams, day)},
        leads=_leads(posts),
        emails=tuple(_holding(held.emails, day)),
        secure_domains=tuple(_holding(held.secure_domains, day)),
        aliases=tuple(_holding(held.aliases, day)),
        programmes={programme.id: programme for programme in _holding(held.programmes, day)},
        runs=tuple(run for run in _holding(held.runs, day) if run.office is None or run.office in offices),
    )


def _holding(all_held: Iterable[Held[What]], day: date) -> Iterator[What]:
    return (held.what for held in all_held if held.holds(day))


def _area(
    area: Area, offices: dict[str, Office], other: dict[tuple[str | None, str | None], OpeningHours]
) -> Area:
    """An office that there is not on this day is no out-of-hours line and no fallback."""
    return replace(
        area,
        hours=other.get((area.id, None), area.hours),
        out_of_hours=area.out_of_hours if area.out_of_hours in offices else None,
        fallback_office=area.fallback_office if area.fallback_office in offices else None,
    )


def _is_there(post: Post, offices: dict[str, Office]) -> bool:
    return post.office is None or post.office in offices


def _with_number(numbered: NumberedPost, day: date) -> Post:
    number = numbered.number
    return replace(numbered.post, number=number.what if number and number.holds(day) else None)


def _key(post: Post) -> PostKey:
    return PostKey(post.area, post.office, post.provider, post.role, post.team)


def _leads(posts: Iterable[Post]) -> dict[LeadKey, tuple[Post, ...]]:
    found: dict[LeadKey, tuple[Post, ...]] = {}
    for post in posts:
        if post.role is Role.LEAD and post.topic:
            key = (post.area, post.office, post.topic)
            found[key] = (*found.get(key, ()), post)
    return found


def _places(
    named: Iterable[Held[tuple[str, Place]]], offices: dict[str, Office], day: date
) -> Iterator[tuple[str, Place]]:
    for name, place in _holding(named, day):
        served = place.office is None or place.office in offices
        yield name, place if served else replace(place, office=None)


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
