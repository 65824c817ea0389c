"""What of a text is asked, and what is only told: "is he on licence?" asks, "he is on licence" tells.

A question is found by the word that opens it and where that stands, and reaches to the end of its
sentence or to the next question. What it asks about is for asks.py to say.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from routing.reading.masks import NAME
from routing.reading.phrases import Match
from routing.reading.said import Said
from routing.reading.words import BOUNDARY


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


@dataclass(frozen=True, slots=True)
class Question:
    """The words from `start` up to `end`. `unsure`: "I don't know who …", a question or a remark."""

    manner: Manner
    start: int
    end: int
    unsure: bool = False

    def covers(self, match: Match, within: int | None = None) -> bool:
        """Whether the match begins in the question, `within` so many words of its opening."""
        last = self.end if within is None else min(self.end, self.start + within)
        return self.start <= match.start < last


_MANNERS = {
    **dict.fromkeys(["who", "whos", "whose", "whom", "whod", "whove"], Manner.WHO),
    **dict.fromkeys(["what", "whats", "which", "wat", "wats", "wot", "wots", "how", "why"], Manner.WHAT),
    **dict.fromkeys(["where", "wheres", "whereabouts"], Manner.WHERE),
    **dict.fromkeys(["when", "whens"], Manner.WHEN),
}
_CONTRACTED = frozenset("whos whats wheres whens wats wots whod whove".split())
_AUXILIARIES = frozenset(
    "is are was were has have had does do did will would isnt arent wasnt werent hasnt havent doesnt dont "
    "didnt wont aint hav".split()
)
_POLITE = frozenset("can could would will may might".split())
_YOU = frozenset(["you", "u", "ya", "yous", "youse", "probation"])
_SERVICE = frozenset("service office team records system staff department computer lot organisation".split())
_FIRST = frozenset(["i", "we", "im", "ive", "ill", "id", "weve", "were", "us"])
_THIRD = frozenset("he she they anyone anybody hes shes theyre".split())
_SUBJECTS = _THIRD | frozenset(
    "it this that these those my our his her their the a an someone somebody there your one next mr mrs ms "
    "miss dr dad mum case officer either any everyone".split()
)
_NO_SUBJECT = frozenset("been on in at to not now also just being since got moved left gone still still".split())
_BEFORE_A_QUESTION = frozenset(
    "hi hiya hello hey please pls plz so and but or ok okay also just well um actually sir madam then cos "
    "because no yes yeah right excuse me morning afternoon evening now lol oi exactly by under with basically"
    " is it was urgent question q quick".split()
)
_ASKING = frozenset(
    "tell know say find confirm ask asks asking advise name disclose reveal wonder wondering interested check "
    "verify share give clarify establish idea curious learn out remind see verifying confirming checking "
    "knowing wants discover told tel sure knw kno told question query exactly".split()
)
_SAYING = frozenset("says saying asked said".split())
_REACH_OF_ASKING = 4
_NEGATORS = frozenset(
    "dont not wont no cant cannot didnt never refuses unsure hasnt havent doesnt unable forgotten forgot "
    "couldnt wouldnt unclear isnt".split()
)
CONFIRMING = frozenset(["confirm", "verify", "check", "establish", "ascertain", "certify"])
_KINDS_OF_CHECK = frozenset("history record background reference dbs crb records a".split())
_CONFIRMATION = frozenset(["confirmation", "verification", "assurance", "clarification"])
_GIVING = frozenset("give send tell provide share supply forward email disclose text post read pass show print reveal list output display".split())
_GETTING = frozenset(
    "need want require like get have after looking obtain see wants requires requesting request seeking "
    "requests needing wanting find chasing release".split()
)
_WOULD_LIKE = frozenset("id would wed hed shed theyd also really i we".split())
_TO_GET = frozenset("know have get find see obtain learn hear be".split())
_TELLING = frozenset("has moved changed given gave lives is was are were told said says told got had hes shes".split())
_MAY_HELP = frozenset(["can", "could", "should", "shall", "might"])
_DO_OR_MAY = _MAY_HELP | {"do", "must", "would"}
_REACH_OF_A_MODAL = 6
_GAP = 4
_SPEAKING = frozenset(
    "ring call phone contact speak spk talk email approach chase report notify inform liaise refer raise write "
    "through touch hold back discuss".split()
)
_BEFORE_A_NOUN = frozenset("the a an his her their my your this that direct work new home".split())
_WHOM = frozenset("who whom which where how whos to".split())
_TURNING_TO = frozenset("tell see ask get go try send need turn let best right help advise deal pass whom".split())
_ANYBODY = frozenset("someone somebody anyone anybody people those one person offender offenders he she".split())


def questions_in(said: Said) -> list[Question]:
    """Every question of the text, in order; none reaches into the next."""
    opened = _without_wishes_inside(
        said, sorted(_opened(said), key=lambda found: (found[0], found[1] is not Manner.CONTACT))
    )
    questions: list[Question] = []
    for number, (start, manner, unsure) in enumerate(opened):
        if questions and questions[-1].start == start:
            continue
        later = next((at for at, *_ in opened[number + 1 :] if at > start), len(said.norms))
        questions.append(Question(manner, start, min(_end_of_part(said, start), later), unsure))
    asking = {said.sentences[question.start] for question in questions}
    questions += _bare(said, asking)
    return questions


def _without_wishes_inside(
    said: Said, opened: list[tuple[int, Manner, bool]]
) -> list[tuple[int, Manner, bool]]:
    """A "have" or "give" that stands within a question opens none: "do you have my brother there"."""
    kept: list[tuple[int, Manner, bool]] = []
    for found in opened:
        before = kept[-1] if kept else None
        inside = (
            before is not None
            and found[1] is Manner.WISH
            and before[1] not in (Manner.WISH, Manner.CONTACT)
            and _end_of_part(said, before[0]) > found[0]
            and not said.pauses_before(found[0])
        )
        if not inside:
            kept.append(found)
    return kept


def _end_of_part(said: Said, start: int) -> int:
    """Where the sentence ends, or a comma begins another: "where is the office, I live in Evesham"."""
    for at in range(start + 1, len(said.norms)):
        if said.norms[at] == BOUNDARY:
            return at
        if at > start + 2 and said.norms[at] in _FIRST | _THIRD and said.pauses_before(at):
            return at
    return len(said.norms)


def _opened(said: Said) -> Iterator[tuple[int, Manner, bool]]:
    contacts = {match.start: match.end for match in said.named("ask", "contact") if _wants_contact(said, match)}
    people_end = {match.end for match in said.named("person")}
    inside = {at for start, end in contacts.items() for at in range(start + 1, end)}
    for at, norm in enumerate(said.norms):
        if at in contacts:
            yield at, Manner.CONTACT, False
        if at in inside and norm in _MANNERS:
            continue
        if norm in _MANNERS:
            found = _by_question_word(said, at, people_end)
        elif norm in _AUXILIARIES or norm in _POLITE:
            found = _by_auxiliary(said, at) or (_by_wish(said, at) if norm in _GETTING else None)
        elif norm in ("whether", "if", "wether", "weather"):
            found = _by_whether(said, at)
        elif norm in _CONFIRMATION:
            found = Manner.WHETHER, False
        elif norm in CONFIRMING:
            found = None if _by_the_asker(said, at) else (Manner.WHETHER, False)
        elif norm in _GIVING or norm in _GETTING:
            found = _by_wish(said, at)
        else:
            continue
        if found:
            yield at, *found


def _wants_contact(said: Said, match: Match) -> bool:
    """Whether the phrase asks for somebody to speak to, and not only for a number or a name."""
    if said.norms[match.start : match.start + 2] == ["contact", "details"]:
        return False
    details = (m.start for m in said.named("detail") if m.start >= match.end - 2)
    if "hold" in said.norms[match.start : match.end + 2] and any(at - match.end <= _GAP for at in details):
        return False
    reach = range(match.start, min(match.end + 2, len(said.norms)))
    words = {said.norms[at] for at in reach if said.norms[at - 1] not in _BEFORE_A_NOUN}
    return bool(_SPEAKING & words) or (said.norms[match.start] in _WHOM and bool(_TURNING_TO & words))


def _opens(said: Said, at: int) -> bool:
    """Whether a question can begin here: first in its part of the sentence but for "and", "please"."""
    while not said.pauses_before(at):
        if said.norms[at - 1] not in _BEFORE_A_QUESTION:
            return False
        at -= 1
    return True


def _asked_before(said: Said, at: int) -> tuple[bool, bool]:
    """Whether a verb of asking stands shortly before, and whether it is denied ("I don't know who")."""
    for verb in range(at - 1, max(-1, at - 1 - _REACH_OF_ASKING), -1):
        norm = said.norms[verb]
        if norm == BOUNDARY:
            break
        if norm not in _ASKING:
            continue
        before = said.norms[max(0, verb - 3) : verb]
        if norm in ("know", "told", "sure") and before[-1:] and before[-1] in (*_FIRST, "they", "already"):
            return False, False
        denied = bool(_NEGATORS & set(before)) and not _YOU & set(before)
        return True, denied
    forgotten = _NEGATORS & set(said.norms[max(0, at - 3) : at])
    return bool(forgotten), bool(forgotten)


def _by_question_word(said: Said, at: int, people_end: set[int]) -> tuple[Manner, bool] | None:
    manner = _MANNERS[said.norms[at]]
    if (manner is Manner.WHO and _MAY_HELP & set(said.norms[at + 1 : at + 4])) or _whom_to_turn_to(said, at):
        manner = Manner.CONTACT
    if manner is Manner.WHAT and _word(said, at + 1) in ("date", "day", "month", "time"):
        manner = Manner.WHEN
    asked, unsure = _asked_before(said, at)
    if asked:
        return manner, unsure
    if _opens(said, at):
        return manner, False
    before, after = said.norms[at - 1], _word(said, at + 1)
    relative = before in _ANYBODY or before == NAME or at in people_end
    if said.norms[at] in _CONTRACTED:
        return None if relative and manner is Manner.WHO else (manner, False)
    if manner is Manner.WHO:
        return None if relative else (manner, False)
    if said.norms[at] == "which":
        return None if after in _AUXILIARIES else (manner, False)
    return (manner, False) if after in _AUXILIARIES else None


def _whom_to_turn_to(said: Said, at: int) -> bool:
    """Whether the asker is to do something about the answer: "which worker do I ring"."""
    for modal in range(at + 1, min(at + 1 + _REACH_OF_A_MODAL, len(said.norms) - 2)):
        if said.norms[modal] == BOUNDARY or said.pauses_before(modal):
            return False
        turning = said.norms[modal + 2] in _SPEAKING | _TURNING_TO
        if said.norms[modal] in _DO_OR_MAY and said.norms[modal + 1] in ("i", "we") and turning:
            return True
    return False


def _by_auxiliary(said: Said, at: int) -> tuple[Manner, bool] | None:
    norm, after = said.norms[at], _word(said, at + 1)
    if norm in _POLITE and (after in _YOU or after in ("i", "we")):
        return Manner.WISH, False
    if after in ("i", "we", BOUNDARY) or (at and said.norms[at - 1] in _MANNERS):
        return None
    if (after in _YOU and not (after == "probation" and norm in ("is", "was"))) or (after in ("your", "ur") and _word(said, at + 2) in _SERVICE):
        return (Manner.YOU, False) if _opens(said, at) or _asked_before(said, at)[0] else None
    if norm in ("can", "could") and after in _SUBJECTS and _opens(said, at):
        return Manner.WISH, False
    if norm in _POLITE and norm not in ("will", "would"):
        return None
    named = after in _SUBJECTS or after == NAME or said.words[at + 1].capitalised
    if said.pauses_before(at):
        return None if after in _NO_SUBJECT else (Manner.WHETHER, False)
    if named and _opens(said, at) and said.norms[at - 1] not in ("it", "this"):
        return Manner.WHETHER, False
    if named and at and said.norms[at - 1] in _ASKING | _SAYING:
        return Manner.WHETHER, False
    return (Manner.WHETHER, False) if after in _THIRD else None


def _by_whether(said: Said, at: int) -> tuple[Manner, bool] | None:
    asked, unsure = _asked_before(said, at)
    if asked:
        return Manner.WHETHER, unsure
    return (Manner.WHETHER, False) if said.norms[at] in ("whether", "wether") else None


def _by_the_asker(said: Said, at: int) -> bool:
    """Whether it is the asker who confirms ("I can confirm he is on licence"), or a noun: "a check"."""
    before = said.norms[max(0, at - 2) : at]
    if before[-1:] and (before[-1] in _KINDS_OF_CHECK or before[-1] == "to"):
        return True
    wished = said.norms[max(0, at - 2) : at - 1] and said.norms[at - 2] in _POLITE and said.norms[at - 2] != "will"
    return bool(_FIRST & set(before)) and not wished


def _by_wish(said: Said, at: int) -> tuple[Manner, bool] | None:
    norm, after = said.norms[at], _word(said, at + 1)
    before = said.norms[max(0, at - 3) : at]
    if norm == "looking" and after not in ("for", "to"):
        return None
    if norm == "like" and not _WOULD_LIKE & set(before[-1:]):
        return None
    if norm == "after" and not {"im", "am", "were", "is"} & set(before[-1:]):
        return None
    if norm in _GIVING:
        for_the_asker = after in ("me", "us", "out", "over") or _word(said, at + 2) in ("me", "us")
        tells = after in _YOU or bool(before and before[-1] in ("to", *_FIRST, "ill", "well"))
        return (Manner.WISH, False) if for_the_asker or not tells else None
    if after == "to":
        return (Manner.WISH, False) if _word(said, at + 2) in _TO_GET else None
    if norm in ("have", "see", "get", "find", "release") and not said.pauses_before(at):
        willing = {"can", "could", "may", "must", "should", "to", "help", "you", "might"} & set(before)
        return (Manner.WISH, False) if willing else None
    return Manner.WISH, False


def _word(said: Said, at: int) -> str:
    return said.norms[at] if at < len(said.norms) else BOUNDARY


def _bare(said: Said, asking: set[int]) -> Iterator[Question]:
    """Sentences with a question mark and nothing that opens a question: "Still on licence, Mr Sample?"."""
    start = 0
    for at in range(len(said.norms) + 1):
        if at < len(said.norms) and said.norms[at] != BOUNDARY:
            continue
        if at > start and said.sentences[start] not in asking and _could_be_asked(said, start, at):
            yield Question(Manner.BARE, start, at)
        start = at + 1


def _could_be_asked(said: Said, start: int, end: int) -> bool:
    if _SPEAKING & set(said.norms[start:end]):
        return False
    if (_AUXILIARIES | _POLITE) & set(said.norms[start : start + 2]):
        return False
    if end < len(said.words) and "?" in said.words[end].raw:
        return True
    alone = start == 0 and end >= len(said.norms) - 1
    pleading = bool({"please", "pls", "plz"} & set(said.norms[start:end]))
    return (alone or pleading) and not _TELLING & set(said.norms[start:end])
