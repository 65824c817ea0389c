"""What somebody has chosen to look at: of which days, and of which part of what they oversee."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeVar

from routing.moments import day_in_london, on_the_wall
from routing.overview.scope import Scope
from routing.rota.shifts import Span
from routing.snapshot import Snapshot
from routing.vocabulary import Provider

PERIODS = ("1", "7", "28", "91")  # days up to now
OWN = "own"
_USUAL = "7"
_LONGEST = 366  # days; no figure is kept for longer
_YEARS = range(2014, 2100)
_DAY = timedelta(days=1)
_One = TypeVar("_One")


class ChoiceError(ValueError):
    """Days that are no period; the message says in a word what is wrong."""


@dataclass(frozen=True, slots=True)
class Choice:
    """As it stands in the address of a page, so that it can be kept, sent on and gone back to."""

    days: str = _USUAL
    since: str = ""
    until: str = ""  # the last day
    area: str = ""
    office: str = ""
    provider: str = ""

    @classmethod
    def read(cls, query: Mapping[str, str]) -> "Choice":
        """What an address says; whatever it does not say, or not in a way that there is, is left open."""
        days = query.get("days", _USUAL)
        return cls(
            days=days if days in (*PERIODS, OWN) else _USUAL,
            **{name: query.get(name, "") for name in ("since", "until", "area", "office", "provider")},
        )

    def query(self) -> dict[str, str]:
        """As it is written into an address."""
        held = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return {name: value for name, value in held.items() if value}

    def scope(self, snapshot: Snapshot) -> Scope | None:
        """The part that is chosen; None where there is none such."""
        office = snapshot.offices.get(self.office)
        area = self.area or (office.area if office else "")
        if (self.area and self.area not in snapshot.areas) or (self.office and not office):
            return None
        if self.provider and self.provider not in (Provider.NPS, Provider.CRC):
            return None
        provider = Provider(self.provider) if self.provider else None
        return Scope(area or None, office.id if office else None, provider)

    def span(self, now: datetime) -> Span:
        """The period that is chosen. Raises ChoiceError."""
        today = day_in_london(now)
        if self.days != OWN:
            return Span(on_the_wall(today - _DAY * (int(self.days) - 1), time.min), now)
        first, last = _day(self.since), _day(self.until)
        if last < first:
            raise ChoiceError("turned")
        if (last - first).days >= _LONGEST:
            raise ChoiceError("too-many")
        return Span(on_the_wall(first, time.min), on_the_wall(last + _DAY, time.min))


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen within what somebody oversees; nothing where there is no choice."""

    areas: Sequence[str]
    offices: Sequence[str]
    providers: Sequence[Provider]

    @classmethod
    def of(cls, scopes: Sequence[Scope], choice: Choice, snapshot: Snapshot) -> "Choices":
        """By these scopes. Offices can be chosen once there is one area only."""
        every_area = any(scope.area is None for scope in scopes)
        areas = (
            sorted(snapshot.areas) if every_area else sorted({scope.area for scope in scopes if scope.area})
        )
        area = choice.area or (areas[0] if len(areas) == 1 else "")
        whole = any(scope.area in (None, area) and scope.office is None for scope in scopes)
        theirs = {scope.office for scope in scopes}
        offices = [
            one.id for one in snapshot.offices.values() if one.area == area and (whole or one.id in theirs)
        ]
        both = any(scope.provider is None for scope in scopes)
        providers = [
            one for one in (Provider.NPS, Provider.CRC) if both or one in {s.provider for s in scopes}
        ]
        return cls(_several(areas), _several(sorted(offices)), _several(providers))


def _several(found: list[_One]) -> list[_One]:
    return found if len(found) > 1 else []


def _day(typed: str) -> date:
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        raise ChoiceError("unreadable") from None
    if day.year not in _YEARS:
        raise ChoiceError("unreadable")
    return day
