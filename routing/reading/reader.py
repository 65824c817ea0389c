"""The reader: one text in, one Reading out. Nothing of the text is kept but in the Reading."""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from routing.catalogue import Programme
from routing.policy import Term
from routing.reading import danger, personal_data
from routing.reading.aliases import Aliases, book_of
from routing.reading.asker import words_of_the_asker
from routing.reading.asks import asked_for
from routing.reading.bygone import changes_named, papers_missed, provider_of_asker, trusts_named
from routing.reading.contacts import roles_named
from routing.reading.corrections import without_corrected
from routing.reading.evidence import facts_of
from routing.reading.gazetteer import Gazetteer, fold
from routing.reading.lexicon import common_words, family_names, given_names, lexicon, rarer_words
from routing.reading.masks import ASKER, DETAIL, NAME, REFERENCE, is_masked
from routing.reading.matching import PhraseFinder
from routing.reading.names import NameFinder
from routing.reading.personal_data import Span
from routing.reading.phrases import Match
from routing.reading.place_weight import Doubts
from routing.reading.places import PlaceFinder, PlaceFound, places_in_order
from routing.reading.programmes import PROGRAMME_NAMED, book_of_programmes, with_wish
from routing.reading.provider import provider_named
from routing.reading.reading import Fact, Follow, Reading
from routing.reading.references import find_references
from routing.reading.risk import (
    is_mappa,
    is_of_public_interest,
    is_short_sentence,
    risk_before,
    risk_change,
    risk_level,
)
from routing.reading.said import Said
from routing.reading.slips import Slips
from routing.reading.something_else import says_something_else
from routing.reading.topics import likeliest_topic, says_bare_word
from routing.reading.unread import unread
from routing.reading.urgency import urgency_of
from routing.reading.welsh import glossary, in_english
from routing.reading.words import BOUNDARY, Word, split_words, tidy
from routing.snapshot import Alias, Place
from routing.vocabulary import Risk, Topic

_AS_LONG_AS_A_NAME = 3  # words

_FEW_WORDS = 8  # what only goes on from an answer is hardly ever longer
_BEGINNING = 3
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
        references = find_references(text)
        details = personal_data.find_details(text)
        hidden = _hidden(words, details, [(start, end) for _, start, end in references])
        right = self._slips.put_right(hidden, area)
        norms, towns, known = right.norms, self._gazetteer.towns_of(area), self._known_in(area)
        visible = _visible(words, norms)
        finder = NameFinder(text, visible, norms, known, towns, self._gazetteer.far_towns)
        starts = [word.start for word in words]
        names = [
            name
            for name in finder.names()
            if not self._places.is_named(norms, *_span_of(starts, (name.start, name.end)), area)
        ]
        for name in names:
            _mask(norms, starts, (name.start, name.end), name.mask)
        matches, taken_back = without_corrected(self._matches(norms))
        said = Said(words, norms, matches, taken_back, word_for_word=said_in_welsh is not None)
        return self._settled(
            said,
            area,
            right.doubts,
            names=any(name.mask == NAME for name in names),
            references=tuple(reference for reference, *_ in references),
            details=bool(details) or any(name.personal for name in names),
        )

    def _known_in(self, area: str) -> Callable[[str], bool]:
        """Whether a word is of the field, or of a place that an asker of the area has heard of."""
        of_the_field, of_the_area = self._field_words, self._gazetteer.heard_of(area)
        far = self._gazetteer.far_towns
        return lambda norm: norm in of_the_field or norm in of_the_area or norm in far

    def _matches(self, norms: list[str]) -> list[Match]:
        found = self._finder.find(norms)
        return sorted(self._aliases.added_to(found, norms), key=lambda match: (match.start, match.end))

    def _settled(
        self,
        said: Said,
        area: str,
        doubts: Doubts,
        *,
        names: bool,
        references: tuple[str, ...],
        details: bool,
    ) -> _Understood:
        of_the_asker = words_of_the_asker(said.norms, said.pauses)
        named = self._places.find(said.words, said.norms, area, of_the_asker, doubts)
        found = self._aliases.places_added_to(named, said.matches, area)
        places, unsure = places_in_order(found, area)
        in_danger, signs = danger.is_danger(said)
        wanted, unreachable = roles_named(said, of_the_asker)
        change = risk_change(said)
        risk, mappa = risk_level(said), is_mappa(said)
        of_a_case = bool(references) or risk is not None or mappa is not None
        public_interest = is_of_public_interest(said)
        of_the_nps = risk in (Risk.HIGH, Risk.VERY_HIGH) or bool(mappa) or public_interest
        topic, sure = likeliest_topic(
            said,
            change,
            of_a_case=of_a_case,
            referred=bool(references),
            of_the_nps=of_the_nps,
            of_the_asker=of_the_asker,
        )
        elsewhere = said.named("out_of_scope")
        strongly = any(
            match.label.weight == 1 and not any(match.within(other) for other in elsewhere)
            for match in said.named("field")
        )
        by_provider = any(not any(m.within(other) for other in elsewhere) for m in said.named("provider"))
        our_posts = [match for match in said.named("role") if match.label.name != "other"]
        related = bool(strongly or by_provider or our_posts or references)
        out_of_scope = bool(elsewhere) and not related and not _says_a_topic(said, elsewhere)
        of_ours = any(place.area == area for place in places)
        barely = of_ours and topic is not None and says_bare_word(said, topic)
        sure = sure or ((related or barely) and not out_of_scope)
        reading = Reading(
            danger=in_danger,
            urgency=urgency_of(said),
            references=tuple(dict.fromkeys(references)),
            provider=provider_named(said, of_the_asker),
            asker_provider=provider_of_asker(said),
            wanted=wanted,
            names_post=_names_post(said),
            unreachable=unreachable,
            take_higher=_takes_higher(said),
            risk=risk,
            risk_before=risk_before(said),
            risk_change=change,
            risk_disputed=said.says("change", "disputed"),
            mappa=mappa,
            public_interest=public_interest,
            under_12_months=is_short_sentence(said),
            topic=topic if sure else None,
            hinted=None if sure or out_of_scope else topic,
            sounds_related=not out_of_scope
            and bool(
                said.named("field") or said.named("person") or said.named("changed") or _people_hidden(said)
            ),
            places=places,
            place_unsure=unsure,
            elsewhere=not places and said.says("elsewhere", "elsewhere"),
            papers=papers_missed(said),
            changes=changes_named(said),
            trusts=trusts_named(said),
            personal_data=details,
            names_person=names,
            about_probation=related
            or (bool(places) and not says_something_else(said, found))
            or bool(said.named("field"))
            or bool(said.named("supervised"))
            or (names and said.says("ask", "contact"))
            or (sure and topic is not None),
            out_of_scope=out_of_scope,
            follow=_how_it_follows(said),
            brief=len(said.norms) <= _FEW_WORDS,
        )
        ask, terms = asked_for(said, reading)
        if ask is not reading.ask:
            reading = replace(reading, ask=ask, terms=terms)
        reading = with_wish(reading, said)
        not_understood = unread(said, reading, self._known_in(area))
        if not_understood:
            reading = replace(reading, unread=not_understood)
        return _Understood(said, reading, found, signs)


