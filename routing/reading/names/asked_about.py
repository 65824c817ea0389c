"""A first name by itself, where somebody is asked about by it: "is Tyler on licence", "who supervises Tyler".

Elsewhere a first name by itself is left alone: it may be of the officer whom the asker knows.
"""

from collections.abc import Sequence

from routing.reading.grammar import word_classes
from routing.reading.lexicon import common_words, given_names
from routing.reading.words import BOUNDARY, Word

_WORDS = word_classes("first_names")


def is_asked_about(words: Sequence[Word], at: int) -> bool:
    """Whether the word is a first name, and what stands around it asks about whoever bears it."""
    word = words[at]
    if word.norm not in given_names() and word.norm[:-1] not in given_names():
        return False
    after = at + 1 + (_word(words, at + 1) == "probation")
    if _word(words, after) in _WORDS["theirs"]:  # "Tyler's officer", "Tyler's probation officer"
        return word.norm[-1:] == "s" and _is_a_name(word, word.norm[:-1])
    if word.norm not in given_names():
        return False
    before = _word(words, at - 1)
    if before in _WORDS["asks"]:
        return _asked_of(words, at + 1)
    if before in _WORDS["whether"] and _word(words, at + 1) in _WORDS["is"]:
        return _asked_of(words, at + 2)
    an_officer = _word(words, at - 2) in _WORDS["officers"] and _word(words, at - 3) not in _WORDS["on_duty"]
    having = before in _WORDS["having"] or (before == "for" and an_officer)
    return having and _word(words, at + 1) in _WORDS["ends"] | {BOUNDARY} and _is_a_name(word, word.norm)


def _word(words: Sequence[Word], at: int) -> str:
    return words[at].norm if 0 <= at < len(words) else BOUNDARY


def _is_a_name(word: Word, name: str) -> bool:
    return name in given_names() and (word.capitalised or name not in common_words())


def _asked_of(words: Sequence[Word], at: int) -> bool:
    """Whether what comes after the name is asked of it: "on licence", "still with you", "live"."""
    said = _word(words, at)
    if said in _WORDS["still"]:
        at += 1
        said = _word(words, at)
    if said in _WORDS["which_may_be"]:  # "out of prison", but not "out today"
        while _word(words, at + 1) in _WORDS["articles"]:
            at += 1
        return _word(words, at + 1) in _WORDS["of_somebody_supervised"]
    return said in _WORDS["state"]
