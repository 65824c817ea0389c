"""The reader: one text in, one Reading out. Nothing of the text is kept but in the Reading."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from routing.catalogue import Programme
from routing.policy import Term
from routing.reading import personal_data
from routing.reading.aliases import PLACE, Aliases, book_of
from routing.reading.corrections import without_corrected
from routing.reading.courtesies import without_courtesies
from routing.reading.evidence import facts_of
from routing.reading.gazetteer import Gazetteer, folded
from routing.reading.lexicon import common_words, family_names, given_names, lexicon, rarer_words
from routing.reading.masks import DETAIL, MASKS, NAME, REFERENCE
from routing.reading.matching import PhraseFinder
from routing.reading.names import Name, NameFinder
from routing.reading.personal_data import Span
from routing.reading.phrases import Match
from routing.reading.place_weight import Doubts
from routing.reading.places import PlaceFinder, PlaceFound
from routing.reading.programmes import PROGRAMME_NAMED, book_of_programmes
from routing.reading.reading import Fact, Reading
from routing.reading.references import find_references
from routing.reading.said import Said
from routing.reading.settling import Masked, settle
from routing.reading.several_places import settled_places
from routing.reading.slips import Slips
from routing.reading.unread import unread
from routing.reading.welsh import glossary, in_english
from routing.reading.words import BOUNDARY, Word, split_words, tidy
from routing.snapshot import Alias, Place

_MOST_AREAS = 64  # whose words are kept
_MISSPELT = 2  # words put right in one phrase, beyond chance
_BESIDE = 3  # words of it that may stand on either side
_OF_THE_TRADE = frozenset({"topic", "term", "role", "provider", PROGRAMME_NAMED})
_NO_PROGRAMMES: Mapping[str, Programme] = {}


class _Understood(NamedTuple):
    """A reading, and what shows how it came about."""

    said: Said
    reading: Reading
    places: Sequence[PlaceFound]
    signs: Sequence[Match]  # of danger


class Reader:
    """Reads texts against one set of places, terms and programmes; built once for each directory."""

    def __init__(
        self,
        places: Sequence[tuple[str, Place]],
        terms: Mapping[str, Term],
        programmes: Mapping[str, Programme] = _NO_PROGRAMMES,
        aliases: Sequence[Alias] = (),
    ) -> None:
        glossary()  # made ready beforehand, as the lexicon is
        self._finder = PhraseFinder(lexicon(), book_of(terms), book_of_programmes(programmes))
        self._aliases = Aliases(aliases, places)
        self._field_words = self._finder.vocabulary | self._aliases.vocabulary
        self._gazetteer = Gazetteer(places)
        self._places = PlaceFinder(self._gazetteer, common_words() | self._field_words)
        persons = given_names() | family_names()
        self._slips = Slips(self._field_words, common_words(), persons, self._gazetteer, rarer_words())
        self._known_in = lru_cache(_MOST_AREAS)(self._words_known_in)

    def read(self, text: str, area: str) -> Reading:
        """What the text says to an assistant of this area. Never raises, whatever the text."""
        return self._understood(text, area).reading

    def facts(self, text: str, area: str) -> tuple[Fact, ...]:
        """Every fact with the words it was read from, for showing how a reading came about."""
        return tuple(facts_of(*self._understood(text, area)))

    def _understood(self, text: str, area: str) -> _Understood:
        text = tidy(text)
        words = split_words(text)
        said_in_welsh = in_english(text, words)
        if said_in_welsh is not None:
            text, words = said_in_welsh, split_words(said_in_welsh)
        words = without_courtesies(words)
        starts = [word.start for word in words]
        hidden = folded([word.norm for word in words])
        hides = personal_data.may_hold_details(text)
        references = find_references(text) if hides else []
        details = personal_data.find_details(text) if hides else []
        for span in details:
            _mask(hidden, starts, span, DETAIL)
        for _, start, end in references:
            _mask(hidden, starts, (start, end), REFERENCE)
        right = self._slips.put_right(hidden, area)
        norms, towns, known = right.norms, self._gazetteer.towns_of(area), self._known_in(area)
        visible = words if MASKS.isdisjoint(norms) else _visible(words, norms)
        finder = NameFinder(text, visible, norms, known, towns, self._gazetteer.far_towns)
        names = [name for name in finder.names() if self._is_a_person(words, norms, name, starts, area)]
        for name in names:
            _mask(norms, starts, (name.start, name.end), name.mask)
        found = self._aliases.added_to(self._finder.groups(norms), norms)
        said = Said(words, norms, *without_corrected(found), word_for_word=said_in_welsh is not None)
        masked = Masked(
            references=tuple(reference for reference, *_ in references),
            names=any(name.mask == NAME for name in names),
            details=bool(details) or any(name.personal for name in names),
        )
        return self._settled(said, area, right.doubts, masked)

    def _is_a_person(
        self, words: list[Word], norms: list[str], name: Name, starts: list[int], area: str
    ) -> bool:
        """Whether what looks like a name is none of a place, nor of the trade and misspelt."""
        first, last = _span_of(starts, (name.start, name.end))
        if self._places.is_named(norms, first, last, area):
            return False
        right = [at for at in range(first, last) if norms[at] not in (words[at].norm, BOUNDARY)]
        return len(right) < _MISSPELT or not self._says_it_together(norms, right)

    def _says_it_together(self, norms: list[str], right: list[int]) -> bool:
        """Whether words that were put right are one phrase of the trade: "Comunity Saftey Partnrship"."""
        before = max(0, right[0] - _BESIDE)
        groups = self._finder.groups(norms[before : right[-1] + 1 + _BESIDE])
        matches = (match for group in _OF_THE_TRADE & groups.keys() for match in groups[group])
        return any(
            sum(match.start <= at - before < match.end for at in right) >= _MISSPELT for match in matches
        )

    def _settled(self, said: Said, area: str, doubts: Doubts, masked: Masked) -> _Understood:
        named = self._places.find(said.words, said.norms, area, said.asker.words, doubts)
        named = self._aliases.places_added_to(named, said.named(PLACE), area)
        named = settled_places(named, said.norms, area, said.named("correction"))
        reading, signs = settle(said, area, named, masked)
        not_understood = unread(said, reading, self._known_in(area))
        if not_understood:
            reading = reading._replace(unread=not_understood)
        return _Understood(said, reading, named, signs)

    def _words_known_in(self, area: str) -> frozenset[str]:
        """The words of the field, and of the places that an asker of the area has heard of."""
        return self._field_words | self._gazetteer.heard_of(area) | self._gazetteer.far_towns


def _visible(words: list[Word], norms: list[str]) -> list[Word]:
    """The words with what is hidden replaced, as the search for names sees them."""
    return [word._replace(norm=BOUNDARY) if norm in MASKS else word
            for word, norm in zip(words, norms, strict=True)]  # fmt: skip


def _mask(norms: list[str], starts: list[int], span: Span, mask: str) -> None:
    """Put the mask for the words that begin in the span."""
    for at in range(*_span_of(starts, span)):
        if norms[at] != BOUNDARY:
            norms[at] = mask


def _span_of(starts: list[int], span: Span) -> tuple[int, int]:
    """The numbers of the words that begin in a span of the text: the first, and that after the last."""
    return bisect_left(starts, span[0]), bisect_left(starts, span[1])
