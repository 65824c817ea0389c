"""How posts are covered on the days to come."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from routing.hours import parse_hours
from routing.overview.coverage import Coverage, Covered, Day, coverage
from routing.overview.scope import Scope
from routing.rota.shifts import Absence, SingleShift, Span, WeeklyShift
from routing.snapshot import PostKey, Snapshot
from routing.vocabulary import Provider, Role
from tests.routing.call_backs.made_up import SHIFTS, Entry, picture, post

MONDAY = date(2014, 7, 7)
DUTY = post(Role.DUTY_OFFICER)
WORCESTER = Scope("west-mercia", "worcester", Provider.NPS)
NONE = timedelta()
ON, CLOSED = Day(Covered.ON, NONE), Day(Covered.CLOSED, NONE)


def of(*more: Entry, scope: Scope = WORCESTER, first: date = MONDAY, days: int = 7) -> Coverage:
    return coverage(picture((*SHIFTS, *more)), [scope], first, days)


def away(begins: datetime, ends: datetime) -> Absence:
    return Absence(50, "ann", Span(begins, ends))


def at(day: int, hour: int) -> datetime:
    """An hour on a wall in London, in summer."""
    return datetime(2014, 7, day, hour - 1, tzinfo=UTC)


def test_a_day_on_which_somebody_is_on_in_all_hours_is_covered_and_a_weekend_is_closed() -> None:
    found = of()
    assert found.days == [MONDAY + timedelta(days=number) for number in range(7)]
    assert list(found.posts[DUTY]) == [ON] * 5 + [CLOSED] * 2


def test_a_gap_is_as_long_as_the_hours_in_which_nobody_is_on() -> None:
    found = of(away(at(8, 15), at(9, 11)))
    hours = [timedelta(hours=2), timedelta(hours=2)]  # to 17:00, and from 09:00
    assert found.posts[DUTY][1:3] == [Day(Covered.GAP, one) for one in hours]


def test_the_post_with_the_most_days_of_gaps_comes_first() -> None:
    absence = away(at(8, 9), at(9, 17))
    assert next(iter(of(absence).posts)) == DUTY
    assert {day.covered for day in next(iter(of(absence).posts.values()))} >= {Covered.GAP}
    assert next(iter(of().posts)) != next(iter(of(replace(absence, person="ben")).posts))


def test_two_on_one_post_and_one_on_two_posts_clash() -> None:
    both = SingleShift(60, post(Role.SPO), "ann", Span(at(8, 9), at(8, 17)))
    found = of(both)
    assert [row[1].covered for row in (found.posts[DUTY], found.posts[post(Role.SPO)])] == [Covered.CLASH] * 2
    twice = WeeklyShift(61, DUTY, "fay", frozenset({2}), time(9), time(12), MONDAY)
    assert [day.covered for day in of(twice).posts[DUTY]][1:4] == [Covered.ON, Covered.CLASH, Covered.ON]


def test_a_gap_counts_before_a_clash() -> None:
    both = SingleShift(60, post(Role.SPO), "ann", Span(at(8, 9), at(8, 12)))
    assert of(both, away(at(8, 15), at(8, 17))).posts[DUTY][1].covered is Covered.GAP


def test_only_the_posts_of_a_scope_are_shown() -> None:
    assert {one.office for one in of().posts} == {"worcester"}
    everything = of(scope=Scope()).posts
    assert {one.provider for one in everything} == {Provider.NPS, Provider.CRC}
    assert of(scope=Scope("london")).posts == {}


def test_a_day_and_night_post_is_never_closed_and_a_day_of_25_hours_has_25() -> None:
    snapshot = picture(())
    key = PostKey("west-mercia", "braley-house", Provider.NPS, Role.APPROVED_PREMISES)
    rota = replace(snapshot.rota, kept_since={key: at(1, 9)})
    office = replace(snapshot.offices["braley-house"], hours=parse_hours("24/7"))
    night_and_day: Snapshot = replace(
        snapshot, rota=rota, offices={**snapshot.offices, "braley-house": office}
    )
    found = coverage(night_and_day, [Scope()], date(2014, 10, 25), 3)
    assert [day.nobody_for / timedelta(hours=1) for day in found.posts[key]] == [24, 25, 24]
