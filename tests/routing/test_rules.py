"""Every rule of every policy has a test of its own and a source that can be found; the page of them is true.

A test is a rule's own where it is named after the rule (`ownership.high_risk`: `test_ownership_high_risk__…`)
or has the rule's id in what it checks.
"""

import pytest

from routing.policy import Policies
from routing.policy.sources import documents, is_a_source
from tools.list_rules import CHAPTERS, PAGE, names_of_tests, page

_POLICIES = Policies.bundled()
_AREAS = (_POLICIES.national, *_POLICIES.by_area.values())
_RULES = sorted({rule for area in _AREAS for rule in area.stated})
_SOURCES = sorted(
    {(rule.id, rule.source) for area in _AREAS for versions in area.stated.values() for rule in versions}
    | {(f"term.{term.id}", term.source) for term in _POLICIES.terms.values()}
)


def test_every_rule_has_a_test_of_its_own() -> None:
    assert [rule for rule, tests in names_of_tests(_RULES).items() if not tests] == []


def test_every_source_names_a_document_and_its_section() -> None:
    """sources.toml has the documents and sections."""
    assert [(rule, source) for rule, source in _SOURCES if not is_a_source(source)] == []


def test_every_document_is_the_source_of_something() -> None:
    named = " ".join(source for _, source in _SOURCES)
    assert [one.name for one in documents() if one.name not in named] == []


@pytest.mark.parametrize(
    "source",
    [
        "West Mercia update, July 2014",
        "West Mercia update, July 2014, Preface",
        "Hearsay",
        "Signpost's own rule, a whim",
        "",
    ],
)
def test_a_document_that_is_not_there_or_has_no_such_section_is_no_source(source: str) -> None:
    assert not is_a_source(source)


def test_every_rule_has_its_chapter_on_the_page() -> None:
    assert {rule.split(".")[0] for rule in _RULES} <= CHAPTERS


def test_the_page_of_rules_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == page(), "run `.venv/bin/python -m tools.list_rules`"
