"""Who owns a case, or leads on a topic: a test for each rule, named after its id."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from routing.answer import Answer
from routing.enquiry import FollowUp
from routing.hours import LONDON
from routing.reading.reading import Reading, RiskChange
from routing.snapshot import CaseOwner
from routing.vocabulary import Provider, Risk, Role, Standing, Topic
from tests.routing.sample_directory import (
    SNAPSHOT,
    TUESDAY,
    answer_to,
    at_office,
    contacts,
    enquiry,
    owned,
    rules,
)

NPS, CRC, BOTH = Provider.NPS, Provider.CRC, Provider.BOTH
AREAS = ("west-mercia", "thames-valley", "london", "dlnr")
OFFICE_OF = {
    "west-mercia": "redditch",
    "thames-valley": "oxfordshire",
    "london": "camden",
    "dlnr": "rutland",
}
TOPICS = {
    NPS: "court_report parole_report allocation breach recall victim approved_premises mappa "
    "sex_offender_programme youth_transition",
    CRC: "unpaid_work programme through_the_gate short_sentence mentoring restorative_justice "
    "attendance_centre iom rate_card",
    BOTH: "community_safety safeguarding_children safeguarding_adults pcc marac mash criminal_justice_board",
}
LEADS = [(Topic(topic), provider) for provider, topics in TOPICS.items() for topic in topics.split()]


def about(
    *,
    topic: Topic | None = Topic.CASE,
    owner: CaseOwner | None = None,
    area: str = "west-mercia",
    at: datetime = TUESDAY,
    by: Standing = Standing.PARTNER,
    **read: Any,
) -> Answer:
    """The answer about a case of which this was read, at an office of the area."""
    reading = Reading(topic=topic, places=at_office(OFFICE_OF[area]), about_probation=True, **read)
    return answer_to(reading, enquiry(area=area, at=at, by=by), owner)


def duty_officers(answer: Answer) -> list[Provider | None]:
    """Whose duty officers are to be asked, in order."""
    return [provider for role, provider, _ in contacts(answer) if role is Role.DUTY_OFFICER]


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("risk", [None, *Risk])
def test_ownership_mappa__a_case_under_mappa_is_the_npss_whatever_its_risk(
    area: str, risk: Risk | None
) -> None:
    answer = about(area=area, mappa=True, risk=risk)

    assert answer.provider is NPS
    assert {"ownership.mappa", "ownership.high_risk"} & set(rules(answer))
    assert ("ownership.mappa" in rules(answer)) or risk in (Risk.HIGH, Risk.VERY_HIGH)


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize(("risk", "provider"), [*zip(Risk, (CRC, CRC, NPS, NPS), strict=True)])
@pytest.mark.parametrize("mappa", [None, False])
def test_ownership_high_risk__high_and_very_high_are_the_npss_and_below_is_not(
    area: str, risk: Risk, provider: Provider, mappa: bool | None
) -> None:
    answer = about(area=area, risk=risk, mappa=mappa)

    assert answer.provider is provider
    assert duty_officers(answer)[0] is provider
    assert ("ownership.high_risk" in rules(answer)) is (provider is NPS)


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("risk", [Risk.LOW, Risk.MEDIUM])
def test_ownership_low_or_medium__a_low_or_medium_risk_case_without_mappa_is_the_crcs(
    area: str, risk: Risk
) -> None:
    answer = about(area=area, risk=risk, mappa=False)

    assert answer.provider is CRC
    assert "ownership.low_or_medium" in rules(answer)


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("risk", [None, Risk.LOW, Risk.MEDIUM])
def test_ownership_public_interest__a_case_of_public_interest_is_the_npss_at_any_risk(
    area: str, risk: Risk | None
) -> None:
    answer = about(area=area, risk=risk, public_interest=True)

    assert answer.provider is NPS
    assert "ownership.public_interest" in rules(answer)


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize(
    ("at", "provider", "rule"),
    [
        ("2015-01-31T23:59:59", NPS, "ownership.not_known"),
        ("2015-02-01T00:00:00", CRC, "ownership.under_12_months"),
        ("2015-02-02T10:30:00", CRC, "ownership.under_12_months"),
    ],
)
def test_ownership_under_12_months__such_a_release_is_the_crcs_from_the_first_of_february_2015(
    area: str, at: str, provider: Provider, rule: str
) -> None:
    answer = about(area=area, at=datetime.fromisoformat(at).replace(tzinfo=LONDON), under_12_months=True)

    assert answer.provider is provider
    assert rule in rules(answer)


@pytest.mark.parametrize(
    "read", [{"risk": Risk.HIGH}, {"risk": Risk.VERY_HIGH}, {"mappa": True}, {"public_interest": True}]
)
def test_ownership_under_12_months__unless_a_rule_says_that_it_is_the_npss(read: dict[str, Any]) -> None:
    at = datetime(2015, 3, 3, 10, 30, tzinfo=LONDON)

    assert about(at=at, under_12_months=True, **read).provider is NPS


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("topic", [Topic.CASE, Topic.RISK_ESCALATION])
def test_ownership_not_known__the_nps_duty_officer_is_asked_where_nothing_says_whose_it_is(
    area: str, topic: Topic
) -> None:
    answer = about(area=area, topic=topic)

    assert answer.provider is NPS
    assert "ownership.not_known" in rules(answer)
    assert duty_officers(answer)[0] is NPS


def test_ownership_not_known__not_being_under_mappa_says_nothing_by_itself() -> None:
    assert "ownership.not_known" in rules(about(mappa=False))


@pytest.mark.parametrize("provider", [NPS, CRC])
def test_ownership_named__the_provider_that_the_text_names_is_taken_at_its_word(provider: Provider) -> None:
    answer = about(provider=provider)

    assert answer.provider is provider
    assert "ownership.named" in rules(answer)


@pytest.mark.parametrize("read", [{"risk": Risk.LOW}, {"mappa": True}, {"public_interest": True}])
def test_ownership_named__is_stronger_than_facts_that_decide(read: dict[str, Any]) -> None:
    assert about(provider=CRC, **read).provider is CRC


def test_ownership_named__both_means_the_nps_first_and_then_the_crc() -> None:
    answer = about(provider=BOTH)

    assert answer.provider is BOTH
    assert duty_officers(answer) == [NPS, CRC]


@pytest.mark.parametrize("provider", [NPS, CRC])
def test_ownership_registered__the_register_says_who_has_a_case_now(provider: Provider) -> None:
    answer = about(owner=owned(provider))

    assert answer.provider is provider
    registered = answer.because[0]
    assert registered.rule == "ownership.registered"
    assert registered.text == (
        f"The register of cases says that the {provider.upper()} has had this case since 2 June 2014."
    )


def test_ownership_moved__a_case_that_changed_hands_says_from_whom_to_whom_and_when() -> None:
    moved = replace(owned(NPS), moved_from=CRC, moved_on=date(2014, 6, 2))
    answer = about(owner=moved)

    assert [reason.rule for reason in answer.because[:2]] == ["ownership.registered", "ownership.moved"]
    assert answer.because[1].text == "It moved from the CRC to the NPS on 2 June 2014."
    assert "ownership.moved" not in [reason.rule for reason in about(owner=owned(NPS)).because]


@pytest.mark.parametrize("named", [NPS, CRC])
def test_ownership_registered__is_stronger_than_the_provider_that_the_text_names(named: Provider) -> None:
    for owner in (NPS, CRC):
        assert about(owner=owned(owner), provider=named).provider is owner


@pytest.mark.parametrize("change", [None, *RiskChange])
def test_ownership_registered__is_stronger_than_any_change_of_risk_that_the_text_states(
    change: RiskChange | None,
) -> None:
    for owner in (NPS, CRC):
        for named in (None, NPS, CRC):
            answer = about(owner=owned(owner), risk_change=change, provider=named)

            assert answer.provider is owner


def test_ownership_conflict__where_the_text_points_to_the_nps_the_register_leads_and_the_nps_settles() -> (
    None
):
    answer = about(owner=owned(CRC), mappa=True)

    assert answer.provider is CRC
    assert rules(answer)[:3] == ["ownership.registered", "ownership.mappa", "ownership.conflict"]
    assert duty_officers(answer) == [CRC, NPS]


def test_ownership_conflict__where_the_text_points_to_the_crc_the_nps_has_it_and_settles_it() -> None:
    answer = about(owner=owned(NPS), risk=Risk.LOW)

    assert answer.provider is NPS
    assert "ownership.conflict" in rules(answer)
    assert duty_officers(answer) == [NPS]


def test_ownership_conflict__a_risk_said_to_be_confirmed_as_high_is_one_on_a_case_of_the_crc() -> None:
    answer = about(owner=owned(CRC), risk_change=RiskChange.CONFIRMED_HIGH)

    assert {"ownership.confirmed_high", "ownership.conflict"} <= set(rules(answer))
    assert duty_officers(answer) == [CRC, NPS]


@pytest.mark.parametrize(
    ("owner", "read"), [(NPS, {"mappa": True}), (CRC, {"risk": Risk.MEDIUM}), (NPS, {}), (CRC, {})]
)
def test_ownership_conflict__is_not_spoken_of_where_register_and_text_agree(
    owner: Provider, read: dict[str, Any]
) -> None:
    assert "ownership.conflict" not in rules(about(owner=owned(owner), **read))


def test_ownership_conflict__is_said_where_a_risk_fell_on_a_case_of_the_crc_said_to_be_mappa() -> None:
    answer = about(owner=owned(CRC), mappa=True, risk_change=RiskChange.FELL)

    assert "ownership.conflict" in rules(answer)
    assert duty_officers(answer) == [CRC, NPS]


@pytest.mark.parametrize("owner", [None, owned(NPS)])
@pytest.mark.parametrize("risk", [None, Risk.LOW, Risk.MEDIUM])
def test_ownership_stays_with_nps__a_case_of_the_nps_whose_risk_fell_stays_there(
    owner: CaseOwner | None, risk: Risk | None
) -> None:
    answer = about(owner=owner, provider=NPS, risk=risk, risk_change=RiskChange.FELL)

    assert answer.provider is NPS
    assert "ownership.stays_with_nps" in rules(answer)
    assert "ownership.conflict" not in rules(answer)


def test_ownership_stays_with_nps__a_case_of_the_crc_whose_risk_fell_stays_with_the_crc() -> None:
    answer = about(owner=owned(CRC), risk_change=RiskChange.FELL)

    assert answer.provider is CRC
    assert "ownership.stays_with_nps" not in rules(answer)


@pytest.mark.parametrize("provider", [None, CRC])
@pytest.mark.parametrize("topic", [Topic.CASE, Topic.RISK_ESCALATION])
def test_ownership_confirmed_high__a_case_whose_risk_is_confirmed_as_high_moves_to_the_nps(
    provider: Provider | None, topic: Topic
) -> None:
    answer = about(topic=topic, provider=provider, risk_change=RiskChange.CONFIRMED_HIGH)

    assert answer.provider is NPS
    assert rules(answer)[0] == "ownership.confirmed_high"


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("risk", [Risk.LOW, Risk.MEDIUM])
def test_ownership_raised_not_high__a_case_of_the_crc_whose_risk_rose_below_high_stays_there(
    area: str, risk: Risk
) -> None:
    answer = about(
        area=area,
        topic=Topic.RISK_ESCALATION,
        provider=CRC,
        risk=risk,
        risk_change=RiskChange.ROSE,
    )

    assert answer.provider is CRC
    assert "ownership.raised_not_high" in rules(answer)
    assert "risk.speak_first" not in rules(answer)


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("risk", [None, Risk.HIGH, Risk.VERY_HIGH])
@pytest.mark.parametrize("change", [None, RiskChange.ROSE])
def test_risk_speak_first__on_a_case_of_the_crc_that_may_be_high_the_crc_is_asked_and_then_the_nps(
    area: str, risk: Risk | None, change: RiskChange | None
) -> None:
    answer = about(area=area, topic=Topic.RISK_ESCALATION, provider=CRC, risk=risk, risk_change=change)

    assert answer.provider is CRC
    assert {"risk.speak_first", "risk.nps_decides"} <= set(rules(answer))
    assert duty_officers(answer)[:2] == [CRC, NPS]


def test_risk_speak_first__in_thames_valley_the_case_moves_at_once() -> None:
    answer = about(area="thames-valley", topic=Topic.RISK_ESCALATION, provider=CRC)

    assert "at once" in next(one.text for one in answer.because if one.rule == "risk.speak_first")


@pytest.mark.parametrize("owner", [None, owned(CRC)])
def test_risk_nps_decides__the_nps_has_the_last_word_where_the_providers_disagree(
    owner: CaseOwner | None,
) -> None:
    answer = about(owner=owner, topic=Topic.RISK_ESCALATION, risk_disputed=True, provider=CRC)

    assert "risk.nps_decides" in rules(answer)
    assert NPS in duty_officers(answer)


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
@pytest.mark.parametrize("area", AREAS)
def test_a_topic_that_a_provider_leads_on_is_that_providers(
    topic: Topic, provider: Provider, area: str
) -> None:
    answer = about(area=area, topic=topic)

    assert (answer.kind, answer.topic, answer.provider) == ("route", topic, provider)
    assert rules(answer)[0] == f"topic.{topic}"


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
