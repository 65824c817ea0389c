"""What becomes of a request for information when it is asked, when somebody acts, and when time passes. Pure.

Each function takes the request as it stands and gives it as it stands then, with who is to be told and
what goes into its history. It is chased on working days of the office that asks, and every request ends:
one that nobody settles is closed as unanswered, and its managers know.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from enum import StrEnum

from routing.hours import OpeningHours, next_closing, opening_after
from routing.information.request import Ending, InformationRequest, Progress
from routing.moments import day_in_london, on_the_wall
from routing.policy.policy import ChasingStep, ChasingTime

Chasing = Mapping[ChasingStep, ChasingTime]
_SPO_IS_TOLD = 2  # with which reminder


class To(StrEnum):
    """Who is told."""

    AGENCY = "agency"
    ASKER = "asker"
    MANAGERS = "managers"  # the SPO who is on at the asker's office, else higher


class Told(StrEnum):
    """What is said of a request, and what its history holds."""

    ASKED = "info_asked"
    OVERDUE = "info_overdue"  # and the agency reminded
    LATE = "info_late"  # overdue, and the managers told
    ANSWERED = "info_answered"
    UNREACHABLE = "info_unreachable"  # nobody of the agency can be told by Signpost
    NOT_COME = "info_not_come"  # the agency says that it answered, the asker that nothing has come
    HANDED_ON = "info_handed_on"  # whoever asked has left: the managers have it
    CLOSED = "info_closed"


class Refusal(StrEnum):
    """Why an act comes to nothing."""

    UNKNOWN = "unknown"  # there is no such request, or it is not for this asker
    CLOSED = "closed"
    CHANGED = "changed"  # it has moved on since the button was drawn
    ANSWERED = "answered"  # the agency has said before that it answered


class RefusedError(Exception):
    """An act that comes to nothing; nothing was changed."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal)
        self.refusal = refusal


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """The working days of the office that asks, seen from one moment."""

    at: datetime
    hours: OpeningHours
    bank_holidays: frozenset[date]

    def opening(self, after: datetime, days: int) -> datetime:
        """When the office opens on the so-manieth working day after the day of this moment."""
        return opening_after(self.hours, after, days, self.bank_holidays).astimezone(UTC)

    def closing(self, days: int) -> datetime:
        """When it shuts so many working days from now: today's working day is the noughth."""
        opens = self.opening(self.at, days) if days else self.at
        shuts = next_closing(self.hours, opens, self.bank_holidays)
        return (shuts or self.opening(opens, 1)).astimezone(UTC)

    def closing_on(self, day: date) -> datetime | None:
        """When it shuts on a day; None where it is not open on that day."""
        shuts = next_closing(self.hours, on_the_wall(day, time.min), self.bank_holidays)
        return shuts.astimezone(UTC) if shuts and day_in_london(shuts) == day else None


@dataclass(frozen=True, slots=True)
class Turn:
    """The request after something happened, whom that is told, and what goes into its history."""

    request: InformationRequest
    what: Told | None = None  # None: nothing has happened
    tells: tuple[To, ...] = ()


Doing = Callable[[InformationRequest, WorkingDays, Chasing], Turn]


def ask(request: InformationRequest, there: WorkingDays, chasing: Chasing) -> Turn:
    """A new request: the agency knows of it at once."""
    return _turn(request, there, chasing, Told.ASKED, To.AGENCY)


def look(request: InformationRequest, there: WorkingDays, chasing: Chasing) -> Turn:
    """What time has brought about; the request as it is where nothing is due."""
    if request.due_at is None or there.at < request.due_at:
        return Turn(request)
    if request.progress is Progress.ANSWERED:
        return _closed(request, Ending.ANSWERED, To.ASKER)
    if there.at >= _given_up_at(request, there, chasing):
        return _closed(request, Ending.UNANSWERED, To.ASKER, To.MANAGERS, To.AGENCY)
    chased = replace(request, chased=request.chased + 1)
    if chased.chased < _SPO_IS_TOLD:
        return _turn(chased, there, chasing, Told.OVERDUE, To.AGENCY, To.ASKER)
    return _turn(chased, there, chasing, Told.LATE, To.AGENCY, To.ASKER, To.MANAGERS)


