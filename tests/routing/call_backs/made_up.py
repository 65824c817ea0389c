"""A made-up rota at Worcester and requests for it, for the pure machine."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from routing.call_backs.course import Waits
from routing.call_backs.request import HowUrgent, IfShut, Request
from routing.call_backs.staffing import Staffing
from routing.hours import LONDON
from routing.policy import Policies
from routing.rota.rota import Rota
from routing.rota.shifts import Absence, Cover, Person, SingleShift, Swap, WeeklyShift
from routing.snapshot import PostKey, Snapshot
from routing.vocabulary import Provider, Role
from tests.routing.sample_directory import SNAPSHOT

NPS, CRC = Provider.NPS, Provider.CRC
TEN = datetime(2014, 7, 8, 10, tzinfo=LONDON).astimezone(UTC)  # a Tuesday
WAITS: Waits = Policies.bundled().of("west-mercia").on(TEN.date()).waits
WEEK = frozenset(range(5))
MINUTE = timedelta(minutes=1)
Entry = WeeklyShift | SingleShift | Absence | Cover | Swap


def post(role: Role, provider: Provider = NPS) -> PostKey:
    """A post at Worcester, or of the area."""
    office = None if role is Role.DUTY_SPO else "worcester"
    return PostKey("west-mercia", office, provider, role)


def every_working_day(number: int, who: str, role: Role, provider: Provider = NPS) -> WeeklyShift:
    """Somebody on a post from nine to five."""
    return WeeklyShift(number, post(role, provider), who, WEEK, time(9), time(17), date(2014, 6, 2))


SHIFTS: tuple[Entry, ...] = (
    every_working_day(1, "ann", Role.DUTY_OFFICER),
    every_working_day(2, "ben", Role.SPO),
    every_working_day(3, "cem", Role.DUTY_SPO),
    every_working_day(4, "dot", Role.DUTY_OFFICER, CRC),
    every_working_day(5, "eve", Role.SPO, CRC),
)
EVERYBODY = frozenset({"ann", "ben", "cem", "dot", "eve", "fay"})


def picture(entries: Iterable[Entry] = SHIFTS) -> Snapshot:
    """The sample directory with these on its rota."""
    people = [Person(name, f"{name.title()} (sample)", NPS, "west-mercia", sample=True) for name in EVERYBODY]
    return replace(SNAPSHOT, rota=Rota.of(people, entries, SNAPSHOT.bank_holidays))


def staffing(
    at: datetime,
    entries: Iterable[Entry] = SHIFTS,
    reachable: frozenset[str] = EVERYBODY,
    *,
    managed: bool = True,
) -> Staffing:
    """Who is on at a moment."""
    return Staffing(picture(entries), at, reachable, {"west-mercia"} if managed else set())


def request(urgency: HowUrgent = HowUrgent.TODAY, at: datetime = TEN, **more: Any) -> Request:
    """A request to the NPS at Worcester, until the end of the next day."""
    given: dict[str, Any] = {"provider": NPS, "topic": None, "if_shut": IfShut.PREMISES}
    given |= {"until": at + timedelta(days=1)} | more
    return Request(id=1, area="west-mercia", office="worcester", urgency=urgency, asked_at=at, **given)
