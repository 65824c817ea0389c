"""Where a question opens: by "who" or "is", by "tell me if", by "I need …", and not by the same
words where they only tell ("the man who is on licence", "I can confirm").
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from routing.reading.grammar import word_classes
from routing.reading.masks import NAME
from routing.reading.phrases import Match
from routing.reading.said import Said
from routing.reading.words import BOUNDARY
from routing.vocabulary import Role

_WORDS = word_classes("questions")


class Manner(StrEnum):
    """How a thing is asked for."""

    WHO = "who"  # who, whose, which officer
    WHAT = "what"  # what, which, how many
    WHERE = "where"
    WHEN = "when"
    WHETHER = "whether"  # "is he …", "… whether he is", "tell me if he is"
    YOU = "you"  # "do you …", "have you …"
    WISH = "wish"  # "give me …", "I need …", "can I have …"
    BARE = "bare"  # no question word, but a question mark, or no verb that tells
    CONTACT = "contact"  # "who do I ring …": what it says of a person is told, not asked
    RULE = "rule"  # "does he get recalled": what follows by the rules, and no fact about anybody


_MANNERS = {
    **dict.fromkeys(["who", "whos", "whose", "whom", "whod", "whove"], Manner.WHO),
    **dict.fromkeys(["what", "whats", "which", "wat", "wats", "wot", "wots", "how", "why"], Manner.WHAT),
    **dict.fromkeys(["where", "wheres", "whereabouts"], Manner.WHERE),
    **dict.fromkeys(["when", "whens"], Manner.WHEN),
}
_TURNING = _WORDS["speaking"] | _WORDS["turning_to"]
_VERBS = ("auxiliaries", "polite", "whether", "confirmation", "confirming", "giving", "getting")
_VERB = frozenset[str]().union(*(_WORDS[name] for name in _VERBS))  # most words of a text are none
_MAY_OPEN = _VERB | _MANNERS.keys()
_OF_WHOM = frozenset({"about", "re", "regarding", "concerning", "with"})
_REACH_OF_ASKING = 4  # words between "tell me" and "who"
_REACH_OF_NOT = 3  # words between "don't" and "know"
_REACH_OF_A_MODAL = 6  # words between "which worker" and "do I ring"
_GAP = 4  # words between "get hold of" and the detail wanted
_REACH_OF_A_SUBJECT = 6  # words between "does" and what he gets


class Opening(NamedTuple):
    """A question opens at this word. `unsure`: "I don't know who …", a question or a remark."""

    at: int
    manner: Manner
    unsure: bool = False


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
        if norm in _MANNERS:
            found = None if at in inside else _by_question_word(said, at, people_end)
        else:
            found = _by_verb(said, at) if norm in _VERB else None
        if found:
            yield Opening(at, *found)


def _by_verb(said: Said, at: int) -> tuple[Manner, bool] | None:
    norm = said.norms[at]
    if norm in _WORDS["auxiliaries"] or norm in _WORDS["polite"]:
        return _by_auxiliary(said, at) or (_by_wish(said, at) if norm in _WORDS["getting"] else None)
    if norm in _WORDS["whether"]:
        return _by_whether(said, at)
    if norm in _WORDS["confirmation"]:
        return Manner.WHETHER, False
    if norm in _WORDS["confirming"]:
        return None if _by_the_asker(said, at) else (Manner.WHETHER, False)
    wishes = norm in _WORDS["giving"] or norm in _WORDS["getting"]
    return _by_wish(said, at) if wishes else None


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


def _opens(said: Said, at: int) -> bool:
    """Whether a question can begin here: first in its part of the sentence but for "and", "please"."""
    while not said.pauses_before(at):
        if said.norms[at - 1] not in _WORDS["before_a_question"]:
            return False
        at -= 1
    return True


def _asked_before(said: Said, at: int) -> tuple[bool, bool]:
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


def _by_question_word(said: Said, at: int, people_end: set[int]) -> tuple[Manner, bool] | None:
    manner = _MANNERS[said.norms[at]]
    if (manner is Manner.WHO and _WORDS["may_help"] & set(said.norms[at + 1 : at + 4])) or _whom_to_turn_to(
        said, at
    ):
        manner = Manner.CONTACT
    if manner is Manner.WHAT and _word(said, at + 1) in ("date", "day", "month", "time"):
        manner = Manner.WHEN
    of_somebody = manner is Manner.WHO and at in people_end
    asked, unsure = (False, False) if of_somebody else _asked_before(said, at)
    if asked:
        return manner, unsure
    if _opens(said, at):
        return manner, False
    before, after = said.norms[at - 1], _word(said, at + 1)
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


def _is_told(said: Said, person: Match) -> bool:
    """Whether it is the one who is asked: "tell my mum who", but "told before the man who" asks nobody."""
    return person.start > 0 and said.norms[person.start - 1] in _WORDS["asking"]


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


def _by_auxiliary(said: Said, at: int) -> tuple[Manner, bool] | None:
    norm, after = said.norms[at], _word(said, at + 1)
    if "consequence" in said.groups and norm in _WORDS["rules_ask"] and _asks_what_follows(said, at):
        return Manner.RULE, False
    if norm in _WORDS["polite"] and (after in _WORDS["you"] or after in ("i", "we")):
        return Manner.WISH, False
    if after in ("i", "we", BOUNDARY) or (at and said.norms[at - 1] in _MANNERS):
        return None
    if _asks_whether_anybody_answers(said, at):
        return Manner.CONTACT, False
    if _asks_probation(said, at):
        return (Manner.YOU, False) if _opens(said, at) or _asked_before(said, at)[0] else None
    if norm in ("can", "could") and after in _WORDS["subjects"] and _opens(said, at):
        return Manner.WISH, False
    if norm in _WORDS["polite"] and norm not in ("will", "would"):
        return None
    return (Manner.WHETHER, False) if _asks_about_somebody(said, at) else None


def _asks_about_somebody(said: Said, at: int) -> bool:
    """Whether "is" or "has" asks, by who comes after it and what stands before: "is he", "and has Mr"."""
    before, after = said.norms[at - 1], _word(said, at + 1)
    named = after in _WORDS["subjects"] or after == NAME or said.words[at + 1].capitalised
    if said.pauses_before(at):  # "…, is he?", but not "…, is released in May"
        return after not in _WORDS["no_subject"] and not after.endswith(("ed", "ing"))
    if named and _opens(said, at) and before not in ("it", "this"):
        return True
    if named and before in _WORDS["asking"] | _WORDS["saying"]:
        return True
    joined = named and after not in _WORDS["indefinite"] and before in _WORDS["joining"]
    return joined or after in _WORDS["third"]


def _asks_probation(said: Said, at: int) -> bool:
    """Whether probation is asked about itself: "do you", "has your team", "can somebody at your end"."""
    after = _word(said, at + 1)
    if after in _WORDS["you"]:
        return not (after == "probation" and said.norms[at] in ("is", "was"))
    of_yours = after in ("your", "ur") and _word(said, at + 2) in _WORDS["service"]
    return of_yours or any(match.start == at + 1 for match in said.named("of_probation"))


def _asks_whether_anybody_answers(said: Said, at: int) -> bool:
    """ "Is anybody there on a bank holiday?", but not "is anybody there on licence?"."""
    manned = [match for match in said.named("role", Role.RECEPTION) if match.start == at]
    known = {match.start for match in said.named("status")}
    return any(known.isdisjoint(range(at, match.end)) for match in manned)


def _asks_what_follows(said: Said, at: int) -> bool:
    """Whether it is asked what becomes of somebody: "does he get recalled", "will she be breached"."""
    reach = range(at + 2, at + 2 + _REACH_OF_A_SUBJECT)
    return any(match.start in reach for match in said.named("consequence"))


def _by_whether(said: Said, at: int) -> tuple[Manner, bool] | None:
    asked, unsure = _asked_before(said, at)
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


def _by_wish(said: Said, at: int) -> tuple[Manner, bool] | None:
    norm, after = said.norms[at], _word(said, at + 1)
    before = said.norms[max(0, at - 3) : at]
    if (norm == "request" and said.pauses_before(at + 1)) or (
        norm == "release" and after in _WORDS["of_a_release"]
    ):
        return None  # "recall request, he …", "release date is Friday"
    if norm == "looking" and after not in ("for", "to"):
        return None
    if norm == "like" and not _WORDS["would_like"] & set(before[-1:]):
        return None
    if norm == "after" and not {"im", "am", "were", "is"} & set(before[-1:]):
        return None
    if norm in _WORDS["giving"]:
        unreadable = norm == "read" and _WORDS["cannot"] & set(before[-1:])
        if unreadable or _WORDS["before_a_noun"] & set(before[-1:]):
            return None  # "can't read the name", "the post"
        for_the_asker = after in ("me", "us", "out", "over") or _word(said, at + 2) in ("me", "us")
        tells = after in _WORDS["you"] or bool(
            before and before[-1] in ("to", *_WORDS["first"], "ill", "well")
        )
        return (Manner.WISH, False) if for_the_asker or not tells else None
    if after == "to":
        return (Manner.WISH, False) if _word(said, at + 2) in _WORDS["to_get"] else None
    if norm in ("have", "see", "get", "find", "release") and not said.pauses_before(at):
        willing = _WORDS["willing"] & set(before)
        return (Manner.WISH, False) if willing else None
    return Manner.WISH, False


def _word(said: Said, at: int) -> str:
    return said.norms[at] if at < len(said.norms) else BOUNDARY
