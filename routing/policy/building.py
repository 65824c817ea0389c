"""Tables of a policy file become a Policy: checked, so that a slip is found when it is loaded.

Every error names the file, the rule and the fault.
"""

from collections.abc import Mapping, Set
from datetime import date
from string import Formatter
from typing import Any, TypeVar

from routing.policy.policy import OwnershipRule, Policy, PolicyError, Rule, Term
from routing.vocabulary import Provider, Risk, Topic

NATIONAL = "national.toml"
_PLACEHOLDERS = {"provider", "other", "since", "place", "office", "problem", "crc", "division"}
_FACTS: dict[str, type] = {"risk": list, "mappa": bool, "public_interest": bool, "under_12_months": bool}
_OTHER_KEYS: dict[str, type] = {"id": str, "provider": str, "text": str, "source": str, "since": date}
_EXAMPLES = {
    list: '["high", "very_high"]',
    bool: "true or leave it out",
    str: "words in quotes",
    date: "a day such as 2015-02-01, without quotes",
}
_Word = TypeVar("_Word", Provider, Risk, Topic)

Table = Mapping[str, Any]


def build_policy(national: Table, local: Table, file: str) -> Policy:
    """An area's policy: the national rules, and the area's own, which come before them.

    Raises PolicyError.
    """
    if "area" not in local:
        raise PolicyError(f"{file}: says no area")
    rules: dict[str, Rule] = {}
    ownership: dict[str, OwnershipRule] = {}
    leads: dict[Topic, Provider | None] = {}
    for name, tables in ((NATIONAL, national), (file, local)):
        for rule_id, table in tables.get("rules", {}).items():
            before = rules.get(rule_id)
            filled = _placeholders(before, NATIONAL) if before else _PLACEHOLDERS
            rules[rule_id] = _rule(rule_id, table, name, filled)
        for table in tables.get("ownership", ()):
            one = _ownership(table, name)
            ownership[one.rule.id] = one
            rules[one.rule.id] = one.rule
        for topic, table in tables.get("topics", {}).items():
            rule = _rule(f"topic.{topic}", table, name)
            place = f"{name}: rule {rule.id}"
            leads[_member(Topic, topic, place)] = _provider(table, place)
            rules[rule.id] = rule
    # What makes a case the NPS's comes before what makes it the CRC's, in whatever order it is written.
    ordered = sorted(ownership.values(), key=lambda one: one.provider is not Provider.NPS)
    return Policy(local["area"], tuple(ordered), rules, leads)


def _rule(rule_id: str, table: Table, file: str, filled: Set[str] = frozenset()) -> Rule:
    """A rule with its text and source; `filled` are the placeholders that the router fills."""
    for key in ("text", "source"):
        if not str(table.get(key, "")).strip():
            raise PolicyError(f"{file}: rule {rule_id} has no {key}")
    rule = Rule(rule_id, table["text"], table["source"])
    unknown = _placeholders(rule, file) - filled
    if unknown:
        raise PolicyError(f"{file}: rule {rule_id} has {{{min(unknown)}}} in its text, which nothing fills")
    return rule


def _placeholders(rule: Rule, file: str) -> set[str]:
    try:
        return {name for _, name, _, _ in Formatter().parse(rule.text) if name is not None}
    except ValueError as error:
        raise PolicyError(f"{file}: rule {rule.id}: its text cannot be read ({error})") from None


def _ownership(table: Table, file: str) -> OwnershipRule:
    if "id" not in table:
        raise PolicyError(f"{file}: a rule of ownership has no id")
    rule = _rule(table["id"], table, file)
    place = f"{file}: rule {rule.id}"
    provider = _provider(table, place)
    if provider is None:
        raise PolicyError(f"{place} says no provider")
    for key, value in table.items():
        _check_fact(key, value, place)
    # A rule without a fact would hold for every case there is.
    if not any(table.get(fact) for fact in _FACTS):
        raise PolicyError(f"{place} says no fact that decides; known are {', '.join(_FACTS)}")
    return OwnershipRule(
        rule=rule,
        provider=provider,
        risk=frozenset(_member(Risk, level, place) for level in table.get("risk", ())),
        mappa=table.get("mappa", False),
        public_interest=table.get("public_interest", False),
        under_12_months=table.get("under_12_months", False),
        since=table.get("since", date.min),
    )


def _check_fact(key: str, value: object, place: str) -> None:
    """A slip in a name or a value would change whose cases are whose without a word."""
    expected = _FACTS.get(key) or _OTHER_KEYS.get(key)
    if expected is None:
        raise PolicyError(f"{place} has {key!r}; known are {', '.join({**_FACTS, **_OTHER_KEYS})}")
    if type(value) is not expected:
        raise PolicyError(f"{place}: {key} is {value!r}; write {_EXAMPLES[expected]}")


def _provider(table: Table, place: str) -> Provider | None:
    return _member(Provider, table["provider"], place) if "provider" in table else None


def _member(kind: type[_Word], value: str, place: str) -> _Word:
    try:
        return kind(value)
    except ValueError:
        known = ", ".join(kind)
        raise PolicyError(f"{place}: {value!r} is no {kind.__name__.lower()}; known are {known}") from None


def build_terms(tables: Table, file: str) -> dict[str, Term]:
    """The glossary. Raises PolicyError."""
    terms = {}
    for term_id, table in tables.items():
        rule = _rule(f"term.{term_id}", table, file)
        topic = _member(Topic, table["topic"], f"{file}: rule {rule.id}") if "topic" in table else None
        aliases = tuple(table.get("aliases", ()))
        terms[term_id] = Term(term_id, table.get("name", term_id), aliases, rule.text, rule.source, topic)
    return terms
