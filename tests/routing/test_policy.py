"""Policies as data: rules with ids, texts and sources, and faults that name file, rule and fault."""

import shutil
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import routing.policy
from routing.hours import parse_hours
from routing.policy import Policies, PolicyError
from routing.policy.area_policy import build_area
from routing.policy.building import build_terms
from routing.policy.policy import Capacity
from routing.reading.reading import Reading
from routing.router import Router
from routing.snapshot import Area, Office, Snapshot
from routing.vocabulary import Provider, Risk, Topic
from tests.routing.sample_directory import OFFICE_HOURS, enquiry, rules

_FOLDER = Path(routing.policy.__file__).parent
_FILES = sorted(_FOLDER.glob("**/*.toml"))
_DAY = date(2014, 7, 8)
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


def _versions(value: Any) -> list[dict[str, str]]:
    return value if isinstance(value, list) else [value]


def _every_rule() -> list[tuple[str, str, dict[str, str]]]:
    found = []
    for file in _FILES:
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
            ("handover", "handover."),
            ("information", "information."),
        ):
            for key, value in tables.get(group, {}).items():
                found += [(file.name, prefix + key, table) for table in _versions(value)]
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


@pytest.mark.parametrize("area", _AREAS)
@pytest.mark.parametrize(("provider", "topics"), LEADS.items())
def test_who_leads_on_a_topic_is_as_the_contract_says(
    area: str, provider: Provider | None, topics: str
) -> None:
    leads = Policies.bundled().of(area).on(_DAY).leads

    assert {topic for topic, lead in leads.items() if lead is provider} == set(topics.split())


@pytest.mark.parametrize("area", _AREAS)
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
    crc = {**_MAPPA, "id": "ownership.low", "provider": "crc", "risk": ["low"], "mappa": False}

    policy = build_area({}, {"area": "sample", "ownership": [crc, _MAPPA]}, "sample.toml").on(_DAY)

    assert [one.provider for one in policy.ownership] == [Provider.NPS, Provider.CRC]


def test_a_rule_of_the_area_comes_instead_of_the_national_rule_of_the_same_id() -> None:
    bundled = Policies.bundled()
    national, local = bundled.of("london").on(_DAY), bundled.of("thames-valley").on(_DAY)

    assert "at once" in local.rules["risk.speak_first"].text
    assert "at once" not in national.rules["risk.speak_first"].text


def test_an_area_may_give_a_topic_to_the_other_provider_and_the_rest_stays_as_it_is() -> None:
    national = _tables(_FOLDER / "national.toml")
    mentoring = {"provider": "nps", "text": "Here it is the NPS's.", "source": "A sample source"}

    policy = build_area(national, {"area": "sample", "topics": {"mentoring": mentoring}}, "sample.toml").on(
        _DAY
    )

    assert policy.leads[Topic.MENTORING] is Provider.NPS
    assert policy.topic_reason(Topic.MENTORING).text == "Here it is the NPS's."
    assert policy.leads[Topic.IOM] is Provider.CRC


def test_a_rule_of_ownership_of_the_area_comes_instead_of_the_national_one() -> None:
    national = _tables(_FOLDER / "national.toml")

    policy = build_area(national, {"area": "sample", "ownership": [_MAPPA]}, "sample.toml").on(_DAY)

    texts = [one.rule.text for one in policy.ownership if one.mappa]
    assert texts == ["MAPPA is the NPS's."] == [policy.rules["ownership.mappa"].text]


def test_a_fifth_area_is_a_new_file_and_no_code(tmp_path: Path) -> None:
    shutil.copytree(_FOLDER, tmp_path, dirs_exist_ok=True)
    (tmp_path / "areas" / "sampleshire.toml").write_text(
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
    shutil.copytree(_FOLDER, tmp_path, dirs_exist_ok=True)
    (tmp_path / "areas" / "second.toml").write_text('area = "london"\n')

    with pytest.raises(PolicyError, match=r"second\.toml: .*london already"):
        Policies.in_folder(tmp_path)


def test_a_file_that_is_no_toml_is_refused_by_name(tmp_path: Path) -> None:
    shutil.copytree(_FOLDER, tmp_path, dirs_exist_ok=True)
    (tmp_path / "areas" / "london.toml").write_text("area = london")

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
        (
            {"ownership": [{**_MAPPA, "mapa": True}]},
            "rule ownership.mappa has 'mapa'; known are id, provider, text",
        ),
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
            {"seats": {"marac": {"text": "T.", "source": "S"}}},
            "rule seats.marac says neither for nps nor for crc in what capacity it sits there",
        ),
        (
            {"seats": {"marac": {"nps": "chair", "text": "T.", "source": "S"}}},
            "rule seats.marac: 'chair' is no capacity; known are lead, responsible authority",
        ),
        (
            {"topics": {"iom": {"provider": "crc", "since": date(2015, 2, 1), "text": "T.", "source": "S"}}},
            "rule topic.iom: says nothing before its first day or after its last",
        ),
        (
            {
                "rules": {
                    "case.sample": [
                        {"until": date(2015, 2, 1), "text": "Before.", "source": "S"},
                        {"since": date(2015, 2, 2), "text": "After.", "source": "S"},
                    ]
                }
            },
            "rule case.sample: what ends on 2015-02-01 and begins on 2015-02-02 has to be one day",
        ),
        (
            {"rules": {"case.sample": {"txt": "T.", "source": "S"}}},
            "rule case.sample has 'txt'; known are text",
        ),
        (
            {"topics": {"gardening": {"provider": "crc", "text": "T.", "source": "S"}}},
            "rule topic.gardening: 'gardening' is no topic; known are court_report",
        ),
    ],
)
def test_a_fault_is_refused_with_the_file_the_rule_and_the_fault(tables: dict[str, Any], says: str) -> None:
    with pytest.raises(PolicyError) as refused:
        build_area({}, {"area": "sample", **tables}, "sample.toml")

    assert str(refused.value).startswith(f"sample.toml: {says}")


