"""Times, dates and opening hours as people say them: 9am, midday, Tuesday 8 July, Monday to Friday."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from functools import lru_cache

from bot.words.catalogue import Words
from routing.hours import LONDON, HoursError, OpeningHours, Span, parse_hours

_EVERY_DAY = tuple(range(7))
_SAID_IN_MINUTES = 120  # seconds, from which on a wait is said in minutes


def say_time(words: Words, clock: time) -> str:
    """A time of day: "9am", "4:30pm", "midday", "midnight". The end of a day is midnight too."""
    if clock == time.max or (clock.hour, clock.minute) == (0, 0):
        return words.say("time-midnight")
    if (clock.hour, clock.minute) == (12, 0):
        return words.say("time-midday")
    shown = str(clock.hour % 12 or 12) + (f":{clock.minute:02}" if clock.minute else "")
    return (
        words.say("time-morning", clock=shown)
        if clock.hour < 12
        else words.say("time-afternoon", clock=shown)
    )


def say_moment(words: Words, moment: datetime) -> str:
    """A moment (aware) on the clock in London: "Monday 14 July at 9am"."""
    local = moment.astimezone(LONDON)
    return words.say("moment", day=say_day(words, local.date()), time=say_time(words, local.time()))


def say_when(words: Words, moment: datetime, at: datetime) -> str:
    """A moment as it is said at another: the time alone where it is the same day."""
    if moment.astimezone(LONDON).date() != at.astimezone(LONDON).date():
        return say_moment(words, moment)
    return say_time(words, moment.astimezone(LONDON).time())


def say_day(words: Words, day: date) -> str:
    """A day that is near: "Tuesday 8 July"."""
    return words.say(
        "day", weekday=_weekday(words, day.weekday()), day=str(day.day), month=words.say(f"month-{day.month}")
    )


def say_date(words: Words, day: date) -> str:
    """A day of any year: "8 July 2014"."""
    return words.say("date", day=str(day.day), month=words.say(f"month-{day.month}"), year=str(day.year))


@lru_cache(maxsize=1024)
def say_hours(words: Words, text: str) -> str | None:
    """Opening hours out of the directory in words, or None where they cannot be read."""
    try:
        hours = parse_hours(text)
    except HoursError:
        return None
    if hours.day_and_night:
        return words.say("hours-day-and-night")
    spoken = words.say("hours-between-groups").join(_say_groups(words, hours))
    return words.say("hours-but-bank-holidays", hours=spoken) if hours.closed_on_bank_holidays else spoken


def _say_groups(words: Words, hours: OpeningHours) -> Iterable[str]:
    days_with: dict[tuple[Span, ...], list[int]] = {}
    for day, spans in enumerate(hours.week):
        if spans:
            days_with.setdefault(spans, []).append(day)
    for spans, days in days_with.items():
        times = [
            words.say("hours-span", opens=say_time(words, opens), closes=say_time(words, closes))
            for opens, closes in spans
        ]
        yield words.say("hours-group", days=_say_days(words, days), times=listed(words, times))


def _say_days(words: Words, days: Sequence[int]) -> str:
    if tuple(days) == _EVERY_DAY:
        return words.say("every-day")
    return listed(
        words, [name for first, last in _stretches(days) for name in _say_stretch(words, first, last)]
    )


def _say_stretch(words: Words, first: int, last: int) -> list[str]:
    """Three days or more in a row are a range; two are two days."""
    if last - first < 2:
        return [_weekday(words, day) for day in range(first, last + 1)]
    return [words.say("days-range", first=_weekday(words, first), last=_weekday(words, last))]


def _stretches(days: Sequence[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for day in days:
        if found and found[-1][1] == day - 1:
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return found


def listed(words: Words, parts: Sequence[str], word: str = "and") -> str:
    """Words in a row, "and" or "or" before the last; there has to be one."""
    if len(parts) == 1:
        return parts[0]
    return words.say("list-last", before=words.say("list-comma").join(parts[:-1]), last=parts[-1], word=word)


def _weekday(words: Words, day: int) -> str:
    return words.say(f"weekday-{day}")


def say_wait(words: Words, seconds: int) -> str:
    """That it was too much at once, and how long to wait."""
    if seconds < _SAID_IN_MINUTES:
        return words.say("too-many", seconds=seconds)
    return words.say("too-many-for-long", minutes=-(-seconds // 60))
