"""Tables of a policy file become rules: checked, so that a slip is found when it is loaded.

Every error names the file, the rule and the fault.
"""

from collections.abc import Iterator, Mapping, Set
from dataclasses import replace
from datetime import date
from itertools import pairwise
from string import Formatter
from typing import Any, TypeVar

from routing.handover.request import HowUrgent
from routing.limits import Limits
from routing.policy.policy import (
    Capacity,
    ChasingStep,
    ChasingTime,
    Lead,
    OwnershipRule,
    PolicyError,
    Rule,
    Seats,
    Term,
    WaitingStep,
    WaitingTime,
)
from routing.vocabulary import Provider, Risk, Topic

NATIONAL = "national.toml"
_PLACEHOLDERS = frozenset(
    (
        "provider",
        "other",
        "since",
        "place",
        "office",
        "problem",
        "nps",
        "crc",
        "division",
        "post",
        "purpose",
        "address",
        "new",
    )
)
_FACTS: dict[str, type] = {"risk": list, "mappa": bool, "public_interest": bool, "under_12_months": bool}
_DAYS: dict[str, type] = {"since": date, "until": date}
_SAID: dict[str, type] = {"text": str, "source": str, **_DAYS}
_PROVIDER: dict[str, type] = {"provider": str}
_OF_A_CASE: dict[str, type] = {"id": str, **_PROVIDER, **_SAID, **_FACTS}
_SEATED: dict[str, type] = {"nps": str, "crc": str, **_SAID}
_WAITED: dict[str, type] = {**dict.fromkeys(HowUrgent, int), "assumed": bool, **_SAID}
_CHASED: dict[str, type] = {"working_days": int, "assumed": bool, **_SAID}
_EXAMPLES = {
    int: "a whole number from 1 on",
    list: '["high", "very_high"]',
    bool: "true or leave it out",
    str: "words in quotes",
    date: "a day such as 2015-02-01, without quotes",
}
_Word = TypeVar("_Word", Provider, Risk, Topic, Capacity, WaitingStep, ChasingStep)

Table = Mapping[str, Any]
Entry = Rule | OwnershipRule | Lead | Seats | WaitingTime | ChasingTime
Stated = dict[str, list[Entry]]  # by the id of the rule: its versions, one after another in time


def rule_of(entry: Entry) -> Rule:
    """The rule that an entry is or holds."""
    return entry if isinstance(entry, Rule) else entry.rule


def stated_in(tables: Table, file: str, national: Mapping[str, list[Entry]]) -> Stated:
    """Every rule that a file states. `national` are those that it may say in its own way.

    Raises PolicyError.
    """
    stated: Stated = {}
    for table in tables.get("ownership", ()):
        entry = _ownership(table, file)
        stated.setdefault(entry.rule.id, []).append(entry)
    for rule_id, table in _versions(tables, "rules"):
        before = national.get(rule_id)
        filled = _placeholders(rule_of(before[0]), NATIONAL) if before else _PLACEHOLDERS
        _check_keys(table, _SAID, f"{file}: rule {rule_id}")
        stated.setdefault(rule_id, []).append(_rule(rule_id, table, file, filled))
    for topic, table in _versions(tables, "topics"):
        lead = _lead(topic, table, file)
        stated.setdefault(lead.rule.id, []).append(lead)
    for topic, table in _versions(tables, "seats"):
        seats = _seats(topic, table, file)
        stated.setdefault(seats.rule.id, []).append(seats)
    for step, table in _versions(tables, "handover"):
        waiting = _waiting(step, table, file)
        stated.setdefault(waiting.rule.id, []).append(waiting)
    for step, table in _versions(tables, "information"):
        chasing = _chasing(step, table, file)
        stated.setdefault(chasing.rule.id, []).append(chasing)
    for versions in stated.values():
        versions.sort(key=lambda entry: rule_of(entry).since)
        _check_days(versions, file)
    return stated


def _versions(tables: Table, group: str) -> Iterator[tuple[str, Table]]:
    """Each table of a group; a rule that was said otherwise before is a list of tables."""
    for name, value in tables.get(group, {}).items():
        for table in value if isinstance(value, list) else [value]:
            yield name, table


def _check_days(versions: list[Entry], file: str) -> None:
    """One version follows another without a day between them. Only a rule about whose a case is may
    begin late or end, because nothing asks for it by its id."""
    rules = [rule_of(entry) for entry in versions]
    place = f"{file}: rule {rules[0].id}"
    for earlier, later in pairwise(rules):
        if earlier.until != later.since:
            raise PolicyError(
                f"{place}: what ends on {earlier.until} and begins on {later.since} has to be one day"
            )
    open_ended = rules[0].since == date.min and rules[-1].until == date.max
    if not open_ended and not isinstance(versions[0], OwnershipRule):
        raise PolicyError(
            f"{place}: says nothing before its first day or after its last; say what holds then"
        )


