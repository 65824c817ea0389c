"""The answer as JSON, held against what an answer always has: every field there, with the right type."""

import json
import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from routing.answer import Answer, to_json
from routing.reading.reading import Ask, Reading
from routing.vocabulary import Asks, Kind, Provider, Role, Standing, Topic, Warn
from tests.routing.sample_directory import TUESDAY_NIGHT, answer_to, at_office, enquiry, owned

AT_REDDITCH = Reading(topic=Topic.BREACH, places=at_office("redditch"), about_probation=True)

ANSWERS = {
    "route": lambda: answer_to(AT_REDDITCH),
    "route at night": lambda: answer_to(AT_REDDITCH, enquiry(at=TUESDAY_NIGHT)),
    "route to an officer": lambda: answer_to(
        Reading(references=("B310482",), about_probation=True),
        enquiry(by=Standing.OFFICER),
        owned(Provider.CRC),
    ),
    "emergency": lambda: answer_to(Reading(danger=True, places=at_office("redditch"))),
    "explain": lambda: answer_to(Reading(ask=Ask.TERM, terms=("spo",), about_probation=True)),
    "clarify": lambda: answer_to(Reading(topic=Topic.BREACH, about_probation=True)),
    "declined": lambda: answer_to(Reading(ask=Ask.WHO_MANAGES, about_probation=True)),
    "unknown": lambda: answer_to(Reading(personal_data=True)),
    "no number": lambda: answer_to(
        Reading(topic=Topic.BREACH, places=at_office("oxfordshire"), about_probation=True)
    ),
}


def _json(answer: Answer) -> dict[str, Any]:
    found = json.loads(to_json(answer))
    assert isinstance(found, dict)
    return found


def _one_of(words: type[Asks | Kind | Provider | Role | Topic | Warn]) -> Callable[[object], bool]:
    return lambda value: value in list(words)


def _text(value: object) -> bool:
    return isinstance(value, str) and bool(value)


def _maybe(check: Callable[[object], bool]) -> Callable[[object], bool]:
    return lambda value: value is None or check(value)


def _phone(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"999|\+[1-9]\d{6,14}", value) is not None


def _when(value: object) -> bool:
    return value == "now" or (isinstance(value, str) and datetime.fromisoformat(value).tzinfo is not None)


def _boolean(value: object) -> bool:
    return isinstance(value, bool)


ANSWER_FIELDS = {
    "id": _maybe(_text),
    "kind": _one_of(Kind),
    "area": _text,
    "office": _maybe(_text),
    "topic": _maybe(_one_of(Topic)),
    "provider": _maybe(_one_of(Provider)),
    "open_now": _boolean,
    "urgent": _boolean,
    "steps": lambda value: isinstance(value, list),
    "because": lambda value: isinstance(value, list),
    "clarify": _maybe(lambda value: isinstance(value, dict)),
    "warnings": lambda value: isinstance(value, list) and all(map(_one_of(Warn), value)),
}
STEP_FIELDS = {
    "role": _one_of(Role),
    "provider": _maybe(_one_of(Provider)),
    "office": _maybe(_text),
    "phone": _maybe(_phone),
    "ask_for": _maybe(_text),
    "name": _maybe(_text),
    "when": _when,
}


@pytest.mark.parametrize("make", ANSWERS.values(), ids=ANSWERS.keys())
def test_every_field_of_the_contract_is_there_with_its_type(make: Callable[[], Answer]) -> None:
    answer = _json(make())

    _check(answer, ANSWER_FIELDS)
    for step in answer["steps"]:
        _check(step, STEP_FIELDS)
    for reason in answer["because"]:
        _check(reason, {"rule": _text, "text": _text, "source": _text})
    if answer["clarify"]:
        _check(answer["clarify"], {"asks": _one_of(Asks), "options": lambda value: isinstance(value, list)})


def _check(found: dict[str, Any], fields: dict[str, Callable[[object], bool]]) -> None:
    assert set(fields) <= set(found)
    for name, holds in fields.items():
        assert holds(found[name]), f"{name}: {found[name]!r}"


@pytest.mark.parametrize("make", ANSWERS.values(), ids=ANSWERS.keys())
def test_an_answer_is_one_line_of_utf_8(make: Callable[[], Answer]) -> None:
    line = to_json(make())

    assert b"\n" not in line
    assert line.decode("utf-8")


def test_the_next_opening_is_written_with_the_offset_of_london() -> None:
    steps = _json(answer_to(AT_REDDITCH, enquiry(at=TUESDAY_NIGHT)))["steps"]

    assert [step["when"] for step in steps] == ["now", *["2014-07-09T09:00:00+01:00"] * 3]


def test_the_options_of_a_question_say_what_to_show_and_what_they_lead_to() -> None:
    clarify = _json(answer_to(Reading(topic=Topic.BREACH, about_probation=True)))["clarify"]

    assert clarify["asks"] == "place"
    assert clarify["options"][0].keys() == {"value", "label", "follow_up"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (Kind, "route emergency explain clarify declined unknown"),
        (Asks, "place area case risk provider topic urgency"),
        (Warn, "personal_data stale assumed gap"),
        (Standing, "public partner reception officer admin"),
        (Provider, "nps crc both"),
        (
            Role,
            "emergency_services responsible_officer duty_officer spo duty_spo approved_premises "
            "reception lead head_of_ldu",
        ),
        (
            Topic,
            "court_report parole_report allocation breach recall victim approved_premises mappa "
            "sex_offender_programme youth_transition unpaid_work programme through_the_gate short_sentence "
            "mentoring restorative_justice attendance_centre iom rate_card community_safety "
            "safeguarding_children safeguarding_adults pcc marac mash criminal_justice_board case "
            "risk_escalation domestic_homicide_review contact term",
        ),
    ],
)
def test_the_words_are_those_of_the_contract(words: type[Kind], expected: str) -> None:
    assert [str(word) for word in words] == expected.split()
