"""What a text asks of the catalogue of programmes and services, and for what kind of case."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

from routing.catalogue import AskedOf, Programme, Purpose, Sex, Times, Way, Wish
from routing.reading.gist import Gist
from routing.reading.lexicon import common_words
from routing.reading.phrases import Label, PhraseBook
from routing.reading.said import Said
from routing.reading.words import split_words, tidy
from routing.vocabulary import Topic

# What the catalogue is about: asked on one of these, it is looked into.
CATALOGUE_TOPICS = frozenset(
    {
        Topic.PROGRAMME,
        Topic.RATE_CARD,
        Topic.UNPAID_WORK,
        Topic.MENTORING,
        Topic.THROUGH_THE_GATE,
        Topic.ATTENDANCE_CENTRE,
        Topic.SEX_OFFENDER_PROGRAMME,
        Topic.RESTORATIVE_JUSTICE,
    }
)
PROGRAMME_NAMED = "programme named"
_NEXT = Label(AskedOf.NEXT_START, AskedOf.NEXT_START, 1.0)
_SHOWS_IT = (
    "programme|programmes|course|group|place|places|session|sessions|service|available|requirement|start|"
    "starts|run|runs"
)
_NOTHING = Wish(frozenset())
_SPOKEN_OF = frozenset({*AskedOf, *Purpose, *Times, *Way, *Sex, "rate_card", PROGRAMME_NAMED})
_BESIDE_AN_ORDINARY_WORD = (f"{{}} {_SHOWS_IT}", "on|next|for|about|attend|start|starting|does|is the? {}")
_Word = TypeVar("_Word", bound=StrEnum)


def _by_group(words: Iterable[_Word]) -> dict[str, _Word]:
    """The words of a list by the groups of phrases that say them."""
    return {word.value: word for word in words}


_ASKED_OF, _TIMES, _WAYS, _SEXES = _by_group(AskedOf), _by_group(Times), _by_group(Way), _by_group(Sex)
_PURPOSES = frozenset(_by_group(Purpose))


def book_of_programmes(programmes: Mapping[str, Programme]) -> PhraseBook:
    """The names of all programmes. One that is an ordinary word counts only beside another that shows it."""
    book = PhraseBook()
    for programme in programmes.values():
        label = Label(PROGRAMME_NAMED, f"{programme.id} {programme.topic}", 1.0)
        for name in (programme.name, *programme.also_called):
            norms = [word.norm for word in split_words(tidy(name)) if word.norm.isalnum()]
            if not norms:
                continue
            words = " ".join(norms)
            is_ordinary = len(norms) == 1 and words in common_words()
            for phrase in _BESIDE_AN_ORDINARY_WORD if is_ordinary else ("{}",):
                book.add(phrase.format(words), label, {})
            book.add(f"next {words}", _NEXT, {})
    return book


def with_wish(gist: Gist, said: Said) -> tuple[Gist, Wish | None]:
    """What is asked of the catalogue, and the gist with its topic where that is all it is about."""
    wish = _wish(said)
    if wish is None or gist.out_of_scope or gist.danger:
        return gist, None
    if not wish.asks or gist.topic in CATALOGUE_TOPICS:
        return gist, wish
    of_one_case = gist.topic is Topic.CASE and not gist.case.references
    hinted = gist.hinted if gist.hinted in CATALOGUE_TOPICS else None
    of_a_programme = wish.purposes or wish.named or wish.sex or hinted
    if (gist.topic is None or of_one_case) and of_a_programme:
        topic = _topic_named(said) or hinted or Topic.PROGRAMME
        return gist._replace(topic=topic, hinted=None), wish
    return gist, None


def _wish(said: Said) -> Wish | None:
    if not said.speaks_of(_SPOKEN_OF):
        return None
    asks = _said_of(said, _ASKED_OF)
    times = _said_of(said, _TIMES)
    if times and said.says("course", "course"):
        asks |= {AskedOf.WHERE_AND_WHEN}
    wish = Wish(
        asks=asks,
        purposes=_purposes(said),
        times=times,
        ways=_said_of(said, _WAYS),
        sex=next(iter(_said_of(said, _SEXES)), None),
        rate_card=said.says("rate_card", "rate_card"),
        named=tuple(dict.fromkeys(match.label.name.split()[0] for match in said.named(PROGRAMME_NAMED))),
    )
    return None if wish == _NOTHING else wish


def _topic_named(said: Said) -> Topic | None:
    return next((Topic(match.label.name.split()[1]) for match in said.named(PROGRAMME_NAMED)), None)


def _purposes(said: Said) -> frozenset[Purpose]:
    """What it is to work on; "domestic violence" is no "violence"."""
    groups = said.groups.keys() & _PURPOSES
    found = [match for group in groups for match in said.named(group) if not said.denied(match)]
    return frozenset(
        Purpose(match.label.group) for match in found if not any(match.within(other) for other in found)
    )


def _said_of(said: Said, words: Mapping[str, _Word]) -> frozenset[_Word]:
    """The words of a list that the text says and does not deny."""
    return frozenset(
        words[group]
        for group in said.groups.keys() & words.keys()
        if any(not said.denied(match) for match in said.named(group))
    )
