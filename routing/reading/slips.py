"""Slips of the finger put right, one unknown word at a time.

A word that is known, or ordinary English, is left alone: "breech" is in the lexicon as people
write it, "reading" is a word. What is left over is compared with the words that matter here.
"""

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

_SHORTEST = 4
_LONG = 7  # from this length on two slips are found
_KEPT = 8  # candidates looked at, best first


def slips_allowed(word: str) -> int:
    """How many single-letter slips (wrong, missing, extra or swapped letter) a word may hold."""
    if len(word) < _SHORTEST or not word.isalpha():
        return 0
    return 1 if len(word) < _LONG else 2


class Slips:
    """Finds the word that was meant. `known` words are never touched, `targets` are what it finds."""

    def __init__(self, known: Iterable[str], targets: Iterable[str]) -> None:
        self._known = frozenset(known)
        self._targets = sorted({word for word in targets if len(word) >= _SHORTEST and word.isalpha()})

    def is_known(self, word: str) -> bool:
        """Whether the word stands as it is."""
        return word in self._known

    def meant(self, word: str) -> str:
        """The word meant, or the word itself where nothing is near enough."""
        allowed = slips_allowed(word)
        if not allowed or word in self._known:
            return word
        near = process.extract(word, self._targets, scorer=OSA.distance, score_cutoff=allowed, limit=_KEPT)
        if not near:
            return word
        best = min(
            near,
            key=lambda found: (found[1], found[0][0] != word[0], abs(len(found[0]) - len(word)), found[0]),
        )
        return str(best[0])
