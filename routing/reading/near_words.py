"""Words within one or two slips of a word, found without looking at most of them.

Each word is cut into segments. Two slips cannot touch all of them, so whatever is near shares a segment
with the word at about the same place; only those words are compared letter by letter. A slip is a letter
wrong, missing, too many or swapped with the next; letters swapped twice are known by being the same.
"""

from collections.abc import Iterable, Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST = 4  # letters: in a shorter word every letter counts
_LONG = 6  # letters, from which on two slips are allowed
_FEW_SEGMENTS, _MANY_SEGMENTS = 3, 4
_MANY_FROM = 8  # letters
# How far a segment may have moved in a word that is so many letters longer than the other.
_SHIFTS = {
    1: {-1: (-1, 0), 0: (0,), 1: (0, 1)},
    2: {-2: (-2, -1, 0), -1: (-1, 0), 0: (-1, 0, 1), 1: (0, 1), 2: (0, 1, 2)},
}

_Segment = tuple[int, int, str]  # length of the word, where in it the segment begins, the segment


def slips_allowed(word: str) -> int:
    """How many slips a word of so many letters may hold."""
    if len(word) < SHORTEST or not word.isalpha():
        return 0
    return 1 if len(word) < _LONG else 2


def _cuts(length: int) -> list[tuple[int, int]]:
    """Where the segments of a word of this length begin and end."""
    number = _FEW_SEGMENTS if length < _MANY_FROM else _MANY_SEGMENTS
    return [(length * n // number, length * (n + 1) // number) for n in range(number)]


class NearWords:
    """An index of words by their segments."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_segment: dict[_Segment, list[str]] = {}
        self._by_letters: dict[str, list[str]] = {}
        cuts: dict[int, list[tuple[int, int]]] = {}
        for word in words:
            length = len(word)
            if length < SHORTEST - 1 or not word.isalpha():
                continue
            if length not in cuts:
                cuts[length] = _cuts(length)
            for start, end in cuts[length]:
                self._by_segment.setdefault((length, start, word[start:end]), []).append(word)
            self._by_letters.setdefault("".join(sorted(word)), []).append(word)
        self._cuts = cuts

    def within(self, word: str, slips: int) -> list[tuple[str, int]]:
        """The words at most so many slips away, with how many it takes, in the same order every time."""
        # Few words share more than one segment: looking at those twice takes less than telling them apart.
        shared = list(self._by_letters.get("".join(sorted(word)), ()))
        for segment in self._segments(word, slips):
            if segment in self._by_segment:
                shared += self._by_segment[segment]
        near = process.extract(word, shared, scorer=OSA.distance, score_cutoff=slips, limit=None)
        return sorted({(found, int(distance)) for found, distance, _ in near})

    def _segments(self, word: str, slips: int) -> Iterator[_Segment]:
        """Every segment by which a near word may be known."""
        for longer, shifts in _SHIFTS[slips].items():
            length = len(word) - longer
            for start, end in self._cuts.get(length, ()):
                for shift in shifts:
                    if start + shift >= 0:
                        yield length, start, word[start + shift : end + shift]
