"""When a programme starts next, and what is said where nobody knows."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.routing.offering import A_DAY, ABUSE, NEXT, TODAY, WORCESTER_EVENING, ask, only
from tests.routing.sample_directory import rules


@pytest.mark.parametrize(
    ("started", "next_start", "started_last", "places"),
    [
        (TODAY + A_DAY, TODAY + A_DAY, None, 3),
        (TODAY, TODAY, None, 3),
        (TODAY - A_DAY, None, TODAY - A_DAY, None),
    ],
)
def test_programme_not_known_since__a_start_that_is_over_is_never_shown_as_next(
    started: date, next_start: date | None, started_last: date | None, places: int | None
) -> None:
    answer = ask(NEXT, replace(WORCESTER_EVENING, next_start=started))
    offer = only(answer)

    assert (offer.next_start, offer.started_last, offer.places) == (next_start, started_last, places)
    assert ("programme.not_known_since" in rules(answer)) is (next_start is None)


def test_programme_not_known_since__names_the_last_start_that_was_known() -> None:
    over = replace(WORCESTER_EVENING, next_start=date(2014, 6, 21))
    answer = ask(NEXT, over, replace(over, code="older", next_start=date(2014, 5, 1)))

    text = next(reason.text for reason in answer.because if reason.rule == "programme.not_known_since")
    assert "since 21 June 2014" in text


def test_programme_not_known_since__is_not_said_where_one_can_begin_in_any_week() -> None:
    answer = ask(NEXT, replace(WORCESTER_EVENING, next_start=None, any_time=True))

    assert not {"programme.not_known_since", "programme.next_start_not_known"} & set(rules(answer))


def test_programme_next_start_not_known__where_no_day_was_ever_known() -> None:
    never = replace(WORCESTER_EVENING, next_start=None, confirmed_on=None)

    assert "programme.next_start_not_known" in rules(ask(NEXT, never))
    assert "programme.next_start_not_known" not in rules(ask(ABUSE, never))


@pytest.mark.parametrize(("days_ago", "first"), [(89, False), (90, False), (91, True)])
def test_programme_ring_first__when_the_confirmation_has_run_out(days_ago: int, first: bool) -> None:
    answer = ask(ABUSE, replace(WORCESTER_EVENING, confirmed_on=TODAY - timedelta(days=days_ago)))

    assert only(answer).ring_first is first
    assert ("programme.ring_first" in rules(answer)) is first
