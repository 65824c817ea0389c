"""Tables of a policy file become rules: checked, so that a slip is found when it is loaded.

Every error names the file, the rule and the fault.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise

from routing.limits import Limits
from routing.policy.checking import SAID, Table, check_keys, member, placeholders_of, rule_in
from routing.policy.policy import (
    Capacity,
    Lead,
    OwnershipRule,
    PolicyError,
    Rule,
    Seats,
    Term,
)
from routing.policy.times import Timed, timed_by_group
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
_PROVIDER: dict[str, type] = {"provider": str}
_OF_A_CASE: dict[str, type] = {"id": str, **_PROVIDER, **SAID, **_FACTS}
_SEATED: dict[str, type] = {"nps": str, "crc": str, **SAID}

Entry = Rule | OwnershipRule | Lead | Seats | Timed
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
        filled = placeholders_of(rule_of(before[0]), NATIONAL) if before else _PLACEHOLDERS
        check_keys(table, SAID, f"{file}: rule {rule_id}")
        stated.setdefault(rule_id, []).append(rule_in(rule_id, table, file, filled))
    for topic, table in _versions(tables, "topics"):
        lead = _lead(topic, table, file)
        stated.setdefault(lead.rule.id, []).append(lead)
    for topic, table in _versions(tables, "seats"):
        seats = _seats(topic, table, file)
        stated.setdefault(seats.rule.id, []).append(seats)
    for group, timed_in in timed_by_group().items():
        for step, table in _versions(tables, group):
            timed = timed_in(step, table, file)
            stated.setdefault(timed.rule.id, []).append(timed)
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


def _ownership(table: Table, file: str) -> OwnershipRule:
    if "id" not in table:
        raise PolicyError(f"{file}: a rule of ownership has no id")
    place = f"{file}: rule {table['id']}"
    check_keys(table, _OF_A_CASE, place)
    rule = rule_in(table["id"], table, file)
    if "provider" not in table:
        raise PolicyError(f"{place} says no provider")
    # A rule without a fact would hold for every case there is.
    if not any(table.get(fact) for fact in _FACTS):
        raise PolicyError(f"{place} says no fact that decides; known are {', '.join(_FACTS)}")
    return OwnershipRule(
        rule=rule,
        provider=member(Provider, table["provider"], place),
        risk=frozenset(member(Risk, level, place) for level in table.get("risk", ())),
        mappa=table.get("mappa", False),
        public_interest=table.get("public_interest", False),
        under_12_months=table.get("under_12_months", False),
    )


def _lead(topic: str, table: Table, file: str) -> Lead:
    place = f"{file}: rule topic.{topic}"
    check_keys(table, _PROVIDER | SAID, place)
    rule = rule_in(f"topic.{topic}", table, file)
    provider = member(Provider, table["provider"], place) if "provider" in table else None
    return Lead(rule, member(Topic, topic, place), provider)


def _seats(topic: str, table: Table, file: str) -> Seats:
    place = f"{file}: rule seats.{topic}"
    check_keys(table, _SEATED, place)
    rule = rule_in(f"seats.{topic}", table, file)
    capacity = {
        provider: member(Capacity, table[provider], place)
        for provider in (Provider.NPS, Provider.CRC)
        if provider in table
    }
    if not capacity:
        raise PolicyError(f"{place} says neither for nps nor for crc in what capacity it sits there")
    return Seats(rule, member(Topic, topic, place), capacity)


def build_terms(tables: Table, file: str) -> dict[str, Term]:
    """The glossary. Raises PolicyError."""
    terms = {}
    for term_id, table in tables.items():
        rule = rule_in(f"term.{term_id}", table, file)
        if "topic" not in table:
            raise PolicyError(f"{file}: rule {rule.id} says no topic; it tells whose people are to be asked")
        topic = member(Topic, table["topic"], f"{file}: rule {rule.id}")
        aliases = tuple(table.get("aliases", ()))
        terms[term_id] = Term(term_id, table.get("name", term_id), aliases, rule.text, rule.source, topic)
    return terms
