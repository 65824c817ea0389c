"""Rules that are numbers: how long a step of a call back, of a request for information or of cover may take.

Each is filled into the rule's own text, and says whether a source has it.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from routing.call_backs.request import HowUrgent
from routing.policy.checking import EXAMPLES, SAID, Table, check_keys, member, rule_in
from routing.policy.policy import (
    ChasingStep,
    ChasingTime,
    CoverStep,
    CoverTime,
    PolicyError,
    Rule,
    WaitingStep,
    WaitingTime,
)

Timed = WaitingTime | ChasingTime | CoverTime
_DAYS, _HOURS, _WORKING_DAYS = "days", "hours", "working_days"


def timed_by_group() -> Mapping[str, Callable[[str, Table, str], Timed]]:
    """How the tables of a group, such as `[call_back.spo]`, are read; they raise PolicyError."""
    return {"call_back": _waiting, "information": _chasing, "cover": _cover}


def _waiting(step: str, table: Table, file: str) -> WaitingTime:
    rule, minutes = _numbers(f"call_back.{step}", table, file, *HowUrgent)
    known = member(WaitingStep, step, f"{file}: rule {rule.id}")
    return WaitingTime(rule, known, {one: minutes[one] for one in HowUrgent}, _assumed(table))


def _chasing(step: str, table: Table, file: str) -> ChasingTime:
    rule, days = _numbers(f"information.{step}", table, file, _WORKING_DAYS)
    known = member(ChasingStep, step, f"{file}: rule {rule.id}")
    return ChasingTime(rule, known, days[_WORKING_DAYS], _assumed(table))


def _cover(step: str, table: Table, file: str) -> CoverTime:
    unit = _DAYS if _DAYS in table else _HOURS
    rule, number = _numbers(f"cover.{step}", table, file, unit)
    span = timedelta(**{unit: number[unit]})
    return CoverTime(rule, member(CoverStep, step, f"{file}: rule {rule.id}"), span, _assumed(table))


def _numbers(rule_id: str, table: Table, file: str, *names: str) -> tuple[Rule, dict[str, int]]:
    """The rule, its text filled with the numbers of these names: whole, and from 1 on."""
    place = f"{file}: rule {rule_id}"
    check_keys(table, {**dict.fromkeys(names, int), "assumed": bool, **SAID}, place)
    numbers: dict[str, int] = {str(name): table.get(name, 0) for name in names}
    for name, number in numbers.items():
        if number < 1:
            raise PolicyError(f"{place}: {name} is {number}; write {EXAMPLES[int]}")
    rule = rule_in(rule_id, table, file, frozenset(numbers))
    return replace(rule, text=rule.text.format(**numbers)), numbers


def _assumed(table: Table) -> bool:
    assumed: bool = table.get("assumed", False)
    return assumed
