"""Who is on, who is next, where nobody is; and what the ladder makes of it."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routing.hours import LONDON, parse_hours
from routing.ladder import Ladder, Need
from routing.moments import clock_changes, on_the_wall, within
from routing.reading.reading import Reading
from routing.rota.rota import Rota
from routing.rota.shifts import Absence, Cover, Person, SingleShift, Span, Swap, WeeklyShift
from routing.snapshot import PostKey, Snapshot
from routing.vocabulary import Provider, Role, Standing, Warn
from tests.routing.sample_directory import BANK_HOLIDAYS, SNAPSHOT, TUESDAY, TUESDAY_NIGHT, at_office, enquiry

NPS = Provider.NPS
DUTY = PostKey("west-mercia", "worcester", NPS, Role.DUTY_OFFICER)
ANN, BEN, CEM, DOT = (
    Person(name.lower(), f"{name} (sample)", NPS, "west-mercia", "worcester", sample=True)
    for name in ("Ann", "Ben", "Cem", "Dot")
)
PEOPLE = (ANN, BEN, CEM, DOT)
WORKING_DAYS = frozenset(range(5))
Entry = WeeklyShift | SingleShift | Absence | Cover | Swap


def on_wall(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON).astimezone(UTC)


def span(begins: str, ends: str) -> Span:
    return Span(on_wall(begins), on_wall(ends))


def weekly(person: Person = ANN, number: int = 1, **changed: Any) -> WeeklyShift:
    usual = WeeklyShift(number, DUTY, person.id, WORKING_DAYS, time(9), time(17), date(2014, 6, 2))
    return replace(usual, **changed)


def rota(*entries: Entry) -> Rota:
    return Rota.of(PEOPLE, entries, BANK_HOLIDAYS)


def on(made: Rota, at: str) -> str | None:
    found = made.who_is_on(DUTY, on_wall(at))
    return found.id if found else None


WEEK = span("2014-07-07", "2014-07-14")


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2014-07-08T08:59:59", None),
        ("2014-07-08T09:00", "ann"),
        ("2014-07-08T16:59:59", "ann"),
        ("2014-07-08T17:00", None),
        ("2014-07-12T10:00", None),
        ("2014-08-25T10:00", None),
        ("2014-05-30T10:00", None),
    ],
)
def test_a_weekly_shift_is_half_open_and_off_on_bank_holidays_and_before_it_holds(
    at: str, expected: str | None
) -> None:
    assert on(rota(weekly()), at) == expected


def test_a_weekly_shift_that_is_worked_on_bank_holidays_holds_on_them() -> None:
    assert on(rota(weekly(on_bank_holidays=True)), "2014-08-25T10:00") == "ann"


def test_a_weekly_shift_ends_with_the_day_before_valid_to() -> None:
    made = rota(weekly(valid_to=date(2014, 7, 8)))

    assert on(made, "2014-07-07T10:00") == "ann"
    assert on(made, "2014-07-08T10:00") is None


@pytest.mark.parametrize(
    ("begins_on", "hours"), [(date(2014, 3, 29), 13), (date(2014, 10, 25), 15), (date(2014, 7, 5), 14)]
)
def test_a_night_shift_lasts_13_or_15_hours_when_the_clocks_change(begins_on: date, hours: int) -> None:
    night = weekly(days=frozenset(range(7)), starts=time(18), ends=time(8), valid_from=date(2014, 1, 1))

    shift = night.shift_on(begins_on, BANK_HOLIDAYS)

    assert shift is not None
    assert shift.ends - shift.begins == timedelta(hours=hours)


def test_both_hours_from_one_to_two_of_the_night_the_clocks_go_back_belong_to_the_night_shift() -> None:
    made = rota(weekly(days=frozenset({5}), starts=time(18), ends=time(8)))
    first = datetime(2014, 10, 26, 1, 30, tzinfo=LONDON)

    assert made.who_is_on(DUTY, first) == made.who_is_on(DUTY, first.replace(fold=1)) == ANN


def test_the_clocks_change_at_one_in_the_morning_of_universal_time() -> None:
    year = Span(datetime(2014, 1, 1, tzinfo=UTC), datetime(2015, 1, 1, tzinfo=UTC))

    assert list(clock_changes(year.begins, year.ends)) == [
        datetime(2014, 3, 30, 1, tzinfo=UTC),
        datetime(2014, 10, 26, 1, tzinfo=UTC),
    ]


def test_a_single_shift_comes_before_a_weekly_one_even_if_that_was_entered_later() -> None:
    single = SingleShift(1, DUTY, BEN.id, span("2014-07-08T09:00", "2014-07-08T13:00"))

    assert on(rota(weekly(number=2), single), "2014-07-08T10:00") == "ben"
    assert on(rota(weekly(number=2), single), "2014-07-08T13:00") == "ann"


def test_of_two_weekly_shifts_the_one_entered_later_counts_in_whatever_order_they_are_given() -> None:
    first, later = weekly(ANN, 1), weekly(BEN, 2)

    assert on(rota(first, later), "2014-07-08T10:00") == "ben"
    assert on(rota(later, first), "2014-07-08T10:00") == "ben"


def test_absence_leaves_the_shift_empty_or_to_the_next_that_counts() -> None:
    away = Absence(3, BEN.id, WEEK)

    assert on(rota(weekly(BEN, 2), away), "2014-07-08T10:00") is None
    assert on(rota(weekly(ANN, 1), weekly(BEN, 2), away), "2014-07-08T10:00") == "ann"


def test_cover_beats_absence_and_is_on_only_in_the_hours_of_the_shift() -> None:
    made = rota(weekly(), Absence(3, ANN.id, WEEK), Cover(2, CEM.id, ANN.id, WEEK))

    assert on(made, "2014-07-08T10:00") == "cem"
    assert on(made, "2014-07-08T18:00") is None


def test_cover_of_cover_is_followed_and_two_who_cover_each_other_are_no_circle() -> None:
    first, second = Cover(2, BEN.id, ANN.id, WEEK), Cover(3, CEM.id, BEN.id, WEEK)

    assert on(rota(weekly(), first, second), "2014-07-08T10:00") == "cem"
    assert on(rota(weekly(), first, replace(second, person=ANN.id)), "2014-07-08T10:00") == "ann"


def test_cover_at_one_post_is_none_at_another() -> None:
    elsewhere = PostKey("west-mercia", "redditch", NPS, Role.DUTY_OFFICER)

    assert on(rota(weekly(), Cover(2, BEN.id, ANN.id, WEEK, elsewhere)), "2014-07-08T10:00") == "ann"


def test_two_who_swap_take_each_others_shifts() -> None:
    tuesday, thursday = weekly(ANN, 1, days=frozenset({1})), weekly(BEN, 2, days=frozenset({3}))
    made = rota(tuesday, thursday, Swap(3, ANN.id, BEN.id, WEEK))

    assert [on(made, f"2014-07-{day}T10:00") for day in ("08", "10")] == ["ben", "ann"]
    assert [on(made, f"2014-07-{day}T10:00") for day in (15, 17)] == ["ann", "ben"]


def test_who_is_next_is_the_first_to_come_on_after_now() -> None:
    made = rota(weekly(days=frozenset({1})), weekly(BEN, 2, days=frozenset({2})))

    following = made.who_next(DUTY, on_wall("2014-07-08T10:00"))

    assert following is not None
    assert (following.person, following.span) == (BEN, span("2014-07-09T09:00", "2014-07-09T17:00"))
    assert rota(weekly(valid_to=date(2014, 7, 9))).who_next(DUTY, on_wall("2014-07-08T10:00")) is None


def test_gaps_are_the_hours_without_anybody_exactly() -> None:
    hours = parse_hours("Mo-Fr 09:00-17:00; PH off")
    made = rota(weekly(ends=time(16)), Absence(2, ANN.id, span("2014-07-09T12:30", "2014-07-10")))

    found = list(made.gaps(DUTY, hours, span("2014-07-08", "2014-07-10")))

    assert found == [
        span("2014-07-08T16:00", "2014-07-08T17:00"),
        span("2014-07-09T12:30", "2014-07-09T17:00"),
    ]


def test_before_a_rota_is_kept_nothing_is_a_gap_and_after_its_last_shift_everything_is() -> None:
    made = rota(weekly(valid_to=date(2014, 7, 8)))

    assert not made.is_gap(DUTY, on_wall("2014-05-01T10:00"))
    assert made.is_gap(DUTY, on_wall("2014-07-08T10:00"))


def test_a_rota_that_is_kept_stays_one_when_its_last_shift_is_taken_out() -> None:
    made = Rota.of(PEOPLE, (), kept_since={DUTY: on_wall("2014-06-02T09:00")})

    assert made.is_gap(DUTY, TUESDAY)


HOURS = st.integers(0, 14 * 24).map(lambda hours: on_wall("2014-10-20") + timedelta(hours=hours))
SPANS = st.tuples(HOURS, st.integers(1, 96)).map(
    lambda drawn: Span(drawn[0], drawn[0] + timedelta(hours=drawn[1]))
)
IDS = st.sampled_from([person.id for person in PEOPLE])
CLOCKS = st.builds(time, st.integers(0, 23), st.sampled_from([0, 30]))
POSTS = st.sampled_from([None, DUTY])


@st.composite
def entries(draw: st.DrawFn) -> list[Entry]:
    made: list[Entry] = []
    for number in range(draw(st.integers(1, 8))):
        kind = draw(st.sampled_from([WeeklyShift, SingleShift, Absence, Cover, Swap]))
        person, other = draw(IDS), draw(IDS)
        if kind is WeeklyShift:
            days = draw(st.frozensets(st.integers(0, 6), min_size=1))
            times = (draw(CLOCKS), draw(CLOCKS))
            made.append(WeeklyShift(number, DUTY, person, days, *times, date(2014, 10, 21)))
        elif kind is SingleShift:
            made.append(SingleShift(number, DUTY, person, draw(SPANS)))
        elif kind is Absence:
            made.append(Absence(number, person, draw(SPANS)))
        elif kind is Cover:
            made.append(Cover(number, person, other, draw(SPANS), draw(POSTS)))
        else:
            made.append(Swap(number, person, other, draw(SPANS), draw(POSTS)))
    return made


@given(entries(), HOURS)
def test_whoever_is_away_is_never_on(made: list[Entry], at: datetime) -> None:
    person = rota(*made).who_is_on(DUTY, at)

    away = {one.person for one in made if isinstance(one, Absence) and one.span.holds(at)}
    assert person is None or person.id not in away


@given(entries(), HOURS)
def test_somebody_is_on_only_in_a_shift(made: list[Entry], at: datetime) -> None:
    person = rota(*made).who_is_on(DUTY, at)

    shifts = [one for one in made if isinstance(one, WeeklyShift) and one.holds(at, BANK_HOLIDAYS)]
    once = [one for one in made if isinstance(one, SingleShift) and one.span.holds(at)]
    assert person is None or shifts or once


@given(entries(), HOURS)
def test_without_changes_the_most_specific_shift_entered_last_counts(made: list[Entry], at: datetime) -> None:
    plain = [one for one in made if isinstance(one, WeeklyShift | SingleShift)]
    holding = [
        (isinstance(one, SingleShift), one.id, one.person)
        for one in plain
        if (one.span.holds(at) if isinstance(one, SingleShift) else one.holds(at, BANK_HOLIDAYS))
    ]

    person = rota(*plain).who_is_on(DUTY, at)

    assert (person.id if person else None) == (max(holding)[2] if holding else None)


@given(entries(), HOURS, st.randoms())
def test_the_order_in_which_entries_are_read_does_not_matter(
    made: list[Entry], at: datetime, random: Any
) -> None:
    shuffled = random.sample(made, len(made))

    assert rota(*made).who_is_on(DUTY, at) == rota(*shuffled).who_is_on(DUTY, at)


@given(entries(), st.integers(0, 99))
def test_between_two_moments_of_change_nothing_changes(made: list[Entry], part: int) -> None:
    one, whole = rota(*made), span("2014-10-20", "2014-11-03")
    moments = within(set(one.moments(DUTY, whole)), whole.begins, whole.ends)

    for begins, ends in pairwise(moments):
        inside = begins + (ends - begins) * part / 100
        assert one.who_is_on(DUTY, begins) == one.who_is_on(DUTY, inside)


@given(entries())
def test_spells_follow_each_other_without_a_break_and_say_who_is_on(made: list[Entry]) -> None:
    one, whole = rota(*made), span("2014-10-20", "2014-11-03")

    spells = list(one.spells(DUTY, whole))

    assert [spells[0].span.begins, spells[-1].span.ends] == [whole.begins, whole.ends]
    for before, after in pairwise(spells):
        assert before.span.ends == after.span.begins
        assert before.person != after.person
    for spell in spells:
        assert one.who_is_on(DUTY, spell.span.begins) == spell.person


# What the ladder makes of it.

WORCESTER_DUTY = Need(SNAPSHOT.areas["west-mercia"], SNAPSHOT.offices["worcester"], NPS)


def climb(made: Rota, at: datetime = TUESDAY, *, names: bool = False) -> list[tuple[Role, str | None]]:
    snapshot: Snapshot = replace(SNAPSHOT, rota=made)
    return [(step.role, step.name) for step in Ladder(snapshot, at, names).steps(WORCESTER_DUTY)]


def test_a_post_with_nobody_on_is_left_out_and_the_next_rung_leads() -> None:
    gap = rota(weekly(), Absence(2, ANN.id, WEEK))

    assert [role for role, _ in climb(gap)] == [Role.SPO, Role.DUTY_SPO, Role.APPROVED_PREMISES]
    assert next(role for role, _ in climb(rota(weekly()))) is Role.DUTY_OFFICER


def test_who_is_on_is_named_to_staff_and_to_nobody_else() -> None:
    assert climb(rota(weekly()), names=True)[0] == (Role.DUTY_OFFICER, ANN.name)
    assert ANN.name not in str(climb(rota(weekly())))


def test_out_of_hours_the_rota_of_the_next_opening_counts() -> None:
    wednesday = rota(weekly(BEN, days=frozenset({2})))
    thursday = rota(weekly(BEN, days=frozenset({3})))

    assert climb(wednesday, TUESDAY_NIGHT, names=True)[1] == (Role.DUTY_OFFICER, BEN.name)
    assert (Role.DUTY_OFFICER, None) not in climb(thursday, TUESDAY_NIGHT, names=True)


@pytest.mark.parametrize("by", list(Standing))
def test_a_post_left_out_is_warned_of_and_its_people_are_named_to_staff_only(by: Standing) -> None:
    from routing.policy import Policies  # noqa: PLC0415
    from routing.router import Router  # noqa: PLC0415

    spo = PostKey("west-mercia", "worcester", NPS, Role.SPO)
    made = rota(weekly(), Absence(2, ANN.id, WEEK), weekly(DOT, 3, post=spo))
    router = Router(replace(SNAPSHOT, rota=made), Policies.bundled())
    asked = Reading(places=at_office("worcester"), about_probation=True)

    answer = router.route(enquiry(by=by), asked, None)

    assert Warn.GAP in answer.warnings
    assert answer.steps[0].role is Role.SPO
    assert answer.steps[0].name == (DOT.name if by in (Standing.OFFICER, Standing.ADMIN) else None)


def test_an_area_that_keeps_no_rota_is_rung_as_ever() -> None:
    assert climb(Rota()) == climb(rota(Absence(1, ANN.id, WEEK)))
    assert on_the_wall(date(2014, 7, 8), time(9)) == on_wall("2014-07-08T09:00")
