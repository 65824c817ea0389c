"""Who could take a shift over, and how long they are waited for."""

from datetime import date, datetime, time, timedelta

import pytest

from routing.cover import could_cover, is_theirs, waited_until
from routing.hours import LONDON
from routing.rota import Rota
from routing.shifts import Absence, Cover, Person, SingleShift, Span, WeeklyShift
from routing.shifts_ahead import Shift
from routing.snapshot import PostKey
from routing.vocabulary import Provider, Role

DUTY = PostKey("west-mercia", "worcester", Provider.NPS, Role.DUTY_OFFICER)
ELSEWHERE = DUTY._replace(office="redditch")
OTHERS = {
    "another office": ELSEWHERE,
    "another role": DUTY._replace(role=Role.SPO),
    "the other provider": DUTY._replace(provider=Provider.CRC),
}


def at(day: int, hour: int) -> datetime:
    return datetime(2014, 7, day, hour, tzinfo=LONDON)


SHIFT = Shift(DUTY, "ash", Span(at(15, 9), at(15, 13)))
ASH = WeeklyShift(1, DUTY, "ash", frozenset({1}), time(9), time(13), date(2014, 7, 1))
BIRCH = WeeklyShift(2, DUTY, "birch", frozenset({1}), time(13), time(17), date(2014, 7, 1))


def rota(*more: WeeklyShift | SingleShift | Absence | Cover) -> Rota:
    people = [Person(name, name.title(), Provider.NPS, "west-mercia") for name in ("ash", "birch", "cedar")]
    return Rota.of(people, [ASH, BIRCH, *more])


def test_whoever_holds_the_same_post_and_is_free_could_take_it() -> None:
    assert could_cover(rota(), SHIFT) == ["birch"]


@pytest.mark.parametrize("post", OTHERS.values(), ids=OTHERS.keys())
def test_whoever_holds_another_post_could_not(post: PostKey) -> None:
    assert could_cover(rota(SingleShift(3, post, "cedar", Span(at(16, 9), at(16, 13)))), SHIFT) == ["birch"]


@pytest.mark.parametrize(("days", "holds"), [(30, True), (31, False), (32, False)])
def test_a_shift_of_ones_own_within_a_month_makes_one_hold_the_post(days: int, holds: bool) -> None:
    begins = SHIFT.span.ends + timedelta(days=days)
    held = SingleShift(3, DUTY, "cedar", Span(begins, begins + timedelta(hours=1)))
    assert ("cedar" in could_cover(rota(held), SHIFT)) is holds


@pytest.mark.parametrize(
    ("begins", "ends", "free"), [(8, 9, True), (8, 10, False), (12, 14, False), (13, 14, True)]
)
def test_nobody_is_asked_who_is_on_elsewhere_or_away_then(begins: int, ends: int, free: bool) -> None:
    span = Span(at(15, begins), at(15, ends))
    for entry in (SingleShift(3, ELSEWHERE, "birch", span), Absence(3, "birch", span)):
        assert ("birch" in could_cover(rota(entry), SHIFT)) is free


def test_a_shift_is_theirs_until_any_of_it_is_another_s() -> None:
    assert is_theirs(rota(), SHIFT)
    assert not is_theirs(rota(Cover(3, "birch", "ash", Span(at(15, 12), at(15, 13)))), SHIFT)
    assert not is_theirs(rota(), SHIFT._replace(person="birch"))


@pytest.mark.parametrize(
    ("before", "waits"),
    [(timedelta(hours=2, seconds=1), 7), (timedelta(hours=2), 9), (timedelta(hours=1), 9)],
)
def test_nobody_is_waited_for_when_two_hours_are_left(before: timedelta, waits: int) -> None:
    assert waited_until(SHIFT, SHIFT.span.begins - before) == at(15, waits)