def answered(request: InformationRequest, there: WorkingDays, chasing: Chasing) -> Turn:
    """The agency says that it has answered; the asker is asked whether it came. Raises RefusedError."""
    _check_open(request)
    if request.progress is Progress.ANSWERED:
        raise RefusedError(Refusal.ANSWERED)
    said = replace(request, progress=Progress.ANSWERED, answered_at=there.at)
    return _turn(said, there, chasing, Told.ANSWERED, To.ASKER)


def not_theirs(request: InformationRequest, there: WorkingDays, chasing: Chasing) -> Turn:
    """The agency says that it is to be asked of somebody else. Raises RefusedError."""
    _check_open(request)
    return _closed(request, Ending.NOT_THEIRS, To.ASKER)


def came(request: InformationRequest, there: WorkingDays, chasing: Chasing) -> Turn:
    """The asker has the reply, whether the agency has said so or not. Raises RefusedError."""
    _check_open(request)
    return _closed(replace(request, answered_at=request.answered_at or there.at), Ending.CAME, To.AGENCY)


def not_come(request: InformationRequest, there: WorkingDays, chasing: Chasing) -> Turn:
    """The asker has no reply, though the agency says that it answered: open again. Raises RefusedError."""
    _check_open(request)
    if request.progress is not Progress.ANSWERED:
        raise RefusedError(Refusal.CHANGED)
    again = replace(request, progress=Progress.ASKED, answered_at=None)
    return _turn(again, there, chasing, Told.NOT_COME, To.AGENCY)


def hand_on(request: InformationRequest, there: WorkingDays, chasing: Chasing) -> Turn:
    """Whoever asked has left: from now on it is their managers'."""
    return _turn(request, there, chasing, Told.HANDED_ON, To.MANAGERS)


def not_needed(request: InformationRequest, there: WorkingDays, chasing: Chasing) -> Turn:
    """The asker needs it no longer. Raises RefusedError."""
    _check_open(request)
    return _closed(request, Ending.NOT_NEEDED, To.AGENCY)


def _check_open(request: InformationRequest) -> None:
    if not request.is_open:
        raise RefusedError(Refusal.CLOSED)


def _turn(request: InformationRequest, there: WorkingDays, chasing: Chasing, what: Told, *tells: To) -> Turn:
    """It goes on, and is looked at again."""
    due = _due(request, there, chasing)
    return Turn(replace(request, version=request.version + 1, due_at=due), what, tells)


def _closed(request: InformationRequest, ending: Ending, *tells: To) -> Turn:
    closed = replace(
        request, progress=Progress.CLOSED, ending=ending, due_at=None, version=request.version + 1
    )
    return Turn(closed, Told.CLOSED, tells)


def _due(request: InformationRequest, there: WorkingDays, chasing: Chasing) -> datetime:
    """When to look again. Nobody is reminded twice on one day, however late the last look was."""
    if request.progress is Progress.ANSWERED:
        return there.opening(there.at, chasing[ChasingStep.CONFIRM].working_days)
    days = chasing[ChasingStep.REMIND].working_days
    if request.chased:
        days = chasing[ChasingStep.SPO].working_days
        days += (request.chased - 1) * chasing[ChasingStep.AGAIN].working_days
    due = min(there.opening(request.wanted_by, days), _given_up_at(request, there, chasing))
    return max(due, there.opening(there.at, 1)) if there.at > request.wanted_by else due


def _given_up_at(request: InformationRequest, there: WorkingDays, chasing: Chasing) -> datetime:
    return there.opening(request.wanted_by, chasing[ChasingStep.GIVE_UP].working_days)
