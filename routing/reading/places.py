"""Places named in a text: exact names first, words in order, the asker's area before others.

A place whose name is also an ordinary word (Rock, Stone, Ash) counts only where it is
written as a place is: with a capital after "in", "at", "near" and the like.
"""

from collections.abc import Mapping, Sequence
from itertools import product
from typing import NamedTuple

from routing.reading.gazetteer import Gazetteer, Key
from routing.reading.lexicon import common_words, family_names, given_names
from routing.reading.masks import MASKS
from routing.reading.place_weight import (
    A_SPACE,
    CUES,
    OFFICE_WORDS,
    SAY_WHOSE,
    SETTLED,
    Doubts,
    Surroundings,
    neighbours,
    weight_of,
)
from routing.reading.words import BOUNDARY, Word, word_set
from routing.snapshot import Place

_OF_A_DISTRICT = frozenset(["borough", "council", "district"])
_SERVED = word_set("come comes fall falls covered served")  # "which office does Bow come under"
_READS_ON = word_set("the a an his her my our your their this that it them through up about between all")
_INITIALS = 2  # "TV" is Thames Valley only where it stands as a place
_PLACED = frozenset(["in", "at", "for", "near", "around", "covering", "covers", "postcode", "code", "area"])
_POSTS = frozenset(["duty", "probation", "office", "spo", "nps", "crc"])
_OF_A_POST = _POSTS | {"officer", "officers", "contact", "team", "number"}
_SIGNING = word_set("thanks thank regards cheers ta sincerely wishes from love hi hello dear")
_A_WORD = 3  # characters between two words that stood further apart
_PLEASE = frozenset({"please", "pls", "plz"})
_WORK = word_set("mash marac mappa iom csp pcc payback upw unpaid recall breach psr victim mentoring")
_STANDING = frozenset(["in", "at", "near"])
_MONTHS = frozenset(["march", "may"])
_SHORTENED = frozenset(["st", "gt", "nr"])
_OFFICIAL = frozenset({"office", "district", "county"})
_NO_PLACES = MASKS | {BOUNDARY}


class PlaceFound(NamedTuple):
    """A name found in the text, and the places that bear it, likeliest first."""

    start: int
    end: int
    places: tuple[Place, ...]
    as_likely: int  # how many of them are as likely as the first
    weight: float

    @property
    def place(self) -> Place:
        """The likeliest."""
        return self.places[0]


