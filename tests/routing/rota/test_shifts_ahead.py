"""Whose shifts come, and which begin soon, whoever stands in for whom."""

from datetime import timedelta

from routing.rota.rota import Rota
from routing.rota.shifts import Absence, Cover, Span
from routing.rota.shifts_ahead import Shift, beginning, shifts_of
from routing.vocabulary import Role
from tests.routing.call_backs.made_up import MINUTE, SHIFTS, TEN, Entry, picture, post

NINE, FIVE = TEN - timedelta(hours=1), TEN + timedelta(hours=7)
DAY = timedelta(days=1)
TWO_DAYS = Span(NINE - MINUTE, NINE - MINUTE + 2 * DAY)


def rota(*more: Entry) -> Rota:
    return picture((*SHIFTS, *more)).rota


def test_somebodys_shifts_come_in_order_with_where_they_are_on() -> None:
    duty = post(Role.DUTY_OFFICER)

    assert shifts_of(rota(), "ann", TWO_DAYS) == [
        Shift(duty, "ann", Span(NINE, FIVE)),
        Shift(duty, "ann", Span(NINE + DAY, FIVE + DAY)),
    ]
    assert shifts_of(rota(), "fay", TWO_DAYS) == []


def test_who_stands_in_has_the_shift_and_who_is_away_has_not() -> None:
    today = Span(NINE, FIVE)
    covered = rota(Cover(10, "fay", "ann", today), Absence(11, "ann", today))

    assert [shift.span for shift in shifts_of(covered, "fay", TWO_DAYS)] == [today]
    assert [shift.span.begins for shift in shifts_of(covered, "ann", TWO_DAYS)] == [NINE + DAY]


def test_a_shift_is_about_to_begin_from_an_hour_before_and_not_once_it_has_begun() -> None:
    def soon(at_minutes: int) -> set[str]:
        now = NINE + at_minutes * MINUTE
        return {shift.person for shift in beginning(rota(), Span(now, now + 60 * MINUTE))}

    everybody = {"ann", "ben", "cem", "dot", "eve"}
    assert [soon(minutes) for minutes in (-61, -60, -59, -1, 0, 1)] == [
        set(), set(), everybody, everybody, everybody, set(),
    ]  # fmt: skip
