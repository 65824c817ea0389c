"""How soon the asker needs somebody."""

from routing.reading.phrases import Match
from routing.reading.said import Said
from routing.reading.words import word_set
from routing.vocabulary import Urgency

_CANNOT = frozenset({"cant", "cannot", "wont", "couldnt", "not"})
_WAITING = word_set("wait keep hold hang leave stay left last")


def urgency_of(said: Said) -> Urgency | None:
    """Waiting, said in so many words, beats the word urgent ("not urgent" is said to wait)."""
    waits = said.named("urgency", "can_wait")
    if any(not _cannot_wait(said, match) for match in waits):
        return Urgency.CAN_WAIT
    urgent = [
        m for m in said.named("urgency", "urgent") if not said.denied(m, reach=2) or _cannot_wait(said, m)
    ]
    return Urgency.URGENT if urgent or waits else None


def _cannot_wait(said: Said, match: Match) -> bool:
    """ "Can't wait till morning", "it won't keep until Monday"."""
    near = said.norms[max(0, match.start - 3) : match.end]
    first = said.norms[match.start]
    if first in ("not", "no", "nothing", "isnt"):
        return False
    return bool(_CANNOT & set(near)) and bool(_WAITING & set(near))
