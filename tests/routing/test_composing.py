"""A decision becomes an answer: reasons in order, warnings, what a button carries."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from routing.answer import Answer
from routing.enquiry import Enquiry, FollowUp
from routing.hours import LONDON
from routing.reading.reading import Ask, Reading
from routing.router import Router
from routing.snapshot import CaseOwner, Post
from routing.vocabulary import Kind, Provider, Role, Standing, Topic, Urgency, Warn
from tests.routing.sample_directory import (
    NAME_OF_DUTY_OFFICER,
    ROUTER,
    SNAPSHOT,
    TUESDAY,
    TUESDAY_NIGHT,
    answer_to,
    at_office,
    enquiry,
    owned,
    place,
    roles,
    rules,
)


def breach(
    office: str = "redditch", asked: Enquiry | None = None, owner: CaseOwner | None = None, **read: Any
) -> Answer:
    reading = Reading(topic=Topic.BREACH, places=at_office(office), about_probation=True, **read)
    return answer_to(reading, asked, owner)


def at_night(**asked: Any) -> Enquiry:
    return enquiry(at=TUESDAY_NIGHT, **asked)


def test_in_hours_an_answer_with_every_number_fresh_warns_of_nothing() -> None:
    answer = breach()

    assert answer.open_now
    assert answer.warnings == ()
    assert rules(answer) == ["topic.breach"]


def test_personal_data_is_warned_of() -> None:
    assert breach(personal_data=True).warnings == (Warn.PERSONAL_DATA,)


@pytest.mark.parametrize(("at", "stale"), [("2015-07-01T10:00", False), ("2015-07-02T10:00", True)])
def test_a_number_past_its_review_is_warned_of(at: str, stale: bool) -> None:
    answer = breach(asked=enquiry(at=datetime.fromisoformat(at).replace(tzinfo=LONDON)))

    assert (Warn.STALE in answer.warnings) is stale


def test_an_opening_time_is_an_assumption_and_said_to_be_one() -> None:
    assert breach(asked=at_night()).warnings == (Warn.ASSUMED,)


@pytest.mark.parametrize("office", ["herefordshire", "oxfordshire", "camden"])
def test_a_post_without_a_number_is_warned_of_as_a_gap(office: str) -> None:
    assert Warn.GAP in breach(office).warnings


@pytest.mark.parametrize(
    ("at", "open_now"),
    [
        ("2014-07-08T08:59:59", False),
        ("2014-07-08T09:00:00", True),
        ("2014-07-08T16:59:59", True),
        ("2014-07-08T17:00:00", False),
        ("2014-08-25T12:00:00", False),
    ],
)
def test_open_now_is_half_open(at: str, open_now: bool) -> None:
    asked = enquiry(at=datetime.fromisoformat(at).replace(tzinfo=LONDON))

    assert breach(asked=asked).open_now is open_now
    assert answer_to(Reading(), asked).open_now is open_now


def test_contact_out_of_hours__is_the_reason_that_the_premises_lead() -> None:
    answer = breach(asked=at_night())

    assert rules(answer) == ["topic.breach", "contact.out_of_hours"]
    assert "Braley House" in answer.because[-1].text


def test_contact_can_wait__is_the_reason_that_the_office_leads() -> None:
    answer = breach(asked=at_night(), urgency=Urgency.CAN_WAIT)

    assert rules(answer) == ["topic.breach", "contact.can_wait"]
    assert roles(answer)[0] is Role.DUTY_OFFICER
    assert not answer.urgent


def test_contact_out_of_hours__is_said_once_where_the_line_was_asked_for() -> None:
    answer = answer_to(Reading(wanted=Role.APPROVED_PREMISES, about_probation=True), at_night())

    assert rules(answer).count("contact.out_of_hours") == 1


def test_contact_no_number__is_said_and_who_can_say_whom_to_call() -> None:
    answer = breach("herefordshire")

    assert rules(answer)[-2:] == ["contact.no_number", "contact.who_can_say"]


def test_contact_no_number__is_said_alone_where_nobody_in_the_area_has_one() -> None:
    assert rules(breach("oxfordshire"))[-1] == "contact.no_number"


@pytest.mark.parametrize(
    ("urgency", "urgent"), [(None, False), (Urgency.URGENT, True), (Urgency.CAN_WAIT, False)]
)
def test_an_answer_is_urgent_where_the_text_says_that_it_cannot_wait(
    urgency: Urgency | None, urgent: bool
) -> None:
    assert breach(urgency=urgency).urgent is urgent


def test_an_emergency_is_urgent_even_where_the_text_says_that_it_can_wait() -> None:
    assert breach(danger=True, urgency=Urgency.CAN_WAIT).urgent


@pytest.mark.parametrize(
    ("read", "provider"),
    [
        ({"provider": Provider.CRC}, Provider.CRC),
        ({}, Provider.NPS),
        ({"wanted": Role.RECEPTION}, None),
        ({"wanted": Role.DUTY_SPO, "provider": Provider.CRC}, Provider.CRC),
    ],
)
def test_the_provider_of_a_contact_is_the_one_named_or_that_of_the_first_step(
    read: dict[str, Any], provider: Provider | None
) -> None:
    answer = answer_to(Reading(places=at_office("redditch"), about_probation=True, **read))

    assert answer.topic is Topic.CONTACT
    assert answer.provider is provider


@pytest.mark.parametrize("by", Standing)
def test_only_staff_see_who_is_on_a_post(by: Standing) -> None:
    first = breach("tower-hamlets", enquiry(by=by)).steps[0]

    staff = by in (Standing.OFFICER, Standing.ADMIN)
    assert first.name == (NAME_OF_DUTY_OFFICER if staff else None)


@pytest.mark.parametrize("by", [Standing.PARTNER, Standing.RECEPTION])
def test_those_who_are_not_staff_are_told_provider_and_office_of_a_case_but_no_officer(by: Standing) -> None:
    reading = Reading(references=("B310482",), ask=Ask.WHO_MANAGES, about_probation=True)

    answer = answer_to(reading, enquiry(by=by), owned(Provider.CRC))

    assert (answer.kind, answer.provider, answer.office) == (Kind.ROUTE, Provider.CRC, "redditch")
    assert Role.RESPONSIBLE_OFFICER not in roles(answer)
    assert "Birch" not in str(answer)


@pytest.mark.parametrize("by", [Standing.OFFICER, Standing.ADMIN])
def test_staff_are_told_the_responsible_officer_ahead_of_the_duty_officer(by: Standing) -> None:
    reading = Reading(references=("B310482",), ask=Ask.WHO_MANAGES, about_probation=True)

    answer = answer_to(reading, enquiry(by=by), owned(Provider.CRC))

    assert roles(answer)[:2] == [Role.RESPONSIBLE_OFFICER, Role.DUTY_OFFICER]
    assert answer.steps[0].name == "Officer Birch (sample)"


def test_what_a_button_carries_is_what_was_understood_and_nothing_of_a_case_or_a_text() -> None:
    answer = breach(asked=enquiry("B310482 Somebody Sample"), references=("B310482",), urgency=Urgency.URGENT)

    before = FollowUp.decode(answer.follow_up, SNAPSHOT)
    assert before == FollowUp("west-mercia", "redditch", Topic.BREACH, urgency=Urgency.URGENT)
    assert "B310482" not in answer.follow_up


def test_a_button_carries_the_provider_of_a_registered_case_to_those_who_were_told_it() -> None:
    answer = answer_to(
        Reading(references=("B310482",), about_probation=True), owner=owned(Provider.CRC, "kidderminster")
    )

    before = FollowUp.decode(answer.follow_up, SNAPSHOT)
    assert (before.office, before.topic, before.provider) == ("kidderminster", Topic.CASE, Provider.CRC)


def test_a_button_of_an_emergency_carries_the_emergency() -> None:
    answer = answer_to(Reading(danger=True, places=(place("redditch"),)), enquiry(at=TUESDAY))

    assert FollowUp.decode(answer.follow_up, SNAPSHOT).urgency is Urgency.EMERGENCY


def test_contact_lead__who_leads_on_a_topic_there_is_said_to_be_the_first_to_ask() -> None:
    lead = Post("west-mercia", "redditch", None, Role.LEAD, "the MARAC lead", topic=Topic.MARAC)
    router = Router(
        replace(SNAPSHOT, leads={("west-mercia", "redditch", Topic.MARAC): (lead,)}), ROUTER.policies
    )
    reading = Reading(topic=Topic.MARAC, places=at_office("redditch"), about_probation=True)

    answer = router.route(enquiry(), reading, None)

    assert answer.steps[0].role is Role.LEAD
    assert "contact.lead" in rules(answer)
    assert "contact.lead" not in rules(answer_to(reading))
