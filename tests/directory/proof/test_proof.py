"""The proof finds every hole and nothing else, and says exactly when and where."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.proof.guard import said, year_from
from directory.proof.holes import Hole, Where, merged, opened
from directory.proof.proof import AskedBefore, Proof, _AreaProof, prove
from routing.hours import LONDON, is_open, parse_hours
from routing.ladder import Ladder, Need
from routing.policy import Policies
from routing.rota.rota import Rota
from routing.rota.shifts import Absence, Person, Span, WeeklyShift
from routing.snapshot import PostKey, Snapshot
from routing.vocabulary import Provider, Role
from tests.directory.asked_once import asked_once
from tests.routing.sample_directory import BANK_HOLIDAYS, SNAPSHOT

pytestmark = pytest.mark.long

POLICIES = Policies.bundled()
ASKED = AskedBefore()  # what comes to the same in several tests is asked once
WM = "west-mercia"
DUTY = PostKey(WM, "worcester", Provider.NPS, Role.DUTY_OFFICER)
ANN = Person("ann", "Ann (sample)", Provider.NPS, WM, "worcester", sample=True)
WEEK = year_from(date(2014, 7, 7), 7)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON).astimezone(UTC)


def proof(snapshot: Snapshot = SNAPSHOT, whole: Span = WEEK, area: str = WM, *, named: bool = False) -> Proof:
    return prove([(whole.begins, snapshot)], POLICIES, area, whole, named=named, asked_before=ASKED)


def without(*roles: Role, office: str | None = None) -> Snapshot:
    """The directory with no number for these posts."""
    posts = {
        key: replace(post, number=None) if key[3] in roles and office in (None, key[1]) else post
        for key, post in SNAPSHOT.posts.items()
    }
    return replace(SNAPSHOT, posts=posts)


def with_rota(*days: int) -> Snapshot:
    """Ann on duty at Worcester on these days of each week, nine to five."""
    shifts = [
        WeeklyShift(day, DUTY, "ann", frozenset({day}), time(9), time(17), date(2014, 6, 2)) for day in days
    ]
    kept = {DUTY: at("2014-06-02")}
    return replace(SNAPSHOT, rota=Rota.of([ANN], shifts, BANK_HOLIDAYS, kept))


def test_west_mercia_has_no_dead_end() -> None:
    proved = proof()

    assert proved.holes == ()
    assert proved.questions > 10_000
    assert proved.holds_numbers


def test_a_number_that_ends_opens_a_hole_on_that_day_and_not_before() -> None:
    ends = at("2014-07-09T00:00")
    pictures = [(WEEK.begins, SNAPSHOT), (ends, without(*Role, office="braley-house"))]

    proved = prove(pictures, POLICIES, WM, WEEK, asked_before=ASKED)

    assert proved.holes
    assert all(hole.span.begins >= ends for hole in proved.holes)
    assert proved.holes[0].span == Span(ends, at("2014-07-09T09:00"))


def test_an_area_that_begins_within_the_span_is_proved_from_then_on() -> None:
    nothing = replace(SNAPSHOT, areas={}, offices={}, posts={})
    begins = at("2014-07-09T00:00")

    proved = prove([(WEEK.begins, nothing), (begins, SNAPSHOT)], POLICIES, WM, WEEK, asked_before=ASKED)

    assert proved.holes == ()
    assert proved.holds_numbers


def test_equal_situations_are_answered_once_so_that_a_year_takes_seconds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answered, answer = list[Need](), _AreaProof._is_answered

    def counted(one: _AreaProof, need: Need, moment: datetime) -> bool:
        answered.append(need)
        return answer(one, need, moment)

    monkeypatch.setattr(_AreaProof, "_is_answered", counted)
    proved = proof(with_rota(*range(5)), year_from(date(2014, 6, 2)))

    assert proved.holes == ()
    assert proved.spans > 500
    assert len(answered) < 5 * proved.different


def test_one_shift_less_is_a_hole_on_that_day_each_week_and_nowhere_else() -> None:
    (hole,) = proof(with_rota(0, 1, 3, 4)).holes

    assert hole.where == Where(WM, *DUTY[1:])
    assert hole.span == Span(at("2014-07-09T09:00"), at("2014-07-09T17:00"))
    assert "put somebody on the rota as NPS duty_officer for worcester" in said(hole)


def test_a_bank_holiday_is_no_hole_in_a_rota() -> None:
    assert proof(with_rota(*range(5)), year_from(date(2014, 8, 25), 1)).holes == ()


def test_the_last_shift_taken_out_leaves_holes_and_not_a_post_without_a_rota() -> None:
    assert len(proof(with_rota()).holes) == 5


def test_without_an_out_of_hours_number_every_hour_out_of_hours_is_a_hole_exactly() -> None:
    holes = proof(without(Role.APPROVED_PREMISES)).holes

    nights = {hole.span for hole in holes if hole.where == Where(WM, "redditch", None, None)}
    assert Span(at("2014-07-07T17:00"), at("2014-07-08T09:00")) in nights
    assert Span(at("2014-07-11T17:00"), at("2014-07-14")) in nights
    assert all("braley-house" in hole.remedy for hole in holes)
    assert len(nights) == 6


def test_premises_that_close_at_night_are_found_out() -> None:
    offices = dict(SNAPSHOT.offices)
    offices["braley-house"] = replace(offices["braley-house"], hours=parse_hours("Mo-Su 06:00-23:00"))

    spans = {hole.span for hole in proof(replace(SNAPSHOT, offices=offices)).holes}

    assert Span(at("2014-07-07T23:00"), at("2014-07-08T06:00")) in spans


def test_the_night_the_clocks_go_forward_is_an_hour_shorter() -> None:
    whole = year_from(date(2014, 3, 29), 2)

    spans = {hole.span for hole in proof(without(Role.APPROVED_PREMISES), whole).holes}

    assert {span.ends - span.begins for span in spans} == {timedelta(hours=47)}


def test_what_is_asked_of_one_provider_only_is_said_of_that_one() -> None:
    less = without(Role.APPROVED_PREMISES, Role.SPO, Role.RECEPTION)
    day = Span(at("2014-07-08T09:00"), at("2014-07-08T17:00"))

    wheres = {hole.where for hole in proof(less, day).holes}

    assert all(where.role is not None for where in wheres)


def test_an_area_without_numbers_is_said_to_be_one_and_is_a_hole_only_where_it_was_named() -> None:
    unnamed, named = proof(area="thames-valley"), proof(area="thames-valley", named=True)

    assert (unnamed.holds_numbers, unnamed.holes) == (False, ())
    assert [hole.span for hole in named.holes] == [WEEK]


def test_each_picture_is_proved_for_its_own_time() -> None:
    change = at("2014-07-10T12:00")
    pictures = [(WEEK.begins, SNAPSHOT), (change, without(Role.APPROVED_PREMISES))]

    holes = prove(pictures, POLICIES, WM, WEEK, asked_before=ASKED).holes

    assert min(hole.span.begins for hole in holes) == at("2014-07-10T17:00")


HOURS = st.integers(0, 7 * 24 - 1)


@settings(max_examples=15, deadline=None)
@given(days=st.frozensets(st.integers(0, 4), max_size=5), away=HOURS, length=st.integers(1, 50), hour=HOURS)
def test_at_any_moment_the_real_ladder_is_answered_unless_the_proof_says_it_is_not(
    days: frozenset[int], away: int, length: int, hour: int
) -> None:
    """The proof answers equal situations once: here every need is tried at a moment of its own."""
    shifts = [
        WeeklyShift(day, DUTY, "ann", frozenset({day}), time(9), time(17), date(2014, 6, 2)) for day in days
    ]
    begins = WEEK.begins + timedelta(hours=away)
    absence = Absence(9, "ann", Span(begins, begins + timedelta(hours=length)))
    made = Rota.of([ANN], [*shifts, absence], BANK_HOLIDAYS, {DUTY: at("2014-06-02")})
    snapshot = replace(without(Role.APPROVED_PREMISES, Role.SPO), rota=made)
    moment = WEEK.begins + timedelta(hours=hour, minutes=30)

    proved = prove([(WEEK.begins, snapshot)], POLICIES, WM, WEEK, asked_before=ASKED)

    dead = {
        need.office.id if need.office else None
        for need in asked_once(SNAPSHOT, POLICIES, WM, WEEK.begins).needs
        if not any(
            step.phone
            and step.when == "now"
            and is_open(parse_hours(step.hours or ""), moment, BANK_HOLIDAYS)
            for step in Ladder(snapshot, moment).steps(need)
            if step.role is not Role.EMERGENCY_SERVICES
        )
    }
    found = {hole.where.office for hole in proved.holes if hole.span.holds(moment) and "ladder" in hole.fault}
    assert found == dead


def test_every_leading_post_is_among_what_is_asked() -> None:
    needs = asked_once(SNAPSHOT, POLICIES, WM, WEEK.begins).needs
    asked = {(need.provider, need.start) for need in needs}

    roles = (Role.DUTY_OFFICER, Role.SPO, Role.DUTY_SPO, Role.HEAD_OF_LDU, Role.APPROVED_PREMISES)
    assert set(product((Provider.NPS, Provider.CRC), roles)) <= asked
    assert {need.danger for need in needs} == {need.can_wait for need in needs} == {True, False}
    assert {need.office.id for need in needs if need.office} == {
        office.id for office in SNAPSHOT.offices_of(WM)
    }


def hole(begins: int, ends: int, role: Role | None = None) -> Hole:
    first = WEEK.begins
    span = Span(first + timedelta(hours=begins), first + timedelta(hours=ends))
    return Hole(Where(WM, "worcester", None, role), span, "fault", "remedy")


def test_holes_that_touch_are_one() -> None:
    assert list(merged([hole(2, 3), hole(0, 1), hole(1, 2), hole(5, 6)])) == [hole(0, 3), hole(5, 6)]


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ([], [hole(0, 9)]),
        ([hole(0, 9)], []),
        ([hole(2, 4)], [hole(0, 2), hole(4, 9)]),
        ([hole(0, 9, Role.SPO)], [hole(0, 9)]),
    ],
)
def test_only_what_was_no_hole_before_was_opened(before: list[Hole], expected: list[Hole]) -> None:
    assert opened(before, [hole(0, 9)]) == expected


def test_a_hole_of_everything_covers_that_of_one_post() -> None:
    assert opened([hole(0, 9)], [hole(0, 9, Role.SPO)]) == []
