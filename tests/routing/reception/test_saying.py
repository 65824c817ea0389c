"""What reception may say to a caller, and what it may not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routing.answer import Answer
from routing.reading.reading import Ask, Reading
from routing.vocabulary import Kind, Provider, Standing, Topic
from tests.routing.sample_directory import answer_to, at_office, enquiry, owned

REFERENCE = ("A204117",)
OTHERS = [one for one in Standing if one is not Standing.RECEPTION]


def asked_by_reception(owner: Provider | None = None, **read: object) -> Answer:
    reading = Reading(about_probation=True, places=at_office("redditch"), **read)  # type: ignore[arg-type]
    case = owned(owner, "kidderminster") if owner else None
    return answer_to(reading, enquiry(by=Standing.RECEPTION), case)


def rules_said(answer: Answer) -> list[str]:
    return [reason.rule for reason in answer.say_to_caller]


def test_reception_may_say__whom_to_ask_for() -> None:
    answer = asked_by_reception(topic=Topic.UNPAID_WORK)

    assert rules_said(answer) == ["reception.may_say", "reception.may_not_say"]
    assert answer.steps[0].ask_for
    assert answer.steps[0].ask_for in answer.say_to_caller[0].text


@pytest.mark.parametrize("owner", [None, Provider.NPS, Provider.CRC])
def test_reception_may_say_of_a_case__neither_provider_nor_office(owner: Provider | None) -> None:
    said = asked_by_reception(owner, references=REFERENCE).say_to_caller

    assert [one.rule for one in said] == ["reception.may_say_of_a_case", "reception.may_not_say"]
    assert said == asked_by_reception(references=REFERENCE).say_to_caller
    words = " ".join(one.text for one in said).casefold()
    assert not any(word in words for word in ("nps", "crc", "kidderminster", "redditch"))


def test_reception_may_not_say__who_manages_or_whether_known() -> None:
    answer = asked_by_reception(ask=Ask.WHO_MANAGES, names_person=True)

    assert answer.kind is Kind.DECLINED
    assert rules_said(answer) == ["reception.may_say_of_a_case", "reception.may_not_say"]
    assert "who manages or managed" in answer.say_to_caller[1].text
    assert "known to probation" in answer.say_to_caller[1].text


def test_reception_in_danger__the_caller_is_told_to_call_999() -> None:
    answer = asked_by_reception(danger=True)

    assert rules_said(answer) == ["reception.in_danger", "reception.may_not_say"]
    assert "999" in answer.say_to_caller[0].text


@given(st.sampled_from(OTHERS), st.sampled_from(Topic), st.booleans())
def test_nobody_else_is_given_words_to_say(by: Standing, topic: Topic, danger: bool) -> None:
    reading = Reading(about_probation=True, places=at_office("redditch"), topic=topic, danger=danger)

    assert answer_to(reading, enquiry(by=by)).say_to_caller == ()
