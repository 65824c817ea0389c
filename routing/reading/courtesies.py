"""What stands around an enquiry and is no part of it: "hope you can help", "my manager told me to try you".

It is left out before anything else is read, so that no word of it is taken for what is asked: the manager
of that line is not wanted, and what is "probably a daft question" may still be one about somebody.
"""

import tomllib
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from routing.reading.matching import PhraseFinder
from routing.reading.phrases import Label, Match, PhraseBook
from routing.reading.words import BOUNDARY, Word

PHRASES = "courtesies.toml"


def without_courtesies(words: list[Word]) -> list[Word]:
    """The words without those of courtesy, in whose place a sentence ends.

    Where there are no others, all of them: "hello there" is answered too.
    """
    norms = [word.norm for word in words]
    if not may_hold_courtesies(norms):
        return words
    found = courtesies_in(norms)
    if not found:
        return words
    kept: list[Word] = []
    at = 0
    for courtesy in found:
        if courtesy.start < at:
            continue  # within the one before
        kept += words[at : courtesy.start]
        at = courtesy.end
        if kept and kept[-1].norm != BOUNDARY:
            kept.append(words[courtesy.start]._replace(norm=BOUNDARY, raw=BOUNDARY))
        elif at < len(words) and words[at].norm == BOUNDARY:
            at += 1
    kept += words[at:]
    return kept if any(word.norm for word in kept) else words


def may_hold_courtesies(norms: Sequence[str]) -> bool:
    """Whether any two words in a row begin a courtesy, or one is one by itself; in most texts none do."""
    begin = _beginnings()
    return not (begin.isdisjoint(pairwise(norms)) and begin.isdisjoint(norms))


def courtesies_in(norms: Sequence[str]) -> list[Match]:
    """Where they stand, in the order of the text."""
    return _finder().find(norms)


@lru_cache(maxsize=1)
def courtesies() -> PhraseBook:
    """The bundled ones, read once."""
    table = tomllib.loads((files("routing.reading") / PHRASES).read_text(encoding="utf-8"))
    classes: dict[str, Sequence[str]] = table.pop("classes")
    book = PhraseBook()
    for name, phrases in table.items():
        for phrase in phrases["says"]:
            book.add(phrase, Label("courtesy", name, 1.0), classes)
    return book


@lru_cache(maxsize=1)
def _finder() -> PhraseFinder:
    return PhraseFinder(courtesies())


@lru_cache(maxsize=1)
def _beginnings() -> frozenset[str | tuple[str, str]]:
    return frozenset(courtesies().beginnings())