def build_limits(table: Table, file: str) -> Limits:
    """How much one account may look up, and how long standing lasts. Raises PolicyError."""
    try:
        return Limits(**table)
    except (TypeError, ValueError) as error:
        raise PolicyError(f"{file}: limits: {error}") from None


def _rule(rule_id: str, table: Table, file: str, filled: Set[str] = frozenset()) -> Rule:
    """A rule with its text and source; `filled` are the placeholders that the router fills."""
    for key in ("text", "source"):
        if not str(table.get(key, "")).strip():
            raise PolicyError(f"{file}: rule {rule_id} has no {key}")
    since, until = table.get("since", date.min), table.get("until", date.max)
    rule = Rule(rule_id, table["text"], table["source"], since, until)
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
    place = f"{file}: rule {table['id']}"
    _check_keys(table, _OF_A_CASE, place)
    rule = _rule(table["id"], table, file)
    if "provider" not in table:
        raise PolicyError(f"{place} says no provider")
    # A rule without a fact would hold for every case there is.
    if not any(table.get(fact) for fact in _FACTS):
        raise PolicyError(f"{place} says no fact that decides; known are {', '.join(_FACTS)}")
    return OwnershipRule(
        rule=rule,
        provider=_member(Provider, table["provider"], place),
        risk=frozenset(_member(Risk, level, place) for level in table.get("risk", ())),
        mappa=table.get("mappa", False),
        public_interest=table.get("public_interest", False),
        under_12_months=table.get("under_12_months", False),
    )


def _lead(topic: str, table: Table, file: str) -> Lead:
    place = f"{file}: rule topic.{topic}"
    _check_keys(table, _PROVIDER | _SAID, place)
    rule = _rule(f"topic.{topic}", table, file)
    provider = _member(Provider, table["provider"], place) if "provider" in table else None
    return Lead(rule, _member(Topic, topic, place), provider)


def _seats(topic: str, table: Table, file: str) -> Seats:
    place = f"{file}: rule seats.{topic}"
    _check_keys(table, _SEATED, place)
    rule = _rule(f"seats.{topic}", table, file)
    capacity = {
        provider: _member(Capacity, table[provider], place)
        for provider in (Provider.NPS, Provider.CRC)
        if provider in table
    }
    if not capacity:
        raise PolicyError(f"{place} says neither for nps nor for crc in what capacity it sits there")
    return Seats(rule, _member(Topic, topic, place), capacity)


def _waiting(step: str, table: Table, file: str) -> WaitingTime:
    """A waiting time; its text is filled with its own minutes."""
    place = f"{file}: rule handover.{step}"
    _check_keys(table, _WAITED, place)
    minutes = {urgency: table.get(urgency, 0) for urgency in HowUrgent}
    for urgency, least in minutes.items():
        if least < 1:
            raise PolicyError(f"{place}: {urgency} is {least}; write {_EXAMPLES[int]}")
    rule = _rule(f"handover.{step}", table, file, frozenset(HowUrgent))
    said = replace(rule, text=rule.text.format(**minutes))
    return WaitingTime(said, _member(WaitingStep, step, place), minutes, table.get("assumed", False))


def _chasing(step: str, table: Table, file: str) -> ChasingTime:
    """How many working days a step takes; its text is filled with them."""
    place = f"{file}: rule information.{step}"
    _check_keys(table, _CHASED, place)
    days = table.get("working_days", 0)
    if days < 1:
        raise PolicyError(f"{place}: working_days is {days}; write {_EXAMPLES[int]}")
    rule = _rule(f"information.{step}", table, file, frozenset({"working_days"}))
    said = replace(rule, text=rule.text.format(working_days=days))
    return ChasingTime(said, _member(ChasingStep, step, place), days, table.get("assumed", False))


def _check_keys(table: Table, known: Mapping[str, type], place: str) -> None:
    """A slip in a name or a value would change whose cases are whose without a word."""
    for key, value in table.items():
        if key not in known:
            raise PolicyError(f"{place} has {key!r}; known are {', '.join(known)}")
        if type(value) is not known[key]:
            raise PolicyError(f"{place}: {key} is {value!r}; write {_EXAMPLES[known[key]]}")


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
        if "topic" not in table:
            raise PolicyError(f"{file}: rule {rule.id} says no topic; it tells whose people are to be asked")
        topic = _member(Topic, table["topic"], f"{file}: rule {rule.id}")
        aliases = tuple(table.get("aliases", ()))
        terms[term_id] = Term(term_id, table.get("name", term_id), aliases, rule.text, rule.source, topic)
    return terms
