"""A text on its way to being understood: what was said, before it is known what was meant."""

from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import chain

from routing.reading.asker import asker_in
from routing.reading.masks import MASKS
from routing.reading.matching import Groups, in_order
from routing.reading.phrases import Match
from routing.reading.words import BOUNDARY, Word, sentences_in, word_set

_NEGATORS = word_set(
    "not no non never nor neither none isnt arent wasnt werent aint doesnt dont didnt hasnt havent without "
    "cant cannot wont instead except unlike"
)
_NO = (["no"], ["nope"], ["nah"], ["negative"], ["not"])
_UNSURE = word_set("sure know certain clear whether knows told unsure")
_ENDS_A_DENIAL = frozenset(
    ["but", "and", "though", "although", "just", "only", "because", "so", "doubt", "denying"]
)
_CARRIES_ON = frozenset(["or", "nor", "neither", "not"])
_REACH = 4
_SPACE = 1  # characters between two words with nothing but a space between them
_NONE: Sequence[Match] = ()


def _pauses(words: Iterable[Word]) -> list[bool]:
    pauses, past = [], -_SPACE - 1
    for norm, _, start, end in words:
        pauses.append(start - past > _SPACE)
        past = end if norm else -_SPACE - 1
    return pauses or [True]


def _numbers(sentences: Iterable[tuple[int, int]]) -> list[int]:
    """For each word, and the BOUNDARY after it, the number of its sentence."""
    numbers: list[int] = []
    for number, (start, end) in enumerate(sentences):
        numbers += [number] * (end + 1 - start)
    return numbers[:-1]


class Said:
    """The words as written, the same as phrases match them (`norms`), and the phrases found.

    `taken_back` are phrases found as well, but corrected afterwards. `spans` are the sentences, `sentences`
    has for each word the number of its sentence, `pauses` whether a comma, a dash, a bracket or the end of a
    sentence stands before it; `distinct` are the different words, `asker` those that say who asks.
    `word_for_word`: it was put into English from another language.
    """

    def __init__(
        self,
        words: list[Word],
        norms: list[str],
        groups: Groups,
        taken_back: frozenset[Match] = frozenset(),
        *,
        word_for_word: bool = False,
    ) -> None:
        self.word_for_word = word_for_word
        self.words, self.norms, self.groups, self.taken_back = words, norms, groups, taken_back
        self.spans = sentences_in(norms)
        self.sentences = _numbers(self.spans)
        self.pauses = _pauses(words)
        self.distinct = frozenset(norms)
        self.asker = asker_in(norms, self.pauses, self.distinct)
        self._names: dict[str, dict[str, list[Match]]] = {}  # of the groups asked for so far
        corrections = (range(match.start, match.end) for match in self.named("correction"))
        self._correcting = frozenset(chain.from_iterable(corrections))  # "no" of "no, sorry"

    def named(self, group: str, name: str | None = None) -> Sequence[Match]:
        """The matches of a group, or of one name in it."""
        found = self.groups.get(group, _NONE)
        return self.names(group).get(name, _NONE) if name and found else found

    def names(self, group: str) -> Mapping[str, Sequence[Match]]:
        """The matches of a group, by their names."""
        names = self._names.get(group)
        if names is None:
            names = self._names[group] = {}
            for match in self.groups.get(group, _NONE):
                names.setdefault(match[0][1], []).append(match)
        return names

    @property
    def matches(self) -> list[Match]:
        """All phrases found, in the order of the text."""
        return in_order(self.groups)

    def says(self, group: str, name: str) -> bool:
        """Whether anything in the text says this."""
        return bool(self.named(group, name))

    def speaks_of(self, groups: Set[str]) -> bool:
        """Whether there is a match of any of the groups."""
        return not self.groups.keys().isdisjoint(groups)

    def wording(self, start: int, end: int) -> str:
        """The words from start up to end, as written, but for what is masked."""
        return " ".join(
            ["…" if self.norms[at] in MASKS else self.words[at].raw
             for at in range(start, end) if self.norms[at]]
        )  # fmt: skip

    def pauses_before(self, at: int) -> bool:
        """Whether a comma, a dash, a bracket or the end of a sentence stands before this word."""
        return self.pauses[at]

    def ends_in_question(self, at: int) -> bool:
        """Whether the sentence of this word ends in a question mark."""
        end = self.spans[self.sentences[at]][1]
        return end < len(self.words) and "?" in self.words[end].raw

    def denied(self, match: Match, reach: int = _REACH) -> bool:
        """Whether it is said not to be so: "not high risk", "neither high nor MAPPA".

        A comma or "but" ends what a "not" denies, save that "or" and "nor" carry it on. "MAPPA? No."
        denies too.
        """
        if self._answered_no(match.end):
            return True
        at = match.start
        while at > 0 and match.start - at < reach:
            carried_on = self.norms[at] in _CARRIES_ON
            at -= 1
            if self.norms[at] == BOUNDARY or (self.pauses_before(at + 1) and not carried_on):
                return False
            if self.norms[at] in _NEGATORS and at not in self._correcting:
                return not _UNSURE & set(self.norms[at : match.start])
            if self.norms[at] in _ENDS_A_DENIAL:
                return False
        return False

    def _answered_no(self, at: int) -> bool:
        """Whether a question mark stands here, and a "no" after it that is all of its sentence."""
        if self.norms[at : at + 1] != [BOUNDARY] or "?" not in self.words[at].raw:
            return False
        answer = self.norms[at + 1 : at + 2]
        ends = self.norms[at + 2 : at + 3] in ([], [BOUNDARY]) or self.pauses_before(at + 2)
        return answer in _NO and ends

    def unsure(self, match: Match) -> bool:
        """Whether it is said not to be known: "not sure whether he is high risk"."""
        before = self.norms[max(0, match.start - 6) : match.start]
        if BOUNDARY in before:
            before = before[len(before) - before[::-1].index(BOUNDARY) :]
        return (
            "whether" in before
            or "unsure" in before
            or bool(_UNSURE & set(before) and _NEGATORS & set(before))
        )
