"""Places named in a text: exact names first, words in order, the asker's area before others.

A place whose name is also an ordinary word (Rock, Stone, Ash, Broadway) counts only where it is
written as a place is: with a capital after "in", "at", "near" and the like.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from routing.reading.words import BOUNDARY, Word, split_words
from routing.snapshot import Place

_LONGEST_NAME = 5
_CUES = frozenset(
    [
        "in",
        "at",
        "near",
        "from",
        "to",
        "of",
        "around",
        "covering",
        "cover",
        "covers",
        "for",
        "outside",
        "by",
        "into",
    ]
)
_PASSING_CUES = frozenset(["hmp", "hmyoi", "yoi", "prison", "from", "out", "hospital"])
_OFFICE_WORDS = frozenset(
    ["office", "probation", "team", "duty", "crc", "nps", "spo", "reception", "court", "magistrates", "crown"]
)
_NEVER_ORDINARY = frozenset({"office", "district", "county"})
_KIND_RANK = {"office": 3, "district": 2, "county": 1, "place": 1, "locality": 0}


@dataclass(frozen=True, slots=True)
class PlaceFound:
    """A name found in the text, and the places that bear it, likeliest first."""

    start: int
    end: int
    places: tuple[Place, ...]
    weight: float

    @property
    def place(self) -> Place:
        """The likeliest."""
        return self.places[0]


def _key(name: str) -> tuple[str, ...]:
    return tuple(word.norm for word in split_words(name.replace("-", " ")) if word.norm != BOUNDARY)


class PlaceIndex:
    """Every name of every place, by its words."""

    def __init__(self, names: Sequence[tuple[str, Place]], ordinary: frozenset[str]) -> None:
        self._by_words: dict[tuple[str, ...], list[Place]] = {}
        for name, place in names:
            bearers = self._by_words.setdefault(_key(name), [])
            if place not in bearers:
                bearers.append(place)
        self._by_words.pop((), None)
        self._ordinary = ordinary - {
            _key(name)[0] for name, place in names if place.kind in _NEVER_ORDINARY and _key(name)
        }
        self.words = frozenset(word for key in self._by_words for word in key)
        self.first_words = frozenset(key[0] for key in self._by_words)

    def find(self, words: Sequence[Word], norms: Sequence[str], area: str) -> list[PlaceFound]:
        """Every place named, in the order of the text; the longest name at each word."""
        found: list[PlaceFound] = []
        at = 0
        while at < len(norms):
            hit = self._longest_at(words, norms, at, area) if norms[at] in self.first_words else None
            if hit:
                found.append(hit)
            at = hit.end if hit else at + 1
        return found

    def _longest_at(
        self, words: Sequence[Word], norms: Sequence[str], at: int, area: str
    ) -> PlaceFound | None:
        for length in range(min(_LONGEST_NAME, len(norms) - at), 0, -1):
            bearers = self._by_words.get(tuple(norms[at : at + length]))
            if bearers and self._is_meant(words, norms, at, length):
                places = tuple(sorted(bearers, key=lambda place: _rank(place, area)))
                return PlaceFound(
                    at,
                    at + length,
                    places,
                    self._weight(norms, at, at + length, places[0].office is not None),
                )
        return None

    def _is_meant(self, words: Sequence[Word], norms: Sequence[str], at: int, length: int) -> bool:
        if length > 1 or norms[at] not in self._ordinary:
            return True
        before = norms[at - 1] if at else BOUNDARY
        return words[at].capitalised and before in _CUES

    @staticmethod
    def _weight(norms: Sequence[str], start: int, end: int, served: bool) -> float:
        """How surely the asker means to be served there: "at Redditch" more than "HMP Hewell"."""
        before = norms[start - 1] if start else BOUNDARY
        after = norms[end] if end < len(norms) else BOUNDARY
        if before in _PASSING_CUES:
            return 0.5
        if not served:
            return 0.6 + 0.1 * (before in _CUES)
        return 1.0 + 0.25 * (before in _CUES) + 0.5 * (after in _OFFICE_WORDS)


def _rank(place: Place, area: str) -> tuple[bool, int, int, str]:
    return (place.area != area, -_KIND_RANK.get(place.kind, 0), -place.population, place.name)
