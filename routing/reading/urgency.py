"""How soon the asker needs somebody."""

from routing.reading.little_words import NOT
from routing.reading.phrases import Match
from routing.reading.said import Said
from routing.reading.words import word_set
from routing.vocabulary import Urgency

_CANNOT = frozenset({"cant", "cannot", "wont", "couldnt", "not"})
_WAITING = word_set("wait keep hold hang leave stay left last")
_DOUBT = word_set("doubt doubts doubtful unsure unlikely")
_DENIES = NOT | word_set("cant cannot wouldnt isnt")
_THINK = word_set("think believe reckon sure certain convinced suppose see imagine feel say")
_REACH_OF_A_DOUBT = 6  # words
_BUT = word_set("but though although however yet")


def urgency_of(said: Said) -> Urgency | None:
    """Waiting, said in so many words, beats the word urgent ("not urgent" is said to wait)."""
    if "urgency" not in said.groups:
        return None
    waits = said.named("urgency", "can_wait")
    urgent = [m for m in said.named("urgency", "urgent") if not _is_denied(said, m) or _cannot_wait(said, m)]
    waiting = [match for match in waits if not _cannot_wait(said, match)]
    if waiting and not any(_taken_back(said, one, other) for one in waiting for other in urgent):
        return Urgency.CAN_WAIT
    return Urgency.URGENT if urgent or waits else None


def _is_denied(said: Said, urgent: Match) -> bool:
    """ "Not urgent", "no one in danger this minute"; "can't wait" holds its own denial."""
    of_nobody = any(match.end == urgent.start for match in said.named("danger_not", "nobody"))
    return of_nobody or said.denied(urgent, reach=2) or _doubted(said, urgent)


def _taken_back(said: Said, waiting: Match, urgent: Match) -> bool:
    """ "It can wait but it is urgent": of two that contradict each other the urgent one is the safe one."""
    return bool(_BUT & set(said.norms[waiting.end : urgent.start]))


def _cannot_wait(said: Said, match: Match) -> bool:
    """ "Can't wait till morning", "it won't keep until Monday"."""
    near = said.norms[max(0, match.start - 3) : match.end]
    first = said.norms[match.start]
    if first in ("not", "no", "nothing", "isnt"):
        return False
    if first == "first" and said.norms[max(0, match.start - 1)] in ("by", "before", "for"):
        return True  # "by first thing tomorrow"
    return bool(_WAITING & set(near)) and (bool(_CANNOT & set(near)) or _doubted(said, match))


def _doubted(said: Said, match: Match) -> bool:
    """ "I don't think this can wait", "I doubt it can wait", "not sure it can wait"."""
    begins = match.start
    while begins > 0 and match.start - begins < _REACH_OF_A_DOUBT and not said.pauses_before(begins):
        begins -= 1
    before = set(said.norms[begins : match.start])
    return bool(_DOUBT & before) or bool(_DENIES & before and _THINK & before)
