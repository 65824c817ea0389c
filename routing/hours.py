"""Open now? Next opening? Half-open: at 17:00 an office that closes at 17:00 is closed.

Hours are written as OpenStreetMap writes them, in the part of that notation an office needs:
`Mo-Fr 09:00-17:00; PH off`, `Mo,We 10:00-16:00; Fr 09:00-12:30`, `24/7`. Without `PH off`
bank holidays are days like any other. Times are the clock on the wall in London.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
DAY_AND_NIGHT = "24/7"
_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_RULE = re.compile(r"(?P<days>[A-Z][a-z](?:[-,][A-Z][a-z])*) (?P<opens>\d\d:\d\d)-(?P<closes>\d\d:\d\d)")
_LONGEST_CLOSURE = timedelta(days=31)

Span = tuple[time, time]


class HoursError(ValueError):
    """Opening hours that cannot be read; the message says which part and what is expected."""


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """When a place can be reached: spans for each weekday, Monday first; empty when closed."""

    text: str
    week: tuple[tuple[Span, ...], ...]
    closed_on_bank_holidays: bool

    @property
    def day_and_night(self) -> bool:
        """Whether the place never closes."""
        return self.text == DAY_AND_NIGHT


@lru_cache(maxsize=1024)
def parse_hours(text: str) -> OpeningHours:
    """Read opening hours. Raises HoursError that says which part is wrong."""
    if text == DAY_AND_NIGHT:
        return OpeningHours(text, (((time.min, time.max),),) * 7, False)
    week: list[list[Span]] = [[] for _ in _DAYS]
    closed_on_bank_holidays = False
    for part in filter(None, (part.strip() for part in text.split(";"))):
        if part == "PH off":
            closed_on_bank_holidays = True
            continue
        days, span = _parse_rule(part)
        for day in days:
            week[day].append(span)
    if not any(week):
        raise HoursError(f"opening hours {text!r} name no day; write e.g. 'Mo-Fr 09:00-17:00; PH off'")
    return OpeningHours(text, tuple(tuple(sorted(day)) for day in week), closed_on_bank_holidays)


def _parse_rule(part: str) -> tuple[list[int], Span]:
    found = _RULE.fullmatch(part)
    try:
        if not found:
            raise ValueError
        opens, closes = (time.fromisoformat(found[name]) for name in ("opens", "closes"))
        days = [day for piece in found["days"].split(",") for day in _days_between(piece)]
    except ValueError:
        raise HoursError(
            f"opening hours {part!r} cannot be read; write e.g. 'Mo-Fr 09:00-17:00', 'PH off' or '24/7'"
        ) from None
    if not opens < closes:
        raise HoursError(f"opening hours {part!r} close before they open")
    return days, (opens, closes)


def _days_between(piece: str) -> list[int]:
    first, _, last = piece.partition("-")
    start, end = _DAYS.index(first), _DAYS.index(last or first)
    if end < start:  # over the end of the week: Sa-Mo
        end += len(_DAYS)
    return [day % len(_DAYS) for day in range(start, end + 1)]


def _spans_on(hours: OpeningHours, day: date, bank_holidays: frozenset[date]) -> tuple[Span, ...]:
    if hours.closed_on_bank_holidays and day in bank_holidays:
        return ()
    return hours.week[day.weekday()]


def is_open(hours: OpeningHours, at: datetime, bank_holidays: frozenset[date]) -> bool:
    """Whether the place is open at this moment (an aware datetime)."""
    if hours.day_and_night:
        return True
    local = at.astimezone(LONDON)
    clock = local.time()
    return any(opens <= clock < closes for opens, closes in _spans_on(hours, local.date(), bank_holidays))


def next_opening(hours: OpeningHours, at: datetime, bank_holidays: frozenset[date]) -> datetime | None:
    """The first moment from `at` on when the place is open: `at` itself where it is open now.

    None where it does not open within a month.
    """
    if is_open(hours, at, bank_holidays):
        return at
    local = at.astimezone(LONDON)
    for ahead in range(_LONGEST_CLOSURE.days + 1):
        day = local.date() + timedelta(days=ahead)
        for opens, _closes in _spans_on(hours, day, bank_holidays):
            opening = datetime.combine(day, opens, tzinfo=LONDON)
            if opening > local:
                return opening
    return None


def next_closing(hours: OpeningHours, at: datetime, bank_holidays: frozenset[date]) -> datetime | None:
    """The first moment after `at` when the place shuts; of the next opening, where it is shut now.

    None where it never shuts, or does not open within a month.
    """
    opening = next_opening(hours, at, bank_holidays)
    if hours.day_and_night or opening is None:
        return None
    local = opening.astimezone(LONDON)
    closings = (
        closes
        for opens, closes in _spans_on(hours, local.date(), bank_holidays)
        if opens <= local.time() < closes
    )
    return datetime.combine(local.date(), max(closings), tzinfo=LONDON)


def opening_after(hours: OpeningHours, at: datetime, days: int, bank_holidays: frozenset[date]) -> datetime:
    """When the place opens on the so-manieth day after that of `at` on which it opens at all.

    Where it does not open within a month, days are counted as they come.
    """
    opening = at.astimezone(LONDON)
    for _ in range(days):
        midnight = datetime.combine(opening.date() + timedelta(days=1), time.min, tzinfo=LONDON)
        opening = (next_opening(hours, midnight, bank_holidays) or midnight).astimezone(LONDON)
    return opening
