"""Which post leads, and by which rule: who can still be reached, and who was asked for."""

from typing import Any

import pytest

from routing.leading import leading_role, leading_rule
from routing.ownership import Ownership
from routing.reading.reading import Reading
from routing.vocabulary import Provider, Role, Topic
from tests.routing.sample_directory import answer_to, at_office, contacts, enquiry, roles, rules

_SETTLED = Ownership(Provider.CRC, ())
_NOT_SETTLED = Ownership(Provider.NPS, (), settled=False)
_UP = (Role.DUTY_OFFICER, Role.SPO, Role.DUTY_SPO, Role.HEAD_OF_LDU)


def reading(**read: Any) -> Reading:
    return Reading(places=at_office("redditch"), about_probation=True, **read)


@pytest.mark.parametrize("topic", [topic for topic in Topic if topic is not Topic.APPROVED_PREMISES])
def test_the_duty_officer_leads_where_nobody_else_is_asked_for(topic: Topic) -> None:
    assert leading_role(Reading(), topic) is Role.DUTY_OFFICER


@pytest.mark.parametrize(
    ("unreachable", "leads"),
    [
        (set(), Role.DUTY_OFFICER),
        ({Role.RESPONSIBLE_OFFICER}, Role.DUTY_OFFICER),
        ({Role.DUTY_OFFICER}, Role.SPO),
        ({Role.RESPONSIBLE_OFFICER, Role.DUTY_OFFICER}, Role.SPO),
        ({Role.SPO}, Role.DUTY_SPO),
        ({Role.DUTY_OFFICER, Role.SPO}, Role.DUTY_SPO),
        ({Role.DUTY_SPO}, Role.HEAD_OF_LDU),
        ({Role.DUTY_OFFICER, Role.SPO, Role.DUTY_SPO}, Role.HEAD_OF_LDU),
    ],
)
def test_whoever_cannot_be_reached_is_passed_over_upward(unreachable: set[Role], leads: Role) -> None:
    assert leading_role(Reading(unreachable=frozenset(unreachable)), Topic.CASE) is leads


@pytest.mark.parametrize("wanted", [*_UP, Role.APPROVED_PREMISES])
def test_a_role_asked_for_by_name_leads(wanted: Role) -> None:
    assert leading_role(Reading(wanted=wanted), Topic.CONTACT) is wanted


def test_a_role_asked_for_that_cannot_be_reached_does_not_lead() -> None:
    asked = Reading(wanted=Role.DUTY_OFFICER, unreachable=frozenset({Role.DUTY_OFFICER}))

    assert leading_role(asked, Topic.CASE) is Role.SPO


def test_reception_leads_only_where_it_alone_is_asked_for() -> None:
    asked = Reading(wanted=Role.RECEPTION)

    assert leading_role(asked, Topic.CONTACT) is Role.RECEPTION
    assert leading_role(asked, Topic.BREACH) is Role.DUTY_OFFICER
    named = Reading(wanted=Role.RECEPTION, provider=Provider.CRC)
    assert leading_role(named, Topic.CONTACT) is Role.DUTY_OFFICER


def test_a_matter_of_the_approved_premises_goes_to_the_approved_premises() -> None:
    assert leading_role(Reading(), Topic.APPROVED_PREMISES) is Role.APPROVED_PREMISES


@pytest.mark.parametrize("read", [{"take_higher": True}, {"unreachable": frozenset({Role.DUTY_OFFICER})}])
def test_contact_escalate__what_has_to_go_higher_goes_to_the_spo_of_that_provider(
    read: dict[str, Any],
) -> None:
    answer = answer_to(reading(topic=Topic.CASE, provider=Provider.CRC, **read))

    assert contacts(answer) == [
        (Role.SPO, Provider.CRC, "redditch"),
        (Role.DUTY_SPO, Provider.CRC, None),
        (Role.APPROVED_PREMISES, Provider.NPS, "braley-house"),
    ]
    assert "contact.escalate" in rules(answer)


def test_contact_escalate__goes_to_the_npss_spo_where_the_provider_is_not_known() -> None:
    answer = answer_to(reading(take_higher=True))

    assert contacts(answer)[0] == (Role.SPO, Provider.NPS, "redditch")


@pytest.mark.parametrize("provider", [Provider.NPS, Provider.CRC])
def test_contact_duty_spo__follows_where_no_spo_is_available(provider: Provider) -> None:
    answer = answer_to(reading(topic=Topic.CASE, provider=provider, unreachable=frozenset({Role.SPO})))

    assert contacts(answer)[0] == (Role.DUTY_SPO, provider, None)
    assert roles(answer) == [Role.DUTY_SPO, Role.APPROVED_PREMISES]
    assert "contact.duty_spo" in rules(answer)


@pytest.mark.parametrize("provider", [Provider.NPS, Provider.CRC])
def test_contact_unavailable__an_officer_who_cannot_be_reached_gives_the_same_providers_duty_officer(
    provider: Provider,
) -> None:
    answer = answer_to(
        reading(topic=Topic.CASE, provider=provider, unreachable=frozenset({Role.RESPONSIBLE_OFFICER}))
    )

    assert contacts(answer)[0] == (Role.DUTY_OFFICER, provider, "redditch")
    assert "contact.unavailable" in rules(answer)


def test_contact_not_known__an_officer_who_is_not_known_gives_the_nps_duty_officer() -> None:
    answer = answer_to(reading())

    assert contacts(answer)[0] == (Role.DUTY_OFFICER, Provider.NPS, "redditch")
    assert "contact.not_known" in rules(answer)


@pytest.mark.parametrize("provider", [Provider.NPS, Provider.CRC])
def test_contact_duty_officer__of_the_provider_that_is_named(provider: Provider) -> None:
    answer = answer_to(reading(provider=provider))

    assert contacts(answer)[0] == (Role.DUTY_OFFICER, provider, "redditch")
    assert "contact.duty_officer" in rules(answer)


def test_contact_named_role__reception_leads_where_it_is_asked_for() -> None:
    answer = answer_to(reading(wanted=Role.RECEPTION))

    assert roles(answer) == [
        Role.RECEPTION,
        Role.DUTY_OFFICER,
        Role.SPO,
        Role.DUTY_SPO,
        Role.APPROVED_PREMISES,
    ]
    assert answer.provider is None
    assert "contact.named_role" in rules(answer)


def test_contact_named_role__the_head_of_a_delivery_unit_leads_where_that_is_asked_for() -> None:
    answer = answer_to(
        Reading(wanted=Role.HEAD_OF_LDU, places=at_office("camden"), about_probation=True),
        enquiry(area="london"),
    )

    assert roles(answer)[0] is Role.HEAD_OF_LDU
    assert "contact.named_role" in rules(answer)


def test_the_rule_of_a_topic_or_of_ownership_says_by_itself_why_a_duty_officer_leads() -> None:
    for ownership in (_SETTLED, _NOT_SETTLED):
        assert leading_rule(Reading(), Topic.CASE, Role.DUTY_OFFICER, ownership) is None


def test_a_topic_of_the_approved_premises_needs_no_rule_about_the_hour() -> None:
    leads = (Role.APPROVED_PREMISES, _SETTLED)

    assert leading_rule(Reading(), Topic.APPROVED_PREMISES, *leads) is None
    assert leading_rule(Reading(), Topic.CONTACT, *leads) == "contact.out_of_hours"
