"""Names of persons in a text: found to be masked, so that no surname is read as a place.

A name is known by a title, by a first name, by how it is written ("SAMPLETON, John", "J. Sampleton")
or by words that name ("a man called …"). What is found leaves this module as spans only.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from routing.reading.first_names import is_asked_about
from routing.reading.grammar import word_classes
from routing.reading.lexicon import common_words, given_names
from routing.reading.masks import ASKER, NAME, STAFF
from routing.reading.name_words import NO_NAMES, NameWords, surnames
from routing.reading.words import BOUNDARY

_WORDS = word_classes("names")
_PERSON_NOUNS = _WORDS["about_somebody"] - {"about", "re", "regarding", "concerning"}
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
_LIKE_SURNAMES = ("son", "ton", "ford", "worth", "ham", "ley", "man", "ski", "ska", "wicz")
_AGE_OR_SEX = re.compile(r"[ ,]*\(?(?:\d|[mf]\b|male|female|aged|dob|d\.o\.b)", re.IGNORECASE)


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
        if self.words[at].norm in _WORDS["staff_titles"] and self._is_staff(at):
            return self.to_the_end(at + 1), STAFF
        for kind in self._kinds(at, self.words[at].norm):
            end = kind(at)
            if end > at:
                return end, NAME
        return at, NAME

    def _kinds(self, at: int, norm: str) -> Iterator[Callable[[int], int]]:
        """The kinds of names that may begin here, the surest first."""
        if norm in _WORDS["titles"]:
            yield self._titled
        if at and self.words[at - 1].norm in _BEFORE_A_NAME:
            yield self._named
        if at + 1 < len(self.words) and self.gap(at + 1) == ", ":
            yield self._surname_first
        if norm in given_names():
            yield self._given
        yield self._initials if len(norm) == 1 else self._by_looks
        yield self._asked_about

    def _is_ordinary(self, norm: str, raw: str) -> bool:
        """Whether no name can begin with it in small letters, although it is no common word."""
        return norm == raw and norm in self.known_words and len(norm) > 1 and norm not in _beginnings()

    def _titled(self, at: int) -> int:
        """ "Mr Sample", "mrs p. sample", "Miss Sampleton"; not "miss my appointment"."""
        if self.words[at].norm not in _WORDS["titles"]:
            return at
        first = self.past_initials(at + 1)
        if first >= len(self.words) or (first == at + 1 and not self.adjoins(first)):
            return at
        word = self.words[first]
        if word.norm == BOUNDARY or word.norm in _WORDS["function_words"]:
            return at
        small = not word.raw[:1].isupper()
        plain = small and first == at + 1 and not self.joined(first + 1)
        if plain and self.words[at].norm in _WORDS["miss_means_to_miss"] and not self.is_name_like(first):
            return at
        if word.norm in given_names() and self.surname_after(first):
            return self.to_the_end(first + 1)
        return self.to_the_end(first)

    def _named(self, at: int) -> int:
        """What follows "called", "by the name of", "client"."""
        before = [word.norm for word in self.words[max(0, at - 3) : at]]
        if not before or not self.adjoins(at):
            return at
        naming = before[-1] in _WORDS["naming"] or before[-2:] in (
            ["name", "of"],
            ["name", "is"],
            ["names", "is"],
        )
        word = self.words[at]
        if naming and (
            word.norm in given_names() or self.unheard(at) or (word.capitalised and not self.known(at))
        ):
            return self._given(at) if self._given(at) > at else self.to_the_end(at)
        if before[-1] in _PERSON_NOUNS and word.capitalised and self.unheard(at):
            return self.to_the_end(at)
        if before[-1] in _WORDS["about_somebody"] and word.norm in given_names() and not self.known(at):
            written = word.raw[:1].isupper() or word.norm not in common_words()
            surname = self.surname_after(at)
            return self.to_the_end(at + 1 if surname else at) if written else at
        return at

    def _given(self, at: int) -> int:
        """A first name, and after it initials, particles and a surname."""
        if self.words[at].norm not in given_names() or (at and self.words[at - 1].norm == "st"):
            return at
        last = at + 1
        while last < len(self.words) and self.adjoins(last) and self._is_between(last):
            last += 1
        if last >= len(self.words) or not self.adjoins(last):
            return at
        end = self.to_the_end(last) if self._is_surname_of(at, last) else at
        return at if self.names_a_house(end) else end

    def _is_between(self, at: int) -> bool:
        """Whether it may stand between a first name and a surname: "M", "van", another first name."""
        norm = self.words[at].norm
        if norm in _WORDS["particles"]:
            return True
        if len(norm) == 1 and norm.isalpha():
            return self.words[at].raw.isupper() and at + 1 < len(self.words) and self.adjoins(at + 1)
        joined = self.gap(at) == "-"
        return (norm in given_names() or joined) and self.surname_after(at)

    def _is_surname_of(self, given: int, at: int) -> bool:
        first, word = self.words[given], self.words[at]
        if (
            word.norm in _WORDS["never_names"]
            or word.norm in _WORDS["function_words"]
            or not word.norm.isalpha()
        ):
            return False
        if len(word.norm) < 2:
            return False
        ordinary = first.norm in common_words()
        starts = given == 0 or self.words[given - 1].norm == BOUNDARY
        if first.capitalised and word.capitalised and not (ordinary and starts and self.known(at)):
            return True
        # In small letters, or all in capitals, only an unheard-of word is a surname: "mark it".
        if not ordinary and (self.joined(at + 1) or self.words[at - 1].norm in _WORDS["particles"]):
            return True
        if self.known(at) and word.norm not in surnames():
            return False
        if word.norm in surnames():
            return not ordinary
        return self.unheard(at) and (not ordinary or word.norm.endswith(_LIKE_SURNAMES))

    def _initials(self, at: int) -> int:
        """ "J. Sampleton", "D.R. Sample"; "A" and "I" are words unless a full stop follows."""
        word = self.words[at]
        if len(word.norm) != 1 or (at and word.start != 0 and not self.text[word.start - 1].isspace()):
            return at
        last = self.past_initials(at)
        if last >= len(self.words) or self.words[last].norm == BOUNDARY:
            return at
        stopped = "." in self.text[word.end : self.words[last].start]
        before = self.words[at - 1].norm if at else BOUNDARY
        placed = before == BOUNDARY or before in _WORDS["about_somebody"]
        plain = word.raw.isupper() and word.norm not in ("a", "i")
        plain = plain or (placed and word.norm in _WORDS["initials"])
        if not (stopped or plain) or "\n" in self.text[word.end : self.words[last].start]:
            return at
        known = self.known(last) or self.words[last].norm in NO_NAMES
        capital = self.words[last].raw[:1].isupper()
        likely = self.unheard(last) or (capital and self.words[last].norm in surnames())
        if known and not (stopped and capital and self.words[last].norm in surnames()):
            return at
        return self.to_the_end(last) if likely else at

    def _asked_about(self, at: int) -> int:
        """A first name by itself, asked about: "is Tyler on licence"."""
        return at + is_asked_about(self.words, at)

    def _surname_first(self, at: int) -> int:
        """ "SAMPLETON, John", "Sample, Jane (F, 34)"."""
        after = at + 1
        if (
            after >= len(self.words)
            or self.gap(after) != ", "
            or self.words[at].norm in _WORDS["never_names"]
        ):
            return at
        word, given = self.words[at], self.words[after]
        initial = len(given.norm) == 1 and given.raw.isupper() and self.text[given.end : given.end + 1] == "."
        if given.norm not in given_names() and not initial:
            return at
        begins = self.text[: self.words[at].start].rstrip()[-1:] in ("", ".", ":", ";", "-", "\n")
        before = self.words[at - 1].norm if at else BOUNDARY
        placed = begins or before in _WORDS["about_somebody"] | _WORDS["naming"] or before in ("for", "name")
        if self.unheard(at) and (word.raw[:1].isupper() or given.norm not in common_words()):
            return after + 1
        detailed = _AGE_OR_SEX.match(self.text, given.end)
        return after + 1 if placed and word.raw[:1].isupper() and detailed else at

    def _by_looks(self, at: int) -> int:
        """Two words nobody has heard of, written as names are, or where a name is to be expected."""
        after = at + 1
        if not self.unheard(at) or self.words[at].norm in _WORDS["titles"]:
            return at
        written = self.words[at].raw[:1].isupper() or self.words[at].norm in given_names()
        if written and self._is_of_a_person(after):
            return after
        if after >= len(self.words) or not self.adjoins(after):
            return at
        given = self.words[after]
        if given.norm in given_names() and given.norm not in common_words():
            as_on_a_form = self.words[at].raw.isupper() or self.norms[at] == self.words[at].norm
            if as_on_a_form and not self.names_a_house(after + 1):
                return after + 1
        if not self.unheard(after):
            return at
        pair = (self.words[at], self.words[after])
        if pair[0].raw.endswith(("'s", "’s")) or (at and self.words[at - 1].norm in ("st", "saint")):
            return at
        end = self.to_the_end(after)
        beyond = self.words[end].norm if end < len(self.words) else BOUNDARY
        if self.names_a_house(end):
            return at
        if all(word.capitalised for word in pair):
            return self.to_the_end(after)
        slips = any(self.norms[one] != self.words[one].norm for one in (at, after))
        before = self.words[at - 1].norm if at else BOUNDARY
        expected = before in _WORDS["about_somebody"] or before in ("for", "with")
        expected = expected or (before == BOUNDARY and beyond in _WORDS["of_somebody"])
        return self.to_the_end(after) if expected and not slips else at

    def _is_of_a_person(self, at: int) -> bool:
        """Whether what comes after a surname is a detail of a person, or a word for one: "lad"."""
        if at >= len(self.words):
            return False
        return self.hidden(at) or (self.adjoins(at) and self.words[at].norm in _WORDS["persons_after"])

    def _is_staff(self, at: int) -> bool:
        """Whether a title of the service and a surname: "Officer Birch", not "Duty Officer Redditch"."""
        after = at + 1
        if after >= len(self.words) or self.gap(after) != " ":
            return False
        word = self.words[after]
        if word.norm in NO_NAMES or word.norm in _WORDS["staff_titles"]:
            return False
        if not word.capitalised and not (self.is_name_like(after) and self.norms[after] == word.norm):
            return False
        if self.surname_after(after) and word.norm in given_names():
            return False
        # "Court officer Redditch" says where the post is.
        if self.words[at].norm == "officer" and self.norms[after] in self.towns:
            return self.joined(after + 1)
        before = self.words[at - 1].norm if at else BOUNDARY
        if self.words[at].norm == "officer" and before not in _WORDS["post_before_officer"]:
            return self.words[at].capitalised or self.is_name_like(after)
        # After a rank a town is a surname, unless it is one of the area: "PC Stafford", "police Worcester".
        ranked = self.words[at].norm != "officer" and word.norm in self.far_towns - self.towns
        return ranked or not self.known(after)

    def _is_the_askers(self, at: int, end: int) -> bool:
        before = tuple(word.norm for word in self.words[max(0, at - 3) : at])
        if any(before[-len(said) :] == said for said in _SELF_BEFORE):
            return True
        following = self.words[end].norm if end < len(self.words) else BOUNDARY
        return following in _WORDS["self_after"]
