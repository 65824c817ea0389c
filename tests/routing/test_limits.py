"""How much is enough: every limit exactly at its number, and exactly at the end of its span."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routing.limits import (
    A_DAY,
    ENUMERATION,
    LOOK_UPS_A_DAY,
    Limits,
    PastLookUp,
    is_enumerating,
    limit_reached,
    requests_kept_since,
    session_holds,
)
from routing.policy import Policies, PolicyError
from routing.policy.building import build_limits

NOON = datetime(2014, 7, 8, 12, tzinfo=UTC)
LIMITS = Policies.bundled().limits
WINDOW = timedelta(minutes=LIMITS.unknown_minutes)
A_MOMENT = timedelta(microseconds=1)
AGO = st.timedeltas(min_value=timedelta(), max_value=3 * A_DAY)
PAST = st.lists(st.builds(PastLookUp, AGO.map(lambda ago: NOON - ago), st.booleans(), st.booleans()))
A_KNOWN_ONE = PastLookUp(NOON, known=True, beside=False)


def known(number: int, at: datetime = NOON) -> list[PastLookUp]:
    return [PastLookUp(at, known=True, beside=False)] * number


def unknown(*ago: timedelta, beside: bool = False) -> list[PastLookUp]:
    return [PastLookUp(NOON - each, known=False, beside=beside) for each in ago]


def test_limits_look_ups_a_day__the_last_one_is_allowed_and_the_next_is_not() -> None:
    most = LIMITS.look_ups_a_day

    assert limit_reached(known(most - 1), A_KNOWN_ONE, LIMITS, danger=False) is None
    assert limit_reached(known(most), A_KNOWN_ONE, LIMITS, danger=False) == LOOK_UPS_A_DAY


def test_limits_look_ups_a_day__what_was_asked_exactly_a_day_ago_no_longer_counts() -> None:
    just_now, a_day_ago = NOON - A_DAY + A_MOMENT, NOON - A_DAY
    most = LIMITS.look_ups_a_day

    assert limit_reached(known(most, just_now), A_KNOWN_ONE, LIMITS, danger=False) == LOOK_UPS_A_DAY
    assert limit_reached(known(most, a_day_ago), A_KNOWN_ONE, LIMITS, danger=False) is None


def test_limits_look_ups_a_day__is_not_asked_where_somebody_is_in_danger() -> None:
    assert limit_reached(known(10 * LIMITS.look_ups_a_day), A_KNOWN_ONE, LIMITS, danger=True) is None


def test_limits_enumeration__many_unknown_ones_in_a_short_time() -> None:
    many = LIMITS.unknown_at_once

    assert not is_enumerating(unknown(*[timedelta()] * (many - 1)), LIMITS)
    assert is_enumerating(unknown(*[timedelta()] * many), LIMITS)


def test_limits_enumeration__the_window_is_half_open() -> None:
    others = [timedelta()] * (LIMITS.unknown_at_once - 1)

    assert is_enumerating(unknown(WINDOW - A_MOMENT, *others), LIMITS)
    assert not is_enumerating(unknown(WINDOW, *others), LIMITS)


def test_limits_enumeration__unknown_ones_that_lie_next_to_each_other_however_slowly() -> None:
    hours = [timedelta(hours=3 * number) for number in range(LIMITS.beside)]

    assert not is_enumerating(unknown(*hours[:-1], beside=True), LIMITS)
    assert is_enumerating(unknown(*hours, beside=True), LIMITS)


def test_limits_enumeration__stops_all_that_follows_for_a_day_danger_or_not() -> None:
    tried = unknown(*[timedelta()] * LIMITS.unknown_at_once)
    later = PastLookUp(NOON + A_DAY - A_MOMENT, known=True, beside=False)
    after = PastLookUp(NOON + A_DAY, known=True, beside=False)

    for danger in (True, False):
        assert limit_reached(tried, later, LIMITS, danger=danger) == ENUMERATION
        assert limit_reached(tried, after, LIMITS, danger=danger) is None


@given(st.lists(st.builds(PastLookUp, AGO.map(lambda ago: NOON - ago), st.just(True), st.just(False))))
def test_known_cases_are_never_taken_for_enumeration(past: list[PastLookUp]) -> None:
    assert not is_enumerating(past, LIMITS)


@given(PAST, PAST)
def test_whoever_asked_for_more_is_never_allowed_more(past: list[PastLookUp], more: list[PastLookUp]) -> None:
    if limit_reached(past, A_KNOWN_ONE, LIMITS, danger=False):
        assert limit_reached([*past, *more], A_KNOWN_ONE, LIMITS, danger=False)


@given(PAST, st.timedeltas(min_value=A_DAY, max_value=2 * A_DAY))
def test_a_day_later_everybody_may_ask_again(past: list[PastLookUp], later: timedelta) -> None:
    asked = PastLookUp(NOON + later, known=True, beside=False)

    assert limit_reached(past, asked, LIMITS, danger=False) is None


@pytest.mark.parametrize("value", [0, -1, True, 2.5, "40", None])
def test_a_limit_that_is_no_number_is_refused_by_its_name(value: object) -> None:
    table = {name: getattr(LIMITS, name) for name in Limits.__slots__} | {"beside": value}

    with pytest.raises(PolicyError, match=r"^sample.toml: limits: beside is .*; write a whole number from 1"):
        build_limits(table, "sample.toml")


@pytest.mark.parametrize("table", [{}, {"look_ups_a_week": 3}])
def test_a_limit_that_is_missing_or_unknown_is_refused(table: dict[str, object]) -> None:
    with pytest.raises(PolicyError, match=r"^sample.toml: limits: "):
        build_limits(table, "sample.toml")


def test_call_back_kept__says_the_days_that_requests_are_kept() -> None:
    days = NOON - requests_kept_since(NOON, LIMITS)
    rule = Policies.bundled().national.on(NOON.date()).rules["call_back.kept"]
    assert f"until {days.days} days after" in rule.text


def test_signing_in_session__an_hour_in_which_nothing_is_done_ends_it() -> None:
    idle = timedelta(minutes=LIMITS.session_idle_minutes)
    begun = NOON - timedelta(hours=3)

    assert session_holds(begun, NOON - idle + A_MOMENT, NOON, LIMITS)
    assert not session_holds(begun, NOON - idle, NOON, LIMITS)


def test_signing_in_session__twelve_hours_end_it_whatever_is_done() -> None:
    hours = timedelta(hours=LIMITS.session_hours)

    assert session_holds(NOON - hours + A_MOMENT, NOON, NOON, LIMITS)
    assert not session_holds(NOON - hours, NOON, NOON, LIMITS)


def test_signing_in_link__and_session__say_their_numbers() -> None:
    rules = Policies.bundled().national.on(NOON.date()).rules
    said = rules["signing_in.session"].text
    assert f"{LIMITS.session_idle_minutes} minutes" in said
    assert f"{LIMITS.session_hours} hours" in said
    assert f"{LIMITS.link_minutes} minutes" in rules["signing_in.link"].text
