"""Who could take a shift over or swap it, how long they are waited for, and what of the rota changes."""

from datetime import date, datetime, time, timedelta

import pytest

from routing.hours import LONDON
from routing.policy import Policies
from routing.policy.building import stated_in
from routing.policy.policy import PolicyError
from routing.rota.cover import (
    Wanted,
    are_theirs,
    changes,
    could_take,
    have_been_made,
    swaps_for,
    waited_until,
)
from routing.rota.rota import Rota
from routing.rota.shifts import Absence, Cover, Person, SingleShift, Span, WeeklyShift
from routing.rota.shifts_ahead import Shift
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
TIMES = Policies.bundled().of("west-mercia").on(SHIFT.span.begins.date()).covering
ASH = WeeklyShift(1, DUTY, "ash", frozenset({1}), time(9), time(13), date(2014, 7, 1))
BIRCH = WeeklyShift(2, DUTY, "birch", frozenset({1}), time(13), time(17), date(2014, 7, 1))


def rota(*more: WeeklyShift | SingleShift | Absence | Cover) -> Rota:
    people = [Person(name, name.title(), Provider.NPS, "west-mercia") for name in ("ash", "birch", "cedar")]
    return Rota.of(people, [ASH, BIRCH, *more])


def takers(rota: Rota, back: Shift | None = None) -> list[str]:
    return could_take(rota, Wanted(SHIFT, back), TIMES)


def test_whoever_holds_the_same_post_and_is_free_could_take_it() -> None:
    assert takers(rota()) == ["birch"]


@pytest.mark.parametrize("post", OTHERS.values(), ids=OTHERS.keys())
def test_whoever_holds_another_post_could_not(post: PostKey) -> None:
    assert takers(rota(SingleShift(3, post, "cedar", Span(at(16, 9), at(16, 13))))) == ["birch"]


@pytest.mark.parametrize(("days", "holds"), [(30, True), (31, False), (32, False)])
def test_cover_held_within__a_month_a_shift_of_ones_own_makes_one_hold_the_post(
    days: int, holds: bool
) -> None:
    begins = SHIFT.span.ends + timedelta(days=days)
    later = SingleShift(3, DUTY, "cedar", Span(begins, begins + timedelta(hours=1)))
    ends = SHIFT.span.begins - timedelta(days=days)
    earlier = SingleShift(3, DUTY, "cedar", Span(ends - timedelta(hours=1), ends))
    for held in (earlier, later):
        assert ("cedar" in takers(rota(held))) is holds


@pytest.mark.parametrize(
    ("begins", "ends", "free"), [(8, 9, True), (8, 10, False), (12, 14, False), (13, 14, True)]
)
def test_nobody_is_asked_who_is_on_elsewhere_or_away_then(begins: int, ends: int, free: bool) -> None:
    span = Span(at(15, begins), at(15, ends))
    for entry in (SingleShift(3, ELSEWHERE, "birch", span), Absence(3, "birch", span)):
        assert ("birch" in takers(rota(entry))) is free


def test_a_shift_is_theirs_until_any_of_it_is_another_s() -> None:
    assert are_theirs(rota(), [SHIFT])
    assert not are_theirs(rota(Cover(3, "birch", "ash", Span(at(15, 12), at(15, 13)))), [SHIFT])
    assert not are_theirs(rota(), [SHIFT, SHIFT._replace(person="birch")])


NEXT_WEEK = Shift(DUTY, "birch", Span(at(22, 13), at(22, 17)))


def test_a_swap_is_with_whoever_could_take_the_one_and_could_be_replaced_in_the_other() -> None:
    assert takers(rota(), NEXT_WEEK) == ["birch"]
    away_then = Absence(3, "ash", Span(at(22, 16), at(22, 18)))
    assert takers(rota(away_then), NEXT_WEEK) == []
    elsewhere = Shift(ELSEWHERE, "birch", Span(at(22, 9), at(22, 12)))
    held_by_birch = SingleShift(3, ELSEWHERE, "birch", elsewhere.span)
    assert takers(rota(held_by_birch), elsewhere) == []  # Ash does not hold that post


def test_two_who_are_on_at_one_time_can_change_places() -> None:
    mine, theirs = SHIFT, Shift(ELSEWHERE, "birch", SHIFT.span)
    both = [
        SingleShift(3, ELSEWHERE, "birch", SHIFT.span),
        SingleShift(4, ELSEWHERE, "ash", Span(at(17, 9), at(17, 10))),
    ]
    assert takers(rota(*both)) == []
    assert takers(rota(*both), theirs) == ["birch"]
    assert theirs in swaps_for(rota(*both), mine, Span(at(14, 9), at(20, 9)), TIMES)


def test_the_shifts_that_could_be_had_in_return_are_those_to_come_in_order() -> None:
    fortnight = Span(at(15, 8), at(29, 8))
    assert [one.span.begins for one in swaps_for(rota(), SHIFT, fortnight, TIMES)] == [at(15, 13), at(22, 13)]
    assert swaps_for(rota(), SHIFT, Span(at(15, 14), at(16, 8)), TIMES) == []  # what is on has begun


def test_what_is_given_back_takes_the_cover_out_and_is_no_ring_of_covers() -> None:
    given = Cover(7, "birch", "ash", SHIFT.span, DUTY)
    (change,) = changes(rota(given), Wanted(SHIFT._replace(person="birch")), "ash")
    assert (change.taker, change.undoes) == ("ash", 7)
    assert not have_been_made(rota(given), [change])
    assert have_been_made(rota(), [change])


@pytest.mark.parametrize(
    ("before", "waits"),
    [(timedelta(hours=2, seconds=1), 7), (timedelta(hours=2), 9), (timedelta(hours=1), 9)],
)
def test_cover_given_up_before__it_begins_and_in_a_swap_the_first_of_the_two(
    before: timedelta, waits: int
) -> None:
    asked = SHIFT.span.begins - before
    assert waited_until(Wanted(SHIFT), asked, TIMES) == at(15, waits)
    assert waited_until(Wanted(NEXT_WEEK, SHIFT), asked, TIMES) == at(15, waits)


@pytest.mark.parametrize(
    ("table", "fault"),
    [
        ({"hours": 0}, "cover.given_up_before: hours is 0; write a whole number from 1 on"),
        ({"days": 1, "hours": 1}, "has 'hours'; known are days"),
        ({}, "hours is 0"),
    ],
)
def test_a_slip_in_a_time_of_cover_is_found_when_it_is_loaded(table: dict[str, int], fault: str) -> None:
    whole = {**table, "text": "A sentence.", "source": "Signpost's own rule, docs/call-backs.md"}
    with pytest.raises(PolicyError, match=fault):
        stated_in({"cover": {"given_up_before": whole}}, "sample.toml", {})
