"""Which post is asked for, and which cannot be reached."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from routing.reading.little_words import ARTICLES, FIRST_PERSON, NOT, POSSESSIVES, THIRD_PERSON, WANTING
from routing.reading.phrases import Match
from routing.reading.said import Said
from routing.reading.words import word_set
from routing.vocabulary import Role

_start = attrgetter("start")
_OTHER = "other"  # posts of other bodies: "housing manager", "duty sergeant"
_WHOLE = 1.0
_FAR = 100  # words between a post and "no answer" in one long sentence
_NEAR = 6  # words between a post and "off", "away", "out", which are also said of anybody
_BESIDE = 1  # the same for one word alone: "manager out", but not "ask the manager to come out"
_JOINS = word_set("or and nor the a his her their either even nps crc")
_LIKEWISE = frozenset({"so", "nor", "neither", "as", "likewise", "ditto", "same"})
_TOO = frozenset({"too", "also", "either", "well"})
_MAY_STAND_BETWEEN = _LIKEWISE | word_set(
    "and is are was were does do did has have goes for with the a your their his her nps crc"
)
_OF_THE_ASKER = FIRST_PERSON | {"ill", "well"}
# Where phrases of one length overlap: "the duty" and "duty senior", "duty officer" and "officer is".
_TELLING = (
    _OTHER, Role.DUTY_SPO, Role.APPROVED_PREMISES, Role.HEAD_OF_LDU, Role.SPO, Role.DUTY_OFFICER, Role.LEAD,
    Role.RESPONSIBLE_OFFICER, Role.RECEPTION,
)  # fmt: skip
_ASKING = frozenset(["want", "wants", "need", "needs", "get", "after", "speak"])
_BEFORE_A_POST = ARTICLES | POSSESSIVES
_DO_NOT = NOT | {"wont", "no"}
_WANTING = WANTING | {"wants", "needs"}
_SAYING = word_set("says said saying say told tells advised advises suggests")
_TO_TRY = word_set("ring call contact ask try phone speak use")
_WANTED_LAST = (Role.RECEPTION, Role.RESPONSIBLE_OFFICER)


def roles_named(said: Said) -> tuple[Role | None, frozenset[Role]]:
    """The post wanted, and the posts that cannot be reached (docs/answer.md, the order of the steps)."""
    failures = said.named("reach", "unreachable")
    if not failures and "role" not in said.groups:
        return None, frozenset()
    mentions = [m for m in _mentions(said) if m.start not in said.asker.words]
    failed = set(_tried_in_vain(said, mentions))
    unreachable = {Role(mention.label.name) for mention in failed}
    for failure in failures:
        near = _mentions_near(said, failure, mentions)
        failed.update(near)
        unreachable.update(Role(mention.label.name) for mention in near)
        if not near and failure.label.weight >= _WHOLE:
            unreachable.add(Role.RESPONSIBLE_OFFICER)
    wanted = [m for m in mentions if m not in failed and Role(m.label.name) not in unreachable]
    # "Not the SPO, just the duty officer": what is turned down leads only where it stands alone.
    wanted = [m for m in wanted if not _turned_down(said, m)] or wanted
    wanted.sort(key=lambda mention: _eagerness(said, mention))
    return (Role(wanted[0].label.name) if wanted else None), frozenset(unreachable)


def _turned_down(said: Said, mention: Match) -> bool:
    """Whether the asker does not want this post: "I don't want the duty officer"."""
    at = mention.start - 1
    while at >= 0 and said.norms[at] in _BEFORE_A_POST and not said.pauses_before(at + 1):
        at -= 1
    if at < 0 or said.pauses_before(at + 1):
        return False
    before = said.norms[max(0, at - 1) : at + 1]
    return (
        before[-1] == "not"
        or before in (["instead", "of"], ["rather", "than"])
        or (before[-1] in _WANTING and before[0] in _DO_NOT)
    )


def _eagerness(said: Said, mention: Match) -> tuple[int, bool, float, int, int]:
    role = Role(mention.label.name)
    last = 1 + _WANTED_LAST.index(role) if role in _WANTED_LAST else 0
    asked_for = bool(_ASKING & set(said.norms[max(0, mention.start - 3) : mention.start]))
    return last, not asked_for, -mention.label.weight, -mention.length, mention.start


def _mentions(said: Said) -> list[Match]:
    """The posts of probation that are named, of overlapping phrases the most telling one."""
    kept: list[Match] = []
    taken: set[int] = set()
    for match in sorted(
        said.named("role"), key=lambda m: (-m.label.weight, -m.length, _TELLING.index(m.label.name), -m.start)
    ):
        words = range(match.start, match.end)
        if taken.isdisjoint(words):
            kept.append(match)
            taken.update(words)
    return sorted((m for m in kept if m.label.name != _OTHER), key=lambda m: m.start)


def _mentions_near(said: Said, failure: Match, mentions: list[Match]) -> list[Match]:
    """The posts a failure is about: those named before it in its sentence, else after it, else in
    the sentence before. "Off", "away" and the like have to follow the post closely."""
    number = said.sentences[failure.start]
    first = bisect_left(mentions, failure.start - _FAR, key=_start)
    mentions = mentions[first : bisect_right(mentions, failure.end + _FAR, key=_start)]
    # "Out" of "out of hours" says nothing of anybody.
    here = [
        m
        for m in mentions
        if said.sentences[m.start] == number and not (m.start <= failure.start and failure.end <= m.end)
    ]
    before = here[: bisect_left(here, failure.end, key=_start)]
    if failure.label.weight < _WHOLE:
        if not _OF_THE_ASKER.isdisjoint(said.norms[max(0, failure.start - 1) : failure.start]):
            return []  # "I'm off at four" is said of the asker
        reach = _NEAR if failure.length > 1 else _BESIDE
        close = [m for m in before if failure.start - m.end <= reach]
        if close or not THIRD_PERSON & set(said.norms[max(0, failure.start - 1) : failure.start + 1]):
            return close + _as_well(said, failure, here)
        return [] if here else _in_sentence_before(said, number, mentions)
    if before:
        return before + _as_well(said, failure, here)
    if here and _sent_on(said.norms[failure.end : here[0].start]):
        return []
    return _joined(said, here) or _in_sentence_before(said, number, mentions)


def _sent_on(between: list[str]) -> bool:
    """Whether the asker was told to try the post: "her out of office says to ring duty"."""
    return not (_SAYING.isdisjoint(between) or _TO_TRY.isdisjoint(between))


def _as_well(said: Said, failure: Match, mentions: list[Match]) -> list[Match]:
    """The posts said to have failed the same way: "is out and so is the SPO", "and the SPO as well"."""
    failed = []
    for mention in mentions[bisect_left(mentions, failure.end, key=_start) :]:
        between = said.norms[failure.end : mention.start]
        if not _MAY_STAND_BETWEEN.issuperset(between):
            break
        after = said.norms[mention.end : mention.end + 2]
        if not (_LIKEWISE.isdisjoint(between) and _TOO.isdisjoint(after)):
            failed.append(mention)
    return failed


def _joined(said: Said, mentions: list[Match]) -> list[Match]:
    """The first post and those joined to it: "no reply from the duty officer or the senior"."""
    together = mentions[:1]
    for mention in mentions[1:]:
        if not set(said.norms[together[-1].end : mention.start]) <= _JOINS:
            break
        together.append(mention)
    return together


def _in_sentence_before(said: Said, number: int, mentions: list[Match]) -> list[Match]:
    return [m for m in mentions if said.sentences[m.start] == number - 1][-1:]


def _tried_in_vain(said: Said, mentions: list[Match]) -> Iterator[Match]:
    """Posts that were tried and led nowhere, or of which none is to be had, however it is put."""
    if not mentions:
        return
    fruitless = said.named("reach", "fruitless")
    for number, tried in _first_of_sentences(said, said.named("reach", "tried")):
        ends = [
            f for f in fruitless if number <= said.sentences[f.start] <= number + 2 and f.start > tried.start
        ]
        if ends:
            yield from (m for m in mentions if said.sentences[m.start] == number and m.start < ends[-1].start)
    at_hand = said.named("reach", "at_hand")
    for number, none in _first_of_sentences(said, said.named("reach", "none_of_them")):
        if any(said.sentences[m.start] == number and m.start > none.start for m in at_hand):
            yield from (m for m in mentions if said.sentences[m.start] == number)


def _first_of_sentences(said: Said, matches: Sequence[Match]) -> Iterable[tuple[int, Match]]:
    """The numbers of the sentences that hold any of these, each with the first of them."""
    return {said.sentences[match.start]: match for match in reversed(matches)}.items()