def _names_post(said: Said) -> bool:
    """Whether a post is named at all, be it one turned down, taken back or of another body."""
    return bool(said.named("role")) or any(match.label.group == "role" for match in said.taken_back)


def _says_a_topic(said: Said, elsewhere: Sequence[Match]) -> bool:
    """Whether a topic is said by a name of its own: "a sick note for Building Better Relationships"."""
    return any(
        match.label.weight == 1
        and match.length >= _AS_LONG_AS_A_NAME
        and match.label.name != Topic.CASE
        and all(match.end <= other.start or other.end <= match.start for other in elsewhere)
        for match in (*said.named("topic"), *said.named(PROGRAMME_NAMED))
    )


def _takes_higher(said: Said) -> bool:
    """Whether it has to go higher; "anger management" does not."""
    topics = said.named("topic")
    return any(not any(m.within(topic) for topic in topics) for m in said.named("reach", "higher"))


def _visible(words: list[Word], norms: list[str]) -> list[Word]:
    """The words with what is hidden replaced, as the search for names sees them."""
    return [word._replace(norm=BOUNDARY) if is_masked(norm) else word
            for word, norm in zip(words, norms, strict=True)]  # fmt: skip


def _people_hidden(said: Said) -> bool:
    """Whether the text gives a person's name or details."""
    return not said.distinct.isdisjoint((NAME, ASKER, DETAIL))


def _hidden(words: list[Word], details: list[Span], references: list[Span]) -> list[str]:
    """The words, but for those that are part of a case reference or of somebody's details."""
    norms, starts = [fold(word.norm) for word in words], [word.start for word in words]
    for mask, spans in ((DETAIL, details), (REFERENCE, references)):
        for span in spans:
            _mask(norms, starts, span, mask)
    return norms


def _mask(norms: list[str], starts: list[int], span: Span, mask: str) -> None:
    """Put the mask for the words that begin in the span."""
    for at in range(*_span_of(starts, span)):
        if norms[at] != BOUNDARY:
            norms[at] = mask


def _span_of(starts: list[int], span: Span) -> tuple[int, int]:
    """The numbers of the words that begin in a span of the text: the first, and that after the last."""
    return bisect_left(starts, span[0]), bisect_left(starts, span[1])


def _how_it_follows(said: Said) -> frozenset[Follow]:
    """How it goes on from an answer: a long text says so at its beginning or not at all."""
    found = said.named("follow")
    if len(said.norms) > _FEW_WORDS:
        found = [match for match in found if match.start < _BEGINNING]
    return frozenset(Follow(match.label.name) for match in found)
