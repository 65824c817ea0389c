"""The catalogue's own words: when something is confirmed, next and in the evening; a wish in a button."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routing.catalogue import AskedOf, Purpose, Run, Sex, Times, Way, Wish
from routing.enquiry import FollowUp
from routing.hours import parse_hours
from routing.vocabulary import Topic
from tests.routing.sample_directory import SNAPSHOT

CONFIRMED = date(2014, 7, 1)
A_DAY = timedelta(days=1)
IDS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)
WISHES = st.builds(
    Wish,
    asks=st.frozensets(st.sampled_from(AskedOf)),
    purposes=st.frozensets(st.sampled_from(Purpose)),
    times=st.frozensets(st.sampled_from(Times)),
    ways=st.frozensets(st.sampled_from(Way)),
    sex=st.none() | st.sampled_from(Sex),
    rate_card=st.booleans(),
    named=st.lists(IDS, max_size=3, unique=True).map(tuple),
)


def run(**said: object) -> Run:
    return Run("bbr-worcester", "bbr", "west-mercia", **said)  # type: ignore[arg-type]


@pytest.mark.parametrize(("days_on", "confirmed"), [(0, True), (89, True), (90, True), (91, False)])
def test_a_confirmation_holds_for_its_days_and_the_last_of_them_counts(days_on: int, confirmed: bool) -> None:
    today = CONFIRMED + timedelta(days=days_on)

    assert run(confirmed_on=CONFIRMED, confirmed_days=90).is_confirmed(today) is confirmed


def test_what_nobody_has_confirmed_is_not_confirmed_on_any_day() -> None:
    assert not run().is_confirmed(date.min)


@pytest.mark.parametrize(("before", "shown"), [(A_DAY, True), (0 * A_DAY, True), (-A_DAY, False)])
def test_a_start_is_next_until_its_own_day_is_over(before: timedelta, shown: bool) -> None:
    start = date(2014, 9, 9)

    assert run(next_start=start).starts_next(start - before) == (start if shown else None)


@pytest.mark.parametrize(
    ("sessions", "times"),
    [
        ("Tu 16:59-19:00", {Times.DAYTIME}),
        ("Tu 17:00-19:00", {Times.EVENING}),
        ("Fr 09:30-11:00; Th 18:00-20:00", {Times.DAYTIME, Times.EVENING}),
        ("Sa 09:30-11:00", {Times.WEEKEND, Times.DAYTIME}),
        ("Su 18:00-20:00", {Times.WEEKEND, Times.EVENING}),
    ],
)
def test_an_evening_begins_at_five_and_a_weekend_is_saturday_and_sunday(
    sessions: str, times: set[Times]
) -> None:
    assert run(sessions=parse_hours(sessions)).runs_at == times


def test_where_the_hours_are_not_known_the_times_are_those_that_are_said() -> None:
    assert run(times=(Times.EVENING,)).runs_at == {Times.EVENING}
    assert run().runs_at == frozenset()


@given(WISHES)
def test_a_wish_comes_back_from_a_button_as_it_went_in(wish: Wish) -> None:
    assert Wish.decode(wish.encode()) == wish


@given(WISHES)
def test_a_wish_is_a_word_that_a_follow_up_may_carry(wish: Wish) -> None:
    """Where there is no room it is left out, as every ground is."""
    carried = FollowUp("west-mercia", "worcester", Topic.PROGRAMME, ground=wish.encode())

    found = FollowUp.decode(carried.encode(), SNAPSHOT)

    assert found.ground in (wish.encode(), None)


def test_what_is_said_later_takes_the_place_of_what_was_said_of_the_same() -> None:
    first = Wish(
        frozenset({AskedOf.WHICH}), frozenset({Purpose.DOMESTIC_ABUSE}), times=frozenset({Times.EVENING})
    )
    nothing = Wish(frozenset())

    assert first.with_more(None) == first.with_more(nothing) == first
    weekend = frozenset({Times.WEEKEND})
    assert first.with_more(Wish(frozenset(), times=weekend)) == replace(first, times=weekend)
    named = first.with_more(Wish(frozenset(), named=("tsp",)))
    assert (named.named, named.purposes, named.times) == (("tsp",), frozenset(), first.times)
    assert named.with_more(first) == first


@pytest.mark.parametrize("word", [None, "", "unknown", "contact", "high_risk", "q", "q_!", "quite_ready"])
def test_no_other_word_is_taken_for_a_wish(word: str | None) -> None:
    assert Wish.decode(word) is None
