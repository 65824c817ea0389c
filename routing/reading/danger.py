"""Is somebody in danger now? Rather once too often than once too seldom, but not at every knife.

`danger_signs` finds the signs; here what is told as past, imagined or denied is taken away, within
its own clause or sentence, and the rest is added up.
"""

from collections.abc import Iterable

from routing.reading.danger_guards import Guards
from routing.reading.danger_leaning import leaning
from routing.reading.danger_signs import Sign, find_signs
from routing.reading.phrases import Match
from routing.reading.said import Said

_PLAIN = 0.99  # signs that speak for themselves; sums of tenths fall short of 1.0 by a hair
_ENOUGH = 0.75  # signs and leaning together
_MOST_OF_LEANING = 3.0
_SHARE_OF_LEANING = 0.5
_ORDINARY = -1.2  # what leans further away from danger is an ordinary enquiry for all its words
_ORDINARY_THOUGH_FIRM = -2.4
_NOW = 0.4  # what it adds that it is said to be now
_ALONE = 5  # words: who writes no more than these does not explain
_OF_A_SHORT_TEXT = 0.5


def is_danger(said: Said) -> tuple[bool, list[Match]]:
    """Whether somebody is in danger now, and the matches that say so."""
    guards = Guards(said)
    left = _apart([sign for sign in map(guards.weighed, find_signs(said)) if sign.weight > 0])
    matches = [match for sign in left for match in sign.matches]
    lean = max(-_MOST_OF_LEANING, min(_MOST_OF_LEANING, leaning(said.norms)))
    weight = _weight(said, guards, left)
    if weight >= _PLAIN:
        firm = any(sign.firm and sign.weight >= _PLAIN for sign in left)
        in_danger = lean > (_ORDINARY_THOUGH_FIRM if firm else _ORDINARY)
    else:
        heard = lean if left or not guards.stands else 0.0
        in_danger = weight + _SHARE_OF_LEANING * heard >= _ENOUGH
    return in_danger, matches if in_danger else []


def _weight(said: Said, guards: Guards, signs: list[Sign]) -> float:
    """The signs added up, and what it adds that it is now, or all that is said."""
    if not signs:
        return 0.0
    bare = [sign.weight for sign in signs if sign.bare]
    weight = sum(sign.weight for sign in signs if not sign.bare) + max(bare, default=0.0)
    return weight + _NOW * guards.now + _OF_A_SHORT_TEXT * _is_a_cry(said, signs)


def _is_a_cry(said: Said, signs: Iterable[Sign]) -> bool:
    """Whether it is a word or two and one of them a weapon: "knife!!!", "hes here. knife"."""
    words = [norm for norm in said.norms if norm]
    return len(words) <= _ALONE and any(sign.grave for sign in signs)


def _apart(signs: list[Sign]) -> list[Sign]:
    """Signs that share no word, the weightiest first, so that one word does not count twice."""
    kept: list[Sign] = []
    for sign in sorted(signs, key=lambda one: (-one.weight, one.start - one.end)):
        if all(sign.end <= other.start or other.end <= sign.start for other in kept):
            kept.append(sign)
    return kept
