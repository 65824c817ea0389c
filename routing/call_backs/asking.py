"""What a request for a call back is made of: an answer, and how soon the asker needs somebody. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from routing.answer import Answer
from routing.call_backs.request import LADDER, HowUrgent, IfShut, Request
from routing.call_backs.staffing import posts_of
from routing.hours import OpeningHours, is_open, next_closing, next_opening
from routing.limits import Limits
from routing.snapshot import Snapshot
from routing.vocabulary import Kind, Provider

_AN_HOUR = timedelta(hours=1)
_WITHOUT_HOURS = timedelta(hours=8)  # where an office never shuts
_JUST_BEFORE = timedelta(minutes=1)
_ASKED_OF = (Kind.ROUTE, Kind.CLARIFY)


class HowSoon(StrEnum):
    """What an asker can choose, in one tap: how urgent it is, and until when they can be reached."""

    URGENT = "urgent"  # within the hour
    TODAY = "today"  # until the office shuts
    CAN_WAIT = "can_wait"  # until the office shuts on the next day it is open
    OPENING = "opening"  # on the day that the office next opens


@dataclass(frozen=True, slots=True)
class Choice:
    """What a choice comes to."""

    urgency: HowUrgent
    if_shut: IfShut
    until: datetime


def choices(answer: Answer, snapshot: Snapshot, at: datetime) -> tuple[HowSoon, ...]:
    """What can be chosen now: at night nobody is promised a call before the office opens."""
    if is_open(_hours(answer, snapshot), at, snapshot.bank_holidays):
        return (HowSoon.URGENT, HowSoon.TODAY, HowSoon.CAN_WAIT)
    return (HowSoon.OPENING,)


def chosen(answer: Answer, how_soon: HowSoon, snapshot: Snapshot, at: datetime) -> Choice | None:
    """What one of the choices comes to; None where it is not one that there is now."""
    if how_soon not in choices(answer, snapshot, at):
        return None
    return _choice(how_soon, _hours(answer, snapshot), snapshot, at)


def chosen_until(
    answer: Answer, moments: Iterable[datetime], snapshot: Snapshot, at: datetime, limits: Limits
) -> Choice | None:
    """What it comes to where the asker has said until when they can be reached (`call_back.until`).

    The first of these moments that lies between the least and the latest, with the office open until
    then; None where none does.
    """
    hours, holidays = _hours(answer, snapshot), snapshot.bank_holidays
    earliest, latest = bounds(answer, snapshot, at, limits)
    for until in moments:
        if earliest <= until <= latest and is_open(hours, until - _JUST_BEFORE, holidays):
            break
    else:
        return None
    if not is_open(hours, at, holidays):
        return Choice(HowUrgent.TODAY, IfShut.OPENING, until)
    if until <= at + _AN_HOUR:
        return Choice(HowUrgent.URGENT, IfShut.PREMISES, until)
    if until <= _choice(HowSoon.TODAY, hours, snapshot, at).until:
        return Choice(HowUrgent.TODAY, IfShut.PREMISES, until)
    return Choice(HowUrgent.CAN_WAIT, IfShut.OPENING, until)


def bounds(answer: Answer, snapshot: Snapshot, at: datetime, limits: Limits) -> tuple[datetime, datetime]:
    """From when and up to when an asker can say that they can be reached (`call_back.until`)."""
    hours = _hours(answer, snapshot)
    opens = next_opening(hours, at, snapshot.bank_holidays) or at
    latest = _choice(choices(answer, snapshot, at)[-1], hours, snapshot, at).until
    return opens.astimezone(UTC) + timedelta(minutes=limits.reachable_minutes), latest


def request_for(answer: Answer, choice: Choice | None, snapshot: Snapshot, at: datetime) -> Request | None:
    """The request that an answer and a choice make: to the first post of the answer's ladder.

    None where a call back is not to be had: in danger, of Approved Premises or a lead, where no rota is
    kept, and where there is no choice.
    """
    step = next((one for one in answer.steps if one.role in LADDER and one.provider in _ONE), None)
    if answer.kind not in _ASKED_OF or step is None or answer.area is None or step.provider is None:
        return None
    if choice is None:
        return None
    request = Request(
        id=0,
        area=answer.area,
        office=answer.office,
        provider=step.provider,
        topic=answer.topic,
        urgency=choice.urgency,
        if_shut=choice.if_shut,
        asked_at=at.astimezone(UTC),
        until=choice.until,
        rung=LADDER.index(step.role),
    )
    kept = any(snapshot.rota.is_kept(post, at) for post in posts_of(request))
    return request if kept else None


def _choice(how_soon: HowSoon, hours: OpeningHours, snapshot: Snapshot, at: datetime) -> Choice:
    shuts = next_closing(hours, at, snapshot.bank_holidays)
    today = shuts.astimezone(UTC) if shuts else at.astimezone(UTC) + _WITHOUT_HOURS
    match how_soon:
        case HowSoon.URGENT:
            return Choice(HowUrgent.URGENT, IfShut.PREMISES, at.astimezone(UTC) + _AN_HOUR)
        case HowSoon.TODAY:
            return Choice(HowUrgent.TODAY, IfShut.PREMISES, today)
        case HowSoon.OPENING:
            return Choice(HowUrgent.TODAY, IfShut.OPENING, today)
        case HowSoon.CAN_WAIT:
            opens = next_opening(hours, today, snapshot.bank_holidays) or today
            tomorrow = next_closing(hours, opens, snapshot.bank_holidays) or today + _WITHOUT_HOURS
            return Choice(HowUrgent.CAN_WAIT, IfShut.OPENING, tomorrow.astimezone(UTC))


def _hours(answer: Answer, snapshot: Snapshot) -> OpeningHours:
    office = snapshot.offices.get(answer.office) if answer.office else None
    return (office or snapshot.areas[answer.area or ""]).hours


_ONE = (Provider.NPS, Provider.CRC)
