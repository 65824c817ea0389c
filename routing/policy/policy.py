"""Policies read from their TOML files and checked: every rule has an id, a text and a source."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from routing.answer import Reason
from routing.vocabulary import Provider, Risk, Topic

_NATIONAL = "national.toml"
_NOT_POLICIES = {_NATIONAL, "terms.toml"}
_Word = TypeVar("_Word", Provider, Risk, Topic)


class PolicyError(ValueError):
    """A policy file that cannot be used; the message names the file, the rule and the fault."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing agreed: `text` may hold {placeholders} that the router fills."""

    id: str
    text: str
    source: str

    def reason(self, **values: str) -> Reason:
        """As a reason of an answer."""
        return Reason(rule=self.id, text=self.text.format(**values), source=self.source)


@dataclass(frozen=True, slots=True)
class OwnershipRule:
    """Who owns a case of which these facts hold; `since` is the first day on which it does."""

    rule: Rule
    provider: Provider
    risk: frozenset[Risk]
    mappa: bool
    public_interest: bool
    under_12_months: bool
    since: date


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the field in plain words, and the topic whose people can say more."""

    id: str
    name: str
    aliases: tuple[str, ...]
    text: str
    source: str
    topic: Topic | None

    def reason(self) -> Reason:
        """As what there is to say."""
        return Reason(rule=f"term.{self.id}", text=self.text, source=self.source)


@dataclass(frozen=True, slots=True)
class Policy:
    """What one area has agreed."""

    area: str
    ownership: tuple[OwnershipRule, ...]
    rules: Mapping[str, Rule]
    leads: Mapping[Topic, Provider | None]

    def reason(self, rule_id: str, **values: str) -> Reason:
        """The rule with this id, as a reason."""
        return self.rules[rule_id].reason(**values)

    def topic_reason(self, topic: Topic) -> Reason:
        """Who leads on a topic, as a reason."""
        return self.rules[f"topic.{topic}"].reason()


@dataclass(frozen=True, slots=True)
class Policies:
    """The policies of all areas, and the glossary they share."""

    by_area: Mapping[str, Policy]
    terms: Mapping[str, Term]

    @classmethod
    def bundled(cls) -> "Policies":
        """The policies that come with the product. Raises PolicyError."""
        return _bundled()


@lru_cache(maxsize=1)
def _bundled() -> Policies:
    folder = files("routing.policy")
    national = _load(folder / _NATIONAL)
    by_area = {}
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if file.name.endswith(".toml") and file.name not in _NOT_POLICIES:
            policy = build_policy(national, _load(file), file.name)
            by_area[policy.area] = policy
    return Policies(by_area, _terms(folder / "terms.toml"))


def _load(file: Traversable) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise PolicyError(f"{file.name}: {error}") from None


def build_policy(national: Mapping[str, Any], local: Mapping[str, Any], file: str) -> Policy:
    """An area's policy: the national rules, and the area's own, which come before them."""
    if "area" not in local:
        raise PolicyError(f"{file}: says no area")
    rules: dict[str, Rule] = {}
    ownership: dict[str, OwnershipRule] = {}
    leads: dict[Topic, Provider | None] = {}
    for name, tables in ((_NATIONAL, national), (file, local)):
        for rule_id, table in tables.get("rules", {}).items():
            rules[rule_id] = _rule(rule_id, table, name)
        for table in tables.get("ownership", ()):
            one = _ownership(table, name)
            ownership[one.rule.id] = one
            rules[one.rule.id] = one.rule
        for topic, table in tables.get("topics", {}).items():
            rules[f"topic.{topic}"] = _rule(f"topic.{topic}", table, name)
            leads[_member(Topic, topic, name)] = _provider(table, name)
    # What makes a case the NPS's comes before what makes it the CRC's, in whatever order it is written.
    ordered = sorted(ownership.values(), key=lambda one: one.provider is not Provider.NPS)
    return Policy(local["area"], tuple(ordered), rules, leads)


def _rule(rule_id: str, table: Mapping[str, Any], file: str) -> Rule:
    for key in ("text", "source"):
        if not str(table.get(key, "")).strip():
            raise PolicyError(f"{file}: rule {rule_id} has no {key}")
    return Rule(rule_id, table["text"], table["source"])


def _ownership(table: Mapping[str, Any], file: str) -> OwnershipRule:
    rule = _rule(str(table.get("id", "without an id")), table, file)
    provider = _provider(table, file)
    if provider is None:
        raise PolicyError(f"{file}: rule {rule.id} says no provider")
    return OwnershipRule(
        rule=rule,
        provider=provider,
        risk=frozenset(_member(Risk, level, file) for level in table.get("risk", ())),
        mappa=table.get("mappa", False),
        public_interest=table.get("public_interest", False),
        under_12_months=table.get("under_12_months", False),
        since=table.get("since", date.min),
    )


def _provider(table: Mapping[str, Any], file: str) -> Provider | None:
    return _member(Provider, table["provider"], file) if "provider" in table else None


def _member(kind: type[_Word], value: str, file: str) -> _Word:
    try:
        return kind(value)
    except ValueError:
        known = ", ".join(kind)
        raise PolicyError(f"{file}: {value!r} is no {kind.__name__.lower()}; known are {known}") from None


def _terms(file: Traversable) -> dict[str, Term]:
    terms = {}
    for term_id, table in _load(file).items():
        rule = _rule(f"term.{term_id}", table, file.name)
        topic = _member(Topic, table["topic"], file.name) if "topic" in table else None
        aliases = tuple(table.get("aliases", ()))
        terms[term_id] = Term(term_id, table.get("name", term_id), aliases, rule.text, rule.source, topic)
    return terms
