"""Finds every phrase of several books in one pass over a text.

The trees of the books are walked together: where a phrase may begin, all that may be under way is one
state, and each word leads from one state to the next. States are made when they are first needed and
remembered by the words of the books alone, never by other words of a text.
"""

from collections.abc import Iterable, Mapping, Sequence
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


class _State:
    """All that may be under way at one point of a text: nodes, and how many words each may still wait.

    `found` are the labels of what ends here, by group and name; of one name the weightiest comes last.
    """

    __slots__ = ("found", "leads_to", "ways")

    def __init__(self, ways: Mapping[Node, int]) -> None:
        self.ways = ways
        ended = sorted(label for node, wait in ways.items() if not wait for label in node.labels)
        self.found = tuple((f"{label.group}/{label.name}", label) for label in ended)
        self.leads_to: dict[_Key, _State | None] = {_END: None}

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
        self._start = _State(dict.fromkeys(self._roots, 0))
        self._steps = 0

    def find(self, words: Sequence[str]) -> list[Match]:
        """Every match, the longest of each name at each place; covered ones of a group left out."""
        return in_order(self.groups(words))

    def groups(self, words: Sequence[str]) -> Groups:
        """The same by the group of each, those of a group in the order in which they begin."""
        known = self._keys
        keys = [known[word] if word in known else self._key_of(word) for word in words]
        groups: Groups = {}
        covering = set()  # groups of which one match may lie within another
        begins = self._start.leads_to
        for start, key in enumerate(keys):
            first = begins[key] if key in begins else self._next(self._start, key)
            for label, end in self._longest_from(first, keys, start) if first else ():
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

    def _longest_from(self, first: _State, keys: Sequence[_Key], start: int) -> Iterable[tuple[Label, int]]:
        """Of each group and name the longest phrase that begins at `start`, and where it ends."""
        longest = {}
        for name, label in first.found:
            longest[name] = label, start + 1
        state = first
        for end in range(start + 1, len(keys)):
            key, leads_to = keys[end], state.leads_to
            after = leads_to[key] if key in leads_to else self._next(state, key)
            if after is None:
                break
            state = after
            for name, label in state.found:
                longest[name] = label, end + 1
        return longest.values()

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
        after = self._states.setdefault(frozenset(ways.items()), _State(ways)) if ways else None
        state.leads_to[key] = after
        self._steps += 1
        return after


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
