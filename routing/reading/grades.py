"""A level of risk that is said to be to children: "high risk of serious harm to children".

Those words say how a case is graded, as the assessments do; they are no matter of safeguarding by themselves.
"""

from collections.abc import Iterator

from routing.reading.phrases import Match
from routing.reading.said import Said
from routing.reading.words import word_set
from routing.vocabulary import Topic

_CHILDREN = word_set("children child kids minors")
_RISK = word_set("risk rosh harm")
_BETWEEN = _CHILDREN | _RISK | word_set("of serious to towards his her their the any")
_LEVELS = word_set("high low medium moderate med")


class Grades:
    """Where a text has such words. Where a risk is said to have `changed` they need no level."""

    def __init__(self, said: Said, *, changed: bool) -> None:
        told = not (_CHILDREN.isdisjoint(said.distinct) or _RISK.isdisjoint(said.distinct))
        self._spans = list(_grades(said.norms, changed=changed)) if told else []

    def cover(self, *matches: Match) -> bool:
        """Whether all these words, read as a matter of safeguarding, are of one level and no more."""
        return any(
            all(_is_of_children(one) and one.start >= start and one.end <= end for one in matches)
            for start, end in self._spans
        )


def _is_of_children(match: Match) -> bool:
    return match.label.name == Topic.SAFEGUARDING_CHILDREN


def _grades(norms: list[str], *, changed: bool) -> Iterator[tuple[int, int]]:
    for at, norm in enumerate(norms):
        if norm not in _CHILDREN:
            continue
        start = at
        while start > 0 and norms[start - 1] in _BETWEEN:
            start -= 1
        words = norms[start:at]
        beside = {*norms[max(0, start - 1) : start]}
        if "serious" in words:
            beside.update(norms[at + 1 : at + 3])
        if not _RISK.isdisjoint(words) and (changed or not _LEVELS.isdisjoint(beside)):
            yield start, at + 1