class PlaceFinder:
    """Finds places in a text. `ordinary` are words that mean something by themselves."""

    def __init__(self, gazetteer: Gazetteer, ordinary: frozenset[str]) -> None:
        self._gazetteer = gazetteer
        self._ordinary = ordinary | gazetteer.ordinary
        self._names_of_persons = gazetteer.words & (given_names() | family_names())
        self._common = common_words() | gazetteer.ordinary | self._names_of_persons

    def find(
        self,
        words: Sequence[Word],
        norms: Sequence[str],
        area: str,
        of_the_asker: frozenset[int] = frozenset(),
        doubts: Doubts | None = None,
    ) -> list[PlaceFound]:
        """Every place named, in the order of the text; the longest name at each word."""
        says_whose = not SAY_WHOSE.isdisjoint(norms)
        text = Surroundings(words, norms, area, of_the_asker, doubts or {}, says_whose)
        longest = self._gazetteer.longest
        found: list[PlaceFound] = []
        past = 0
        for at, norm in enumerate(norms):
            by_name = norm.isalpha()
            if at < past or (norm not in longest if by_name else norm in _NO_PLACES):
                continue
            hit = self._longest_at(text, at, longest[norm]) if by_name else self._postcode_at(text, at)
            if hit:
                found.append(hit)
                past = hit.end
        return found

    def _postcode_at(self, text: Surroundings, at: int) -> PlaceFound | None:
        code = self._gazetteer.postcode(text.norms, at)
        if code is None:
            return None
        norm, end, whole = code
        own = self._is_nearby(text, (norm,))
        apart = own and (_stands_apart(text, at, end) or _ends_after_a_post(text, at, end))
        if not whole and not apart and not _is_meant_as_code(text, at, norm, own=own):
            return None
        return self._found(text, at, end, {(norm,): 0.0})

    def _longest_at(self, text: Surroundings, at: int, longest: int) -> PlaceFound | None:
        for length in range(longest, 0, -1):
            end = _end_of_name(text, at, length)
            if end is None:
                continue
            key = tuple(filter(None, text.norms[at:end]))
            if self._gazetteer.bearers(key) and self._is_meant(text, key, at, end):
                return self._found(text, at, end, self._keys(text, key, at, end))
        return None

    def _keys(self, text: Surroundings, key: Key, start: int, end: int) -> dict[Key, float]:
        """The name as it was put right, and what else it may have been before."""
        if text.doubts.keys().isdisjoint(range(start, end)):
            return {key: 0.0}
        choices = [
            text.doubts.get(at, {norm: 0.0}).items()
            for at, norm in zip(range(start, end), text.norms[start:end], strict=True)
            if norm
        ]
        keys = {
            tuple(norm for norm, _ in choice): sum(cost for _, cost in choice) for choice in product(*choices)
        }
        return keys if key in keys else {key: 0.0}

    def _found(self, text: Surroundings, start: int, end: int, keys: Mapping[Key, float]) -> PlaceFound:
        places, as_likely = self._gazetteer.likeliest(keys, text.area)
        return PlaceFound(start, end, places, as_likely, weight_of(text, start, end, places[0]))

    def _is_meant(self, text: Surroundings, key: Key, at: int, end: int) -> bool:
        """Whether the words are a name here, and not just words: "Reading", but not "reading his file"."""
        if len(key) > 1:
            return self._is_meant_together(text, key, at, end)
        if at in text.doubts:
            return True  # what stands around it was weighed when it was put right
        norm, official = key[0], key[0] in self._gazetteer.official
        ordinary = norm in self._ordinary
        if not ordinary and norm not in self._names_of_persons:
            return True
        before, after = neighbours(text.norms, at, end)
        alone = before == after == BOUNDARY
        capitalised = text.words[at].capitalised
        settled = bool(SETTLED & set(text.norms[max(0, at - 2) : at])) and after == BOUNDARY
        nearby = self._is_nearby(text, key)
        its_own = after in OFFICE_WORDS or after in _OF_A_DISTRICT or after in _SERVED
        if norm in _OF_A_DISTRICT and before not in _PLACED:
            return False
        if not ordinary:
            known = norm in self._gazetteer.well_known and norm not in given_names()
            apart = alone or settled or (nearby and _stands_apart_before_the_work(text, at, end))
            placed = before in CUES or after in OFFICE_WORDS
            return known or placed or (apart and not _signs(text, at, end))
        if official:
            if norm not in self._common and len(norm) > _INITIALS:
                return True
            if capitalised and len(norm) > _INITIALS and before != BOUNDARY:
                return True
            apart = nearby and capitalised and before == BOUNDARY and _ends_a_part(text, end)
            return alone or apart or its_own or (before in CUES and after not in _READS_ON)
        if nearby and its_own and (capitalised or norm not in common_words()):
            return True
        small = nearby and norm not in common_words() and before in _PLACED
        last = nearby and before in _STANDING and norm not in _MONTHS and _ends_a_part(text, end)
        return before in CUES and (capitalised or settled or small or last)

    def _is_nearby(self, text: Surroundings, key: Key) -> bool:
        """Whether the asker's area has a place of this name."""
        return any(bearer.place.area == text.area for bearer in self._gazetteer.bearers(key))

    def is_named(self, norms: Sequence[str], start: int, end: int, area: str) -> bool:
        """Whether words that look like a person's name are a place of the area: "in Leigh Sinton"."""
        key = tuple(norms[start:end])
        before, after = neighbours(norms, start, end)
        nearby = any(bearer.place.area == area for bearer in self._gazetteer.bearers(key))
        return len(key) > 1 and nearby and (before in CUES or after in OFFICE_WORDS)

    def _is_meant_together(self, text: Surroundings, key: Key, at: int, end: int) -> bool:
        """The same of several words: "Four Oaks" is a place, "high street" hardly."""
        if any(norm not in self._ordinary for norm in key):
            return True
        if key[0] == "the":
            return text.words[at + 1].capitalised
        if any(bearer.place.kind in _OFFICIAL for bearer in self._gazetteer.bearers(key)):
            return True
        before, after = neighbours(text.norms, at, end)
        written = text.words[at].capitalised and text.words[end - 1].capitalised
        nearby = self._is_nearby(text, key) and (before in _PLACED or after in OFFICE_WORDS)
        return written or nearby or (before in CUES and after == BOUNDARY)


