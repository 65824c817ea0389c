"""Corrections within a text: "the CRC, no sorry, the NPS" means the NPS."""

from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from routing.reading.matching import Groups, in_order
from routing.reading.phrases import Match

_CORRECTABLE = frozenset({"provider", "risk", "role", "urgency", "topic", "facts", "term"})
_start = attrgetter("start")
_REACH = 7  # words between what is corrected and the correction, and from there to what is meant


def without_corrected(groups: Groups) -> tuple[Groups, frozenset[Match]]:
    """The matches that stand, and those that are taken back: others of their kind follow a correction."""
    corrections = groups.get("correction")
    if not corrections:
        return groups, frozenset()
    matches = in_order(groups)
    taken_back = frozenset(match for one in corrections for match in _corrected_by(one, matches))
    left = {name: [match for match in group if match not in taken_back] for name, group in groups.items()}
    return {name: group for name, group in left.items() if group}, taken_back


def _corrected_by(correction: Match, matches: list[Match]) -> Iterator[Match]:
    first, middle, last = (
        bisect_left(matches, at, key=_start)
        for at in (correction.start - 2 * _REACH, correction.end, correction.end + _REACH + 1)
    )
    meant = {(match.label.group, match.label.name) for match in matches[middle:last]}
    groups = {group for group, _ in meant} & _CORRECTABLE
    for match in matches[first:middle]:
        before = 0 <= correction.start - match.end <= _REACH
        of_a_kind = match.label.group in groups
        if before and of_a_kind and (match.label.group, match.label.name) not in meant:
            yield match
