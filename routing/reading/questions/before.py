"""What stands before a word by which a question may open: "tell me who", "I don't know who"."""

from routing.reading.grammar import word_classes
from routing.reading.said import Said
from routing.reading.words import BOUNDARY

_WORDS = word_classes("questions")
_REACH_OF_ASKING = 4  # words between "tell me" and "who"
_REACH_OF_NOT = 3  # words between "don't" and "know"


def opens(said: Said, at: int) -> bool:
    """Whether a question can begin here: first in its part of the sentence but for "and", "please"."""
    while not said.pauses_before(at):
        if said.norms[at - 1] not in _WORDS["before_a_question"]:
            return False
        at -= 1
    return True


def asked_before(said: Said, at: int) -> tuple[bool, bool]:
    """Whether a verb of asking stands shortly before, and whether it is denied ("I don't know who")."""
    anew = False
    for verb in range(at - 1, max(-1, at - 1 - _REACH_OF_ASKING), -1):
        norm = said.norms[verb]
        if norm == BOUNDARY:
            break
        anew = anew or said.pauses_before(verb + 1)  # "won't say who with, which officer is it"
        meant_to_know = norm == "no" and said.norms[verb - 1] in ("to", "u")
        if norm not in _WORDS["asking"] and not meant_to_know:
            continue
        before = said.norms[_part_begins(said, verb) : verb]
        if (
            norm in ("know", "told", "sure")
            and before[-1:]
            and before[-1] in (*_WORDS["first"], "they", "already")
        ):
            return False, False
        if norm in ("out", "told", "found") and _WORDS["third_has"] & set(before):
            return False, False  # "he's found out where she is"
        denied = not anew and bool(_WORDS["negators"] & set(before)) and not _WORDS["you"] & set(before)
        return True, denied
    forgotten = _WORDS["forgetting"] & set(said.norms[max(0, at - 3) : at])
    return bool(forgotten), bool(forgotten)


def _part_begins(said: Said, verb: int) -> int:
    """From where a "not" may deny the verb: "rules don't apply, tell me" and "… and tell me" deny nothing."""
    begin = max(0, verb - _REACH_OF_NOT)
    for at in range(verb, begin, -1):
        if said.pauses_before(at) or said.norms[at - 1] in ("and", "but"):
            return at
    return begin


def word_at(said: Said, at: int) -> str:
    """The word there; BOUNDARY beyond the end."""
    return said.norms[at] if at < len(said.norms) else BOUNDARY
