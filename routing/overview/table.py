"""The figures as rows of one table, for files and lists: what each measures, of what, and how much."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from routing.hours import LONDON
from routing.overview.coverage import Coverage
from routing.overview.enquiries import EnquiryFigures
from routing.overview.overview import Durations, InformationFigures, Overview, PostAt

STILL_OPEN = "open"
MANAGERS = "managers"
NOT_KNOWN = "not known"
WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


class Row(NamedTuple):
    """One figure. `of` is of what it is one: a state, an outcome, a reason, a percentile or an agency."""

    measure: str
    value: int | str
    of: str = ""
    area: str = ""
    office: str = ""
    provider: str = ""
    post: str = ""
    hour: str = ""  # of the day in London, as 09
    day: str = ""  # as 2026-11-26


COLUMNS = Row._fields


def rows_of(figures: Overview) -> Iterator[Row]:
    """Every figure there is; minutes are whole, a moment is the clock on the wall."""
    yield from _of_enquiries(figures.enquiries)
    yield Row("call backs asked", figures.asked)
    for state, count in figures.open.items():
        yield Row("call backs open", count, state)
    if figures.oldest:
        yield Row("oldest open asked at", _moment(figures.oldest))
    yield from _durations("taken", figures.to_taken)
    yield from _durations("closed", figures.to_closed)
    for outcome, count in figures.outcomes.items():
        yield Row("outcome", count, outcome)
    for (post, hour), count in figures.unanswered.items():
        yield _at_post("step not answered", count, post, f"{hour:02}")
    for post, count in figures.gaps.items():
        yield _at_post("nobody on", count, post)
    for move, count in figures.moved.items():
        yield Row("moved to the other provider", count, move.because or "", provider=move.moved_from)
    for ended, count in figures.escalations.items():
        yield Row("conversation about a risk", count, ended or STILL_OPEN)
    yield from _of_information(figures.information)


def rows_ahead(found: Coverage) -> Iterator[Row]:
    """Each post on each of the days to come: for how many hours nobody is on, and how it is covered."""
    for post, row in found.posts.items():
        at = {"area": post.area, "office": post.office or "", "provider": post.provider or ""}
        for on, day in zip(found.days, row, strict=True):
            hours = f"{day.nobody_for / timedelta(hours=1):g}"
            yield Row("hours with nobody on", hours, day.covered, **at, post=post.role, day=on.isoformat())


def _of_enquiries(figures: EnquiryFigures) -> Iterator[Row]:
    """To the nearest five, each by itself: the parts need not add up to the whole."""
    yield Row("enquiries", figures.asked)
    for ended, count in figures.ended.items():
        yield Row("enquiries ended", count, ended)
    for (day, ended), count in sorted(figures.days.items()):
        yield Row("enquiries of a day ended", count, ended, day=day.isoformat())
    for hour, count in sorted(figures.hours.items()):
        yield Row("enquiries in an hour", count, hour=f"{hour:02}")
    for weekday, count in sorted(figures.weekdays.items()):
        yield Row("enquiries on a weekday", count, WEEKDAYS[weekday])
    for topic, count in figures.topics.items():
        yield Row("enquiries about a topic", count, topic or NOT_KNOWN)
    for channel, count in figures.channels.items():
        yield Row("enquiries on a channel", count, channel or NOT_KNOWN)
    for area, count in figures.areas.items():
        yield Row("enquiries about an area", count, area=area or NOT_KNOWN)
    for (area, office), count in figures.offices.items():
        yield Row("enquiries about an office", count, area=area or NOT_KNOWN, office=office or NOT_KNOWN)


def _of_information(figures: InformationFigures) -> Iterator[Row]:
    yield Row("information asked", figures.asked)
    yield Row("information open", figures.open)
    for agency, count in figures.overdue.items():
        yield Row("information overdue", count, agency)
    if figures.oldest_due:
        yield Row("oldest overdue since", _moment(figures.oldest_due))
    yield from _durations("information answered", figures.to_answered)
    for ending, count in figures.endings.items():
        yield Row("information ended", count, ending)


def _durations(what: str, times: Durations) -> Iterator[Row]:
    yield Row(what, times.count)
    for percentile, time in (("median", times.median), ("90th percentile", times.ninetieth)):
        if time is not None:
            yield Row(f"minutes until {what}", round(time / timedelta(minutes=1)), percentile)


def _at_post(measure: str, count: int, post: PostAt, hour: str = "") -> Row:
    at = post.role or MANAGERS
    return Row(measure, count, "", post.area, post.office or "", post.provider, at, hour)


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(LONDON):%Y-%m-%d %H:%M}"
