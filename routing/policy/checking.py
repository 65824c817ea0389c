"""Tables of a policy file, checked: a slip is found when it is loaded, named with its file and rule."""

from collections.abc import Mapping, Set
from datetime import date
from enum import StrEnum
from string import Formatter
from typing import Any, TypeVar

from routing.policy.policy import PolicyError, Rule

_DAYS: dict[str, type] = {"since": date, "until": date}
SAID: dict[str, type] = {"text": str, "source": str, **_DAYS}
EXAMPLES = {
    int: "a whole number from 1 on",
    list: '["high", "very_high"]',
    bool: "true or leave it out",
    str: "words in quotes",
    date: "a day such as 2015-02-01, without quotes",
}
_Word = TypeVar("_Word", bound=StrEnum)

Table = Mapping[str, Any]


def rule_in(rule_id: str, table: Table, file: str, filled: Set[str] = frozenset()) -> Rule:
    """A rule with its text and source; `filled` are the placeholders that something fills."""
    for key in ("text", "source"):
        if not str(table.get(key, "")).strip():
            raise PolicyError(f"{file}: rule {rule_id} has no {key}")
    since, until = table.get("since", date.min), table.get("until", date.max)
    rule = Rule(rule_id, table["text"], table["source"], since, until)
    unknown = placeholders_of(rule, file) - filled
    if unknown:
        raise PolicyError(f"{file}: rule {rule_id} has {{{min(unknown)}}} in its text, which nothing fills")
    return rule


def placeholders_of(rule: Rule, file: str) -> set[str]:
    """What stands in braces in its text."""
    try:
        return {name for _, name, _, _ in Formatter().parse(rule.text) if name is not None}
    except ValueError as error:
        raise PolicyError(f"{file}: rule {rule.id}: its text cannot be read ({error})") from None


def check_keys(table: Table, known: Mapping[str, type], place: str) -> None:
    """A slip in a name or a value would change whose cases are whose without a word."""
    for key, value in table.items():
        if key not in known:
            raise PolicyError(f"{place} has {key!r}; known are {', '.join(known)}")
        if type(value) is not known[key]:
            raise PolicyError(f"{place}: {key} is {value!r}; write {EXAMPLES[known[key]]}")


def member(kind: type[_Word], value: str, place: str) -> _Word:
    """The word of this kind."""
    try:
        return kind(value)
    except ValueError:
        known = ", ".join(kind)
        raise PolicyError(f"{place}: {value!r} is no {kind.__name__.lower()}; known are {known}") from None
