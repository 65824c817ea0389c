"""The moments at which something may change: openings, closings, the nights the clocks change.

Between two of them nothing changes, so one moment stands for all that lie between. All are in UTC,
because times of one zone are compared by the clock on the wall, which goes back once a year.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from routing.hours import LONDON, OpeningHours

_DAY = timedelta(days=1)


def on_the_wall(day: date, clock: time) -> datetime:
    """The moment at which London's clocks show this; an hour that comes twice is the first of the two."""
    return datetime.combine(day, clock.replace(fold=0), tzinfo=LONDON).astimezone(UTC)


def day_in_london(at: datetime) -> date:
    """The day that it is in London."""
    return at.astimezone(LONDON).date()


def days_between(begins: datetime, ends: datetime) -> Iterator[date]:
    """Every day in London that has a moment of [begins, ends]."""
    day, last = day_in_london(begins), day_in_london(ends)
    while day <= last:
        yield day
        day += _DAY


def opening_moments(
    hours: OpeningHours, begins: datetime, ends: datetime, bank_holidays: frozenset[date]
) -> Iterator[datetime]:
    """Every opening and closing from the first day to the last."""
    if hours.day_and_night:
        return
    for day in days_between(begins, ends):
        if hours.closed_on_bank_holidays and day in bank_holidays:
            continue
        for opens, closes in hours.week[day.weekday()]:
            yield on_the_wall(day, opens)
            yield on_the_wall(day, closes)


def clock_changes(begins: datetime, ends: datetime) -> Iterator[datetime]:
    """Every moment at which London's clocks go forward or back: on the hour, as they always have."""
    for day in days_between(begins, ends):
        at, tomorrow = on_the_wall(day, time.min), on_the_wall(day + _DAY, time.min)
        if tomorrow - at == _DAY:
            continue
        before = at.astimezone(LONDON).utcoffset()
        while at.astimezone(LONDON).utcoffset() == before:
            at += timedelta(hours=1)
        yield at


def within(moments: set[datetime], begins: datetime, ends: datetime) -> list[datetime]:
    """Those that part [begins, ends) into spans, its own two ends among them, in order."""
    return sorted({begins, ends} | {moment for moment in moments if begins < moment < ends})
