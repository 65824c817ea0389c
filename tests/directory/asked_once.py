"""What the proof asks, kept from one test to the next: asking anew in each takes two seconds every time."""

from collections.abc import Hashable
from datetime import datetime

from directory.proof.questions import Asked, needs_of
from routing.moments import day_in_london
from routing.policy import Policies
from routing.snapshot import Snapshot

_ASKED: dict[Hashable, Asked] = {}


def asked_once(snapshot: Snapshot, policies: Policies, area: str, at: datetime) -> Asked:
    """What `needs_of` says, asked anew only where the area, its offices or its rules are others."""
    offices = tuple(office for office in snapshot.offices.values() if office.area == area)
    rules = policies.of(area).on(day_in_london(at))
    in_force = tuple(one.rule.id for one in rules.ownership), frozenset(rules.leads.items())
    adds = bool(snapshot.leads or snapshot.teams)
    same = (snapshot.areas[area], offices, in_force, adds)
    if same not in _ASKED:
        _ASKED[same] = needs_of(snapshot, policies, area, at)
    return _ASKED[same]
