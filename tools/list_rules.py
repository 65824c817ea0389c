"""`python -m tools.list_rules` writes docs/rules.md: every rule of every area with its tests.

A test fails where the page is out of date.
"""

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from routing.policy import AreaPolicy, Policies, Rule
from routing.policy.sources import documents

_ROOT = Path(__file__).parent.parent
PAGE = _ROOT / "docs" / "rules.md"
_TESTS = _ROOT / "tests" / "routing"
_BEGAN = date(2014, 6, 1)
_NAMES = {
    "west-mercia": "West Mercia",
    "thames-valley": "Thames Valley",
    "london": "London",
    "dlnr": "Derbyshire, Leicestershire, Nottinghamshire and Rutland",
}
_CHAPTERS = {
    "ownership": "Whose a case is",
    "topic": "Who does what",
    "seats": "Who sits where",
    "risk": "When a risk of serious harm changes",
    "case_flow": "What should come from court with a case",
    "contact": "Whom to contact",
    "danger": "Danger",
    "disclosure": "What may be told to whom",
    "case": "Case references",
    "place": "Places",
    "programme": "Programmes and services",
    "call_back": "A call back",
    "information": "Information asked of another agency",
    "cover": "Cover for a shift, and swaps",
    "limits": "How much one account may look up",
    "reception": "What reception says to a caller",
    "signing_in": "Signing in on the web",
    "changed": "What changed in 2014",
    "arrangement": "Before the arrangement and after it",
    "scope": "What is not understood",
    "enquiry": "What cannot be read",
}
CHAPTERS = frozenset(_CHAPTERS)
_INTRODUCTION = """\
# The rules

<!-- Made by `python -m tools.list_rules`; write changes into routing/policy. -->

Every answer gives the rules that decided it by their ids. This page has each of them: what it says, since
when, where it comes from and the tests that hold it. A rule holds in every area; where an area has its own
way of saying it, that stands below. Rules are data in `routing/policy/`: `national.toml` for all areas, and
in `areas/` a file for each area that differs. Whoever asks about a day is answered by the rules of that day.
"""


def page() -> str:
    """The text of docs/rules.md."""
    policies = Policies.bundled()
    areas = {area: policy for area, policy in policies.by_area.items() if area in _NAMES}
    ids = dict.fromkeys([*policies.national.stated, *(rule for a in areas.values() for rule in a.stated)])
    tests = names_of_tests(ids)
    lines = [_INTRODUCTION]
    for chapter, title in _CHAPTERS.items():
        lines.append(f"## {title}\n")
        for rule in ids:
            if rule.split(".")[0] == chapter:
                lines.extend(_rule(rule, policies.national, areas, tests[rule]))
    lines.extend(_terms(policies))
    lines.extend(_documents())
    return "\n".join(lines)


def _rule(
    rule: str, national: AreaPolicy, areas: Mapping[str, AreaPolicy], tests: Iterable[str]
) -> Iterator[str]:
    everywhere = national.stated.get(rule, ())
    yield f"### `{rule}`\n"
    yield from _versions(everywhere)
    for area, policy in areas.items():
        if policy.stated.get(rule, ()) != everywhere:
            yield f"{_NAMES[area]}:\n"
            yield from (
                f"> {line}" if line else ">" for line in "\n".join(_versions(policy.stated[rule])).split("\n")
            )
            yield ""
    yield f"Tests: {', '.join(f'`{test}`' for test in tests)}\n"


def _versions(versions: Iterable[Rule]) -> Iterator[str]:
    for one in versions:
        yield f"{one.text}\n"
        # The rules about the arrangement's own days name them themselves.
        days = "" if one.id.startswith("arrangement.") else f"{_days(one)}. "
        yield f"*{days}{one.source}.*\n"


def _days(rule: Rule) -> str:
    since = _day(max(rule.since, _BEGAN))
    return f"Since {since}" if rule.until == date.max else f"From {since} until {_day(rule.until)}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _terms(policies: Policies) -> Iterator[str]:
    yield "## What words mean\n"
    yield "A word is explained by the rule `term.` and its id; it means the same in every area.\n"
    yield "| word | id | ask about it under | source |"
    yield "| --- | --- | --- | --- |"
    for term in sorted(policies.terms.values(), key=lambda one: one.name.lower()):
        yield f"| {term.name} | `term.{term.id}` | {term.topic} | {term.source} |"
    yield "\nTests: `test_every_term_is_explained_in_its_own_words`\n"


def _documents() -> Iterator[str]:
    yield "## Sources\n"
    for one in documents():
        sections = f" Sections: {'; '.join(one.sections)}." if one.sections else ""
        yield f"- **{one.name}**. {one.about}{sections}"
    yield ""


def names_of_tests(ids: Iterable[str]) -> dict[str, list[str]]:
    """The names of the tests of each rule: named after it, or with its id in what they check."""
    known = {rule: rule.replace(".", "_") for rule in ids}
    found: dict[str, list[str]] = defaultdict(list)
    for name, words in _tests():
        for rule, stem in known.items():
            if name.startswith(f"test_{stem}__") or rule in words:
                found[rule].append(name)
    return {rule: list(dict.fromkeys(found[rule])) for rule in known}


def _tests() -> Iterator[tuple[str, set[str]]]:
    """Every test function with the words in it, those of the tables that it is given included."""
    for file in sorted(_TESTS.rglob("test_*.py")):
        tree = ast.parse(file.read_text("utf-8"))
        tables = {target.id: words for target, words in _tables(tree)}
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_"):
                given = {one.id for part in node.decorator_list for one in ast.walk(part)
                         if isinstance(one, ast.Name)}  # fmt: skip
                words = _words(node).union(*(tables.get(name, set()) for name in given))
                yield node.name, words


def _tables(tree: ast.Module) -> Iterator[tuple[ast.Name, set[str]]]:
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        for target in targets:
            if isinstance(target, ast.Name):
                yield target, _words(node)


def _words(node: ast.AST) -> set[str]:
    return {
        one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str)
    }


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
