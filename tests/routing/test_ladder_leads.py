"""Who leads on a topic, or does the work, comes into the ladder."""

from dataclasses import replace

import pytest

from routing.ladder import Need
from routing.snapshot import Number, Post, PostKey, Team
from routing.vocabulary import Provider, Role, Topic
from tests.routing.climbing import CRC, DUTY_OFFICER, LEAD, NPS, SPO, climb, need, posts, with_lead
from tests.routing.sample_directory import REDDITCH, SNAPSHOT


def test_whoever_leads_on_a_topic_comes_before_the_duty_officers() -> None:
    steps = climb(need(provider=Provider.BOTH, topic=Topic.MARAC), snapshot=with_lead(LEAD))

    assert posts(steps)[:2] == [(Role.LEAD, None, "redditch"), (DUTY_OFFICER, NPS, "redditch")]


@pytest.mark.parametrize(
    ("office", "leads"), [("redditch", True), ("worcester", False)], ids=["here", "somewhere else"]
)
def test_a_lead_of_an_office_leads_there_and_nowhere_else(office: str, leads: bool) -> None:
    steps = climb(need(office, topic=Topic.MARAC), snapshot=with_lead(LEAD))

    assert (steps[0].role is Role.LEAD) is leads


def test_a_lead_of_the_area_leads_where_the_office_has_none_of_its_own() -> None:
    steps = climb(need("worcester", topic=Topic.MARAC), snapshot=with_lead(replace(LEAD, office=None)))

    assert steps[0].role is Role.LEAD


@pytest.mark.parametrize("wanted", [need(topic=Topic.MASH), need(), need(topic=Topic.MARAC, start=SPO)])
def test_a_lead_on_another_topic_or_beside_a_post_that_was_asked_for_stays_out(wanted: Need) -> None:
    assert Role.LEAD not in {step.role for step in climb(wanted, snapshot=with_lead(LEAD))}


@pytest.mark.parametrize(("provider", "leads"), [(NPS, False), (CRC, True), (Provider.BOTH, True)])
def test_a_lead_of_one_provider_does_not_lead_for_the_other(provider: Provider, leads: bool) -> None:
    lead = replace(LEAD, provider=CRC)

    steps = climb(need(provider=provider, topic=Topic.MARAC), snapshot=with_lead(lead))

    assert (steps[0].role is Role.LEAD) is leads


@pytest.mark.parametrize(
    ("topic", "number"), [(Topic.UNPAID_WORK, "+441632960055"), (Topic.PROGRAMME, REDDITCH), (None, REDDITCH)]
)
def test_the_spo_is_that_of_the_team_that_does_it(topic: Topic | None, number: str) -> None:
    team = Team("payback", "Community Payback", CRC, "west-mercia", "redditch", (Topic.UNPAID_WORK,))
    spo = Post("west-mercia", "redditch", CRC, SPO, "the team's SPO", Number("+441632960055", None, 365),
               team="payback")  # fmt: skip
    key = PostKey("west-mercia", "redditch", CRC, SPO, "payback")
    snapshot = replace(SNAPSHOT, teams={"payback": team}, posts={**SNAPSHOT.posts, key: spo})

    steps = climb(need(provider=CRC, start=SPO, topic=topic), snapshot=snapshot)

    assert steps[0].phone == number
