"""Which post is asked for, and which cannot be reached."""

from collections.abc import Iterable, Sequence

from routing.reading.phrases import Match
from routing.vocabulary import Role

_SELF_WORDS = frozenset(["im", "am", "as"])
_SELF_REACH = 4


def roles_named(
    matches: Iterable[Match], norms: Sequence[str], sentences: Sequence[int]
) -> tuple[Role | None, frozenset[Role]]:
    """The post wanted, and the posts that cannot be reached (answer contract: order, 3)."""
    matches = list(matches)
    mentions = [m for m in matches if m.label.group == "role" and m.label.name != "other"]
    mentions = [m for m in mentions if not _is_the_asker(m, norms)]
    failures = [m for m in matches if m.label.group == "reach" and m.label.name == "unreachable"]
    tried: set[int] = set()
    unreachable: set[Role] = set()
    for failure in failures:
        near = _mentions_near(failure, mentions, sentences)
        tried.update(id(mention) for mention in near)
        unreachable.update(Role(mention.label.name) for mention in near)
        if not near:
            unreachable.add(Role.RESPONSIBLE_OFFICER)
    wanted = [m for m in mentions if id(m) not in tried and Role(m.label.name) not in unreachable]
    wanted.sort(key=lambda m: (m.label.name == Role.RESPONSIBLE_OFFICER, -m.label.weight, -m.length, m.start))
    return (Role(wanted[0].label.name) if wanted else None), frozenset(unreachable)


def _mentions_near(failure: Match, mentions: list[Match], sentences: Sequence[int]) -> list[Match]:
    """The posts a failure is about: those named before it in its sentence, else after it, else in
    the sentence before."""
    here = [m for m in mentions if sentences[m.start] == sentences[failure.start]]
    before = [m for m in here if m.start < failure.end]
    if before or here:
        return before or here[:1]
    return [m for m in mentions if sentences[m.start] == sentences[failure.start] - 1][-1:]


def _is_the_asker(mention: Match, norms: Sequence[str]) -> bool:
    """Whether the words say who the asker is: "I am a senior officer at the council"."""
    before = norms[max(0, mention.start - _SELF_REACH) : mention.start]
    return any(word in _SELF_WORDS for word in before) or "here" in norms[mention.end : mention.end + 1]
