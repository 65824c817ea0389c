"""Slips of the finger put right, one unknown word at a time.

A word that is known, or ordinary English, is left alone: "breech" is in the lexicon as people
write it, "reading" is a word. What is left over is compared with the words that matter here.
"""

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

_SHORTEST = 4
_LONG = 7  # from this length on two slips are found wherever they are
_SAME_BEGINNING = 4  # letters
_KEPT = 8  # candidates looked at, best first


def slips_allowed(word: str) -> int:
    """How many single-letter slips (wrong, missing, extra or swapped letter) a word may hold."""
    if len(word) < _SHORTEST or not word.isalpha():
        return 0
    return 1 if len(word) < _LONG - 1 else 2


def _is_likely(word: str, meant: str) -> bool:
    """Whether the slip is one of those people make in so short a word.

    Four letters with another one wrong are a word of their own ("Peru" is no "perp"): there only a
    missing letter or two swapped ones are put right. Two slips in six letters are two
    missing letters, or at the end.
    """
    if len(word) == _SHORTEST:
        return len(meant) > len(word) or sorted(meant) == sorted(word)
    if len(word) == _LONG - 1 and OSA.distance(word, meant) > 1:
        letters_missing = len(meant) == len(word) + 2 and word[:3] == meant[:3] and word[-2:] == meant[-2:]
        return letters_missing or word[:_SAME_BEGINNING] == meant[:_SAME_BEGINNING]
    return True


class Slips:
    """Finds the word that was meant. `known` words are never touched, `targets` are what it finds."""

    def __init__(self, known: Iterable[str], targets: Iterable[str]) -> None:
        self._known = frozenset(known)
        by_length: dict[int, list[str]] = {}
        for target in sorted({word for word in targets if len(word) >= _SHORTEST and word.isalpha()}):
            by_length.setdefault(len(target), []).append(target)
        # Only words about as long can be meant: looking at the others would take most of the time.
        self._about_as_long = {
            (length, allowed): [
                t for near in range(length - allowed, length + allowed + 1) for t in by_length.get(near, ())
            ]
            for length in range(_SHORTEST, max(by_length, default=0) + 3)
            for allowed in (1, 2)
        }

    def meant(self, word: str) -> str:
        """The word meant, or the word itself where nothing is near enough."""
        allowed = slips_allowed(word)
        if not allowed or word in self._known:
            return word
        near = process.extract(
            word,
            self._about_as_long.get((len(word), allowed), ()),
            scorer=OSA.distance,
            score_cutoff=allowed,
            limit=_KEPT,
        )
        if not near:
            return word
        near = [found for found in near if _is_likely(word, found[0])]
        best = min(
            near,
            key=lambda found: (found[1], found[0][0] != word[0], abs(len(found[0]) - len(word)), found[0]),
            default=None,
        )
        return str(best[0]) if best else word
