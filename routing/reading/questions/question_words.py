"""Questions that open by "who", "what", "where", "when", and what only looks like one: "the man who …"."""

from routing.reading.grammar import word_classes
from routing.reading.masks import NAME
from routing.reading.questions.before import asked_before, opens, word_at
from routing.reading.questions.manner import QUESTION_WORDS, Manner
from routing.reading.said import Said
from routing.reading.words import BOUNDARY

_WORDS = word_classes("questions")
_TURNING = _WORDS["speaking"] | _WORDS["turning_to"]
_OF_WHOM = frozenset({"about", "re", "regarding", "concerning", "with"})
_REACH_OF_A_MODAL = 6  # words between "which worker" and "do I ring"


def by_question_word(said: Said, at: int, people_end: set[int]) -> tuple[Manner, bool] | None:
    """How it asks, and whether that is unsure; None where it asks nothing. `people_end`: where one ends."""
    manner = QUESTION_WORDS[said.norms[at]]
    if (manner is Manner.WHO and _WORDS["may_help"] & set(said.norms[at + 1 : at + 4])) or _whom_to_turn_to(
        said, at
    ):
        manner = Manner.CONTACT
    if manner is Manner.WHAT and word_at(said, at + 1) in ("date", "day", "month", "time"):
        manner = Manner.WHEN
    of_somebody = manner is Manner.WHO and at in people_end
    asked, unsure = (False, False) if of_somebody else asked_before(said, at)
    if asked:
        return manner, unsure
    if opens(said, at):
        return manner, False
    before, after = said.norms[at - 1], word_at(said, at + 1)
    relative = (
        before in _WORDS["anybody"] or before == NAME or at in people_end or after in _WORDS["claiming"]
    )
    if said.norms[at] in _WORDS["contracted"]:
        return None if relative and manner is Manner.WHO else (manner, False)
    if manner is Manner.WHO:
        return None if relative or _tells_more_of_whom_it_is_about(said, at) else (manner, False)
    if said.norms[at] == "which":
        return None if after in _WORDS["auxiliaries"] else (manner, False)
    return (manner, False) if after in _WORDS["auxiliaries"] else None


def _tells_more_of_whom_it_is_about(said: Said, at: int) -> bool:
    """ "It's about a man in Worcester who has cut off his tag", with no word of an officer after it."""
    begins, end = said.spans[said.sentences[at]]
    spoken_of = any(
        begins <= match.start < at
        and not _OF_WHOM.isdisjoint(said.norms[max(begins, match.start - 2) : match.start + 1])
        for match in said.named("person")
    )
    return spoken_of and not any(at + 1 < one.start < end for one in said.named("managing"))


def _whom_to_turn_to(said: Said, at: int) -> bool:
    """Whether the asker is to do something about the answer: "which worker do I ring"."""
    for modal in range(at + 1, min(at + 1 + _REACH_OF_A_MODAL, len(said.norms) - 2)):
        if said.norms[modal] == BOUNDARY or said.pauses_before(modal):
            return False
        may_i = said.norms[modal] in _WORDS["do_or_may"] and said.norms[modal + 1] in ("i", "we")
        verb = modal + 2
        if said.norms[verb] in _WORDS["must"] and said.norms[verb + 1 : verb + 2] == ["to"]:
            verb += 2
        if may_i and said.norms[verb : verb + 1] and said.norms[verb] in _TURNING:
            return True
    return False
