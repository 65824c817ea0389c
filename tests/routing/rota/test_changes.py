"""What an absence would leave, before anybody is away."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from routing.hours import LONDON
from routing.rota.changes import changed_posts, gaps_closed, gaps_opened, on_now, with_absence
from routing.rota.rota import Rota
from routing.rota.shifts import Absence, Person, Span, WeeklyShift
from routing.snapshot import PostKey, Snapshot
from routing.vocabulary import Provider, Role
from tests.routing.sample_directory import SNAPSHOT

DUTY = PostKey("west-mercia", "worcester", Provider.NPS, Role.DUTY_OFFICER)
PEOPLE = [Person(one, f"{one} (sample)", Provider.NPS, "west-mercia") for one in ("birch", "elm")]


def on(*people: str) -> Snapshot:
    """These have the same shift, the last one first."""
    shifts = [
        WeeklyShift(number, DUTY, person, frozenset(range(5)), time(9), time(17), date(2014, 1, 1))
        for number, person in enumerate(people)
    ]
    return replace(SNAPSHOT, rota=Rota.of(PEOPLE, shifts))


def left_open(picture: Snapshot, away: Absence) -> list[tuple[PostKey, Span]]:
    """The gaps of an absence."""
    return list(gaps_opened(picture, with_absence(picture.rota, away), away.span))


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2014, 7, 8, hour, minute, tzinfo=LONDON)


def test_where_somebody_else_is_on_nothing_is_left_open() -> None:
    assert left_open(on("birch", "elm"), Absence(9, "elm", Span(at(12), at(13)))) == []


@pytest.mark.parametrize(
    ("begins", "ends", "gap"),
    [
        (at(12), at(13), Span(at(12), at(13))),
        (at(16), at(20), Span(at(16), at(17))),  # nobody is missed after hours
        (at(7), at(9), None),
        (at(17), at(20), None),
    ],
)
def test_where_nobody_else_is_on_it_is_said_when_in_hours(
    begins: datetime, ends: datetime, gap: Span | None
) -> None:
    found = left_open(on("birch"), Absence(9, "birch", Span(begins, ends)))
    assert found == ([(DUTY, gap)] if gap else [])


def test_a_gap_that_was_there_is_nobodys_fault() -> None:
    picture = on("birch")
    away = replace(picture.rota, absences={"birch": (Absence(8, "birch", Span(at(9), at(17))),)})
    assert left_open(replace(picture, rota=away), Absence(9, "birch", Span(at(12), at(13)))) == []


def test_what_closes_a_gap_is_said_too() -> None:
    picture = on("birch")
    absent = replace(picture, rota=with_absence(picture.rota, Absence(9, "birch", Span(at(12), at(13)))))
    day = Span(at(0), at(23))
    assert list(gaps_closed(absent, picture.rota, day)) == [(DUTY, Span(at(12), at(13)))]
    assert list(gaps_opened(absent, picture.rota, day)) == []


def test_a_post_is_changed_by_whatever_decides_who_is_on_it_and_by_nothing_else() -> None:
    rota = on("birch").rota
    assert list(changed_posts(rota, rota)) == []
    assert list(changed_posts(rota, with_absence(rota, Absence(9, "birch", Span(at(12), at(13)))))) == [DUTY]
    assert list(changed_posts(rota, with_absence(rota, Absence(9, "elm", Span(at(12), at(13)))))) == []


def test_who_is_on_each_post_and_until_when() -> None:
    (one,) = on_now(on("birch").rota, Span(at(12), at(23)))
    assert (one.post, one.person.id, one.span) == (DUTY, "birch", Span(at(12), at(17)))
    assert list(on_now(on("birch").rota, Span(at(18), at(23)))) == []
