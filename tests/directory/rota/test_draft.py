"""What edits on a calendar make of the rows of a rota."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.exchange.cells.cell import Known, KnownOffice
from directory.exchange.kind import Values
from directory.rota.draft import (
    Does,
    Edit,
    EditRefusedError,
    RowGoneError,
    Rows,
    Scope,
    changes_between,
    played,
)
from directory.rota.rota import entry_of
from routing.moments import on_the_wall
from routing.rota.rota import Rota
from routing.rota.shifts import Person, Span
from routing.snapshot import PostKey
from routing.vocabulary import Provider, Role

DUTY = PostKey("west-mercia", "worcester", Provider.NPS, Role.DUTY_OFFICER)
KNOWN = Known(
    areas=frozenset({"west-mercia"}),
    offices={"worcester": KnownOffice("west-mercia", "office")},
    people=frozenset({"birch", "elm"}),
)
PEOPLE = [Person(one, one, Provider.NPS, "west-mercia") for one in sorted(KNOWN.people)]
THURSDAY = date(2026, 12, 3)
AT_DUTY = {"area": "west-mercia", "office": "worcester", "provider": "nps", "role": "duty_officer"}
SOURCE = {"source": "made up", "sample": "yes"}


def weekly(days: str = "Mo,Tu,We,Th,Fr", starts: str = "09:00", ends: str = "17:00") -> Values:
    """Birch at the duty officer's post from 30 November on."""
    cells = {"kind": "weekly", **AT_DUTY, **SOURCE, "person": "birch", "days": days}
    cells |= {"starts": starts, "ends": ends, "valid_from": "2026-11-30"}
    (row,) = played({}, [Edit(Does.ADD, to=cells)], KNOWN).values()
    return row


def who(rows: Rows, first: date = date(2026, 11, 30), days: int = 14) -> list[tuple[str, str, str]]:
    """Who is on, with the moments as they are on the wall in winter."""
    rota = Rota.of(PEOPLE, [entry_of({**values, "id": abs(number)}) for number, values in rows.items()])
    whole = Span(on_the_wall(first, time.min), on_the_wall(first + timedelta(days=days), time.min))
    return [
        (spell.person.id, f"{spell.span.begins:%d %H:%M}", f"{spell.span.ends:%d %H:%M}")
        for spell in rota.spells(DUTY, whole)
        if spell.person
    ]


def test_a_shift_moved_for_one_day_leaves_all_others() -> None:
    moved = {"starts": "2026-12-05 10:00", "ends": "2026-12-05 18:00"}
    rows = played({7: weekly()}, [Edit(Does.MOVE, 7, THURSDAY, to=moved)], KNOWN)

    on = who(rows)
    assert [one[1][:2] for one in on] == ["30", "01", "02", "04", "05", "07", "08", "09", "10", "11"]
    assert ("birch", "05 10:00", "05 18:00") in on


def test_a_shift_moved_each_week_is_as_it_was_until_then() -> None:
    moved = {"person": "elm", "starts": "2026-12-03 08:00", "ends": "2026-12-03 16:00"}
    rows = played({7: weekly()}, [Edit(Does.MOVE, 7, THURSDAY, Scope.WEEKLY, moved)], KNOWN)

    assert rows[7]["valid_to"] == THURSDAY
    elm = [one for one in who(rows) if one[0] == "elm"]
    assert elm == [("elm", "03 08:00", "03 16:00"), ("elm", "10 08:00", "10 16:00")]
    assert ("birch", "04 09:00", "04 17:00") in who(rows)


def test_a_shift_lengthened_on_all_its_days_is_longer_from_that_day_on() -> None:
    longer = {"ends": "2026-12-03 18:30"}
    rows = played({7: weekly()}, [Edit(Does.MOVE, 7, THURSDAY, Scope.ALL_DAYS, longer)], KNOWN)

    ends = {one[1][:2]: one[2][3:] for one in who(rows)}
    assert (ends["02"], ends["03"], ends["04"], ends["07"]) == ("17:00", "18:30", "18:30", "18:30")


def test_a_night_shift_moved_each_week_goes_on_over_midnight() -> None:
    later = {"starts": "2026-12-04 19:00", "ends": "2026-12-05 07:00"}
    rows = played(
        {7: weekly("Th", "18:00", "08:00")}, [Edit(Does.MOVE, 7, THURSDAY, Scope.WEEKLY, later)], KNOWN
    )
    assert who(rows) == [("birch", "04 19:00", "05 07:00"), ("birch", "11 19:00", "12 07:00")]


def test_a_shift_that_is_removed_whole_leaves_no_row_behind() -> None:
    remove = Edit(Does.REMOVE, 7, date(2026, 11, 30), Scope.ALL_DAYS)
    assert played({7: weekly()}, [remove], KNOWN) == {}


def test_an_absence_is_lengthened_in_its_own_row() -> None:
    away = {"kind": "absence", "person": "birch", "starts": "2026-12-03 00:00", "ends": "2026-12-04 00:00"}
    rows = played({}, [Edit(Does.ADD, to={**away, **SOURCE})], KNOWN)
    longer = played(rows, [Edit(Does.MOVE, -1, to={"ends": "2026-12-06 00:00"})], KNOWN)
    assert longer == {-1: {**rows[-1], "ends": "2026-12-06T00:00"}}


def test_what_cannot_be_is_named_by_its_column_and_what_is_gone_is_said() -> None:
    rows = {7: weekly()}
    backwards = {"starts": "2026-12-03 18:00"}
    with pytest.raises(EditRefusedError) as refused:
        played(rows, [Edit(Does.MOVE, 7, THURSDAY, to=backwards)], KNOWN)
    assert [problem.column for problem in refused.value.problems] == ["ends"]
    with pytest.raises(EditRefusedError, match="already"):
        played(
            rows, [Edit(Does.ADD, to={name: str(value) for name, value in rows[7].items() if value})], KNOWN
        )
    for gone in (Edit(Does.REMOVE, 8), Edit(Does.REMOVE, 7, date(2026, 12, 5))):
        with pytest.raises(RowGoneError):
            played(rows, [gone], KNOWN)


@given(day=st.dates(date(2026, 11, 30), date(2027, 2, 1)), scope=st.sampled_from(Scope))
def test_what_is_removed_is_all_that_goes(day: date, scope: Scope) -> None:
    rows = {7: weekly("Mo,Tu,We,Th,Fr,Sa,Su")}
    before = who(rows, days=100)
    after = who(played(rows, [Edit(Does.REMOVE, 7, day, scope)], KNOWN), days=100)

    days = [date(2026, 11, 30) + timedelta(days=ahead) for ahead in range(100)]
    gone = {
        Scope.ONCE: {day},
        Scope.WEEKLY: {one for one in days if one >= day and one.weekday() == day.weekday()},
        Scope.ALL_DAYS: {one for one in days if one >= day},
    }[scope]
    assert after == [was for was, one in zip(before, days, strict=True) if one not in gone]


def test_what_has_to_be_done_is_what_differs() -> None:
    rows = {7: weekly(), 8: weekly("Sa")}
    after = {7: {**rows[7], "person": "elm"}, -1: weekly("Su"), -2: weekly("Sa,Su")}
    assert changes_between(rows, after) == ({8: rows[8]}, {7: after[7]}, (after[-1], after[-2]))
