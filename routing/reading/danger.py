"""Is somebody in danger now? Rather once too often than once too seldom, but not at every knife.

Signs add up within a sentence (`lexicon/danger.toml`). What is told as past, as imagined or as a
figure of speech is left out unless the same sentence says that it is now.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from routing.reading.phrases import Match

_ENOUGH = 1.0
_NEGATORS = frozenset(
    [
        "not",
        "no",
        "never",
        "isnt",
        "arent",
        "wasnt",
        "doesnt",
        "didnt",
        "hasnt",
        "havent",
        "nobody",
        "noone",
        "without",
        "wont",
    ]
)
_NEGATION_REACH = 2
_ABOUT_NOT_DOING = frozenset(["breathing", "waking", "responding", "wake", "letting", "let"])


@dataclass
class _Sentence:
    signs: list[Match] = field(default_factory=list)
    said: set[str] = field(default_factory=set)


def signs_of_danger(matches: Iterable[Match], norms: Sequence[str], sentences: Sequence[int]) -> list[Match]:
    """The matches that together mean danger now; empty where nobody is in danger."""
    by_sentence: dict[int, _Sentence] = {}
    nobody_in_danger = False
    for match in matches:
        if match.label.group != "danger":
            continue
        sentence = by_sentence.setdefault(sentences[match.start], _Sentence())
        if match.label.name == "danger":
            sentence.signs.append(match)
        else:
            sentence.said.add(match.label.name)
            nobody_in_danger |= match.label.name == "nobody"
    found: list[Match] = []
    for sentence in by_sentence.values():
        found += _signs_in(sentence, norms, nobody_in_danger)
    return found


def _signs_in(sentence: _Sentence, norms: Sequence[str], nobody_in_danger: bool) -> list[Match]:
    signs = [sign for sign in sentence.signs if not _negated(sign, norms)]
    now = "now" in sentence.said
    if not signs or "figure" in sentence.said or "nobody" in sentence.said:
        return []
    if sentence.said & {"past", "imagined"} and not now:
        return []
    if nobody_in_danger and not now:
        return []
    weight = sum(sign.label.weight for sign in _apart(signs)) + 0.5 * now
    return signs if weight >= _ENOUGH else []


def _apart(signs: list[Match]) -> list[Match]:
    """Signs that share no word, the weightiest first, so that one word does not count twice."""
    kept: list[Match] = []
    for sign in sorted(signs, key=lambda one: (-one.label.weight, -one.length)):
        if all(sign.end <= other.start or other.end <= sign.start for other in kept):
            kept.append(sign)
    return kept


def _negated(sign: Match, norms: Sequence[str]) -> bool:
    if norms[sign.start] in _NEGATORS or _ABOUT_NOT_DOING & set(norms[sign.start : sign.end]):
        return False
    return any(word in _NEGATORS for word in norms[max(0, sign.start - _NEGATION_REACH) : sign.start])
