"""Policies as data: rules with ids, texts and sources, and faults that name file, rule and fault."""

import shutil
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import routing.policy
from routing.hours import parse_hours
from routing.policy import Policies, PolicyError
from routing.policy.building import build_policy, build_terms
from routing.reading.reading import Reading
from routing.router import Router
from routing.snapshot import Area, Office, Snapshot
from routing.vocabulary import Provider, Risk, Topic
from tests.routing.sample_directory import OFFICE_HOURS, enquiry, rules

_FOLDER = Path(routing.policy.__file__).parent
_FILES = sorted(_FOLDER.glob("*.toml"))
_AREAS = ("dlnr", "london", "thames-valley", "west-mercia")
_MAPPA: dict[str, Any] = {
    "id": "ownership.mappa",
    "provider": "nps",
    "mappa": True,
    "text": "MAPPA is the NPS's.",
    "source": "A sample source",
}


def _tables(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _every_rule() -> list[tuple[str, str, dict[str, str]]]:
    found = []
    for file in _FILES:
        tables = _tables(file)
        if file.name == "terms.toml":
            found += [(file.name, f"term.{key}", table) for key, table in tables.items()]
            continue
        found += [(file.name, key, table) for key, table in tables.get("rules", {}).items()]
        found += [(file.name, f"topic.{key}", table) for key, table in tables.get("topics", {}).items()]
        found += [(file.name, table["id"], table) for table in tables.get("ownership", ())]
    return found


@pytest.mark.parametrize(
    ("rule", "table"), [pytest.param(rule, table, id=f"{file}:{rule}") for file, rule, table in _every_rule()]
)
def test_every_rule_has_a_text_that_ends_like_a_sentence_and_a_source(
    rule: str, table: dict[str, str]
) -> None:
    assert rule == rule.lower()
    assert table["text"].strip().endswith(".")
    assert table["source"].strip()


def test_every_area_has_a_policy_and_every_topic_a_rule() -> None:
    policies = Policies.bundled()

    assert sorted(policies.by_area) == sorted(_AREAS)
    for policy in policies.by_area.values():
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


@pytest.mark.parametrize("area", _AREAS)
@pytest.mark.parametrize(("provider", "topics"), LEADS.items())
def test_who_leads_on_a_topic_is_as_the_contract_says(
    area: str, provider: Provider | None, topics: str
) -> None:
    leads = Policies.bundled().by_area[area].leads

    assert {topic for topic, lead in leads.items() if lead is provider} == set(topics.split())


@pytest.mark.parametrize("area", _AREAS)
def test_the_rules_of_ownership_hold_in_every_area(area: str) -> None:
    ownership = {one.rule.id: one for one in Policies.bundled().by_area[area].ownership}

    assert {name: one.provider for name, one in ownership.items()} == {
        "ownership.high_risk": Provider.NPS,
        "ownership.mappa": Provider.NPS,
        "ownership.public_interest": Provider.NPS,
        "ownership.low_or_medium": Provider.CRC,
        "ownership.under_12_months": Provider.CRC,
    }
    assert ownership["ownership.high_risk"].risk == {Risk.HIGH, Risk.VERY_HIGH}
    assert ownership["ownership.low_or_medium"].risk == {Risk.LOW, Risk.MEDIUM}
    assert ownership["ownership.under_12_months"].since == date(2015, 2, 1)


def test_what_makes_a_case_the_npss_comes_first_however_it_is_written() -> None:
    crc = {**_MAPPA, "id": "ownership.low", "provider": "crc", "risk": ["low"], "mappa": False}

    policy = build_policy({}, {"area": "sample", "ownership": [crc, _MAPPA]}, "sample.toml")

    assert [one.provider for one in policy.ownership] == [Provider.NPS, Provider.CRC]


def test_a_rule_of_the_area_comes_instead_of_the_national_rule_of_the_same_id() -> None:
    bundled = Policies.bundled()
    national, local = bundled.by_area["london"], bundled.by_area["thames-valley"]

    assert "at once" in local.rules["risk.speak_first"].text
    assert "at once" not in national.rules["risk.speak_first"].text


def test_an_area_may_give_a_topic_to_the_other_provider_and_the_rest_stays_as_it_is() -> None:
    national = _tables(_FOLDER / "national.toml")
    mentoring = {"provider": "nps", "text": "Here it is the NPS's.", "source": "A sample source"}

    policy = build_policy(national, {"area": "sample", "topics": {"mentoring": mentoring}}, "sample.toml")

    assert policy.leads[Topic.MENTORING] is Provider.NPS
    assert policy.topic_reason(Topic.MENTORING).text == "Here it is the NPS's."
    assert policy.leads[Topic.IOM] is Provider.CRC


def test_a_rule_of_ownership_of_the_area_comes_instead_of_the_national_one() -> None:
    national = _tables(_FOLDER / "national.toml")

    policy = build_policy(national, {"area": "sample", "ownership": [_MAPPA]}, "sample.toml")

    texts = [one.rule.text for one in policy.ownership if one.mappa]
    assert texts == ["MAPPA is the NPS's."] == [policy.rules["ownership.mappa"].text]


def test_a_fifth_area_is_a_new_file_and_no_code(tmp_path: Path) -> None:
    for file in _FILES:
        shutil.copy(file, tmp_path)
    (tmp_path / "sampleshire.toml").write_text(
        'area = "sampleshire"\n'
        "[topics.mentoring]\n"
        'provider = "nps"\n'
        'text = "In Sampleshire mentoring is the NPS\'s."\n'
        'source = "A sample source"\n'
    )

    policies = Policies.in_folder(tmp_path)

    assert set(policies.by_area) == {*_AREAS, "sampleshire"}
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


def test_two_files_about_one_area_are_refused(tmp_path: Path) -> None:
    for file in _FILES:
        shutil.copy(file, tmp_path)
    (tmp_path / "second.toml").write_text('area = "london"\n')

    with pytest.raises(PolicyError, match=r"second\.toml: .*london already"):
        Policies.in_folder(tmp_path)


def test_a_file_that_is_no_toml_is_refused_by_name(tmp_path: Path) -> None:
    for file in _FILES:
        shutil.copy(file, tmp_path)
    (tmp_path / "london.toml").write_text("area = london")

    with pytest.raises(PolicyError, match=r"^london\.toml: "):
        Policies.in_folder(tmp_path)


def _without(table: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in table.items() if name != key}


@pytest.mark.parametrize(
    ("tables", "says"),
    [
        ({"ownership": [_without(_MAPPA, "id")]}, "a rule of ownership has no id"),
        ({"ownership": [_without(_MAPPA, "text")]}, "rule ownership.mappa has no text"),
        ({"ownership": [_without(_MAPPA, "source")]}, "rule ownership.mappa has no source"),
        ({"ownership": [{**_MAPPA, "source": "  "}]}, "rule ownership.mappa has no source"),
        ({"ownership": [_without(_MAPPA, "provider")]}, "rule ownership.mappa says no provider"),
        (
            {"ownership": [{**_MAPPA, "provider": "npx"}]},
            "rule ownership.mappa: 'npx' is no provider; known are nps, crc, both",
        ),
        (
            {"ownership": [{**_MAPPA, "risk": ["hgih"]}]},
            "rule ownership.mappa: 'hgih' is no risk; known are low, medium, high, very_high",
        ),
        ({"ownership": [{**_MAPPA, "risk": "high"}]}, "rule ownership.mappa: risk is 'high'; write ["),
        ({"ownership": [{**_MAPPA, "mapa": True}]}, "rule ownership.mappa has 'mapa'; known are risk, mappa"),
        ({"ownership": [{**_MAPPA, "mappa": "yes"}]}, "rule ownership.mappa: mappa is 'yes'; write true"),
        ({"ownership": [{**_MAPPA, "mappa": False}]}, "rule ownership.mappa says no fact that decides"),
        ({"ownership": [{**_MAPPA, "since": "2015-02-01"}]}, "rule ownership.mappa: since is '2015-02-01'"),
        ({"rules": {"contact.escalate": {"text": "Higher."}}}, "rule contact.escalate has no source"),
        (
            {"rules": {"case.sample": {"text": "{nmae} has it.", "source": "Sample"}}},
            "rule case.sample has {nmae} in its text, which nothing fills",
        ),
        (
            {"rules": {"case.sample": {"text": "{place has it.", "source": "Sample"}}},
            "rule case.sample: its text cannot be read",
        ),
        ({"topics": {"mentoring": {"provider": "crc", "source": "S"}}}, "rule topic.mentoring has no text"),
        (
            {"topics": {"mentoring": {"provider": "cps", "text": "T.", "source": "S"}}},
            "rule topic.mentoring: 'cps' is no provider",
        ),
        (
            {"topics": {"gardening": {"provider": "crc", "text": "T.", "source": "S"}}},
            "rule topic.gardening: 'gardening' is no topic; known are court_report",
        ),
    ],
)
def test_a_fault_is_refused_with_the_file_the_rule_and_the_fault(tables: dict[str, Any], says: str) -> None:
    with pytest.raises(PolicyError) as refused:
        build_policy({}, {"area": "sample", **tables}, "sample.toml")

    assert str(refused.value).startswith(f"sample.toml: {says}")


def test_a_rule_of_the_area_may_not_ask_for_more_than_the_national_one_is_given() -> None:
    national = {"rules": {"contact.escalate": {"text": "Higher.", "source": "S"}}}
    local = {
        "area": "sample",
        "rules": {"contact.escalate": {"text": "Higher, at {office}.", "source": "S"}},
    }

    with pytest.raises(PolicyError, match=r"sample\.toml: rule contact\.escalate has \{office\}"):
        build_policy(national, local, "sample.toml")


def test_a_file_that_says_no_area_is_refused() -> None:
    with pytest.raises(PolicyError, match=r"sample\.toml: says no area"):
        build_policy({}, {}, "sample.toml")


def test_a_term_whose_topic_is_none_is_refused_with_the_term() -> None:
    term = {"text": "A word.", "source": "S", "topic": "gardening"}

    with pytest.raises(PolicyError, match=r"terms\.toml: rule term\.hoe: 'gardening' is no topic"):
        build_terms({"hoe": term}, "terms.toml")


def test_an_area_that_has_written_no_policy_goes_by_the_national_rules() -> None:
    policies = Policies.bundled()
    assert policies.of("atlantis") is policies.national
    assert policies.of("london") is policies.by_area["london"]
    assert policies.national.leads == policies.by_area["dlnr"].leads
