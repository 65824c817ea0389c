"""Where a question opens: by "who" or "is", by "tell me if", by "I need …", and not by the same
words where they only tell ("the man who is on licence", "I can confirm").
"""

from collections.abc import Iterator

from routing.reading.grammar import word_classes
from routing.reading.phrases import Match
from routing.reading.questions.manner import QUESTION_WORDS, Manner, Opening
from routing.reading.questions.question_words import by_question_word
from routing.reading.questions.verbs import by_verb
from routing.reading.said import Said

_WORDS = word_classes("questions")
_VERBS = ("auxiliaries", "polite", "whether", "confirmation", "confirming", "giving", "getting")
_VERB = frozenset[str]().union(*(_WORDS[name] for name in _VERBS))  # most words of a text are none
_MAY_OPEN = _VERB | QUESTION_WORDS.keys()
_GAP = 4  # words between "get hold of" and the detail wanted


def openings(said: Said) -> Iterator[Opening]:
    """Every opening, in order; where somebody to speak to is asked for, that first."""
    contacts = {
        match.start: match.end for match in said.named("ask", "contact") if _wants_contact(said, match)
    }
    inside = {at for start, end in contacts.items() for at in range(start + 1, end)}
    people_end = {match.end for match in said.named("person") if not _is_told(said, match)}
    if not contacts and _MAY_OPEN.isdisjoint(said.distinct):
        return
    for at, norm in enumerate(said.norms):
        if at in contacts:
            yield Opening(at, Manner.CONTACT)
        if norm in QUESTION_WORDS:
            found = None if at in inside else by_question_word(said, at, people_end)
        else:
            found = by_verb(said, at) if norm in _VERB else None
        if found:
            yield Opening(at, *found)


def _wants_contact(said: Said, match: Match) -> bool:
    """Whether the phrase asks for somebody to speak to, and not only for a number or a name."""
    if said.norms[match.start : match.start + 2] == ["contact", "details"]:
        return False
    details = (m.start for m in said.named("detail") if m.start >= match.end - 2)
    if "hold" in said.norms[match.start : match.end + 2] and any(at - match.end <= _GAP for at in details):
        return False
    reach = range(match.start, min(match.end + 2, len(said.norms)))
    words = {said.norms[at] for at in reach if said.norms[at - 1] not in _WORDS["before_a_noun"]}
    return bool(_WORDS["speaking"] & words) or (
        said.norms[match.start] in _WORDS["whom"] and bool(_WORDS["turning_to"] & words)
    )


def _is_told(said: Said, person: Match) -> bool:
    """Whether it is the one who is asked: "tell my mum who", but "told before the man who" asks nobody."""
    return person.start > 0 and said.norms[person.start - 1] in _WORDS["asking"]
