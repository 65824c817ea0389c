"""Policies as data: rules with ids, texts and sources, and faults that name file, rule and fault."""

import shutil
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from routing.hours import parse_hours
from routing.policy import Policies
from routing.policy.area_policy import build_area
from routing.policy.policy import Capacity
from routing.reading.reading import Reading
from routing.router import Router
from routing.snapshot import Area, Office, Snapshot
from routing.vocabulary import Provider, Risk, Topic
from tests.routing.sample_directory import OFFICE_HOURS, enquiry, rules
from tests.routing.written import AREAS, DAY, FOLDER, MAPPA

FILES = sorted(FOLDER.glob("**/*.toml"))


def _tables(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _versions(value: Any) -> list[dict[str, str]]:
    return value if isinstance(value, list) else [value]


def _every_rule() -> list[tuple[str, str, dict[str, str]]]:
    found = []
    for file in FILES:
        tables = _tables(file)
        if file.name == "sources.toml":
            continue
        if file.name == "terms.toml":
            found += [(file.name, f"term.{key}", table) for key, table in tables.items()]
            continue
        for group, prefix in (
            ("rules", ""),
            ("topics", "topic."),
            ("seats", "seats."),
            ("call_back", "call_back."),
            ("information", "information."),
        ):
            for key, value in tables.get(group, {}).items():
                found += [(file.name, prefix + key, table) for table in _versions(value)]
        found += [(file.name, table["id"], table) for table in tables.get("ownership", ())]
    return found


def test_every_rule_has_a_text_that_ends_like_a_sentence_and_a_source() -> None:
    every = _every_rule()

    assert every
    assert [(file, rule) for file, rule, _ in every if rule != rule.lower()] == []
    assert [(file, rule) for file, rule, table in every if not table["text"].strip().endswith(".")] == []
    assert [(file, rule) for file, rule, table in every if not table["source"].strip()] == []


def test_every_area_has_a_policy_and_every_topic_a_rule() -> None:
    policies = Policies.bundled()

    assert sorted(policies.by_area) == sorted(AREAS)
    for area in policies.by_area.values():
        for policy in area.policies:
            assert set(policy.leads) == set(Topic) - {Topic.CONTACT, Topic.TERM}


LEADS = {
    Provider.NPS: "court_report parole_report allocation breach recall victim approved_premises mappa "
    "sex_offender_programme youth_transition",
    Provider.CRC: "unpaid_work programme through_the_gate short_sentence mentoring restorative_justice "
    "attendance_centre iom rate_card",
    Provider.BOTH: "community_safety safeguarding_children safeguarding_adults pcc marac mash "
    "criminal_justice_board",
    None: "case risk_escalation domestic_homicide_review",
}


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize(("provider", "topics"), LEADS.items())
def test_who_leads_on_a_topic_is_as_the_contract_says(
    area: str, provider: Provider | None, topics: str
) -> None:
    leads = Policies.bundled().of(area).on(DAY).leads

    assert {topic for topic, lead in leads.items() if lead is provider} == set(topics.split())


@pytest.mark.parametrize("area", AREAS)
def test_the_rules_of_ownership_hold_in_every_area(area: str) -> None:
    ownership = {one.rule.id: one for one in Policies.bundled().of(area).on(date(2015, 2, 1)).ownership}

    assert {name: one.provider for name, one in ownership.items()} == {
        "ownership.high_risk": Provider.NPS,
        "ownership.mappa": Provider.NPS,
        "ownership.public_interest": Provider.NPS,
        "ownership.low_or_medium": Provider.CRC,
        "ownership.under_12_months": Provider.CRC,
    }
    assert ownership["ownership.high_risk"].risk == {Risk.HIGH, Risk.VERY_HIGH}
    assert ownership["ownership.low_or_medium"].risk == {Risk.LOW, Risk.MEDIUM}
    assert ownership["ownership.under_12_months"].rule.since == date(2015, 2, 1)


def test_what_makes_a_case_the_npss_comes_first_however_it_is_written() -> None:
    crc = {**MAPPA, "id": "ownership.low", "provider": "crc", "risk": ["low"], "mappa": False}

    policy = build_area({}, {"area": "sample", "ownership": [crc, MAPPA]}, "sample.toml").on(DAY)

    assert [one.provider for one in policy.ownership] == [Provider.NPS, Provider.CRC]


def test_a_rule_of_the_area_comes_instead_of_the_national_rule_of_the_same_id() -> None:
    bundled = Policies.bundled()
    national, local = bundled.of("london").on(DAY), bundled.of("thames-valley").on(DAY)

    assert "at once" in local.rules["risk.speak_first"].text
    assert "at once" not in national.rules["risk.speak_first"].text


def test_an_area_may_give_a_topic_to_the_other_provider_and_the_rest_stays_as_it_is() -> None:
    national = _tables(FOLDER / "national.toml")
    mentoring = {"provider": "nps", "text": "Here it is the NPS's.", "source": "A sample source"}

    policy = build_area(national, {"area": "sample", "topics": {"mentoring": mentoring}}, "sample.toml").on(
        DAY
    )

    assert policy.leads[Topic.MENTORING] is Provider.NPS
    assert policy.topic_reason(Topic.MENTORING).text == "Here it is the NPS's."
    assert policy.leads[Topic.IOM] is Provider.CRC


def test_a_rule_of_ownership_of_the_area_comes_instead_of_the_national_one() -> None:
    national = _tables(FOLDER / "national.toml")

    policy = build_area(national, {"area": "sample", "ownership": [MAPPA]}, "sample.toml").on(DAY)

    texts = [one.rule.text for one in policy.ownership if one.mappa]
    assert texts == ["MAPPA is the NPS's."] == [policy.rules["ownership.mappa"].text]


def test_a_fifth_area_is_a_new_file_and_no_code(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    (tmp_path / "areas" / "sampleshire.toml").write_text(
        'area = "sampleshire"\n'
        "[topics.mentoring]\n"
        'provider = "nps"\n'
        'text = "In Sampleshire mentoring is the NPS\'s."\n'
        'source = "A sample source"\n'
    )

    policies = Policies.in_folder(tmp_path)

    assert set(policies.by_area) == {*AREAS, "sampleshire"}
    hours = parse_hours(OFFICE_HOURS)
    snapshot = Snapshot(
        version=1,
        areas={"sampleshire": Area("sampleshire", "Sampleshire", "Sampleshire CRC", "NPS", hours)},
        offices={"sampleton": Office("sampleton", "sampleshire", "Sampleton", "office", hours)},
        posts={},
        places=(),
    )
    answer = Router(snapshot, policies).route(
        enquiry(area="sampleshire"), Reading(topic=Topic.MENTORING, about_probation=True), None
    )
    assert (answer.provider, answer.office) == (Provider.NPS, "sampleton")
    assert "topic.mentoring" in rules(answer)


def test_an_area_that_has_written_no_policy_goes_by_the_national_rules() -> None:
    policies = Policies.bundled()
    assert policies.of("atlantis") is policies.national
    assert policies.of("london") is policies.by_area["london"]
    assert policies.national.on(DAY).leads == policies.of("dlnr").on(DAY).leads


def test_what_seats_an_area_has_are_data() -> None:
    policy = Policies.bundled().of("london").on(DAY)

    assert policy.seats[Topic.SAFEGUARDING_CHILDREN].capacity == {
        Provider.NPS: Capacity.BOARD_MEMBER,
        Provider.CRC: Capacity.BOARD_PARTNER,
    }
    assert policy.seats_reason(Topic.BREACH) == ()
