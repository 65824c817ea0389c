"""Whether a place is named for what is nobody's business here: "the nearest cash machine in Redditch".

A place by itself is enough to be sent to its office, and so is one with a wish for somebody to speak to. It
is not where two words or more are left over that no phrase of the lexicon explains, or one that says what the
errand is, and nobody is spoken of or asked for.
"""

from collections.abc import Iterable

from routing.reading.grammar import word_classes
from routing.reading.masks import MASKS
from routing.reading.places import PlaceFound
from routing.reading.said import Said
from routing.reading.words import BOUNDARY, word_set

_QUESTIONS = word_classes("questions")
_LITTLE_WORDS = word_classes("names")["function_words"].union(
    word_set("its thats heres theres am got hello there anyone anybody"), *_QUESTIONS.values()
)
_OF_PROBATION = (
    "ask",
    "role",
    "person",
    "topic",
    "term",
    "urgency",
    "changed",
    "papers",
    "provider",
    "facts",
    "risk",
)
_ENOUGH = 2  # words
_OF_AN_OFFICE = frozenset({"office", "you", "your"})
_ERRANDS = word_set(
    "parking park taxi taxis cab bus buses train trains coach flight hotel hotels pub pubs restaurant cafe "
    "pizza takeaway kebab shop shops shopping supermarket market cinema gym pool weather forecast dentist "
    "dentists optician vet chemist pharmacy hairdresser barber florist garage petrol bank cashpoint atm "
    "museum zoo beach tickets directions map far distance nice population history football rugby cricket"
)


def says_something_else(said: Said, places: Iterable[PlaceFound]) -> bool:
    """Whether nothing but the place is understood, and an errand or more than a word is left over."""
    tried = any(match.label.name != "at_hand" for match in said.named("reach"))  # "in" is said of anything
    ours = any(  # "your Worcester office"
        norm in ("your", "ur") and _QUESTIONS["service"] & set(said.norms[at + 1 : at + 4])
        for at, norm in enumerate(said.norms)
    )
    if tried or ours or any(said.named(group) for group in _OF_PROBATION):
        return False
    of_places = {at for place in places for at in range(place.start, place.end)}
    left = [
        norm
        for at, norm in enumerate(said.norms)
        if at not in of_places and norm != BOUNDARY and norm not in _LITTLE_WORDS and norm not in MASKS
    ]
    errand = not _ERRANDS.isdisjoint(left) and _OF_AN_OFFICE.isdisjoint(said.distinct)
    return len(left) >= _ENOUGH or errand
