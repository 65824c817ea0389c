"""What a rota is made of: people, the shifts that put them on a post, and what changes those.

Moments are aware and in UTC; weekly shifts are by the clock on the wall in London, so that one from
18:00 to 08:00 lasts 13 hours in the night the clocks go forward and 15 in the night they go back.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from routing.moments import day_in_london, days_between, on_the_wall
from routing.vocabulary import Provider

if TYPE_CHECKING:
    from routing.snapshot import PostKey

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can be on a post. `number` (E.164) is their own, and is for colleagues only."""

    id: str
    name: str
    provider: Provider
    area: str
    office: str | None = None
    number: str | None = None
    sample: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """From a moment on, and up to another that is no longer in it."""

    begins: datetime
    ends: datetime

    def holds(self, at: datetime) -> bool:
        """Whether the moment lies in it."""
        return self.begins <= at < self.ends


@dataclass(frozen=True, slots=True)
class WeeklyShift:
    """A person on a post each week. It belongs to the day on which it begins.

    `days` are weekdays, Monday 0; `ends` not after `starts` means on the next day. It holds for shifts
    that begin on `valid_from` or later, and before `valid_to`.
    """

    id: int
    post: "PostKey"
    person: str
    days: frozenset[int]
    starts: time
    ends: time
    valid_from: date
    valid_to: date | None = None
    on_bank_holidays: bool = False

    def shift_on(self, day: date, bank_holidays: frozenset[date]) -> Span | None:
        """The shift that begins on this day, or None."""
        if day.weekday() not in self.days or day < self.valid_from:
            return None
        if self.valid_to is not None and day >= self.valid_to:
            return None
        if day in bank_holidays and not self.on_bank_holidays:
            return None
        last_day = day if self.starts < self.ends else day + _DAY
        return Span(on_the_wall(day, self.starts), on_the_wall(last_day, self.ends))

    def holds(self, at: datetime, bank_holidays: frozenset[date]) -> bool:
        """Whether one of its shifts is on at this moment."""
        today = day_in_london(at)
        days = (today,) if self.starts < self.ends else (today, today - _DAY)
        shifts = (self.shift_on(day, bank_holidays) for day in days)
        return any(shift is not None and shift.holds(at) for shift in shifts)

    def shifts(self, within: Span, bank_holidays: frozenset[date]) -> Iterator[Span]:
        """Its shifts that may have a moment in this span."""
        for day in days_between(within.begins - _DAY, within.ends):
            shift = self.shift_on(day, bank_holidays)
            if shift is not None:
                yield shift


@dataclass(frozen=True, slots=True)
class SingleShift:
    """A person on a post once."""

    id: int
    post: "PostKey"
    person: str
    span: Span


@dataclass(frozen=True, slots=True)
class Absence:
    """A person is away, from every post."""

    id: int
    person: str
    span: Span


@dataclass(frozen=True, slots=True)
class Cover:
    """`person` takes the shifts of `instead_of` while it lasts, at one post or (None) at each."""

    id: int
    person: str
    instead_of: str
    span: Span
    post: "PostKey | None" = None


@dataclass(frozen=True, slots=True)
class Swap:
    """Two people take each other's shifts while it lasts, at one post or (None) at each."""

    id: int
    person: str
    other: str
    span: Span
    post: "PostKey | None" = None
