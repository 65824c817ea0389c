"""Every name of a text, and whose it is.

A name is known by a title, by a first name, by how it is written ("SAMPLETON, John", "J. Sampleton")
or by words that name ("a man called …"). What is found leaves this module as spans only.
"""

from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from routing.reading.grammar import word_classes
from routing.reading.lexicon import common_words, given_names
from routing.reading.masks import ASKER, NAME, STAFF
from routing.reading.names.asked_about import is_asked_about
from routing.reading.names.given import given, named
from routing.reading.names.name_words import NameWords
from routing.reading.names.titled import is_staff, titled
from routing.reading.names.written import by_looks, initials, surname_first
from routing.reading.words import BOUNDARY

_WORDS = word_classes("names")
_BEFORE_A_NAME = _WORDS["about_somebody"] | _WORDS["naming"] | {"of", "is"}
_SELF_BEFORE = (
    ("im",),
    ("i", "am"),
    ("this", "is"),
    ("its",),
    ("its", "me"),
    ("my", "name", "is"),
    ("my", "names"),
)
# Where a name of one kind that begins at a word ends: at that word itself where none does.
_Kind = Callable[[NameWords, int], int]


@cache
def _beginnings() -> frozenset[str]:
    """The words by which a name in small letters may begin."""
    return given_names() | _WORDS["titles"] | _WORDS["staff_titles"]


@cache
def _plain() -> frozenset[str]:
    """The words by which, in small letters, none does: most words of a text."""
    return frozenset(word for word in common_words() - _beginnings() if len(word) > 1)


class Name(NamedTuple):
    """Where a name stands, what masks it, and whether it is a detail that need not be given."""

    start: int
    end: int
    mask: str
    personal: bool


class NameFinder(NameWords):
    """Finds the names in one text."""

    def names(self) -> Iterator[Name]:
        """Every name, in the order of the text, none overlapping another."""
        past, plain = 0, _plain()
        for at, word in enumerate(self.words):
            norm, raw, _, _ = word
            if at < past or (raw.islower() and (norm in plain or self._is_ordinary(norm, raw))):
                continue
            past, mask = self._at(at)
            if past > at:
                own = self._is_the_askers(at, past)
                alone = past == at + 1 or mask == STAFF
                if not (own and alone and mask != STAFF):
                    yield Name(word.start, self.words[past - 1].end, ASKER if own else mask, mask != STAFF)

    def _at(self, at: int) -> tuple[int, str]:
        """Where the name that begins here ends (`at` itself where none does), and its mask."""
        if not self.words[at].norm[:1].isalpha():
            return at, NAME
        if self.words[at].norm in _WORDS["staff_titles"] and is_staff(self, at):
            return self.to_the_end(at + 1), STAFF
        for kind in self._kinds(at, self.words[at].norm):
            end = kind(self, at)
            if end > at:
                return end, NAME
        return at, NAME

    def _kinds(self, at: int, norm: str) -> Iterator[_Kind]:
        """The kinds of names that may begin here, the surest first."""
        if norm in _WORDS["titles"]:
            yield titled
        if at and self.words[at - 1].norm in _BEFORE_A_NAME:
            yield named
        if at + 1 < len(self.words) and self.gap(at + 1) == ", ":
            yield surname_first
        if norm in given_names():
            yield given
        yield initials if len(norm) == 1 else by_looks
        yield _asked_about

    def _is_ordinary(self, norm: str, raw: str) -> bool:
        """Whether no name can begin with it in small letters, although it is no common word."""
        return norm == raw and norm in self.known_words and len(norm) > 1 and norm not in _beginnings()

    def _is_the_askers(self, at: int, end: int) -> bool:
        before = tuple(word.norm for word in self.words[max(0, at - 3) : at])
        if any(before[-len(said) :] == said for said in _SELF_BEFORE):
            return True
        following = self.words[end].norm if end < len(self.words) else BOUNDARY
        return following in _WORDS["self_after"]


def _asked_about(names: NameWords, at: int) -> int:
    """A first name by itself, asked about: "is Tyler on licence"."""
    return at + is_asked_about(names.words, at)