def _ends_a_part(text: Surroundings, end: int) -> bool:
    """Whether nothing follows, or a comma or the like: "I need the CRC in battle"."""
    if end >= len(text.norms) or text.norms[end] == BOUNDARY:
        return True
    return text.words[end].start - text.words[end - 1].end > A_SPACE


def _stands_apart(text: Surroundings, at: int, end: int) -> bool:
    """Whether it is a part of the sentence by itself, in capitals: "NPS duty officer please, E17"."""
    begins = at == 0 or _ends_a_part(text, at)
    return begins and _ends_a_part(text, end) and text.words[at].raw.isupper()


def _ends_after_a_post(text: Surroundings, at: int, end: int) -> bool:
    """Whether it is all that follows a post, in capitals: "duty officer E8"."""
    before, _ = neighbours(text.norms, at, end)
    return before in _OF_A_POST and _ends_a_part(text, end) and text.words[at].raw.isupper()


def _stands_apart_before_the_work(text: Surroundings, at: int, end: int) -> bool:
    """ "Arnold, payback" and "chelsea mash rep": a place, though it is a first name too."""
    after = neighbours(text.norms, at, end)[1]
    begins = at == 0 or _ends_a_part(text, at)
    return begins and (_ends_a_part(text, end) or after in _WORK or after in _PLEASE)


def _signs(text: Surroundings, at: int, end: int) -> bool:
    """Whether a name is of whoever wrote it: after thanks, be they left out or not (courtesies.py)."""
    thanked = at > 0 and text.words[at].start - text.words[at - 1].end > _A_WORD
    return (thanked and end >= len(text.norms) - 1) or not _SIGNING.isdisjoint(
        text.norms[max(0, at - 2) : at]
    )


def _end_of_name(text: Surroundings, at: int, length: int) -> int | None:
    """Where a name of so many words would end; the full stop of "St. Helens" is none."""
    stop = text.norms[at] in _SHORTENED and text.norms[at + 1 : at + 2] == [BOUNDARY]
    end = at + length + (stop and length > 1)
    return end if end <= len(text.norms) else None


def _is_meant_as_code(text: Surroundings, at: int, norm: str, *, own: bool) -> bool:
    """Whether "WR1" is a postcode district, and not "M5", "S20" or what else has a letter and a figure.

    `own`: whether it is of the asker's area.
    """
    before, after = neighbours(text.norms, at, at + 1)
    placed = before in _PLACED or after in ("area", "postcode") or before == after == BOUNDARY
    if norm[1].isdigit():
        of_a_post = after in _POSTS and text.words[at].raw.isupper() and norm[0] != "s"  # "S18" is an offence
        return placed or of_a_post or (own and before in CUES)
    return placed or before in CUES or after in OFFICE_WORDS or text.words[at].raw.isupper()


def places_in_order(found: Sequence[PlaceFound], area: str) -> tuple[tuple[Place, ...], bool]:
    """Different places, likeliest first, and whether the first two are equally likely."""
    if not found:
        return (), False
    if len(found) == found[0].as_likely == 1:
        return found[0].places, False
    ranked = sorted(found, key=lambda hit: (-hit.weight, hit.place.area != area, hit.place.office is None))
    first = ranked[0]
    rivals = list(first.places[: first.as_likely])
    rivals += [
        hit.place
        for hit in ranked[1:]
        if hit.weight == first.weight and (hit.place.area == area) >= (first.place.area == area)
    ]
    whom = dict.fromkeys((place.area, place.office) for place in rivals)
    offices = [office for _, office in whom if office]
    places = [*rivals, *(place for hit in ranked for place in hit.places)]
    if first.place.office is None and offices:
        places = [place for place in places if place.office] + places
    if len(offices) > 1 or len({of for of, _ in whom}) > 1:
        return tuple(dict.fromkeys(rivals)), True
    return tuple(dict.fromkeys(places)), False
