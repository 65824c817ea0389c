"""How many enquiries there were, as figures of which none tells of one person. Pure."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, TypeVar

from routing.overview.counting import Ended, Measure, Where
from routing.overview.scope import Scope
from routing.vocabulary import Provider, Topic

_NEAREST = 5
_BOTH = (Provider.NPS, Provider.CRC)
_What = TypeVar("_What", bound=Hashable)


class Count(NamedTuple):
    """How many enquiries there were by a measure. Of which day is known of how they ended alone."""

    day: date | None
    where: Where
    measure: Measure
    value: str
    times: int


@dataclass(frozen=True, slots=True)
class EnquiryFigures:
    """How many enquiries, each figure to the nearest five; only what is not nought."""

    asked: int = 0
    hours: Mapping[int, int] = field(default_factory=dict)
    weekdays: Mapping[int, int] = field(default_factory=dict)  # Monday 0
    topics: Mapping[Topic | None, int] = field(default_factory=dict)  # None: not known
    channels: Mapping[str, int] = field(default_factory=dict)
    areas: Mapping[str, int] = field(default_factory=dict)
    offices: Mapping[tuple[str, str], int] = field(default_factory=dict)  # area and office
    ended: Mapping[Ended, int] = field(default_factory=dict)
    days: Mapping[tuple[date, Ended], int] = field(default_factory=dict)


def to_nearest_five(count: int) -> int:
    """A count as it is shown, so that no figure tells of one person (rule `disclosure.small_numbers`)."""
    return (count + _NEAREST // 2) // _NEAREST * _NEAREST


def enquiry_figures(counts: Iterable[Count], scopes: Iterable[Scope]) -> EnquiryFigures:
    """The figures of what lies in any of these scopes."""
    within = tuple(scopes)
    by: dict[Measure, list[Count]] = {measure: [] for measure in Measure}
    for one in counts:
        if any(_covers(scope, one.where) for scope in within):
            by[one.measure].append(one)
    ended = by[Measure.ENDED]
    dated = [(one.day, one) for one in ended if one.day]
    return EnquiryFigures(
        asked=to_nearest_five(sum(one.times for one in ended)),
        hours=_summed((int(one.value), one) for one in by[Measure.HOUR]),
        weekdays=_summed((day.weekday(), one) for day, one in dated),
        topics=_summed((Topic(one.value) if one.value else None, one) for one in by[Measure.TOPIC]),
        channels=_summed((one.value, one) for one in by[Measure.CHANNEL]),
        areas=_summed((one.where.area, one) for one in ended),
        offices=_summed(((one.where.area, one.where.office), one) for one in ended),
        ended=_summed((Ended(one.value), one) for one in ended),
        days=_summed(((day, Ended(one.value)), one) for day, one in dated),
    )


def _covers(scope: Scope, where: Where) -> bool:
    if not where.provider:
        return scope.covers(where.area, where.office or None, ())
    provider = Provider(where.provider)
    return scope.covers(where.area, where.office or None, _BOTH if provider is Provider.BOTH else (provider,))


def _summed(counts: Iterable[tuple[_What, Count]]) -> Mapping[_What, int]:
    """How often each occurs, as it is shown; the most frequent first."""
    total: Counter[_What] = Counter()
    for what, one in counts:
        total[what] += one.times
    shown = ((what, to_nearest_five(times)) for what, times in total.most_common())
    return {what: times for what, times in shown if times}
