"""Times, dates and opening hours as people say them: 9am, midday, Tuesday 8 July, Monday to Friday."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from functools import lru_cache

from bot.words.catalogue import say
from routing.hours import LONDON, HoursError, OpeningHours, Span, parse_hours

_EVERY_DAY = tuple(range(7))


def say_time(clock: time) -> str:
    """A time of day: "9am", "4:30pm", "midday", "midnight". The end of a day is midnight too."""
    if clock == time.max or (clock.hour, clock.minute) == (0, 0):
        return say("time-midnight")
    if (clock.hour, clock.minute) == (12, 0):
        return say("time-midday")
    shown = str(clock.hour % 12 or 12) + (f":{clock.minute:02}" if clock.minute else "")
    return say("time-morning", clock=shown) if clock.hour < 12 else say("time-afternoon", clock=shown)


def say_moment(moment: datetime) -> str:
    """A moment (aware) on the clock in London: "Monday 14 July at 9am"."""
    local = moment.astimezone(LONDON)
    return say("moment", day=say_day(local.date()), time=say_time(local.time()))


def say_day(day: date) -> str:
    """A day that is near: "Tuesday 8 July"."""
    return say("day", weekday=_weekday(day.weekday()), day=str(day.day), month=say(f"month-{day.month}"))


def say_date(day: date) -> str:
    """A day of any year: "8 July 2014"."""
    return say("date", day=str(day.day), month=say(f"month-{day.month}"), year=str(day.year))


@lru_cache(maxsize=1024)
def say_hours(text: str) -> str | None:
    """Opening hours out of the directory in words, or None where they cannot be read."""
    try:
        hours = parse_hours(text)
    except HoursError:
        return None
    if hours.day_and_night:
        return say("hours-day-and-night")
    spoken = say("hours-between-groups").join(_say_groups(hours))
    return say("hours-but-bank-holidays", hours=spoken) if hours.closed_on_bank_holidays else spoken


def _say_groups(hours: OpeningHours) -> Iterable[str]:
    days_with: dict[tuple[Span, ...], list[int]] = {}
    for day, spans in enumerate(hours.week):
        if spans:
            days_with.setdefault(spans, []).append(day)
    for spans, days in days_with.items():
        times = [say("hours-span", opens=say_time(opens), closes=say_time(closes)) for opens, closes in spans]
        yield say("hours-group", days=_say_days(days), times=listed(times))


def _say_days(days: Sequence[int]) -> str:
    if tuple(days) == _EVERY_DAY:
        return say("every-day")
    return listed([name for first, last in _stretches(days) for name in _say_stretch(first, last)])


def _say_stretch(first: int, last: int) -> list[str]:
    """Three days or more in a row are a range; two are two days."""
    if last - first < 2:
        return [_weekday(day) for day in range(first, last + 1)]
    return [say("days-range", first=_weekday(first), last=_weekday(last))]


def _stretches(days: Sequence[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for day in days:
        if found and found[-1][1] == day - 1:
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return found


def listed(parts: Sequence[str], word: str = "and") -> str:
    """Words in a row, "and" or "or" before the last; there has to be one."""
    if len(parts) == 1:
        return parts[0]
    return say("list-last", before=say("list-comma").join(parts[:-1]), last=parts[-1], word=word)


def _weekday(day: int) -> str:
    return say(f"weekday-{day}")
