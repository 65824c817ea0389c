"""Whose a case is where the register says one thing and the text another, and when a risk changes."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from routing.reading.reading import RiskChange
from routing.snapshot import CaseOwner
from routing.vocabulary import Provider, Risk, Topic
from tests.routing.owning import AREAS, CRC, NPS, about, duty_officers
from tests.routing.sample_directory import owned, rules


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
