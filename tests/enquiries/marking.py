"""Enquiries with what their answers have to hold: `matches` is how one expectation is met.

A list of values means any of these, an object at least these fields, equal moments name the same.
"""

import json
from collections import defaultdict
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from routing.answer import Answer, to_json

Line = dict[str, Any]
_PLAIN = ("kind", "topic", "provider", "office", "area", "open_now", "urgent")


def lines_of(file: str) -> list[Line]:
    """The enquiries of a file beside this one."""
    text = (Path(__file__).parent / file).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines() if line]


def matches(wanted: Any, got: Any) -> bool:
    """Whether a value is as wanted."""
    if isinstance(wanted, list):
        return any(matches(choice, got) for choice in wanted)
    if isinstance(wanted, dict):
        return isinstance(got, dict) and all(k in got and matches(v, got[k]) for k, v in wanted.items())
    return bool(wanted == got) or _same_moment(wanted, got)


def _same_moment(wanted: Any, got: Any) -> bool:
    if not (isinstance(wanted, str) and isinstance(got, str) and "T" in wanted):
        return False
    try:
        return datetime.fromisoformat(wanted) == datetime.fromisoformat(got)
    except (ValueError, TypeError):
        return False


def meets(key: str, wanted: Any, answer: Line) -> bool:
    """Whether an answer meets one expectation. Raises KeyError for one it does not know."""
    if key in _PLAIN:
        return matches(wanted, answer[key])
    steps = answer["steps"]
    roles = iter([step["role"] for step in steps])
    reasons = " ".join(f"{r['text']} {r['rule']}".lower() for r in answer["because"])
    checks: dict[str, Callable[[], bool]] = {
        "clarify_asks": lambda: matches({"asks": wanted}, answer["clarify"]),
        "first": lambda: bool(steps) and matches(wanted, steps[0]),
        "contains": lambda: all(any(matches(one, step) for step in steps) for one in wanted),
        "order": lambda: all(role in roles for role in wanted),
        "no_names": lambda: all(step["name"] is None for step in steps),
        "no_phone": lambda: not any(number in json.dumps(answer) for number in wanted),
        "warnings": lambda: set(wanted) <= set(answer["warnings"]),
        "runs": lambda: wanted == [p["run"] for p in answer["programmes"] or () if not p["does_not_fit"]],
        "rule_like": lambda: any(word.lower() in reasons for word in wanted),
    }
    return checks[key]()


def wrong_by_group(lines: list[Line], answers: dict[str, Answer]) -> dict[str, list[str]]:
    """For each group the ids of the enquiries whose answer falls short; pairs have to be equal."""
    wrong: dict[str, list[str]] = defaultdict(list)
    pairs: dict[str, set[bytes]] = defaultdict(set)
    for line in lines:
        answer = json.loads(to_json(answers[line["id"]]))
        expected = {key: value for key, value in line["expect"].items() if key != "pair"}
        pair = line.get("pair") or line["expect"].get("pair")
        if pair:
            pairs[pair].add(json.dumps({**answer, "id": None}).encode())
        unequal = pair is not None and len(pairs[pair]) > 1
        if unequal or not all(meets(key, value, answer) for key, value in expected.items()):
            wrong[line["group"]].append(line["id"])
    return wrong
