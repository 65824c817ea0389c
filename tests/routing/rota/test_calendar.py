"""What a calendar of the rota shows: who was planned, who is on instead, and what clashes."""

from datetime import date, datetime, time

from routing.hours import LONDON
from routing.rota.calendar import Clash, ClashKind, clashes, planned
from routing.rota.rota import Rota
from routing.rota.shifts import Absence, Cover, Person, SingleShift, Span, WeeklyShift
from routing.snapshot import PostKey
from routing.vocabulary import Provider, Role

DUTY = PostKey("west-mercia", "worcester", Provider.NPS, Role.DUTY_OFFICER)
SPO = PostKey("west-mercia", "worcester", Provider.NPS, Role.SPO)
PEOPLE = [Person(one, f"{one} (sample)", Provider.NPS, "west-mercia") for one in ("birch", "elm")]


def at(hour: int, day: int = 8) -> datetime:
    return datetime(2014, 7, day, hour, tzinfo=LONDON)


WEEK = Span(at(0, 7), at(0, 14))
EACH_DAY = WeeklyShift(1, DUTY, "birch", frozenset(range(5)), time(9), time(17), date(2014, 1, 1))


def rota(*entries: WeeklyShift | SingleShift | Absence | Cover) -> Rota:
    return Rota.of(PEOPLE, entries)


def test_a_weekly_shift_is_there_once_for_each_of_its_days() -> None:
    days = planned(rota(EACH_DAY), DUTY, WEEK)
    assert [(one.shift.id, one.span.begins) for one in days] == [(1, at(9, day)) for day in range(7, 12)]
    assert not any(one.instead for one in days)


def test_who_is_on_instead_is_said_and_that_nobody_is() -> None:
    away = Absence(2, "birch", Span(at(0), at(0, 10)))
    (tuesday, wednesday) = planned(
        rota(EACH_DAY, away, Cover(3, "elm", "birch", Span(at(0), at(12)))), DUTY, Span(at(0), at(0, 10))
    )
    assert [(one.person and one.person.id, one.span) for one in tuesday.instead] == [
        ("elm", Span(at(9), at(12))),
        (None, Span(at(12), at(17))),
    ]
    assert [one.person for one in wednesday.instead] == [None]


def test_two_on_a_post_by_shifts_of_one_kind_clash_and_a_single_shift_over_a_weekly_does_not() -> None:
    other = WeeklyShift(2, DUTY, "elm", frozenset({1}), time(16), time(20), date(2014, 1, 1))
    once = SingleShift(3, DUTY, "elm", Span(at(9, 9), at(17, 9)))

    assert clashes(rota(EACH_DAY, other), [DUTY], WEEK) == [
        Clash(ClashKind.SAME_POST, frozenset({"birch", "elm"}), frozenset({DUTY}), Span(at(16, 8), at(17, 8)))
    ]
    assert clashes(rota(EACH_DAY, once), [DUTY], WEEK) == []


def test_a_person_on_two_posts_at_once_clashes_and_one_after_the_other_does_not() -> None:
    both = SingleShift(2, SPO, "birch", Span(at(12, 8), at(18, 8)))
    after = SingleShift(2, SPO, "birch", Span(at(17, 8), at(18, 8)))

    (clash,) = clashes(rota(EACH_DAY, both), [DUTY, SPO], WEEK)
    assert clash.kind is ClashKind.SAME_PERSON
    assert (clash.posts, clash.span) == (frozenset({DUTY, SPO}), Span(at(12, 8), at(17, 8)))
    assert clashes(rota(EACH_DAY, after), [DUTY, SPO], WEEK) == []
