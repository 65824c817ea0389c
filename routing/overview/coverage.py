"""How posts are covered on the days to come: on which somebody is on in all hours, and on which not. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple

from routing.hours import OpeningHours
from routing.moments import days_between, on_the_wall, opening_moments
from routing.overview.scope import Scope
from routing.rota.calendar import clashes
from routing.rota.shifts import Span
from routing.snapshot import PostKey, Snapshot
from routing.vocabulary import Provider

_A_MOMENT = timedelta(microseconds=1)


class Covered(StrEnum):
    """How a post is covered on a day; where several hold, the first of them is said."""

    GAP = "gap"  # nobody is on in some of its hours
    CLASH = "clash"  # two are on it by shifts of one kind, or whoever is on is on another post too
    ON = "on"
    CLOSED = "closed"  # it has no hours on this day


class Day(NamedTuple):
    """A day of a post, and for how long of its hours nobody is on."""

    covered: Covered
    nobody_for: timedelta


@dataclass(frozen=True, slots=True)
class Coverage:
    """The posts that a rota is kept for, each with its days; those with the most days of gaps first."""

    days: Sequence[date]
    posts: Mapping[PostKey, Sequence[Day]]


def coverage(snapshot: Snapshot, scopes: Iterable[Scope], first: date, count: int) -> Coverage:
    """So many days from the first on, of the posts that lie in any of these scopes."""
    days = [first + timedelta(days=number) for number in range(count)]
    whole = Span(on_the_wall(first, time.min), on_the_wall(days[-1] + timedelta(days=1), time.min))
    within = tuple(scopes)
    posts = [post for post in snapshot.rota.kept_since if _is_in(within, post)]
    clashing = _clashing(snapshot, posts, whole)
    rows = {post: [*_days_of(snapshot, post, whole, days, clashing)] for post in posts}
    worst_first = sorted(rows, key=lambda post: (-_gaps(rows[post]), str(post)))
    return Coverage(days, {post: rows[post] for post in worst_first})


def _is_in(scopes: Iterable[Scope], post: PostKey) -> bool:
    providers: tuple[Provider, ...] = (post.provider,) if post.provider else ()
    return any(scope.covers(post.area, post.office, providers) for scope in scopes)


def _gaps(days: Iterable[Day]) -> int:
    return sum(day.covered is Covered.GAP for day in days)


def _clashing(snapshot: Snapshot, posts: Iterable[PostKey], whole: Span) -> set[tuple[PostKey, date]]:
    return {
        (post, day)
        for clash in clashes(snapshot.rota, posts, whole)
        for post in clash.posts
        for day in _days_in(clash.span)
    }


def _days_of(
    snapshot: Snapshot, post: PostKey, whole: Span, days: Iterable[date], clashing: set[tuple[PostKey, date]]
) -> Iterator[Day]:
    place = snapshot.offices[post.office] if post.office else snapshot.areas[post.area]
    gaps = [*snapshot.rota.gaps(post, place.hours, whole)]
    for day in days:
        begins, ends = on_the_wall(day, time.min), on_the_wall(day + timedelta(days=1), time.min)
        nobody_for = sum((_shared(gap, begins, ends) for gap in gaps), timedelta())
        if nobody_for:
            yield Day(Covered.GAP, nobody_for)
        elif (post, day) in clashing:
            yield Day(Covered.CLASH, nobody_for)
        else:
            is_open = _opens(place.hours, begins, ends - _A_MOMENT, snapshot.bank_holidays)
            yield Day(Covered.ON if is_open else Covered.CLOSED, nobody_for)


def _shared(gap: Span, begins: datetime, ends: datetime) -> timedelta:
    return max(min(gap.ends, ends) - max(gap.begins, begins), timedelta())


def _opens(hours: OpeningHours, begins: datetime, ends: datetime, bank_holidays: frozenset[date]) -> bool:
    return hours.day_and_night or any(True for _ in opening_moments(hours, begins, ends, bank_holidays))


def _days_in(span: Span) -> Iterator[date]:
    return days_between(span.begins, span.ends - _A_MOMENT)
