"""Every question of a text: it begins where one opens (openings.py) and reaches to the end of its sentence
or to the next question. What it asks about is for forbidden/ to say.
"""

from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from routing.reading.grammar import word_classes
from routing.reading.phrases import Match
from routing.reading.questions.manner import Manner, Opening
from routing.reading.questions.openings import openings
from routing.reading.said import Said
from routing.reading.words import BOUNDARY

_WORDS = word_classes("questions")
_SOMEBODY = _WORDS["first"] | _WORDS["third"]
_BEGINNING = 3  # words: "have you got"
_SPEAKS_ON = _SOMEBODY | {"my", "our"}
_VERBS = _WORDS["auxiliaries"] | _WORDS["polite"]
_TELLING = _WORDS["telling"] | _WORDS["giving"]


class Question(NamedTuple):
    """The words from `start` up to `end`. `unsure`: "I don't know who …", a question or a remark."""

    manner: Manner
    start: int
    end: int
    unsure: bool = False

    def covers(self, match: Match, within: int | None = None) -> bool:
        """Whether the match begins in the question, `within` so many words of its opening."""
        last = self.end if within is None else min(self.end, self.start + within)
        return self.start <= match.start < last


def questions_in(said: Said) -> list[Question]:
    """Every question of the text, in order; none reaches into the next."""
    opened = _without_wishes_inside(said, _without_mere_beginnings(list(openings(said))))
    questions: list[Question] = []
    for number, (start, manner, unsure) in enumerate(opened):
        if questions and questions[-1].start == start:
            continue
        later = next((at for at, *_ in opened[number + 1 :] if at > start), len(said.norms))
        questions.append(Question(manner, start, _end_of_part(said, start, later), unsure))
    asking = {said.sentences[question.start] for question in questions}
    questions += _bare(said, asking)
    return questions


def _without_mere_beginnings(opened: list[Opening]) -> list[Opening]:
    """Without the "have you got" of "have you got someone I can ring", which asks for a contact."""
    return [
        found
        for found, after in zip_longest(opened, opened[1:])
        if not (
            after is not None
            and found.manner is Manner.YOU
            and after.manner is Manner.CONTACT
            and after.at - found.at <= _BEGINNING
        )
    ]


def _without_wishes_inside(said: Said, opened: list[Opening]) -> list[Opening]:
    """A "have" or "give" that stands within a question opens none: "do you have my brother there"."""
    kept: list[Opening] = []
    for found in opened:
        before = kept[-1] if kept else None
        inside = (
            before is not None
            and found.manner is Manner.WISH
            and before.manner not in (Manner.WISH, Manner.CONTACT)
            and _end_of_part(said, before.at, found.at + 1) > found.at
            and not said.pauses_before(found.at)
        )
        if not inside:
            kept.append(found)
    return kept


def _end_of_part(said: Said, start: int, limit: int) -> int:
    """Where the sentence ends, or a comma begins another: "where is the office, I live in Evesham".

    At the latest at `limit`.
    """
    for at in range(start + 1, min(limit, len(said.norms))):
        if said.norms[at] == BOUNDARY:
            return at
        if at > start + 2 and said.pauses[at] and said.norms[at] in _SPEAKS_ON:
            return at
    return min(limit, len(said.norms))


def _bare(said: Said, asking: set[int]) -> Iterator[Question]:
    """Sentences with a question mark and nothing that opens a question: "Still on licence, Mr Sample?"."""
    for number, (start, end) in enumerate(said.spans):
        if end > start and number not in asking and _could_be_asked(said, start, end):
            yield Question(Manner.BARE, start, end)


def _could_be_asked(said: Said, start: int, end: int) -> bool:
    if _WORDS["speaking"] & set(said.norms[start:end]):
        return False
    if _VERBS & set(said.norms[start : start + 2]):
        return False
    if end < len(said.words) and "?" in said.words[end].raw:
        return True
    alone = start == 0 and end >= len(said.norms) - 1
    pleading = bool(_WORDS["pleading"] & set(said.norms[start:end]))
    return (alone or pleading) and not _TELLING & set(said.norms[start:end])
