"""What of the rota is looked at: an area's office, by posts or by people, in a week or a month."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum
from urllib.parse import urlencode

from directory.accounts.standing import Identity
from routing.moments import on_the_wall
from routing.rota.shifts import Span
from routing.snapshot import Office, Snapshot

_DAY, _WEEK = timedelta(days=1), timedelta(days=7)


class By(StrEnum):
    """What the lines of the calendar are."""

    POST = "post"
    PERSON = "person"


class Stretch(StrEnum):
    """How many days it shows."""

    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Looking:
    """`office` None: the posts of the whole area. `day` is any day of the week or the month."""

    area: str
    office: str | None
    by: By
    stretch: Stretch
    day: date
    post: str = ""  # one of the office, in one word; every one where that is empty

    @classmethod
    def of(
        cls, typed: Mapping[str, object], snapshot: Snapshot, who: Identity, here: str, today: date
    ) -> "Looking":
        """What an address or a form says; what it does not say, or what there is not, is the usual.

        Whoever keeps all areas begins with the one that this deployment is for, which is `here`.
        """
        asked = str(typed.get("area", ""))
        area = who.area or (asked if asked in snapshot.areas else here)
        offices = {one.id for one in offices_of(snapshot, area)}
        usual = who.office if who.office in offices else _usual(snapshot, area)
        asked = str(typed.get("office", usual or ""))
        return cls(
            area=area,
            office=asked if asked in offices else (None if asked == "" else usual),
            by=By.PERSON if typed.get("by") == By.PERSON else By.POST,
            stretch=Stretch.MONTH if typed.get("stretch") == Stretch.MONTH else Stretch.WEEK,
            day=_day(str(typed.get("day", "")), today),
            post=str(typed.get("shown", "")),
        )

    @property
    def weeks(self) -> list[list[date]]:
        """The days, Monday to Sunday, a week at a time."""
        first, last = self.day, self.day
        if self.stretch is Stretch.MONTH:
            first = self.day.replace(day=1)
            last = (first + 31 * _DAY).replace(day=1) - _DAY
        monday = first - first.weekday() * _DAY
        weeks = (last - monday).days // 7 + 1
        return [[monday + week * _WEEK + day * _DAY for day in range(7)] for week in range(weeks)]

    @property
    def span(self) -> Span:
        """From the first moment that is shown to the last."""
        first, last = self.weeks[0][0], self.weeks[-1][-1]
        return Span(on_the_wall(first, time.min), on_the_wall(last + _DAY, time.min))

    @property
    def before(self) -> date:
        """A day of the week or month before."""
        return self.day - _WEEK if self.stretch is Stretch.WEEK else self.day.replace(day=1) - _DAY

    @property
    def after(self) -> date:
        """A day of the week or month after."""
        if self.stretch is Stretch.WEEK:
            return self.day + _WEEK
        return (self.day.replace(day=1) + 31 * _DAY).replace(day=1)

    def fields(self, **other: str) -> dict[str, str]:
        """The same as fields of an address or a form."""
        there = {"area": self.area, "office": self.office or "", "by": self.by, "stretch": self.stretch}
        return {**there, "shown": self.post, "day": self.day.isoformat(), **other}

    def address(self, **other: str) -> str:
        """Where this is shown."""
        return f"/keep/rota?{urlencode(self.fields(**other))}"


def offices_of(snapshot: Snapshot, area: str) -> Iterator[Office]:
    """Every office of an area, Approved Premises too."""
    yield from (office for office in snapshot.offices.values() if office.area == area)


def _usual(snapshot: Snapshot, area: str) -> str | None:
    """The office whose rota is kept, else where to send somebody whose place is not known."""
    kept = sorted(post.office for post in snapshot.rota.kept_since if post.area == area and post.office)
    there = snapshot.areas.get(area)
    return kept[0] if kept else (there.fallback_office if there else None)


def _day(text: str, today: date) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return today
    return day if 2000 <= day.year <= 2100 else today
