"""Figures of a period: what is open, how long it takes, where nobody answers. Pure; for every channel.

What is open is open now; everything else is of the period: requests by when they were asked, steps by
when they happened. Percentiles are times that occurred (nearest rank), not means of two.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import NamedTuple, TypeVar

from routing.call_backs.news import Noted
from routing.call_backs.request import Because, Outcome, State, office_of
from routing.hours import LONDON
from routing.information.request import Ending, Progress
from routing.overview.enquiries import Count, EnquiryFigures, enquiry_figures
from routing.overview.history import CallBack, Event, Information
from routing.overview.scope import Scope
from routing.rota.shifts import Span
from routing.vocabulary import Provider, Role, Topic

_One = TypeVar("_One")


class PostAt(NamedTuple):
    """A post at an office (None: of the whole area); role None are the managers."""

    area: str
    office: str | None
    provider: Provider
    role: Role | None


class Move(NamedTuple):
    """From a provider to the other, and why."""

    moved_from: Provider
    because: Because | None


@dataclass(frozen=True, slots=True)
class Durations:
    """How long something took: how often it happened, the median and the ninetieth percentile."""

    count: int = 0
    median: timedelta | None = None
    ninetieth: timedelta | None = None

    @classmethod
    def of(cls, times: Iterable[timedelta | None]) -> "Durations":
        """Of these times; None stands for what has not happened."""
        held = sorted(time for time in times if time is not None)
        return cls(len(held), percentile(held, 50), percentile(held, 90))


@dataclass(frozen=True, slots=True)
class InformationFigures:
    """Requests for information to other agencies. `overdue` and `oldest_due` are as it is now."""

    asked: int
    open: int
    overdue: Mapping[str, int]  # by agency
    oldest_due: datetime | None  # of those overdue, the earliest day that was given
    to_answered: Durations
    endings: Mapping[Ending, int]


@dataclass(frozen=True, slots=True)
class Overview:
    """All of it. Every mapping holds only what occurred; the most frequent first."""

    span: Span
    asked: int
    open: Mapping[State, int]
    oldest: datetime | None  # when the oldest that is open was asked
    to_taken: Durations
    to_closed: Durations
    outcomes: Mapping[Outcome, int]
    unanswered: Mapping[tuple[PostAt, int], int]  # by the hour in London at which the step ended
    gaps: Mapping[PostAt, int]  # nobody was on
    moved: Mapping[Move, int]
    escalations: Mapping[Outcome | None, int]  # of conversations about a risk; None: not over
    information: InformationFigures
    enquiries: EnquiryFigures


def overview(
    calls: Iterable[CallBack],
    information: Iterable[Information],
    enquiries: Iterable[Count],
    scopes: Sequence[Scope],
    span: Span,
    at: datetime,
) -> Overview:
    """The figures of what lies in any of these scopes; [`span.begins`, `span.ends`) is the period.

    Of `enquiries` only the counts of the period are given.
    """
    seen = [one for one in calls if _covers(scopes, one.area, one.office, one.providers)]
    asked = [one for one in seen if _holds(span, one.asked_at)]
    still_open = [one for one in seen if one.state is not State.CLOSED]
    steps = [(one, event) for one in seen for event in one.history if _holds(span, event.at)]
    ours = [(one, event) for one, event in steps if _covers(scopes, one.area, one.office, (event.provider,))]
    missed = [(one, event) for one, event in ours if event.what is Noted.UNANSWERED]
    return Overview(
        span=span,
        asked=len(asked),
        open=_counted(one.state for one in still_open),
        oldest=min((one.asked_at.astimezone(UTC) for one in still_open), default=None),
        to_taken=Durations.of(one.waited_until(Noted.TAKEN) for one in asked),
        to_closed=Durations.of(one.waited_until(Noted.CLOSED) for one in asked),
        outcomes=_counted(one.outcome for one in asked if one.outcome),
        unanswered=_counted((_post(*step), step[1].at.astimezone(LONDON).hour) for step in missed),
        gaps=_counted(_post(*step) for step in ours if step[1].what is Noted.NOBODY_ON),
        moved=_counted(
            Move(event.provider, event.because) for _, event in steps if event.what is Noted.MOVED
        ),
        escalations=_counted(one.outcome for one in asked if one.topic is Topic.RISK_ESCALATION),
        information=_of_information(
            [one for one in information if _covers(scopes, one.area, one.office, (one.provider,))], span, at
        ),
        enquiries=enquiry_figures(enquiries, scopes),
    )


def percentile(ordered: Sequence[timedelta], percent: int) -> timedelta | None:
    """The least of these times, in order, that so many per cent of them do not exceed. None of none."""
    if not ordered:
        return None
    rank = -(-len(ordered) * percent // 100)
    return ordered[max(rank, 1) - 1]


def _of_information(seen: Sequence[Information], span: Span, at: datetime) -> InformationFigures:
    asked = [one for one in seen if _holds(span, one.asked_at)]
    overdue = [one for one in seen if one.is_overdue(at)]
    waited = (
        one.answered_at.astimezone(UTC) - one.asked_at.astimezone(UTC) if one.answered_at else None
        for one in asked
    )
    return InformationFigures(
        asked=len(asked),
        open=sum(one.progress is not Progress.CLOSED for one in seen),
        overdue=_counted(one.agency for one in overdue),
        oldest_due=min((one.wanted_by.astimezone(UTC) for one in overdue), default=None),
        to_answered=Durations.of(waited),
        endings=_counted(one.ending for one in asked if one.ending),
    )


def _covers(scopes: Iterable[Scope], area: str, office: str | None, providers: Iterable[Provider]) -> bool:
    held = tuple(providers)
    return any(scope.covers(area, office, held) for scope in scopes)


def _holds(span: Span, moment: datetime) -> bool:
    """Compared in UTC: moments of one zone are compared by its clock, which goes back once a year."""
    return span.begins.astimezone(UTC) <= moment.astimezone(UTC) < span.ends.astimezone(UTC)


def _post(call: CallBack, event: Event) -> PostAt:
    office = office_of(event.role, call.office) if event.role else None
    return PostAt(call.area, office, event.provider, event.role)


def _counted(found: Iterable[_One]) -> Mapping[_One, int]:
    """How often each occurs, the most frequent first."""
    return dict(Counter(found).most_common())
