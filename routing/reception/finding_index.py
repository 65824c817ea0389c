"""What of a directory can be found, by the beginnings of the words in its name. Pure."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from routing.catalogue import Programme
from routing.reception.dialled import dialled
from routing.rota.shifts import Person
from routing.snapshot import Office, Post, Snapshot, Team
from routing.vocabulary import Provider, Role, Topic

_WORD = re.compile(r"\w+")
_AFTER_ALL = "\U0010ffff"
_BEGINS = 2  # letters, before which everything would be found
_LITTLE = frozenset({
    "a", "an", "and", "at", "for", "from", "in", "is", "it", "me", "my", "of", "on", "or", "please", "ring",
    "the", "this", "to", "what", "who", "whom", "with", "y", "yn",
})  # fmt: skip


class What(StrEnum):
    """What is found, in the order in which it is shown."""

    NUMBER = "number"
    OFFICE = "office"
    POST = "post"
    TOPIC = "topic"
    TEAM = "team"
    PERSON = "person"
    PROGRAMME = "programme"


@dataclass(frozen=True, slots=True)
class Labels:
    """What posts and topics are called by whoever types, in their language."""

    posts: Mapping[tuple[Role, Provider | None], str]
    topics: Mapping[Topic, str]


Thing = Office | Post | Topic | Team | Person | Programme | tuple[Post, ...]  # posts: all on one number


class Entry(NamedTuple):
    """Something that can be found, what it is called, and the words by which."""

    what: What
    thing: Thing
    said: str
    words: frozenset[str]
    area: str | None = None
    office: str | None = None


class Index:
    """Entries by the beginnings of their words."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = tuple(entries)
        self._having: dict[str, list[int]] = {}
        for number, entry in enumerate(self._entries):
            for word in entry.words:
                self._having.setdefault(word, []).append(number)
        self._vocabulary = sorted(self._having)

    def beginning(self, typed: frozenset[str]) -> Iterator[Entry]:
        """Entries of which each word typed begins a word; none before there are two letters."""
        if not any(len(word) >= _BEGINS for word in typed):
            return
        for number in set.intersection(*map(self._beginning_with, typed)):
            yield self._entries[number]

    def _beginning_with(self, word: str) -> set[int]:
        begins = bisect_left(self._vocabulary, word)
        ends = bisect_left(self._vocabulary, word + _AFTER_ALL)
        return {number for known in self._vocabulary[begins:ends] for number in self._having[known]}


def words_of(text: str) -> frozenset[str]:
    """The words of a text by which something can be found."""
    return frozenset(_WORD.findall(text.casefold())) - _LITTLE


def entries_by_number(snapshot: Snapshot) -> Iterator[Entry]:
    """Whoever has a number, by it: posts, and staff themselves. A number is one word, as it is dialled."""
    posts: dict[str, tuple[Post, ...]] = {}
    leads = (post for some in snapshot.leads.values() for post in some)
    for post in (*snapshot.posts.values(), *leads):
        if post.number:
            posts[post.number.e164] = (*posts.get(post.number.e164, ()), post)
    for e164, theirs in posts.items():
        yield Entry(What.NUMBER, theirs, e164, frozenset({dialled(e164)}), theirs[0].area, theirs[0].office)
    for person in snapshot.rota.people.values():
        if person.number:
            words = frozenset({dialled(person.number)})
            yield Entry(What.PERSON, person, person.name, words, person.area, person.office)


def entries_by_name(snapshot: Snapshot, labels: Labels) -> Iterator[Entry]:
    """Everything by what it is called."""

    def place(thing: Post | Team) -> str:
        return snapshot.offices[thing.office].name if thing.office else snapshot.areas[thing.area].name

    for office in snapshot.offices.values():
        words = words_of(f"{office.name} {office.id}")
        yield Entry(What.OFFICE, office, office.name, words, office.area, office.id)
    for post in snapshot.posts.values():
        said = labels.posts[post.role, post.provider]
        yield Entry(What.POST, post, said, words_of(f"{said} {place(post)}"), post.area, post.office)
    for topic, said in labels.topics.items():
        yield Entry(What.TOPIC, topic, said, words_of(said) | set(topic.split("_")))
    for team in snapshot.teams.values():
        yield Entry(
            What.TEAM, team, team.name, words_of(f"{team.name} {place(team)}"), team.area, team.office
        )
    for person in snapshot.rota.people.values():
        yield Entry(What.PERSON, person, person.name, words_of(person.name), person.area, person.office)
    for programme in snapshot.programmes.values():
        words = words_of(" ".join((programme.name, programme.id, *programme.also_called)))
        yield Entry(What.PROGRAMME, programme, programme.name, words)
