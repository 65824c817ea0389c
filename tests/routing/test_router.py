"""The kinds of answer, the safest first, and what they lead to."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from routing.enquiry import FollowUp
from routing.policy import Policies
from routing.reading.reading import Ask, Reading
from routing.vocabulary import Asks, Kind, Provider, Risk, Role, Standing, Topic, Urgency
from tests.routing.sample_directory import (
    ROUTER,
    SNAPSHOT,
    TUESDAY,
    TUESDAY_NIGHT,
    answer_to,
    at_office,
    contacts,
    enquiry,
    owned,
    roles,
    rules,
)

REDDITCH = at_office("redditch")
NPS_AT_REDDITCH = (Role.DUTY_OFFICER, Provider.NPS, "redditch")
TOLD = [one for one in Standing if one is not Standing.PUBLIC]
CASE = Reading(references=("B310482",), places=REDDITCH, about_probation=True)


@pytest.mark.parametrize("at", [TUESDAY, TUESDAY_NIGHT])
@pytest.mark.parametrize("by", Standing)
@pytest.mark.parametrize(
    "read",
    [
        {},
        {"out_of_scope": True},
        {"ask": Ask.WHO_MANAGES},
        {"ask": Ask.TERM, "terms": ("spo",)},
        {"references": ("A204117", "B310482")},
        {"urgency": Urgency.CAN_WAIT},
    ],
)
def test_danger_call_999__leads_whatever_else_is_read(
    at: datetime, by: Standing, read: dict[str, Any]
) -> None:
    answer = answer_to(Reading(danger=True, places=REDDITCH, **read), enquiry(at=at, by=by))

    assert (answer.kind, answer.urgent) == (Kind.EMERGENCY, True)
    assert (answer.steps[0].role, answer.steps[0].phone) == (Role.EMERGENCY_SERVICES, "999")
    assert rules(answer)[0] == "danger.call_999"


def test_danger_call_999__in_hours_the_duty_officer_follows_and_at_night_the_premises() -> None:
    in_danger = Reading(danger=True, places=REDDITCH)

    assert roles(answer_to(in_danger))[1] is Role.DUTY_OFFICER
    assert roles(answer_to(in_danger, enquiry(at=TUESDAY_NIGHT)))[1] is Role.APPROVED_PREMISES


def test_danger_call_999__needs_no_place() -> None:
    answer = answer_to(Reading(danger=True))

    assert (answer.kind, answer.clarify) == (Kind.EMERGENCY, None)


@pytest.mark.parametrize(
    ("ask", "rule"),
    [
        (Ask.WHO_MANAGES, "disclosure.who_manages"),
        (Ask.WHETHER_KNOWN, "disclosure.whether_known"),
        (Ask.WHEREABOUTS, "disclosure.details"),
        (Ask.REGISTER, "disclosure.register"),
    ],
)
def test_disclosure_ask_the_duty_officer__what_may_not_be_told_goes_to_who_may_lawfully_help(
    ask: Ask, rule: str
) -> None:
    answer = answer_to(Reading(ask=ask, places=REDDITCH, about_probation=True), enquiry(by=Standing.PUBLIC))

    assert (answer.kind, answer.topic) == (Kind.DECLINED, Topic.CASE)
    assert rules(answer) == [rule, "disclosure.ask_the_duty_officer"]
    assert contacts(answer)[0] == NPS_AT_REDDITCH


def test_disclosure_who_manages__a_named_persons_officer_is_no_partners_to_know() -> None:
    reading = Reading(ask=Ask.WHO_MANAGES, names_person=True, about_probation=True)

    assert answer_to(reading, enquiry(by=Standing.PARTNER)).kind is Kind.DECLINED


def test_disclosure_whether_known__is_not_told_to_the_public() -> None:
    reading = Reading(ask=Ask.WHETHER_KNOWN, about_probation=True)

    assert answer_to(reading, enquiry(by=Standing.PUBLIC)).kind is Kind.DECLINED


@pytest.mark.parametrize("by", Standing)
def test_disclosure_details__an_address_is_told_to_nobody(by: Standing) -> None:
    reading = Reading(ask=Ask.WHEREABOUTS, about_probation=True)

    assert answer_to(reading, enquiry(by=by)).kind is Kind.DECLINED


@pytest.mark.parametrize("by", Standing)
def test_disclosure_register__is_open_to_nobody(by: Standing) -> None:
    assert answer_to(Reading(ask=Ask.REGISTER, about_probation=True), enquiry(by=by)).kind is Kind.DECLINED


@pytest.mark.parametrize("kind", [Kind.DECLINED, Kind.UNKNOWN])
@pytest.mark.parametrize(
    ("area", "office", "asked_at"),
    [
        ("west-mercia", None, "worcester"),
        ("west-mercia", "redditch", "redditch"),
        ("thames-valley", None, "berkshire-west"),
        ("thames-valley", "oxfordshire", "oxfordshire"),
        ("london", None, "camden"),
        ("dlnr", None, "rutland"),
    ],
)
def test_what_is_declined_or_not_understood_goes_to_the_askers_office_or_else_any_of_the_area(
    kind: Kind, area: str, office: str | None, asked_at: str
) -> None:
    reading = Reading(ask=Ask.WHO_MANAGES) if kind is Kind.DECLINED else Reading()

    answer = answer_to(reading, enquiry(area=area, office=office, by=Standing.PUBLIC))

    assert answer.kind is kind
    assert contacts(answer)[0] == (Role.DUTY_OFFICER, Provider.NPS, asked_at)


@pytest.mark.parametrize("reading", [Reading(ask=Ask.WHO_MANAGES), Reading()])
def test_what_is_declined_or_not_understood_follows_the_same_hours(reading: Reading) -> None:
    answer = answer_to(reading, enquiry(at=TUESDAY_NIGHT, by=Standing.PUBLIC))

    assert roles(answer)[0] is Role.APPROVED_PREMISES
    assert not answer.open_now


@pytest.mark.parametrize("ask", [Ask.WHO_MANAGES, Ask.WHETHER_KNOWN, Ask.WHO_DOES])
def test_the_public_is_told_nothing_of_who_has_a_case_by_its_reference(ask: Ask) -> None:
    assert answer_to(CASE._replace(ask=ask), enquiry(by=Standing.PUBLIC)).kind is Kind.DECLINED


def test_the_public_that_only_asks_whom_to_ring_about_a_reference_gets_the_nps_duty_officer() -> None:
    answer = answer_to(CASE, enquiry(by=Standing.PUBLIC))

    assert (answer.kind, answer.provider) == (Kind.ROUTE, Provider.NPS)
    assert contacts(answer)[0] == NPS_AT_REDDITCH
    assert "case.not_found" not in rules(answer)


@pytest.mark.parametrize("by", TOLD)
def test_case_not_found__a_reference_that_is_not_registered_goes_to_the_nps_duty_officer(
    by: Standing,
) -> None:
    answer = answer_to(CASE, enquiry(by=by))

    assert (answer.kind, answer.topic, answer.provider) == (Kind.ROUTE, Topic.CASE, Provider.NPS)
    assert rules(answer)[0] == "case.not_found"
    assert contacts(answer)[0] == NPS_AT_REDDITCH


def test_case_not_found__without_a_place_the_place_is_asked_for() -> None:
    answer = answer_to(CASE._replace(places=()))

    assert (answer.kind, answer.clarify and answer.clarify.asks) == (Kind.CLARIFY, Asks.PLACE)


def test_case_not_found__facts_given_with_the_reference_decide_all_the_same() -> None:
    assert answer_to(CASE._replace(mappa=False, under_12_months=False)).provider is Provider.NPS
    assert answer_to(CASE._replace(risk=Risk.LOW)).provider is Provider.CRC


def test_a_registered_case_settles_the_place() -> None:
    answer = answer_to(CASE._replace(places=()), owner=owned(Provider.CRC, "kidderminster"))

    assert (answer.kind, answer.office) == (Kind.ROUTE, "kidderminster")


@pytest.mark.parametrize("by", Standing)
def test_case_one_at_a_time__two_references_are_one_too_many(by: Standing) -> None:
    answer = answer_to(CASE._replace(references=("A204117", "B310482")), enquiry(by=by))

    assert (answer.kind, answer.clarify and answer.clarify.asks) == (Kind.CLARIFY, Asks.CASE)
    assert rules(answer)[0] == "case.one_at_a_time"
    assert contacts(answer)[0] == NPS_AT_REDDITCH


def test_every_term_is_explained_in_its_own_words_with_its_source() -> None:
    for term, known in Policies.bundled().terms.items():
        answer = answer_to(Reading(ask=Ask.TERM, terms=(term,), about_probation=True))

        assert (answer.kind, answer.topic, answer.provider) == (Kind.EXPLAIN, Topic.TERM, None), term
        reason = answer.because[0]
        assert (reason.rule, reason.text, reason.source) == (f"term.{term}", known.text, known.source)


@pytest.mark.parametrize(
    ("term", "asked"),
    [
        ("unpaid_work", [Provider.CRC]),
        ("psr", [Provider.NPS]),
        ("marac", [Provider.NPS, Provider.CRC]),
        ("noms", [Provider.NPS]),
    ],
)
def test_about_a_word_whoever_leads_on_what_it_belongs_to_is_asked(term: str, asked: list[Provider]) -> None:
    answer = answer_to(
        Reading(ask=Ask.TERM, terms=(term,), places=at_office("redditch"), about_probation=True)
    )

    assert [step.provider for step in answer.steps if step.role is Role.DUTY_OFFICER] == asked


def test_a_topic_by_itself_is_explained_where_no_place_is_known_and_else_is_whom_to_ring() -> None:
    alone = Reading(topic=Topic.THROUGH_THE_GATE, terms=("ttg",), about_probation=True)

    assert answer_to(alone).kind is Kind.EXPLAIN
    assert answer_to(alone._replace(places=at_office("redditch"))).kind is Kind.ROUTE


def test_two_terms_are_explained_in_the_order_they_were_asked_in() -> None:
    answer = answer_to(Reading(ask=Ask.TERM, terms=("spo", "crc"), about_probation=True))

    assert rules(answer)[:2] == ["term.spo", "term.crc"]


@pytest.mark.parametrize("term", ["nonsense", ""])
def test_a_button_made_up_outside_with_a_term_there_is_not_is_answered_all_the_same(term: str) -> None:
    before = FollowUp("west-mercia", "redditch", Topic.TERM, ground=term)

    answer = answer_to(Reading(), enquiry(text="", follow_up=before))

    assert answer.steps


def test_a_term_that_the_glossary_does_not_hold_is_no_explanation() -> None:
    answer = answer_to(Reading(ask=Ask.TERM, terms=("nonsense",), about_probation=True))

    assert answer.kind is not Kind.EXPLAIN


def test_who_does_something_is_explained_where_no_place_is_named() -> None:
    reading = Reading(ask=Ask.WHO_DOES, topic=Topic.UNPAID_WORK, about_probation=True)

    answer = answer_to(reading)

    assert (answer.kind, answer.provider) == (Kind.EXPLAIN, Provider.CRC)
    assert rules(answer)[0] == "topic.unpaid_work"


@pytest.mark.parametrize(
    ("urgency", "first"),
    [
        (None, Role.DUTY_OFFICER),
        (Urgency.CAN_WAIT, Role.DUTY_OFFICER),
        (Urgency.URGENT, Role.APPROVED_PREMISES),
    ],
)
@pytest.mark.parametrize(
    "read", [{"ask": Ask.TERM, "terms": ("spo",)}, {"ask": Ask.WHO_DOES, "topic": Topic.UNPAID_WORK}]
)
def test_nobody_is_woken_for_an_explanation_unless_it_is_urgent(
    read: dict[str, Any], urgency: Urgency | None, first: Role
) -> None:
    answer = answer_to(Reading(urgency=urgency, about_probation=True, **read), enquiry(at=TUESDAY_NIGHT))

    assert answer.kind is Kind.EXPLAIN
    assert roles(answer)[0] is first
    assert roles(answer)[0 if urgency is Urgency.URGENT else -1] is Role.APPROVED_PREMISES


def test_who_does_something_at_a_place_is_whom_to_ring_there() -> None:
    reading = Reading(ask=Ask.WHO_DOES, topic=Topic.UNPAID_WORK, places=REDDITCH, about_probation=True)

    assert answer_to(reading).kind is Kind.ROUTE


def test_topic_case__is_explained_where_nothing_says_whose_the_case_is() -> None:
    answer = answer_to(Reading(ask=Ask.WHO_DOES, topic=Topic.CASE, about_probation=True))

    assert (answer.kind, rules(answer)[0]) == (Kind.EXPLAIN, "topic.case")


def test_topic_risk_escalation__is_explained_where_nothing_says_whose_the_case_is() -> None:
    answer = answer_to(Reading(ask=Ask.WHO_DOES, topic=Topic.RISK_ESCALATION, about_probation=True))

    assert (answer.kind, rules(answer)[0]) == (Kind.EXPLAIN, "topic.risk_escalation")


def test_topic_case__is_not_explained_where_the_facts_decide() -> None:
    answer = answer_to(Reading(ask=Ask.WHO_DOES, topic=Topic.CASE, mappa=True, about_probation=True))

    assert rules(answer)[0] == "ownership.mappa"


@pytest.mark.parametrize("topic", [one for one in Topic if one is not Topic.TERM])
def test_no_reason_is_given_twice(topic: Topic) -> None:
    for ask in (Ask.CONTACT, Ask.WHO_DOES):
        answer = answer_to(Reading(ask=ask, topic=topic, about_probation=True))

        assert len(set(rules(answer))) == len(rules(answer))


@pytest.mark.parametrize("reading", [Reading(), Reading(out_of_scope=True, about_probation=True)])
def test_scope_unknown__what_is_not_probations_gets_the_safe_contact_all_the_same(
    reading: Reading,
) -> None:
    answer = answer_to(reading, enquiry(office="redditch", by=Standing.PUBLIC))

    assert (answer.kind, answer.topic, answer.provider) == (Kind.UNKNOWN, None, None)
    assert rules(answer)[:2] == ["scope.unknown", "contact.not_known"]
    assert contacts(answer)[0] == NPS_AT_REDDITCH


def test_scope_not_explained__a_word_that_no_source_has_is_said_to_be_none_and_is_never_made_up() -> None:
    answer = answer_to(Reading(ask=Ask.TERM, about_probation=True), enquiry(office="redditch"))

    assert (answer.kind, answer.topic, answer.provider) == (Kind.UNKNOWN, None, None)
    assert rules(answer)[:2] == ["scope.not_explained", "contact.not_known"]
    assert contacts(answer)[0] == NPS_AT_REDDITCH


def test_enquiry_malformed__says_what_was_wrong_and_gives_the_safe_contact_all_the_same() -> None:
    answer = ROUTER.malformed(enquiry(office="redditch"), "it has {no} text")

    assert answer.kind is Kind.UNKNOWN
    assert answer.because[0].rule == "enquiry.malformed"
    assert answer.because[0].text == "This enquiry could not be read: it has {no} text."
    assert contacts(answer)[0] == NPS_AT_REDDITCH


def test_the_id_is_copied_to_the_answer() -> None:
    for identity in ("q1", 7, None):
        asked = replace(enquiry(), id=identity)

        assert answer_to(Reading(), asked).id == identity


def test_a_declined_question_is_declined_when_its_button_is_pressed() -> None:
    by = enquiry(by=Standing.PUBLIC, office="redditch")
    first = answer_to(Reading(ask=Ask.WHO_MANAGES, about_probation=True), by)

    pressed = replace(by, text="", follow_up=FollowUp.decode(first.follow_up, SNAPSHOT))

    assert answer_to(Reading(), pressed) == first
