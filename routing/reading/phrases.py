"""The phrase language of the lexicon, and the matcher that finds every phrase in one pass.

A phrase is words in sequence. `a|b` is either word, `word*` any word that begins so, `word?` may
be left out, `<he>` is any word of a class in classes.toml, and `...` stands for up to four words
of the same sentence.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from routing.reading.words import BOUNDARY

LONGEST_GAP = 4
_SHORTEST_PREFIX = 2
_MOST_STATES = 20_000  # remembered: some 20 MB


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
        return (
            other.start <= self.start
            and self.end <= other.end
            and other.end - other.start > self.end - self.start
        )

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
_END = (BOUNDARY,)
_PLACE_IN_TEXT = attrgetter("start", "end")


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
    """How far a phrase has come: which words lead on, and what is found if it ends here.

    `leads_on` is by a word, or by how words begin, with a star: "miss*".
    """

    __slots__ = ("after_gap", "by_slot", "labels", "leads_on")

    def __init__(self) -> None:
        self.by_slot: dict[_Slot, _Node] = {}
        self.leads_on: dict[str, list[_Node]] = {}
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
        for key in (*slot.words, *(f"{prefix}*" for prefix in slot.prefixes)):
            self.leads_on.setdefault(key, []).append(node)
        return node


class _State:
    """All that may be under way at one point of a text: nodes, and how many words each may still wait."""

    __slots__ = ("found", "leads_to", "ways")

    def __init__(self, ways: Mapping[_Node, int]) -> None:
        self.ways = ways
        self.found = tuple(label for node, wait in ways.items() if not wait for label in node.labels)
        self.leads_to: dict[tuple[str, ...], _State | None] = {}

    def after(self, keys: tuple[str, ...]) -> dict[_Node, int]:
        """What is under way after one more word; empty where it leads nowhere."""
        ways: dict[_Node, int] = {}
        for node, wait in self.ways.items():
            for key in keys:
                for after in node.leads_on.get(key, ()):
                    ways[after] = 0
                    if after.after_gap:
                        ways[after.after_gap] = LONGEST_GAP + 1
            if wait > 1:
                ways[node] = max(wait - 1, ways.get(node, 0))
        return ways


class PhraseBook:
    """Phrases, kept as a tree by their words, so that looking is quick however many there are."""

    def __init__(self) -> None:
        self._root = _Node()
        self._forget()
        self._slots: dict[tuple[str, int], _Slot] = {}
        self._classes_held: dict[int, Mapping[str, Sequence[str]]] = {}  # so that their ids stay theirs
        self.vocabulary: set[str] = set()
        self._prefixes: dict[int, set[str]] = {}  # by their length

    def _forget(self) -> None:
        """Begin anew with what is remembered of texts: a phrase was added, or it became too much."""
        self._keys: dict[str, tuple[str, ...]] = {BOUNDARY: _END}
        self._states: dict[frozenset[tuple[_Node, int]], _State] = {}
        self._start = _State({self._root: 0})

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
        self._forget()
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
            for prefix in slot.prefixes:
                self._prefixes.setdefault(len(prefix), set()).add(prefix)
        return slot

    def find(self, words: Sequence[str]) -> list[Match]:
        """Every match, the longest of each name at each place; covered ones of a group left out."""
        keys = [self._keys.get(word) or self._keys_of(word) for word in words]
        found: dict[tuple[str, str, int], Match] = {}
        leads_to = self._start.leads_to
        for start, of_word in enumerate(keys):
            if leads_to.get(of_word, self._start) is None:
                continue  # no phrase begins so, as is known of most words
            for end, label in self._from(keys, start):
                key = (label.group, label.name, start)
                before = found.get(key)
                if before is None or (end, label.weight) > (before.end, before.label.weight):
                    found[key] = Match(label, start, end)
        return _without_covered(found.values())

    def _keys_of(self, word: str) -> tuple[str, ...]:
        """What a phrase may name a word by: itself, or how it begins. Most words of a text by nothing."""
        keys = tuple(f"{word[:n]}*" for n, known in self._prefixes.items() if word[:n] in known)
        if word in self.vocabulary:
            # Only these are remembered: there are no more of them than the lexicon has.
            keys = self._keys[word] = (word, *keys)
        return keys

    def _from(self, keys: Sequence[tuple[str, ...]], start: int) -> Iterator[tuple[int, Label]]:
        """Every phrase that begins at `start`: where it ends, and its label."""
        state = self._start
        for at in range(start, len(keys)):
            of_word = keys[at]
            if of_word is _END:
                return
            leads_to = state.leads_to
            after = leads_to[of_word] if of_word in leads_to else self._next(state, of_word)
            if after is None:
                return
            state = after
            for label in state.found:
                yield at + 1, label

    def _next(self, state: _State, keys: tuple[str, ...]) -> _State | None:
        """The state after one more word, remembered, since people begin their phrases alike."""
        if len(self._states) >= _MOST_STATES:
            self._forget()
        ways = state.after(keys)
        after = self._states.setdefault(frozenset(ways.items()), _State(ways)) if ways else None
        state.leads_to[keys] = after
        return after


def _hides(other: Match, match: Match) -> bool:
    """A longer match hides what it covers, save that a hint never hides words that say it outright."""
    return match.within(other) and other.label.weight >= match.label.weight


def _without_covered(matches: Iterable[Match]) -> list[Match]:
    """Drop what lies within a longer match of the same group: "not urgent" is not "urgent"."""
    by_group: dict[str, list[Match]] = {}
    for match in matches:
        by_group.setdefault(match.label.group, []).append(match)
    kept: list[Match] = []
    for group in by_group.values():
        longer = [match for match in group if match.length > 1]
        kept += _uncovered(group, longer) if longer else group
    kept.sort(key=_PLACE_IN_TEXT)
    return kept


def _uncovered(group: list[Match], longer: list[Match]) -> Iterator[Match]:
    """The matches that none of the longer ones hides; both are in the order in which they begin.

    Only those that begin near a match can hide it: looking at all would take too long in a long text.
    """
    starts = [match.start for match in longer]
    reach = max(match.length for match in longer)
    for match in group:
        near = longer[bisect_left(starts, match.end - reach) : bisect_right(starts, match.start)]
        if not any(_hides(other, match) for other in near):
            yield match
