"""A fault in a policy is refused, with the file, the rule and the fault."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from routing.policy import Policies, PolicyError
from routing.policy.area_policy import build_area
from routing.policy.building import build_terms
from tests.routing.written import FOLDER, MAPPA


def test_two_files_about_one_area_are_refused(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    (tmp_path / "areas" / "second.toml").write_text('area = "london"\n')

    with pytest.raises(PolicyError, match=r"second\.toml: .*london already"):
        Policies.in_folder(tmp_path)


def test_a_file_that_is_no_toml_is_refused_by_name(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    (tmp_path / "areas" / "london.toml").write_text("area = london")

    with pytest.raises(PolicyError, match=r"^london\.toml: "):
        Policies.in_folder(tmp_path)


def _without(table: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in table.items() if name != key}


@pytest.mark.parametrize(
    ("tables", "says"),
    [
        ({"ownership": [_without(MAPPA, "id")]}, "a rule of ownership has no id"),
        ({"ownership": [_without(MAPPA, "text")]}, "rule ownership.mappa has no text"),
        ({"ownership": [_without(MAPPA, "source")]}, "rule ownership.mappa has no source"),
        ({"ownership": [{**MAPPA, "source": "  "}]}, "rule ownership.mappa has no source"),
        ({"ownership": [_without(MAPPA, "provider")]}, "rule ownership.mappa says no provider"),
        (
            {"ownership": [{**MAPPA, "provider": "npx"}]},
            "rule ownership.mappa: 'npx' is no provider; known are nps, crc, both",
        ),
        (
            {"ownership": [{**MAPPA, "risk": ["hgih"]}]},
            "rule ownership.mappa: 'hgih' is no risk; known are low, medium, high, very_high",
        ),
        ({"ownership": [{**MAPPA, "risk": "high"}]}, "rule ownership.mappa: risk is 'high'; write ["),
        (
            {"ownership": [{**MAPPA, "mapa": True}]},
            "rule ownership.mappa has 'mapa'; known are id, provider, text",
        ),
        ({"ownership": [{**MAPPA, "mappa": "yes"}]}, "rule ownership.mappa: mappa is 'yes'; write true"),
        ({"ownership": [{**MAPPA, "mappa": False}]}, "rule ownership.mappa says no fact that decides"),
        ({"ownership": [{**MAPPA, "since": "2015-02-01"}]}, "rule ownership.mappa: since is '2015-02-01'"),
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
