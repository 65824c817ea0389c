"""Whose a topic is, and what a button goes on with."""

from typing import Any

import pytest

from routing.enquiry import FollowUp
from routing.reading.reading import Reading, RiskChange
from routing.vocabulary import Provider, Risk, Topic
from tests.routing.owning import AREAS, BOTH, CRC, LEADS, NPS, about, duty_officers
from tests.routing.sample_directory import SNAPSHOT, answer_to, enquiry, owned, rules


def test_ownership_settled_before__a_button_goes_on_with_the_provider_of_the_answer_it_belongs_to() -> None:
    first = about(topic=Topic.CASE, owner=owned(CRC))
    button = enquiry(text="", follow_up=_read(first.follow_up))

    answer = answer_to(Reading(), button)

    assert answer.provider is CRC
    assert rules(answer)[0] == "ownership.settled_before"


@pytest.mark.parametrize(
    ("read", "rule"),
    [
        ({"mappa": True}, "ownership.mappa"),
        ({"risk": Risk.LOW}, "ownership.low_or_medium"),
        ({"risk": Risk.HIGH}, "ownership.high_risk"),
        ({"public_interest": True}, "ownership.public_interest"),
        ({"risk_change": RiskChange.CONFIRMED_HIGH}, "ownership.confirmed_high"),
    ],
)
def test_a_button_goes_on_with_the_rule_that_decided(read: dict[str, Any], rule: str) -> None:
    first = about(**read)

    answer = answer_to(Reading(), enquiry(text="", follow_up=_read(first.follow_up)))

    assert answer.provider is first.provider
    assert answer.steps == first.steps
    assert rule in rules(answer)


@pytest.mark.parametrize(("topic", "provider"), LEADS)
def test_a_topic_that_a_provider_leads_on_is_that_providers(topic: Topic, provider: Provider) -> None:
    for area in AREAS:
        answer = about(area=area, topic=topic)

        assert (answer.kind, answer.topic, answer.provider) == ("route", topic, provider), area
        assert rules(answer)[0] == f"topic.{topic}", area


@pytest.mark.parametrize("topic", [topic for topic, provider in LEADS if provider is NPS])
def test_a_topic_of_the_nps_is_the_npss_on_a_case_of_the_crc_too(topic: Topic) -> None:
    assert about(topic=topic, owner=owned(CRC)).provider is NPS
    assert about(topic=topic, provider=CRC, risk=Risk.LOW).provider is NPS


@pytest.mark.parametrize("topic", [topic for topic, provider in LEADS if provider is BOTH])
def test_where_both_lead_the_nps_duty_officer_is_asked_and_then_the_crcs(topic: Topic) -> None:
    assert duty_officers(about(topic=topic)) == [NPS, CRC]


@pytest.mark.parametrize("owner", [NPS, CRC])
@pytest.mark.parametrize("topic", [topic for topic, provider in LEADS if provider is BOTH])
def test_where_both_lead_a_case_in_the_register_is_its_owners(topic: Topic, owner: Provider) -> None:
    answer = about(topic=topic, owner=owned(owner))

    assert answer.provider is owner
    assert duty_officers(answer) == [owner]
    assert rules(answer)[:2] == [f"topic.{topic}", "ownership.registered"]
    assert "contact.shared" not in rules(answer)


@pytest.mark.parametrize(
    ("read", "provider"),
    [({}, BOTH), ({"provider": CRC}, CRC), ({"provider": NPS}, NPS), ({"risk": Risk.LOW}, CRC)],
)
def test_topic_domestic_homicide_review__follows_the_case_and_is_for_both_where_it_is_not_known(
    read: dict[str, Any], provider: Provider
) -> None:
    answer = about(topic=Topic.DOMESTIC_HOMICIDE_REVIEW, **read)

    assert answer.provider is provider
    assert ("topic.domestic_homicide_review" in rules(answer)) is (provider is BOTH)
    assert duty_officers(answer) == ([NPS, CRC] if provider is BOTH else [provider])


def _read(follow_up: str) -> FollowUp:
    return FollowUp.decode(follow_up, SNAPSHOT)
