"""Finds every phrase of several books in one pass over a text.

The trees of the books are walked together: where a phrase may begin, all that may be under way is one
state, and each word leads from one state to the next. States are made when they are first needed and
remembered by the words of the books alone, never by other words of a text.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import chain
from operator import itemgetter

from routing.reading.phrases import SHORTEST_PREFIX, Label, Match, Node, PhraseBook
from routing.reading.words import BOUNDARY

_LONGEST_GAP = 4  # words
_MOST_STEPS = 200_000  # remembered: some 30 MB
_END = 0
_match = partial(tuple.__new__, Match)  # makes one in a third of the time
_PLACE_IN_TEXT = itemgetter(1, 2)  # where a match begins and ends

Groups = dict[str, list[Match]]
_Keys = tuple[str, ...]  # what phrases may name a word by: itself, and how it begins
_Key = int  # stands for what phrases may name a word by, so that a step is looked up quickly


class _State(dict[_Key, "_State | None"]):
    """The states that words lead to, made when they are first needed; None where one leads nowhere.

    All that may be under way at one point of a text: nodes, and how many words each may still wait.

    `found` are the labels of what ends here, by group and name; of one name the weightiest comes last.
    """

    __slots__ = ("_next", "found", "ways")

    def __init__(self, ways: Mapping[Node, int], next_of: "_Next") -> None:
        super().__init__({_END: None})
        self.ways, self._next = ways, next_of
        ended = sorted(label for node, wait in ways.items() if not wait for label in node.labels)
        self.found = tuple((f"{label.group}/{label.name}", label) for label in ended)

    def __missing__(self, key: _Key) -> "_State | None":
        after = self[key] = self._next(self, key)
        return after

    def after(self, keys: _Keys) -> dict[Node, int]:
        """What is under way after one more word; empty where it leads nowhere."""
        ways: dict[Node, int] = {}
        for node, wait in self.ways.items():
            for key in keys:
                for after in node.leads_on.get(key, ()):
                    ways[after] = 0
                    if after.after_gap:
                        ways[after.after_gap] = _LONGEST_GAP + 1
            if wait > 1:
                ways[node] = max(wait - 1, ways.get(node, 0))
        return ways


_Next = Callable[[_State, _Key], _State | None]


class PhraseFinder:
    """Finds what these books hold; what is added to one of them later is not found."""

    def __init__(self, *books: PhraseBook) -> None:
        self.vocabulary = frozenset(chain.from_iterable(book.vocabulary for book in books))
        self._roots = [book.root for book in books]
        self._prefixes: dict[str, list[str]] = {}  # by their first letters
        for prefix in sorted(set(chain.from_iterable(book.prefixes for book in books))):
            self._prefixes.setdefault(prefix[:SHORTEST_PREFIX], []).append(prefix)
        self._numbers: dict[_Keys, _Key] = {(BOUNDARY,): _END}
        self._named_by: list[_Keys] = [(BOUNDARY,)]
        self._keys = {BOUNDARY: _END}
        self._forget()

    def _forget(self) -> None:
        self._states: dict[frozenset[tuple[Node, int]], _State] = {}
        self._start = _State(dict.fromkeys(self._roots, 0), self._next)
        self._steps = 0

    def find(self, words: Sequence[str]) -> list[Match]:
        """Every match, the longest of each name at each place; covered ones of a group left out."""
        return in_order(self.groups(words))

    def groups(self, words: Sequence[str]) -> Groups:
        """The same by the group of each, those of a group in the order in which they begin."""
        known = self._keys
        keys = [known[word] if word in known else self._key_of(word) for word in words]
        keys.append(_END)
        groups: Groups = {}
        covering = set()  # groups of which one match may lie within another
        for start, key in enumerate(keys):
            first = self._start[key]
            for label, end in _longest_from(first, keys, start) if first else ():
                group = label[0]
                if group not in groups:
                    groups[group] = [_match((label, start, end))]
                    continue
                found = groups[group]
                if found[-1][1] == start or found[-1][2] >= end:
                    covering.add(group)
                found.append(_match((label, start, end)))
        for name in covering:
            groups[name] = _without_covered(groups[name])
        return groups

    def _key_of(self, word: str) -> _Key:
        """What a phrase may name a word by, as a number. Most words of a text by nothing."""
        alike = self._prefixes.get(word[:SHORTEST_PREFIX], ())
        keys = tuple([f"{prefix}*" for prefix in alike if word.startswith(prefix)])
        if word not in self.vocabulary:
            return self._number(keys)
        # Only these are remembered: there are no more of them than the lexicon has.
        key = self._keys[word] = self._number((word, *keys))
        return key

    def _number(self, keys: _Keys) -> _Key:
        number = self._numbers.setdefault(keys, len(self._named_by))
        if number == len(self._named_by):
            self._named_by.append(keys)
        return number

    def _next(self, state: _State, key: _Key) -> _State | None:
        """The state after one more word, remembered, since people begin their phrases alike."""
        if self._steps >= _MOST_STEPS:
            self._forget()
        ways = state.after(self._named_by[key])
        self._steps += 1
        if not ways:
            return None
        return self._states.setdefault(frozenset(ways.items()), _State(ways, self._next))


def _longest_from(first: _State, keys: Sequence[_Key], start: int) -> Iterable[tuple[Label, int]]:
    """Of each group and name the longest phrase that begins at `start`, and where it ends."""
    longest = {}
    state = first
    for end in range(start + 1, len(keys)):
        for name, label in state.found:
            longest[name] = label, end
        after = state[keys[end]]
        if after is None:
            break
        state = after
    return longest.values()


def in_order(groups: Groups) -> list[Match]:
    """The matches of all groups, in the order in which they begin."""
    return sorted(chain.from_iterable(groups.values()), key=_PLACE_IN_TEXT)


def _without_covered(group: list[Match]) -> list[Match]:
    """Drop what lies within a longer match of the same group: "not urgent" is not "urgent"."""
    longer = [match for match in group if match[2] - match[1] > 1]
    if not longer:
        return group  # in order already
    kept, first, last = [], 0, len(longer) - 1
    for match in group:
        # Only those that begin near a match can hide it: looking at all would take too long in a long text.
        while first < last and longer[first][2] <= match[1]:
            first += 1
        if not _is_hidden(match, longer, first):
            kept.append(match)
    kept.sort(key=_PLACE_IN_TEXT)
    return kept


def _is_hidden(match: Match, longer: list[Match], first: int) -> bool:
    """Whether a longer match covers it, save that a hint never hides words that say it outright."""
    label, start, end = match
    for at in range(first, len(longer)):
        by, its_start, its_end = longer[at]
        if its_start > start:
            return False
        if its_end >= end and its_end - its_start > end - start and by.weight >= label.weight:
            return True
    return False
