"""The reader: one text in, one Reading out. Nothing of the text is kept but in the Reading."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from routing.policy import Term
from routing.reading import danger, personal_data
from routing.reading.asks import asked_for
from routing.reading.contacts import roles_named
from routing.reading.lexicon import common_words, given_names, lexicon
from routing.reading.phrases import Label, Match, PhraseBook
from routing.reading.places import PlaceFound, PlaceIndex
from routing.reading.reading import Fact, Reading
from routing.reading.references import find_references
from routing.reading.risk import risk_change, risk_level
from routing.reading.said import Said
from routing.reading.slips import Slips
from routing.reading.topics import likeliest_topic
from routing.reading.words import BOUNDARY, Word, sentence_numbers, split_words, tidy
from routing.snapshot import Place
from routing.vocabulary import Provider, Urgency

_CANNOT = frozenset({"cant", "cannot", "wont", "couldnt"})
MASKED = "_"  # stands for a word of a person's details, or of a case reference


class Reader:
    """Reads texts against one set of places and terms; built once for each picture of the directory."""

    def __init__(self, places: Sequence[tuple[str, Place]], terms: Mapping[str, Term]) -> None:
        self._books = (lexicon(), _book_of(terms))
        field_words = frozenset().union(*(book.vocabulary for book in self._books))
        ordinary = common_words()
        self._places = PlaceIndex(places, ordinary | field_words)
        self._known = field_words | self._places.words
        self._slips = Slips(self._known | ordinary | given_names(), self._known)

    def read(self, text: str, area: str) -> Reading:
        """What the text says to an assistant of this area. Never raises, whatever the text."""
        text = tidy(text)
        references = find_references(text)
        words = split_words(text)
        details = personal_data.find_details(text)
        hidden = [*details, *((start, end) for _, start, end in references)]
        norms = self._norms(words, hidden)
        names = list(personal_data.find_names(_visible(words, norms), self._is_known))
        norms = [MASKED if _inside(word, names) and norm != BOUNDARY else norm
                 for word, norm in zip(words, norms, strict=True)]  # fmt: skip
        said = Said(words, norms, sentence_numbers(words), self._matches(norms))
        reading = self._facts(said, area, names=bool(names), references=tuple(r for r, *_ in references))
        return replace(reading, personal_data=bool(details or names))

    def _norms(self, words: list[Word], hidden: list[personal_data.Span]) -> list[str]:
        return [MASKED if word.norm != BOUNDARY and _inside(word, hidden) else self._slips.meant(word.norm)
                for word in words]  # fmt: skip

    def _is_known(self, norm: str) -> bool:
        return norm in self._known

    def _matches(self, norms: list[str]) -> list[Match]:
        found = [match for book in self._books for match in book.find(norms)]
        return sorted(found, key=lambda match: (match.start, match.end))

    def _facts(self, said: Said, area: str, *, names: bool, references: tuple[str, ...]) -> Reading:
        found = self._places.find(said.words, said.norms, area)
        places, unsure = _places_in_order(found, area)
        signs = danger.signs_of_danger(said.matches, said.norms, said.sentences)
        wanted, unreachable = roles_named(said.matches, said.norms, said.sentences)
        change = risk_change(said)
        risk, mappa = risk_level(said), _mappa(said)
        of_a_case = bool(references) or risk is not None or mappa is not None
        topic, sure = likeliest_topic(said, change, of_a_case=of_a_case)
        elsewhere = said.named("out_of_scope")
        strongly = any(
            match.label.weight == 1 and not any(match.within(other) for other in elsewhere)
            for match in said.named("field")
        )
        related = bool(strongly or said.named("provider") or said.named("role") or references)
        out_of_scope = bool(elsewhere) and not related
        sure = sure or (related and not out_of_scope)
        reading = Reading(
            danger=bool(signs),
            urgency=_urgency(said),
            references=tuple(dict.fromkeys(references)),
            provider=_provider(said),
            wanted=wanted,
            unreachable=unreachable,
            take_higher=said.says("reach", "higher"),
            risk=risk,
            risk_change=change,
            risk_disputed=said.says("risk", "disputed"),
            mappa=mappa,
            public_interest=said.says("facts", "public_interest")
            and not said.says("facts", "not_public_interest"),
            under_12_months=said.says("facts", "under_12_months"),
            topic=topic if sure else None,
            hinted=None if sure or out_of_scope else topic,
            sounds_related=not out_of_scope and bool(said.named("field") or said.named("person") or names),
            places=places,
            place_unsure=unsure,
            names_person=names,
            about_probation=related
            or bool(places)
            or bool(said.named("field"))
            or (sure and topic is not None),
            out_of_scope=out_of_scope,
        )
        ask, terms = asked_for(said, reading)
        return replace(reading, ask=ask, terms=terms, facts=tuple(_facts_of(said, found, signs)))


def _book_of(terms: Mapping[str, Term]) -> PhraseBook:
    book = PhraseBook()
    for term in terms.values():
        for alias in term.aliases:
            book.add(alias, Label("term", term.id, 1.0), {})
    return book


def _visible(words: list[Word], norms: list[str]) -> list[Word]:
    """The words with slips put right and what is hidden replaced, as the search for names sees them."""
    return [replace(word, norm=BOUNDARY if norm == MASKED else word.norm)
            for word, norm in zip(words, norms, strict=True)]  # fmt: skip


def _inside(word: Word, spans: Iterable[personal_data.Span]) -> bool:
    return any(start <= word.start < end for start, end in spans)


def _urgency(said: Said) -> Urgency | None:
    """Waiting, said in so many words, beats the word urgent ("not urgent" is said to wait)."""
    if any(not _denied(said, match) for match in said.named("urgency", "can_wait")):
        return Urgency.CAN_WAIT
    return Urgency.URGENT if said.named("urgency", "urgent") else None


def _denied(said: Said, match: Match) -> bool:
    """Whether it is said not to be so: "can't wait till morning"."""
    return bool(_CANNOT & set(said.norms[max(0, match.start - 2) : match.end]))


def _provider(said: Said) -> Provider | None:
    """The provider named, if just one is; "NPS or CRC?" names none."""
    named = {m.label.name for m in said.named("provider")}
    named.discard("unsure")
    return Provider(min(named)) if len(named) == 1 else None


def _mappa(said: Said) -> bool | None:
    if said.says("facts", "not_mappa"):
        return False
    return True if said.says("facts", "mappa") else None


def _places_in_order(found: list[PlaceFound], area: str) -> tuple[tuple[Place, ...], bool]:
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


def _facts_of(said: Said, found: list[PlaceFound], signs: list[Match]) -> Iterable[Fact]:
    """The evidence: what was read, and the words it was read from."""
    for hit in found:
        yield Fact("place", hit.place.name, said.wording(hit.start, hit.end))
    for match in said.matches:
        if match.label.group == "danger" and match not in signs:
            continue
        yield Fact(match.label.group, match.label.name, said.wording(match.start, match.end))
