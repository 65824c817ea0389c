"""A change of risk, walked through by its questions: whose case, how high, anybody in danger."""

from typing import Any

import pytest

from routing.answer import Answer, Option
from routing.enquiry import LONGEST_FOLLOW_UP, FollowUp
from routing.reading.reading import Reading, RiskChange
from routing.vocabulary import Asks, Kind, Provider, Risk, Role, Topic
from tests.routing.sample_directory import (
    AREA_OF_OFFICE,
    SNAPSHOT,
    answer_to,
    at_office,
    contacts,
    enquiry,
    owned,
    rules,
)

NPS, CRC = Provider.NPS, Provider.CRC
DUTY = Role.DUTY_OFFICER


def risen(**read: Any) -> Answer:
    """The answer about a risk that has risen, at Redditch."""
    return answer_to(
        Reading(topic=Topic.RISK_ESCALATION, places=at_office("redditch"), about_probation=True, **read)
    )


def choose(answer: Answer, value: str) -> Answer:
    """The answer after this choice."""
    return (
        _pressed(next(one for one in answer.question.options if one.value == value))
        if answer.question
        else answer
    )


def _pressed(option: Option) -> Answer:
    return answer_to(Reading(), enquiry(text="", follow_up=FollowUp.decode(option.follow_up, SNAPSHOT)))


def test_whose_case_it_is_is_asked_first_and_the_answer_stands_without_it() -> None:
    answer = risen()

    assert answer.kind is Kind.ROUTE
    assert answer.clarify is None
    assert answer.question and answer.question.asks is Asks.PROVIDER
    assert contacts(answer)[0][:2] == (DUTY, NPS)


def test_a_case_of_the_crc_is_asked_how_high_the_risk_is_thought_to_be() -> None:
    answer = choose(risen(), "crc")

    assert [step[:2] for step in contacts(answer)[:2]] == [(DUTY, CRC), (DUTY, NPS)]
    assert answer.question and answer.question.asks is Asks.RISK


def test_a_case_of_the_nps_has_no_more_to_be_asked() -> None:
    answer = choose(risen(), "nps")

    assert (answer.provider, answer.question) == (NPS, None)


@pytest.mark.parametrize(
    ("value", "rule", "first", "then"),
    [
        ("may_be_high", "risk.speak_first", CRC, NPS),
        ("not_high", "ownership.raised_not_high", CRC, NPS),
        ("now_high", "ownership.confirmed_high", NPS, None),
    ],
)
def test_each_choice_of_a_level_has_an_answer_of_its_own(
    value: str, rule: str, first: Provider, then: Provider | None
) -> None:
    answer = choose(risen(provider=CRC), value)

    asked = [provider for role, provider, _ in contacts(answer) if role is DUTY]
    assert asked[:2] == [first, *([then] if then else [])]
    assert rule in rules(answer)
    assert answer.question is None


@pytest.mark.parametrize("value", ["may_be_high", "not_high", "now_high"])
def test_what_was_chosen_stays_chosen_however_often_it_is_gone_on_from(value: str) -> None:
    answer = choose(risen(provider=CRC), value)

    again = _pressed(Option(value="", label="", follow_up=answer.follow_up))

    assert (again.provider, again.steps, rules(again)) == (answer.provider, answer.steps, rules(answer))


@pytest.mark.parametrize("read", [{}, {"provider": CRC}])
def test_somebody_in_danger_now_is_always_a_choice_and_is_999_first(read: dict[str, Any]) -> None:
    answer = choose(risen(**read), "danger")

    assert answer.kind is Kind.EMERGENCY
    assert answer.steps[0].role is Role.EMERGENCY_SERVICES


@pytest.mark.parametrize(
    "read",
    [
        {"provider": CRC, "risk": Risk.HIGH},
        {"provider": CRC, "risk": Risk.MEDIUM},
        {"provider": NPS, "risk_change": RiskChange.FELL},
        {"risk_change": RiskChange.CONFIRMED_HIGH},
        {"risk_disputed": True, "provider": CRC},
    ],
)
def test_what_would_not_change_the_answer_is_not_asked(read: dict[str, Any]) -> None:
    assert risen(**read).question is None


def test_a_registered_case_is_not_asked_whose_it_is() -> None:
    reading = Reading(topic=Topic.RISK_ESCALATION, references=("X320741",), about_probation=True)

    answer = answer_to(reading, owner=owned(CRC))

    assert answer.question and answer.question.asks is Asks.RISK


def test_while_the_place_is_asked_for_nothing_else_is() -> None:
    answer = answer_to(Reading(topic=Topic.RISK_ESCALATION, about_probation=True))

    assert answer.clarify and answer.clarify.asks is Asks.PLACE
    assert answer.question is None


def test_other_topics_have_no_such_question() -> None:
    assert answer_to(Reading(topic=Topic.BREACH, places=at_office("redditch"))).question is None


@pytest.mark.parametrize("office", sorted(AREA_OF_OFFICE))
def test_no_choice_is_too_long_for_a_button(office: str) -> None:
    for provider in (None, CRC):
        reading = Reading(
            topic=Topic.RISK_ESCALATION, places=at_office(office), provider=provider, about_probation=True
        )
        answer = answer_to(reading)
        for option in answer.question.options if answer.question else ():
            assert len(option.follow_up) <= LONGEST_FOLLOW_UP
            if option.value.endswith("high"):
                assert option.follow_up.endswith(f"|{option.value}")
