"""What a single word of a text says about names: how it is written, what it adjoins, who has heard of it."""

from collections.abc import Sequence, Set
from functools import lru_cache

from routing.reading.grammar import word_classes
from routing.reading.lexicon import common_words, given_names
from routing.reading.words import BOUNDARY, Word, words_listed

_WORDS = word_classes("names")
NO_NAMES = _WORDS["never_names"] | _WORDS["function_words"]
_MOST_INITIALS = 4


@lru_cache(maxsize=1)
def surnames() -> frozenset[str]:
    """Surnames that are ordinary words or towns as well, for names in small letters."""
    return words_listed("surnames.txt")


class NameWords:
    """The words of one text. `words` have BOUNDARY for what is hidden already; `known_words` are those
    of the field and of places; `norms` are the words with slips put right; `towns` are towns
    of the area, which after a post are no surname; `far_towns` are of other areas."""

    def __init__(
        self,
        text: str,
        words: Sequence[Word],
        norms: Sequence[str],
        known_words: Set[str],
        towns: frozenset[str] = frozenset(),
        far_towns: frozenset[str] = frozenset(),
    ) -> None:
        self.text, self.words, self.norms, self.known_words = text, words, norms, known_words
        self.towns, self.far_towns = towns, far_towns

    def past_initials(self, at: int) -> int:
        for _ in range(_MOST_INITIALS):
            if at >= len(self.words) or len(self.words[at].norm) != 1 or not self.words[at].norm.isalpha():
                break
            at += 1
            if at < len(self.words) and self.words[at].raw == ".":
                at += 1
        return at

    def surname_after(self, at: int) -> bool:
        after = at + 1
        if after >= len(self.words) or not self.adjoins(after):
            return False
        word = self.words[after]
        if word.norm in NO_NAMES or not word.norm.isalpha() or len(word.norm) < 2:
            return False
        return word.capitalised or self.unheard(after) or word.norm in _WORDS["particles"]

    def to_the_end(self, last: int) -> int:
        """Past the surname and what is joined to it: "Worcester-Smith", "O'Sample Sampleton"."""
        end = last + 1
        while end < len(self.words) and self.words[end].norm != BOUNDARY:
            joined = self.gap(end) == "-"
            more = self.adjoins(end) and self.words[end].capitalised and self.unheard(end)
            if not joined and not more:
                break
            end += 1
        return end

    def gap(self, at: int) -> str:
        return self.text[self.words[at - 1].end : self.words[at].start] if at else ""

    def adjoins(self, at: int) -> bool:
        """Whether only a space, a hyphen or a quotation mark parts it from the word before."""
        if at == 0 or self.words[at].norm == BOUNDARY or self.words[at - 1].norm == BOUNDARY:
            return False
        gap = self.gap(at)
        return gap == " " or (not gap.strip(" -'\"‘’“”") and gap not in (" - ", "- ", " -"))

    def joined(self, at: int) -> bool:
        """Whether a hyphen joins it to the word before."""
        return at < len(self.words) and self.gap(at) == "-"

    def hidden(self, at: int) -> bool:
        return self.words[at].norm == BOUNDARY and self.words[at].raw[:1].isalnum()

    def known(self, at: int) -> bool:
        return self.words[at].norm in self.known_words

    def is_name_like(self, at: int) -> bool:
        """Whether it may be a surname, or a first name that is no ordinary word, in small letters too."""
        norm = self._without_possessive(at)
        first_name = norm in given_names() and norm not in common_words()
        return self.unheard(at) or norm in surnames() or first_name

    def unheard(self, at: int) -> bool:
        """Whether it is neither an ordinary word nor one of the field, nor a place."""
        norm = self._without_possessive(at)
        if not norm.isalpha() or len(norm) < 2:
            return False
        return not (norm in _WORDS["never_names"] or norm in common_words() or norm in self.known_words)

    def _without_possessive(self, at: int) -> str:
        norm, raw, _, _ = self.words[at]
        return norm[:-1] if norm[-1:] == "s" and raw.lower().endswith(("'s", "’s")) else norm

    def names_a_house(self, at: int) -> bool:
        """Whether a school, a ward or a street is named after somebody: "Robert Owen college"."""
        return at < len(self.words) and self.adjoins(at) and self.words[at].norm in _WORDS["houses"]
