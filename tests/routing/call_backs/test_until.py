"""Rule call_back.until: until when an asker says that they can be reached, at and beside its bounds."""

from datetime import UTC, datetime, timedelta

import pytest

from routing.answer import Answer
from routing.call_backs.asking import HowSoon, bounds, chosen, chosen_until, request_for
from routing.call_backs.request import HowUrgent, IfShut
from routing.hours import LONDON
from routing.policy import Policies
from tests.bot.telegram.answers import route
from tests.routing.call_backs.made_up import picture

LIMITS = Policies.bundled().limits
TEN = datetime(2014, 7, 8, 10, tzinfo=LONDON)  # a Tuesday
NIGHT = datetime(2014, 7, 8, 20, tzinfo=LONDON)
FRIDAY = datetime(2014, 7, 11, 16, tzinfo=LONDON)
LEAST = timedelta(minutes=LIMITS.reachable_minutes)
SECOND = timedelta(seconds=1)
SNAPSHOT = picture()
ANSWER: Answer = route()


def until(moment: datetime, at: datetime = TEN) -> tuple[HowUrgent, IfShut] | None:
    choice = chosen_until(ANSWER, [moment.astimezone(UTC)], SNAPSHOT, at, LIMITS)
    assert choice is None or choice.until == moment
    return (choice.urgency, choice.if_shut) if choice else None


def test_call_back_until__is_at_least_some_minutes_away() -> None:
    assert until(TEN + LEAST - SECOND) is None
    assert until(TEN + LEAST) == (HowUrgent.URGENT, IfShut.PREMISES)
    assert until(TEN + LEAST + SECOND) is not None
    assert f"for {LIMITS.reachable_minutes} minutes at least" in (
        Policies.bundled().national.on(TEN.date()).rules["call_back.until"].text
    )


@pytest.mark.parametrize(
    ("hour", "minute", "how"),
    [
        (11, 0, (HowUrgent.URGENT, IfShut.PREMISES)),
        (11, 1, (HowUrgent.TODAY, IfShut.PREMISES)),
        (17, 0, (HowUrgent.TODAY, IfShut.PREMISES)),
        (17, 1, None),  # the office is shut then
    ],
)
def test_call_back_until__says_how_urgent_it_is(
    hour: int, minute: int, how: tuple[HowUrgent, IfShut] | None
) -> None:
    assert until(TEN.replace(hour=hour, minute=minute)) == how


def test_call_back_until__is_at_most_when_the_office_shuts_on_the_next_day_that_it_is_open() -> None:
    for at, last in ((TEN, TEN + timedelta(days=1)), (FRIDAY, FRIDAY + timedelta(days=3))):
        latest = last.replace(hour=17, minute=0)
        assert until(latest - SECOND, at) == (HowUrgent.CAN_WAIT, IfShut.OPENING)
        assert until(latest, at) == (HowUrgent.CAN_WAIT, IfShut.OPENING)
        assert until(latest + SECOND, at) is None
        assert bounds(ANSWER, SNAPSHOT, at, LIMITS) == (at + LEAST, latest)


def test_call_back_until__at_night_is_of_the_day_that_the_office_opens() -> None:
    opens = NIGHT.replace(day=9, hour=9)
    assert until(opens + LEAST - SECOND, NIGHT) is None
    assert until(opens + LEAST, NIGHT) == (HowUrgent.TODAY, IfShut.OPENING)
    assert until(opens.replace(hour=17), NIGHT) == (HowUrgent.TODAY, IfShut.OPENING)
    assert until(opens.replace(hour=17) + SECOND, NIGHT) is None


def test_of_moments_that_may_be_meant_it_is_the_first_at_which_the_office_is_open() -> None:
    moments = [TEN.replace(day=9, hour=3), TEN.replace(day=9, hour=15), TEN.replace(day=10, hour=15)]
    choice = chosen_until(ANSWER, moments, SNAPSHOT, TEN, LIMITS)
    assert choice
    assert choice.until == TEN.replace(day=9, hour=15)
    request = request_for(ANSWER, choice, SNAPSHOT, TEN)
    assert request
    assert request.until == choice.until


def test_a_choice_that_there_is_not_now_makes_no_request() -> None:
    assert chosen(ANSWER, HowSoon.URGENT, SNAPSHOT, NIGHT) is None
    assert request_for(ANSWER, None, SNAPSHOT, TEN) is None
