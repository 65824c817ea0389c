"""Whom a text speaks of, and whether what is asked is theirs or the asker's own."""

from collections.abc import Iterator

from routing.reading.gist import Gist
from routing.reading.grammar import word_classes
from routing.reading.masks import DETAIL, NAME, STAFF
from routing.reading.phrases import Match
from routing.reading.questions import Manner, Question
from routing.reading.said import Said
from routing.vocabulary import Topic

WORDS = word_classes("people")
_PEOPLE = frozenset({NAME, STAFF, DETAIL})
_BY_A_DEED, _WHO = (["convicted"], ["sentenced"]), (["who"], ["whove"], ["offenders"], ["prisoners"])
_NEARBY = frozenset(
    {"street", "road", "near", "here", "area", "estate", "village", "live", "lives", "living", "next"}
)
_MANY = frozenset({"men", "women", "people", "lads", "girls", "boys"})  # "for women who have been inside"
_BEFORE_A_KIND = frozenset({"a", "an", "for", "of", "about"})
_SUBJECT_REACH = 4  # words between "is" and whom it is about


class People:
    """Whom a text speaks of, and where the phrases that may not be asked of them stand."""

    def __init__(self, said: Said, gist: Gist) -> None:
        self.said, self.gist = said, gist
        nobody = _PEOPLE.isdisjoint(said.distinct)
        self.named = [] if nobody else [at for at, norm in enumerate(said.norms) if norm in _PEOPLE]
        self.pointed_at = said.named("person", "pointed_at")
        self._pointing = {match.start for match in self.pointed_at}
        self._starts = self._pointing | set(self.named)
        self.victim = gist.topic is Topic.VICTIM

    def subject_of(self, question: Question) -> bool:
        """Whether somebody named, or he or she, is who the question is about."""
        near = self.said.norms[question.start + 1 : question.start + 4]
        return any(norm in (NAME, STAFF, "he", "she") for norm in near)

    def object_of(self, question: Question, verb: Match) -> bool:
        """Whether the verb has somebody for its object, or nothing: "who has him", "who was dealing?"."""
        starts = [*self.named, *(match.start for match in self.pointed_at)]
        return any(question.start < at < question.end for at in starts) or verb.end >= question.end

    @property
    def only_a_kind(self) -> bool:
        """Whether nobody is pointed at but by what he did: "a man convicted of threats to kill"."""
        return not self.named and all(map(self._is_a_kind, self.pointed_at))

    def _is_a_kind(self, match: Match) -> bool:
        """ "A man convicted", "for women who": no one in particular."""
        norms = self.said.norms
        noun = match.start + (norms[match.start] in _BEFORE_A_KIND)
        if norms[noun - 1] not in _BEFORE_A_KIND:
            return False
        after = norms[noun + 1 : noun + 2]
        return after in _BY_A_DEED or (norms[noun] in _MANY and after in _WHO)

    @property
    def only_many(self) -> bool:
        """Whether it is of a kind of people and nobody among them: "for women who have been in prison"."""
        many = all(_MANY & set(self.said.norms[one.start : one.end]) for one in self.pointed_at)
        return many and bool(self.pointed_at) and self.only_a_kind and _NEARBY.isdisjoint(self.said.distinct)

    @property
    def only_of_the_trade(self) -> bool:
        """Whether nobody is named, and nobody pointed at as kin or neighbour: "he", "this man"."""
        pointing = {self.said.norms[at] for match in self.pointed_at for at in range(match.start, match.end)}
        return not self.named and pointing <= WORDS["of_the_trade"]

    @property
    def anybody(self) -> bool:
        """Whether one person in particular is spoken of at all."""
        return bool(self.named or self.pointed_at)

    def matter(self, *names: str, question: Question, within: int | None = None) -> Iterator[Match]:
        """What of these stands in the question."""
        for name in names:
            for match in self.said.named(name):
                if question.covers(match, within):
                    yield match

    def near_opening(self, question: Question) -> bool:
        """Whether somebody is the subject: "where is he", "is the man next door"."""
        last = question.start + _SUBJECT_REACH + (question.manner is Manner.BARE)
        within = range(question.start + 1, min(last + 1, question.end))
        return not self._starts.isdisjoint(within) or question.start in self._pointing


def is_own(people: People, match: Match, before: list[str]) -> bool:
    """Whether it is the asker's own: "my new address", not "my boyfriend's address"."""
    if any(match.start - 3 <= pointed.start < match.start <= pointed.end for pointed in people.pointed_at):
        return False
    if people.said.norms[match.start] in WORDS["theirs"]:
        return False
    own = WORDS["own"] | {"your"}
    return bool(before) and (
        before[-1] in own or (before[-1] in WORDS["own_things"] and bool(own & set(before)))
    )


def is_own_officer(people: People, match: Match) -> bool:
    """Whether it is the asker's own officer: "who is my officer now?", not "my sister's officer"."""
    said = people.said
    if any(pointed.start == match.start - 1 for pointed in people.pointed_at):
        return False
    before = said.norms[max(0, match.start - 2) : match.start]
    after = said.norms[match.end : match.end + 1]
    return (
        before[-1:] == ["my"]
        or (before[:1] == ["my"] and before[-1] in WORDS["own_things"])
        or after == ["me"]
    )
