"""What an area has agreed over the years: a policy for each time in which no rule begins or ends."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from routing.policy.building import NATIONAL, Stated, rule_of, stated_in
from routing.policy.checking import Table
from routing.policy.policy import (
    ChasingTime,
    CoverTime,
    Lead,
    OwnershipRule,
    Policy,
    PolicyError,
    Rule,
    Seats,
    WaitingTime,
)
from routing.vocabulary import Provider

# Whoever asks before the arrangement began, or after it ended, is told whose it was to be or had
# been, and that it is not so on that day.
_NOT_YET, _ENDED = "arrangement.not_yet", "arrangement.ended"


@dataclass(frozen=True, slots=True)
class AreaPolicy:
    """One area's policies in order of time. The first begins before anybody can ask."""

    area: str
    policies: tuple[Policy, ...]
    stated: Mapping[str, tuple[Rule, ...]]  # every rule of the area, with all its versions in order

    def on(self, day: date) -> Policy:
        """What holds on this day."""
        begins = [policy.begins for policy in self.policies]
        return self.policies[bisect_right(begins, day) - 1]

    @property
    def days_of_change(self) -> tuple[date, ...]:
        """The days on which a rule begins or ends."""
        return tuple(policy.begins for policy in self.policies[1:])


def build_area(national: Table, local: Table, file: str) -> AreaPolicy:
    """An area's policy: the national rules, and the area's own instead of those of the same id.

    Raises PolicyError.
    """
    if "area" not in local:
        raise PolicyError(f"{file}: says no area")
    everywhere = stated_in(national, NATIONAL, {})
    stated: Stated = everywhere | stated_in(local, file, everywhere)
    begins, ends = national.get("since", date.min), national.get("until", date.max)
    days = {day for day in _days(stated) if begins < day < ends}
    notices = {date.min: _NOT_YET, begins: None, **dict.fromkeys(days), ends: _ENDED}
    notices.pop(date.max, None)
    policies = tuple(_in_force(local["area"], stated, day, notices[day]) for day in sorted(notices))
    rules = {key: tuple(rule_of(entry) for entry in versions) for key, versions in stated.items()}
    return AreaPolicy(local["area"], policies, rules)


def _days(stated: Stated) -> Iterator[date]:
    for versions in stated.values():
        for entry in versions:
            yield from (rule_of(entry).since, rule_of(entry).until)


def _in_force(area: str, stated: Stated, day: date, notice: str | None) -> Policy:
    held = [entry for versions in stated.values() for entry in versions if rule_of(entry).holds_on(day)]
    ownership = [entry for entry in held if isinstance(entry, OwnershipRule)]
    # What makes a case the NPS's comes before what makes it the CRC's, in whatever order it is written.
    ownership.sort(key=lambda one: one.provider is not Provider.NPS)
    return Policy(
        area=area,
        begins=day,
        notice=notice,
        ownership=tuple(ownership),
        rules={rule_of(entry).id: rule_of(entry) for entry in held},
        leads={entry.topic: entry.provider for entry in held if isinstance(entry, Lead)},
        seats={entry.topic: entry for entry in held if isinstance(entry, Seats)},
        waits={entry.step: entry for entry in held if isinstance(entry, WaitingTime)},
        chasing={entry.step: entry for entry in held if isinstance(entry, ChasingTime)},
        covering={entry.step: entry for entry in held if isinstance(entry, CoverTime)},
    )
