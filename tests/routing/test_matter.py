"""Carrying on: what an earlier answer settled, and what a new text changes of it."""

from datetime import date, datetime
from typing import Any

import pytest

from routing.conversation import go_on
from routing.enquiry import FollowUp
from routing.matter import Matter, in_the_trade
from routing.reading.reading import Follow, Reading
from routing.vocabulary import Kind, Provider, Role, Standing, Topic, Urgency
from tests.routing.sample_directory import (
    ROUTER,
    SNAPSHOT,
    answer_to,
    at_office,
    enquiry,
    roles,
)

BEFORE = FollowUp("west-mercia", "redditch", Topic.UNPAID_WORK, Provider.CRC, Urgency.URGENT, Role.SPO)
EMERGENCY = FollowUp("west-mercia", "redditch", Topic.CASE, urgency=Urgency.EMERGENCY)


def button(before: FollowUp) -> Reading:
    return go_on(enquiry(text=" ", follow_up=before), Reading()).reading


def typed(reading: Reading, before: FollowUp = BEFORE) -> Reading:
    return go_on(enquiry(text="and who else?", follow_up=before), reading).reading


def test_a_first_question_is_taken_as_it_was_read() -> None:
    reading = Reading(topic=Topic.RECALL)

    assert go_on(enquiry(), reading).reading is reading


def test_a_button_has_no_text_so_everything_is_as_before() -> None:
    reading = button(BEFORE)

    assert (reading.topic, reading.provider) == (Topic.UNPAID_WORK, Provider.CRC)
    assert (reading.urgency, reading.wanted) == (Urgency.URGENT, Role.SPO)
    assert reading.about_probation


def test_a_button_of_an_emergency_is_an_emergency_still() -> None:
    reading = button(EMERGENCY)

    assert reading.danger
    assert answer_to(Reading(), enquiry(text="", follow_up=EMERGENCY)).kind is Kind.EMERGENCY


def test_a_text_that_only_goes_on_takes_over_topic_provider_and_urgency() -> None:
    reading = typed(Reading(about_probation=True))

    assert (reading.topic, reading.provider) == (Topic.UNPAID_WORK, Provider.CRC)
    assert reading.urgency is Urgency.URGENT


def test_what_a_text_says_itself_is_stronger_than_what_was_said_before() -> None:
    reading = typed(Reading(provider=Provider.NPS, urgency=Urgency.CAN_WAIT, about_probation=True))

    assert (reading.provider, reading.urgency) == (Provider.NPS, Urgency.CAN_WAIT)


def test_a_text_with_a_topic_of_its_own_is_a_new_question_at_the_same_place() -> None:
    new = Reading(topic=Topic.RECALL, about_probation=True)

    assert typed(new) is new
    answer = answer_to(new, enquiry(text="and a recall?", follow_up=BEFORE))
    assert (answer.topic, answer.provider, answer.office) == (Topic.RECALL, Provider.NPS, "redditch")


@pytest.mark.parametrize("reading", [Reading(out_of_scope=True, about_probation=True), Reading()])
def test_a_text_about_something_else_takes_over_nothing(reading: Reading) -> None:
    assert typed(reading) is reading


def test_a_danger_lasts_as_long_as_messages_go_on_from_it() -> None:
    assert typed(Reading(places=at_office("worcester"), about_probation=True), EMERGENCY).danger


@pytest.mark.parametrize(
    "reading",
    [
        Reading(topic=Topic.RECALL, about_probation=True),
        Reading(urgency=Urgency.CAN_WAIT),
        Reading(follow=frozenset({Follow.LATER}), brief=True),
        Reading(),
    ],
)
def test_a_danger_ends_with_another_question_and_where_it_is_said_to_wait(reading: Reading) -> None:
    assert not typed(reading, EMERGENCY).danger


def test_asking_on_for_the_next_post_goes_up_the_same_ladder() -> None:
    first = answer_to(Reading(topic=Topic.UNPAID_WORK, places=at_office("redditch"), about_probation=True))
    before = FollowUp.decode(first.follow_up, SNAPSHOT)

    answer = answer_to(
        Reading(unreachable=frozenset({Role.DUTY_OFFICER}), about_probation=True),
        enquiry(text="no answer", follow_up=before),
    )

    assert (answer.office, answer.provider) == ("redditch", Provider.CRC)
    assert roles(answer)[0] is Role.SPO


def test_choosing_a_place_answers_the_question_that_was_asked() -> None:
    question = answer_to(Reading(topic=Topic.IOM, urgency=Urgency.URGENT, about_probation=True))
    assert question.clarify is not None
    chosen = next(option for option in question.clarify.options if option.value == "redditch")

    answer = answer_to(Reading(), enquiry(text="", follow_up=FollowUp.decode(chosen.follow_up, SNAPSHOT)))

    assert (answer.kind, answer.topic, answer.provider) == (Kind.ROUTE, Topic.IOM, Provider.CRC)
    assert (answer.office, answer.urgent) == ("redditch", True)


def test_naming_the_place_in_words_answers_the_question_that_was_asked() -> None:
    question = answer_to(Reading(topic=Topic.IOM, about_probation=True))

    answer = answer_to(
        Reading(places=at_office("kidderminster"), about_probation=True),
        enquiry(text="Kidderminster", follow_up=FollowUp.decode(question.follow_up, SNAPSHOT)),
    )

    assert (answer.kind, answer.topic, answer.office) == (Kind.ROUTE, Topic.IOM, "kidderminster")


def test_a_button_under_what_was_not_understood_does_not_make_it_understood() -> None:
    first = answer_to(Reading(), enquiry(office="redditch", by=Standing.PUBLIC))

    answer = answer_to(
        Reading(),
        enquiry(text="", by=Standing.PUBLIC, follow_up=FollowUp.decode(first.follow_up, SNAPSHOT)),
    )

    assert (first.kind, answer.kind) == (Kind.UNKNOWN, Kind.UNKNOWN)
    assert answer.steps == first.steps


@pytest.mark.parametrize("by", [one for one in Standing if one is not Standing.PUBLIC])
@pytest.mark.parametrize("read", [{"hinted": Topic.MENTORING}, {"sounds_related": True}])
def test_what_only_sounds_like_probation_is_taken_for_it_from_somebody_in_the_trade(
    by: Standing, read: dict[str, Any]
) -> None:
    reading = Reading(**read)

    assert in_the_trade(reading, by).about_probation
    assert in_the_trade(reading, by).topic is reading.hinted
    assert in_the_trade(reading, Standing.PUBLIC) is reading


def test_a_matter_goes_by_the_rules_of_the_day_in_london() -> None:
    winter = datetime.fromisoformat("2015-01-31T23:30:00+00:00")
    summer = datetime.fromisoformat("2014-05-31T23:30:00+00:00")

    for at, begins in ((winter, date(2015, 1, 1)), (summer, date(2014, 6, 1))):
        matter = Matter.of(enquiry(at=at), Reading(), None, snapshot=SNAPSHOT, policies=ROUTER.policies)
        assert matter.policy.begins == begins
