"""Until when: a time as it is said after "until", "till" or "before", in English or Welsh. Pure.

Only a text that is a time and nothing else is one: what says more is a question, or a call for help.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from routing.hours import LONDON
from routing.moments import on_the_wall

_DAYS_AHEAD = 8  # a week, and the same day again
_NUMBERS = {
    word: number
    for words in (
        "one two three four five six seven eight nine ten eleven twelve",
        "un dau tri pedwar pump chwech saith wyth naw deg unarddeg deuddeg",
    )
    for number, word in enumerate(words.split(), 1)
}
_MINUTES = {"five": 5, "ten": 10, "twenty": 20, "twenty five": 25, "twenty-five": 25, "quarter": 15}
_WEEKDAYS = {
    word: number
    for words in (
        "monday tuesday wednesday thursday friday saturday sunday",
        "mon tue wed thu fri sat sun",
    )
    for number, word in enumerate(words.split())
} | {
    f"dydd {word}": number
    for number, word in enumerate(["llun", "mawrth", "mercher", "iau", "gwener", "sadwrn", "sul"])
}
_NAMED_DAYS = {"today": 0, "tonight": 0, "heddiw": 0, "tomorrow": 1, "yfory": 1}
_HOUR = rf"(?P<hour>\d{{1,2}}|{'|'.join(_NUMBERS)})"
_HALF = r"(?P<half>[ap]\.?m\.?)?"
_CLOCKS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<noon>noon|midday|canol dydd|hanner dydd)",
        rf"(?:half (?:past )?|hanner (?:awr )?wedi )(?P<at>){_HOUR} ?{_HALF}",
        rf"(?P<to_or_past>{'|'.join(_MINUTES)}|\d{{1,2}}) (?:minutes )?(?P<way>past|to) {_HOUR} ?{_HALF}",
        rf"chwarter (?P<ffordd>wedi|i) {_HOUR} ?{_HALF}",
        rf"{_HOUR}[:.h](?P<minute>[0-5]\d) ?{_HALF}",
        r"(?P<four>[0-2]\d[0-5]\d)(?: ?h(?:rs|ours)?)?",
        rf"{_HOUR} ?(?:o'clock|o'r gloch)? ?{_HALF}",
    )
)
_LEADS = re.compile(
    r"(?:(?:i am|i'm|im|you can|can be|i can be|reach me|reached|ring me|call me|available|free|here|off|away"
    r"|out|stepping out) )*(?:until|untill|till|til|'til|before|by|up to|tan|hyd|cyn|erbyn) "
)
_DAY = rf"(?:on )?(?P<day>{'|'.join((*_NAMED_DAYS, *_WEEKDAYS))})"
_WITH_DAY = tuple(
    re.compile(pattern) for pattern in (rf"(?P<clock>.+?) {_DAY}", rf"{_DAY}(?: at)? (?P<clock>.+)")
)


def until_said(text: str, at: datetime) -> tuple[datetime, ...]:
    """The moments after `at` that a text may mean, the nearest first; none where it says no time.

    "half 3" is 3:30 in the morning or in the afternoon, on whichever day: who knows the hours decides.
    """
    said = " ".join(text.casefold().replace("’", "'").strip(" .!").split())
    led = _LEADS.match(said)
    if led is None:
        return ()
    clock, days = _parted(said[led.end() :], at)
    moments = {on_the_wall(day, one) for one in _times(clock) for day in days}
    return tuple(sorted(moment for moment in moments if moment > at))


def _parted(said: str, at: datetime) -> tuple[str, list[date]]:
    """The time by the clock, and the days that are meant: all, where none is named."""
    today = at.astimezone(LONDON).date()
    ahead = [today + timedelta(days=days) for days in range(_DAYS_AHEAD)]
    found = next((one for pattern in _WITH_DAY if (one := pattern.fullmatch(said))), None)
    if found is None:
        return said, ahead
    name = found["day"]
    if name in _NAMED_DAYS:
        return found["clock"], [ahead[_NAMED_DAYS[name]]]
    return found["clock"], [day for day in ahead if day.weekday() == _WEEKDAYS[name]]


def _times(clock: str) -> Iterator[time]:
    """What the clock may show: by itself "3" is three in the morning or in the afternoon."""
    for pattern in _CLOCKS:
        if found := pattern.fullmatch(clock.strip()):
            yield from _shown(found.groupdict())
            return


def _shown(found: dict[str, str | None]) -> Iterator[time]:
    if found.get("noon"):
        yield time(12)
        return
    if four := found.get("four"):
        yield from _clock(int(four[:2]), int(four[2:]), None, exact=True)
        return
    written = found["hour"] or ""
    hour = _NUMBERS.get(written) or int(written)
    minute = int(found.get("minute") or 0)
    if "at" in found:
        minute = 30
    if way := found.get("way") or found.get("ffordd"):
        past = found.get("to_or_past") or "quarter"
        minutes = _MINUTES.get(past) or int(past)
        hour, minute = (hour, minutes) if way in ("past", "wedi") else (hour - 1, 60 - minutes)
    yield from _clock(hour, minute, found.get("half"), exact=written.startswith("0"))


def _clock(hour: int, minute: int, half: str | None, *, exact: bool) -> Iterator[time]:
    """The times of an hour; one, where the half of the day is said or the hour says it."""
    if not 0 <= minute <= 59:
        return
    if half:
        if 0 <= hour <= 12:
            yield time(hour % 12 + (12 if half.startswith("p") else 0), minute)
    elif exact or hour > 12:
        if hour <= 23:
            yield time(hour, minute)
    else:
        yield time(hour % 12, minute)
        yield time(hour % 12 + 12, minute)
