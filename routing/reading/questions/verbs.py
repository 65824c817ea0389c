"""Questions that open by a verb: "is he", "do you", "tell me whether", "can he get recalled"."""

from routing.reading.grammar import word_classes
from routing.reading.masks import NAME
from routing.reading.questions.before import asked_before, opens, word_at
from routing.reading.questions.manner import QUESTION_WORDS, Manner
from routing.reading.questions.wishes import by_wish
from routing.reading.said import Said
from routing.reading.words import BOUNDARY

_WORDS = word_classes("questions")
_REACH_OF_A_SUBJECT = 6  # words between "does" and what he gets


def by_verb(said: Said, at: int) -> tuple[Manner, bool] | None:
    """How it asks, and whether that is unsure; None where it asks nothing."""
    norm = said.norms[at]
    if norm in _WORDS["auxiliaries"] or norm in _WORDS["polite"]:
        return _by_auxiliary(said, at) or (by_wish(said, at) if norm in _WORDS["getting"] else None)
    if norm in _WORDS["whether"]:
        return _by_whether(said, at)
    if norm in _WORDS["confirmation"]:
        return Manner.WHETHER, False
    if norm in _WORDS["confirming"]:
        return None if _by_the_asker(said, at) else (Manner.WHETHER, False)
    wishes = norm in _WORDS["giving"] or norm in _WORDS["getting"]
    return by_wish(said, at) if wishes else None


def _by_auxiliary(said: Said, at: int) -> tuple[Manner, bool] | None:
    norm, after = said.norms[at], word_at(said, at + 1)
    if norm == "were" and (after in ("a", "an") or said.words[at].raw.lower() != norm):
        return None  # "We're a housing association"
    if "consequence" in said.groups and norm in _WORDS["rules_ask"] and _asks_what_follows(said, at):
        return Manner.RULE, False
    if norm in _WORDS["polite"] and (after in _WORDS["you"] or after in ("i", "we")):
        return Manner.WISH, False
    if after in ("i", "we", BOUNDARY) or (at and said.norms[at - 1] in QUESTION_WORDS):
        return None
    if _asks_probation(said, at):
        return (Manner.YOU, False) if opens(said, at) or asked_before(said, at)[0] else None
    if norm in ("can", "could") and after in _WORDS["subjects"] and opens(said, at):
        return Manner.WISH, False
    if norm in _WORDS["polite"] and norm not in ("will", "would"):
        return None
    return (Manner.WHETHER, False) if _asks_about_somebody(said, at) else None


def _asks_about_somebody(said: Said, at: int) -> bool:
    """Whether "is" or "has" asks, by who comes after it and what stands before: "is he", "and has Mr"."""
    before, after = said.norms[at - 1], word_at(said, at + 1)
    named = after in _WORDS["subjects"] or after == NAME or said.words[at + 1].capitalised
    if said.pauses_before(at):  # "…, is he?", but not "…, is released in May"
        return after not in _WORDS["no_subject"] and not after.endswith(("ed", "ing"))
    if named and opens(said, at) and before not in ("it", "this"):
        return True
    if named and before in _WORDS["asking"] | _WORDS["saying"]:
        return True
    joined = named and after not in _WORDS["indefinite"] and before in _WORDS["joining"]
    return joined or after in _WORDS["third"]


def _asks_probation(said: Said, at: int) -> bool:
    """Whether probation is asked about itself: "do you", "has your team", "can somebody at your end"."""
    after = word_at(said, at + 1)
    if after in _WORDS["you"]:
        return not (after == "probation" and said.norms[at] in ("is", "was"))
    of_yours = after in ("your", "ur") and word_at(said, at + 2) in _WORDS["service"]
    return of_yours or any(match.start == at + 1 for match in said.named("of_probation"))


def _asks_what_follows(said: Said, at: int) -> bool:
    """Whether it is asked what becomes of somebody: "does he get recalled", "will she be breached"."""
    reach = range(at + 2, at + 2 + _REACH_OF_A_SUBJECT)
    return any(match.start in reach for match in said.named("consequence"))


def _by_whether(said: Said, at: int) -> tuple[Manner, bool] | None:
    asked, unsure = asked_before(said, at)
    if asked:
        return Manner.WHETHER, unsure
    told = said.norms[at - 1] in _WORDS["before_what_is_told"] if at else False
    return (Manner.WHETHER, False) if said.norms[at] in ("whether", "wether") and not told else None


def _by_the_asker(said: Said, at: int) -> bool:
    """Whether it is the asker who confirms ("I can confirm he is on licence"), or a noun: "a check"."""
    before = said.norms[max(0, at - 2) : at]
    if before[-1:] and (before[-1] in _WORDS["kinds_of_check"] or before[-1] == "to"):
        return True
    wished = (
        said.norms[max(0, at - 2) : at - 1]
        and said.norms[at - 2] in _WORDS["polite"]
        and said.norms[at - 2] != "will"
    )
    return bool(_WORDS["first"] & set(before)) and not wished
