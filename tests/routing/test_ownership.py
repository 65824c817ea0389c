"""Who owns a case, or leads on a topic: a test for each rule, named after its id."""

from datetime import datetime
from typing import Any

import pytest

from routing.hours import LONDON
from routing.vocabulary import Provider, Risk, Topic
from tests.routing.owning import AREAS, BOTH, CRC, NPS, about, duty_officers
from tests.routing.sample_directory import rules


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


def test_ownership_mappa__a_new_conviction_that_makes_a_crc_case_mappas_is_stronger_than_who_has_it() -> None:
    answer = about(provider=CRC, mappa=True, newly_mappa=True)
    assert (answer.provider, rules(answer)) == (NPS, ["ownership.mappa"])
    assert about(provider=CRC, mappa=True).provider is CRC
    assert about(provider=CRC, mappa=False, newly_mappa=True).provider is CRC


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
