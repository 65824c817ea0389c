"""What of a text was not understood: its shape, and the words in it that nobody knows.

The words serve to teach the reader (`python -m directory unanswered`). A word that could name somebody
is left out: one that is masked, that stands beside a masked one, or that is written as a name is.
"""

from collections.abc import Iterator, Set

from routing.reading.grammar import word_classes
from routing.reading.lexicon import common_words, family_names, given_names
from routing.reading.masks import MASKS
from routing.reading.names.name_words import surnames
from routing.reading.reading import Ask, Follow, Reading, Unread
from routing.reading.said import Said
from routing.reading.words import BOUNDARY

_TITLES = word_classes("names")["titles"] | word_classes("names")["staff_titles"]
_NAMES_AND_WORDS = (common_words, given_names, family_names, surnames)
_LENGTHS = ((3, "1 to 3"), (12, "4 to 12"), (40, "13 to 40"))
_LONGER = "over 40"
_SHORTEST, _LONGEST = 3, 30  # letters
_LONGEST_ABBREVIATION = 6
_MOST_WORDS = 10


def unread(said: Said, reading: Reading, known_words: Set[str]) -> Unread | None:
    """What was not understood; None where a topic, a post or a question was."""
    understood = reading.topic or reading.wanted or reading.provider or reading.danger or reading.out_of_scope
    if understood or reading.ask is not Ask.CONTACT or Follow.GREETING in reading.follow or not said.words:
        return None
    count = sum(norm != BOUNDARY for norm in said.norms)
    length = next((name for most, name in _LENGTHS if count <= most), _LONGER)
    return Unread(length, tuple(dict.fromkeys(_unknown(said, known_words)))[:_MOST_WORDS])


def _unknown(said: Said, known_words: Set[str]) -> Iterator[str]:
    for at, word in enumerate(said.words):
        norm = word.norm
        if (
            not (norm.isascii() and norm.isalpha() and _SHORTEST <= len(norm) <= _LONGEST)
            or norm in known_words
        ):
            continue
        abbreviation = word.raw.isupper() and len(word.raw) <= _LONGEST_ABBREVIATION
        if not (word.raw.islower() or abbreviation) or any(norm in words() for words in _NAMES_AND_WORDS):
            continue
        if not any(one in MASKS or one in _TITLES for one in said.norms[max(0, at - 1) : at + 2]):
            yield norm
