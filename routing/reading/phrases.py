"""The phrase language of the lexicon, and the matcher that finds every phrase in one pass.

A phrase is words in sequence. `a|b` is either word, `word*` any word that begins so, `word?` may
be left out, `<he>` is any word of a class in classes.toml, and `...` stands for up to four words
of the same sentence.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

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


class _Node:
    """How far a phrase has come: which words lead on, and what is found if it ends here."""

    __slots__ = ("after_gap", "by_prefix", "by_slot", "by_word", "labels", "prefix_lengths")

    def __init__(self) -> None:
        self.by_slot: dict[_Slot, _Node] = {}
        self.by_word: dict[str, list[_Node]] = {}
        self.by_prefix: dict[str, list[_Node]] = {}
        self.prefix_lengths: list[int] = []
        self.after_gap: _Node | None = None
        self.labels: list[Label] = []

    def step(self, slot: _Slot) -> "_Node":
        """The node that the slot leads to; phrases that begin alike share it."""
        known = self.by_slot.get(slot)
        if known:
            return known
        node = self.by_slot[slot] = _Node()
        if slot.is_gap:
            self.after_gap = node
        for word in slot.words:
            self.by_word.setdefault(word, []).append(node)
        for prefix in slot.prefixes:
            self.by_prefix.setdefault(prefix, []).append(node)
            if len(prefix) not in self.prefix_lengths:
                self.prefix_lengths.append(len(prefix))
        return node


class PhraseBook:
    """Phrases, kept as a tree by their words, so that looking is quick however many there are."""

    def __init__(self) -> None:
        self._root = _Node()
        self._slots: dict[tuple[str, int], _Slot] = {}
        self._classes_held: dict[int, Mapping[str, Sequence[str]]] = {}  # so that their ids stay theirs
        self.vocabulary: set[str] = set()

    def add(self, phrase: str, label: Label, classes: Mapping[str, Sequence[str]]) -> None:
        """Enter a phrase. Raises PhraseError where it cannot be read."""
        pieces = phrase.split()
        nodes = [self._root]
        for piece in pieces:
            slot = self._slot_for(piece.removesuffix("?"), classes, phrase)
            further = [node.step(slot) for node in nodes]
            # A word that may be left out leads on, and so does the way without it.
            nodes = [*further, *nodes] if piece.endswith("?") else further
        if not pieces or self._root in nodes or "..." in (pieces[0], pieces[-1]):
            raise PhraseError(f"phrase {phrase!r} begins or ends with a gap, or can be empty")
        for node in nodes:
            if label not in node.labels:
                node.labels.append(label)

    def _slot_for(self, piece: str, classes: Mapping[str, Sequence[str]], phrase: str) -> _Slot:
        """What a piece stands for; most pieces stand in many phrases, so each is made out once."""
        if piece == "...":
            return _GAP
        key = (piece, id(classes))
        slot = self._slots.get(key)
        if slot is None:
            self._classes_held[id(classes)] = classes
            slot = self._slots[key] = _slot(piece, classes, phrase)
            self.vocabulary |= slot.words
        return slot

    def find(self, words: Sequence[str]) -> list[Match]:
        """Every match, the longest of each name at each place; covered ones of a group left out."""
        found: dict[tuple[str, str, int], Match] = {}
        for start, word in enumerate(words):
            if word == BOUNDARY:
                continue
            for end, label in self._from(words, start):
                key = (label.group, label.name, start)
                before = found.get(key)
                if before is None or (end, label.weight) > (before.end, before.label.weight):
                    found[key] = Match(label, start, end)
        return _without_covered(list(found.values()))

    def _from(self, words: Sequence[str], start: int) -> Iterator[tuple[int, Label]]:
        """Every phrase that begins at `start`: where it ends, and its label."""
        ways = [(self._root, start)]
        while ways:
            node, at = ways.pop()
            for label in node.labels:
                yield at, label
            if at >= len(words) or words[at] == BOUNDARY:
                continue
            word = words[at]
            for after in node.by_word.get(word, ()):
                ways.append((after, at + 1))
            for length in node.prefix_lengths:
                for after in node.by_prefix.get(word[:length], ()):
                    ways.append((after, at + 1))
            if node.after_gap:
                ways.extend((node.after_gap, to) for to in _across_gap(words, at))


def _across_gap(words: Sequence[str], at: int) -> Iterator[int]:
    """Where a phrase may go on after a gap: here or up to four words on, in the same sentence."""
    for to in range(at, min(at + LONGEST_GAP + 1, len(words))):
        if words[to] == BOUNDARY:
            return
        yield to


def _hides(other: Match, match: Match) -> bool:
    """A longer match hides what it covers, save that a hint never hides words that say it outright."""
    return match.within(other) and other.label.weight >= match.label.weight


def _without_covered(matches: list[Match]) -> list[Match]:
    """Drop what lies within a longer match of the same group: "not urgent" is not "urgent"."""
    by_group: dict[str, list[Match]] = {}
    for match in matches:
        by_group.setdefault(match.label.group, []).append(match)
    kept = [m for group in by_group.values() for m in group if not any(_hides(o, m) for o in group)]
    return sorted(kept, key=lambda match: (match.start, match.end))