def test_a_rule_of_the_area_may_not_ask_for_more_than_the_national_one_is_given() -> None:
    national = {"rules": {"contact.escalate": {"text": "Higher.", "source": "S"}}}
    local = {
        "area": "sample",
        "rules": {"contact.escalate": {"text": "Higher, at {office}.", "source": "S"}},
    }

    with pytest.raises(PolicyError, match=r"sample\.toml: rule contact\.escalate has \{office\}"):
        build_area(national, local, "sample.toml")


def test_a_file_that_says_no_area_is_refused() -> None:
    with pytest.raises(PolicyError, match=r"sample\.toml: says no area"):
        build_area({}, {}, "sample.toml")


def test_a_term_whose_topic_is_none_is_refused_with_the_term() -> None:
    term = {"text": "A word.", "source": "S", "topic": "gardening"}

    with pytest.raises(PolicyError, match=r"terms\.toml: rule term\.hoe: 'gardening' is no topic"):
        build_terms({"hoe": term}, "terms.toml")


def test_a_term_that_says_nobody_to_ask_is_refused() -> None:
    with pytest.raises(PolicyError, match=r"terms\.toml: rule term\.hoe says no topic"):
        build_terms({"hoe": {"text": "A word.", "source": "S"}}, "terms.toml")


def test_an_area_that_has_written_no_policy_goes_by_the_national_rules() -> None:
    policies = Policies.bundled()
    assert policies.of("atlantis") is policies.national
    assert policies.of("london") is policies.by_area["london"]
    assert policies.national.on(_DAY).leads == policies.of("dlnr").on(_DAY).leads


def test_a_rule_may_say_something_else_from_a_day_on() -> None:
    mentoring = [
        {"provider": "nps", "until": date(2016, 1, 1), "text": "It is the NPS's.", "source": "S"},
        {"provider": "crc", "since": date(2016, 1, 1), "text": "It is the CRC's.", "source": "S"},
    ]

    area = build_area({}, {"area": "sample", "topics": {"mentoring": mentoring}}, "sample.toml")

    for day, provider in (
        (date(2015, 12, 31), Provider.NPS),
        (date(2016, 1, 1), Provider.CRC),
        (date(2016, 1, 2), Provider.CRC),
    ):
        policy = area.on(day)
        assert policy.leads[Topic.MENTORING] is provider
        assert provider.upper() in policy.topic_reason(Topic.MENTORING).text
    assert area.days_of_change == (date(2016, 1, 1),)


def test_an_areas_own_version_comes_instead_of_every_national_one() -> None:
    national = {
        "topics": {
            "mentoring": [
                {"provider": "nps", "until": date(2016, 1, 1), "text": "Then.", "source": "S"},
                {"provider": "crc", "since": date(2016, 1, 1), "text": "Now.", "source": "S"},
            ]
        }
    }
    local = {"area": "sample", "topics": {"mentoring": {"provider": "crc", "text": "Here.", "source": "S"}}}

    area = build_area(national, local, "sample.toml")

    assert {area.on(date(year, 6, 1)).topic_reason(Topic.MENTORING).text for year in (2015, 2016)} == {
        "Here."
    }


def test_the_arrangement_has_a_day_on_which_it_begins_and_one_on_which_it_has_ended() -> None:
    area = Policies.bundled().of("london")

    for day, notice in (
        (date(2014, 5, 31), "arrangement.not_yet"),
        (date(2014, 6, 1), None),
        (date(2014, 6, 2), None),
        (date(2021, 6, 25), None),
        (date(2021, 6, 26), "arrangement.ended"),
        (date(2026, 1, 1), "arrangement.ended"),
    ):
        assert area.on(day).notice == notice


def test_what_seats_an_area_has_are_data() -> None:
    policy = Policies.bundled().of("london").on(_DAY)

    assert policy.seats[Topic.SAFEGUARDING_CHILDREN].capacity == {
        Provider.NPS: Capacity.BOARD_MEMBER,
        Provider.CRC: Capacity.BOARD_PARTNER,
    }
    assert policy.seats_reason(Topic.BREACH) == ()


@given(st.dates(date(2010, 1, 1), date(2030, 1, 1)), st.sampled_from(_AREAS))
def test_on_any_day_just_those_rules_hold_whose_day_it_is(day: date, area: str) -> None:
    stated = Policies.bundled().of(area).stated
    policy = Policies.bundled().of(area).on(day)

    in_force = {rule for versions in stated.values() for rule in versions if rule.holds_on(day)}
    assert set(policy.rules.values()) == in_force
    assert {one.rule for one in policy.ownership} <= in_force
    assert policy.begins <= day
