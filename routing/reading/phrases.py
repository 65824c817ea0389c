"""The phrase language of the lexicon, and the matcher that finds every phrase in one pass.

A phrase is words in sequence. `a|b` is either word, `word*` any word that begins so, `word?` may
be left out, `<he>` is any word of a class in classes.toml, and `...` stands for up to four words
of the same sentence.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from routing.reading.words import BOUNDARY

LONGEST_GAP = 4
_SHORTEST_PREFIX = 2


class PhraseError(ValueError):
    """A phrase of the lexicon that cannot be read; the message quotes it."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a phrase stands for: `topic`/`breach`, `urgency`/`can_wait`; weight 1.0 is enough alone."""

    group: str
    name: str
    weight: float


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase found: the words from `start` up to, not including, `end`."""

    label: Label
    start: int
    end: int

    def within(self, other: "Match") -> bool:
        """Whether the other match covers this one and more."""
        return other.start <= self.start and self.end <= other.end and other.length > self.length

    @property
    def length(self) -> int:
        """How many words it covers."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class _Slot:
    """One word of a phrase, or a gap where both are empty."""

    words: frozenset[str]
    prefixes: tuple[str, ...]

    @property
    def is_gap(self) -> bool:
        return not self.words and not self.prefixes

    def takes(self, word: str) -> bool:
        return word in self.words or (bool(self.prefixes) and word.startswith(self.prefixes))


_GAP = _Slot(frozenset(), ())


def _slot(piece: str, classes: Mapping[str, Sequence[str]], phrase: str) -> _Slot:
    words: set[str] = set()
    prefixes: list[str] = []
    for choice in piece.split("|"):
        if choice.startswith("<") and choice.endswith(">"):
            if choice[1:-1] not in classes:
                raise PhraseError(f"phrase {phrase!r} names the class {choice}, which classes.toml lacks")
            words.update(classes[choice[1:-1]])
        elif choice.endswith("*") and choice[:-1].isalnum() and len(choice) > _SHORTEST_PREFIX:
            prefixes.append(choice[:-1])
        elif choice.isalnum() and choice == choice.lower():
            words.add(choice)
        else:
            raise PhraseError(f"phrase {phrase!r} has {choice!r}: write lower-case words without apostrophes")
    return _Slot(frozenset(words), tuple(prefixes))


def _variants(phrase: str, classes: Mapping[str, Sequence[str]]) -> Iterator[tuple[_Slot, ...]]:
    """The phrase with each optional word present, and left out."""
    choices: list[tuple[tuple[_Slot, ...], ...]] = []
    for piece in phrase.split():
        if piece == "...":
            choices.append(((_GAP,),))
        elif piece.endswith("?"):
            choices.append(((_slot(piece[:-1], classes, phrase),), ()))
        else:
            choices.append(((_slot(piece, classes, phrase),),))
    for chosen in product(*choices):
        slots = tuple(slot for part in chosen for slot in part)
        if not slots or slots[0].is_gap or slots[-1].is_gap:
            raise PhraseError(f"phrase {phrase!r} begins or ends with a gap, or can be empty")
        yield slots


class PhraseBook:
    """Every phrase of the lexicon, indexed by its first word."""

    def __init__(self) -> None:
        self._by_word: dict[str, list[tuple[tuple[_Slot, ...], Label]]] = {}
        self._by_prefix: dict[str, list[tuple[tuple[_Slot, ...], Label]]] = {}
        self.vocabulary: set[str] = set()

    def copy(self) -> "PhraseBook":
        """A book of the same phrases, to which others can be added."""
        book = PhraseBook()
        book._by_word = {word: list(found) for word, found in self._by_word.items()}
        book._by_prefix = {prefix: list(found) for prefix, found in self._by_prefix.items()}
        book.vocabulary = set(self.vocabulary)
        return book

    def add(self, phrase: str, label: Label, classes: Mapping[str, Sequence[str]]) -> None:
        """Enter a phrase. Raises PhraseError where it cannot be read."""
        for slots in _variants(phrase, classes):
            self._add(slots, label)

    def _add(self, slots: tuple[_Slot, ...], label: Label) -> None:
        for word in slots[0].words:
            self._by_word.setdefault(word, []).append((slots[1:], label))
        for prefix in slots[0].prefixes:
            self._by_prefix.setdefault(prefix, []).append((slots[1:], label))
        for slot in slots:
            self.vocabulary |= slot.words

    def find(self, words: Sequence[str]) -> list[Match]:
        """Every match, the longest of each phrase at each place; covered ones of a group left out."""
        found: dict[tuple[str, str, int], Match] = {}
        for start, word in enumerate(words):
            if word == BOUNDARY:
                continue
            for rest, label in self._starting_with(word):
                end = _end_of(rest, words, start + 1)
                if end is None:
                    continue
                key = (label.group, label.name, start)
                before = found.get(key)
                if before is None or (end - start, label.weight) > (before.length, before.label.weight):
                    found[key] = Match(label, start, end)
        return _without_covered(list(found.values()))

    def _starting_with(self, word: str) -> Iterator[tuple[tuple[_Slot, ...], Label]]:
        yield from self._by_word.get(word, ())
        if self._by_prefix:
            for length in range(_SHORTEST_PREFIX, len(word) + 1):
                yield from self._by_prefix.get(word[:length], ())


def _end_of(slots: tuple[_Slot, ...], words: Sequence[str], at: int) -> int | None:
    """Where the rest of a phrase ends if it goes on at `at`, else None."""
    for number, slot in enumerate(slots):
        if slot.is_gap:
            for skipped in range(LONGEST_GAP + 1):
                if BOUNDARY in words[at : at + skipped]:
                    return None
                end = _end_of(slots[number + 1 :], words, at + skipped)
                if end is not None:
                    return end
            return None
        if at >= len(words) or words[at] == BOUNDARY or not slot.takes(words[at]):
            return None
        at += 1
    return at


def _without_covered(matches: list[Match]) -> list[Match]:
    """Drop what lies within a longer match of the same group: "not urgent" is not "urgent"."""
    by_group: dict[str, list[Match]] = {}
    for match in matches:
        by_group.setdefault(match.label.group, []).append(match)
    kept = [m for group in by_group.values() for m in group if not any(m.within(o) for o in group)]
    return sorted(kept, key=lambda match: (match.start, match.end))
