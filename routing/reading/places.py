"""Places named in a text: exact names first, words in order, the asker's area before others.

A place whose name is also an ordinary word (Rock, Stone, Ash) counts only where it is
written as a place is: with a capital after "in", "at", "near" and the like. A place that somebody
has left, or that the asker speaks from, stands behind the one where somebody lives now.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from routing.reading.lexicon import common_words
from routing.reading.words import BOUNDARY, Word, split_words, word_set
from routing.snapshot import Place

_LONGEST_NAME = 5
_CUES = word_set("in at near from to of around covering cover covers for outside by into")
_PRISON = word_set("hmp hmyoi yoi prison hospital gaol jail")
_LEAVING = frozenset(["from", "out", "left", "leaving"])
_OFFICE_WORDS = word_set(
    "office probation team duty crc nps spo reception court magistrates crown hostel senior do"
)
_AGENCY_WORDS = word_set("police council yot yos mash cps social hospital housing station borough")
_REJECTS = frozenset(["not", "than", "instead", "isnt", "except"])
_ONCE = word_set("used previously formerly originally lived before was were transferred moved moving")
_SETTLED = word_set(
    "now live lives living resides residing staying settled based address home reports reporting supervised "
    "managed moved moving moves transferred transferring going relocated relocating housed bailed"
)
_SERVED_FROM = word_set("supervised managed run reporting works served")
_READS_ON = word_set("the a an his her my our your their this that it them through up about between all")
_INITIALS = 2  # "TV" is Thames Valley only where it stands as a place
_CONTEXT = 5  # words before a name that say whose place it is
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
    """Every name of every place, by its words. `ordinary` are words that mean something by themselves."""

    def __init__(self, names: Sequence[tuple[str, Place]], ordinary: frozenset[str]) -> None:
        self._by_words: dict[tuple[str, ...], list[Place]] = {}
        for name, place in names:
            bearers = self._by_words.setdefault(_key(name), [])
            if place not in bearers:
                bearers.append(place)
        self._by_words.pop((), None)
        self._ordinary = ordinary
        self._well_known = frozenset(
            key[0] for name, place in names if place.kind in _NEVER_ORDINARY and (key := _key(name))
        )
        self._towns: dict[str, set[str]] = {}
        for name, place in names:
            if place.kind in _NEVER_ORDINARY and len(key := _key(name)) == 1:
                self._towns.setdefault(place.area, set()).add(key[0])
        self.words = frozenset(word for key in self._by_words for word in key)
        self.first_words = frozenset(key[0] for key in self._by_words)

    def towns_of(self, area: str) -> frozenset[str]:
        """The names of one word that an office, a district or a county of the area bears."""
        return frozenset(self._towns.get(area, ()))

    def find(
        self,
        words: Sequence[Word],
        norms: Sequence[str],
        area: str,
        of_the_asker: frozenset[int] = frozenset(),
    ) -> list[PlaceFound]:
        """Every place named, in the order of the text; the longest name at each word."""
        found: list[PlaceFound] = []
        at = 0
        while at < len(norms):
            hit = (
                self._longest_at(words, norms, at, area, of_the_asker)
                if norms[at] in self.first_words
                else None
            )
            if hit:
                found.append(hit)
            at = hit.end if hit else at + 1
        return found

    def _longest_at(
        self, words: Sequence[Word], norms: Sequence[str], at: int, area: str, of_the_asker: frozenset[int]
    ) -> PlaceFound | None:
        for length in range(min(_LONGEST_NAME, len(norms) - at), 0, -1):
            end = at + length
            bearers = self._by_words.get(tuple(norms[at:end]))
            if bearers and self._is_meant(words, norms, at, end):
                places = tuple(sorted(bearers, key=lambda place: _rank(place, area)))
                served = places[0].office is not None
                weight = _weight(norms, at, end, served=served, of_the_asker=at in of_the_asker)
                return PlaceFound(at, end, places, weight)
        return None

    def _is_meant(self, words: Sequence[Word], norms: Sequence[str], at: int, end: int) -> bool:
        """Whether the words are a name here, and not just words: "Reading", but not "reading his file"."""
        if any(norm not in self._ordinary for norm in norms[at:end]):
            return True
        if end - at > 1:
            return norms[at] != "the" or words[at + 1].capitalised
        before, after = _neighbours(norms, at, end)
        if norms[at] in self._well_known:
            if norms[at] not in common_words() and len(norms[at]) > _INITIALS:
                return True
            if words[at].capitalised and len(norms[at]) > _INITIALS and before != BOUNDARY:
                return True
            alone = before == after == BOUNDARY
            return alone or after in _OFFICE_WORDS or (before in _CUES and after not in _READS_ON)
        settled = bool(_SETTLED & set(norms[max(0, at - 2) : at])) and after == BOUNDARY
        return before in _CUES and (words[at].capitalised or settled)


def _neighbours(norms: Sequence[str], start: int, end: int) -> tuple[str, str]:
    before = norms[start - 1] if start else BOUNDARY
    return before, norms[end] if end < len(norms) else BOUNDARY


def _weight(norms: Sequence[str], start: int, end: int, *, served: bool, of_the_asker: bool) -> float:
    """How surely the asker means to be served there: "at Redditch" more than "HMP Hewell"."""
    before, after = _neighbours(norms, start, end)
    context = _context(norms, start)
    if before in _PRISON or after in _PRISON:
        return 0.5
    if before in _LEAVING and not _SERVED_FROM & set(context[-2:]):
        return 0.45
    if _REJECTS & set(context[-2:]):
        return 0.3
    settled = bool(_SETTLED & set(context)) and not (before == "from" and "supervised" not in context)
    if _ONCE & set(context) and not ("now" in context or (settled and before in ("to", "into"))):
        return 0.4
    if of_the_asker:
        return 0.45
    weight = 1.0 if served else 0.6
    weight += 0.25 * (before in _CUES) + 0.6 * settled
    if served and after in _OFFICE_WORDS:
        weight += 0.5
    return weight - 0.3 * (after in _AGENCY_WORDS)


def _context(norms: Sequence[str], start: int) -> list[str]:
    """The words before a name in its own clause: another "in", "but" or sentence ends it."""
    words: list[str] = []
    for at in range(start - 1, max(-1, start - 1 - _CONTEXT), -1):
        if norms[at] in (BOUNDARY, "but", "and", "who", "then"):
            break
        words.insert(0, norms[at])
    return words


def _rank(place: Place, area: str) -> tuple[bool, int, int, str]:
    return (place.area != area, -_KIND_RANK.get(place.kind, 0), -place.population, place.name)


def places_in_order(found: Sequence[PlaceFound], area: str) -> tuple[tuple[Place, ...], bool]:
    """Different places, likeliest first, and whether the first two are equally likely."""
    ranked = sorted(found, key=lambda hit: (-hit.weight, hit.place.area != area, hit.place.office is None))
    if not ranked:
        return (), False
    first = ranked[0]
    rivals = [place for place in first.places if place.area == first.place.area]
    rivals += [
        hit.place
        for hit in ranked[1:]
        if hit.weight == first.weight and (hit.place.area == area) >= (first.place.area == area)
    ]
    offices = dict.fromkeys(place.office for place in rivals if place.office)
    places = [*rivals, *(place for hit in ranked for place in hit.places)]
    if first.place.office is None and offices:
        places = [place for place in places if place.office] + places
    return tuple(dict.fromkeys(places)), len(offices) > 1
