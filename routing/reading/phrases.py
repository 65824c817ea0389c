"""The phrase language of the lexicon; matching.py finds the phrases in a text.

A phrase is words in sequence. `a|b` is either word, `word*` any word that begins so, `word?` may
be left out, `<he>` is any word of a class in classes.toml, and `...` stands for up to four words
of the same sentence.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from sys import intern
from typing import NamedTuple

SHORTEST_PREFIX = 2  # letters


class PhraseError(ValueError):
    """A phrase of the lexicon that cannot be read; the message quotes it."""


class Label(NamedTuple):
    """What a phrase stands for: `topic`/`breach`, `urgency`/`can_wait`; weight 1.0 is enough alone."""

    group: str
    name: str
    weight: float


class Match(NamedTuple):
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
_NOT, _IS, _ARE, _HAVE, _AM = ("not",), ("is", "has"), ("are",), ("have",), ("am",)
_SPELT_OUT = {
    "isnt": ("is", _NOT), "arent": ("are", _NOT), "wasnt": ("was", _NOT), "werent": ("were", _NOT),
    "hasnt": ("has", _NOT), "havent": ("have", _NOT), "hadnt": ("had", _NOT), "doesnt": ("does", _NOT),
    "dont": ("do", _NOT), "didnt": ("did", _NOT), "wont": ("will", _NOT), "wouldnt": ("would", _NOT),
    "cant": ("can", _NOT), "couldnt": ("could", _NOT), "shouldnt": ("should", _NOT),
    "hes": ("he", _IS), "shes": ("she", _IS), "whos": ("who", _IS), "theyre": ("they", _ARE),
    "theyve": ("they", _HAVE), "weve": ("we", _HAVE), "ive": ("i", _HAVE), "im": ("i", _AM),
    "youre": ("you", _ARE), "youve": ("you", _HAVE), "whove": ("who", _HAVE),
}  # fmt: skip


def _spelt_out(slot: _Slot) -> Iterator[tuple[_Slot, _Slot]]:
    """For words such as "isn't" and "he's" the slots of the two words that each stands for."""
    firsts: dict[tuple[str, ...], set[str]] = {}
    for word in slot.words & _SPELT_OUT.keys():
        first, second = _SPELT_OUT[word]
        firsts.setdefault(second, set()).add(first)
    for second, words in sorted(firsts.items()):
        yield _Slot(frozenset(words), ()), _Slot(frozenset(second), ())


def _slot(piece: str, classes: Mapping[str, Sequence[str]], phrase: str) -> _Slot:
    words: set[str] = set()
    prefixes: list[str] = []
    for choice in piece.split("|"):
        if choice.startswith("<") and choice.endswith(">"):
            if choice[1:-1] not in classes:
                raise PhraseError(f"phrase {phrase!r} names the class {choice}, which classes.toml lacks")
            words.update(map(intern, classes[choice[1:-1]]))
        elif choice.endswith("*") and choice[:-1].isalnum() and len(choice) > SHORTEST_PREFIX:
            prefixes.append(choice[:-1])
        elif choice.isalnum() and choice == choice.lower():
            words.add(intern(choice))
        else:
            raise PhraseError(f"phrase {phrase!r} has {choice!r}: write lower-case words without apostrophes")
    return _Slot(frozenset(words), tuple(prefixes))


class Node:
    """How far a phrase has come: which words lead on, and what is found if it ends here.

    `leads_on` is by a word, or by how words begin, with a star: "miss*".
    """

    __slots__ = ("after_gap", "by_slot", "labels", "leads_on")

    def __init__(self) -> None:
        self.by_slot: dict[_Slot, Node] = {}
        self.leads_on: dict[str, list[Node]] = {}
        self.after_gap: Node | None = None
        self.labels: list[Label] = []

    def step(self, slot: _Slot) -> "Node":
        """The node that the slot leads to; phrases that begin alike share it."""
        known = self.by_slot.get(slot)
        if known:
            return known
        node = self.by_slot[slot] = Node()
        if slot.is_gap:
            self.after_gap = node
        for key in (*slot.words, *(f"{prefix}*" for prefix in slot.prefixes)):
            self.leads_on.setdefault(key, []).append(node)
        return node


class PhraseBook:
    """Phrases, kept as a tree by their words, so that looking is quick however many there are."""

    def __init__(self) -> None:
        self.root = Node()
        self._slots: dict[tuple[str, int], _Slot] = {}
        self._classes_held: dict[int, Mapping[str, Sequence[str]]] = {}  # so that their ids stay theirs
        self.vocabulary: set[str] = set()
        self.prefixes: set[str] = set()

    def add(self, phrase: str, label: Label, classes: Mapping[str, Sequence[str]]) -> None:
        """Enter a phrase. Raises PhraseError where it cannot be read."""
        pieces = phrase.split()
        nodes = [self.root]
        for piece in pieces:
            slot = self._slot_for(piece.removesuffix("?"), classes, phrase)
            further = [node.step(slot) for node in nodes]
            # "Isn't available" is "is not available" too.
            for one, two in _spelt_out(slot):
                further += [node.step(one).step(two) for node in nodes]
                self.vocabulary |= one.words | two.words
            # A word that may be left out leads on, and so does the way without it.
            nodes = [*further, *nodes] if piece.endswith("?") else further
        if not pieces or self.root in nodes or "..." in (pieces[0], pieces[-1]):
            raise PhraseError(f"phrase {phrase!r} begins or ends with a gap, or can be empty")
        for node in nodes:
            if label not in node.labels:
                node.labels.append(label)

    def beginnings(self) -> Iterator[str | tuple[str, str]]:
        """How its phrases begin: a word that is one by itself, or the first two in a row.

        Raises PhraseError where these are not words: "miss*", "...".
        """
        for word, nodes in self.root.leads_on.items():
            for node in nodes:
                if word.endswith("*") or node.after_gap or any(key.endswith("*") for key in node.leads_on):
                    raise PhraseError(f"a phrase that begins with {word!r}: its first two have to be words")
                yield from ((word, after) for after in node.leads_on)
                if node.labels:
                    yield word

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
            self.prefixes.update(slot.prefixes)
        return slot
