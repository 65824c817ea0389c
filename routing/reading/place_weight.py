"""How surely the asker means to be served at a place that is named: "at Redditch" more than "HMP Hewell".

A place that somebody has left, or that the asker speaks from, stands behind the one where somebody lives now.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from routing.reading.words import BOUNDARY, Word, word_set
from routing.snapshot import Place

# By the number of a word, what it may mean and what speaks against it.
Doubts = Mapping[int, Mapping[str, float]]

CUES = word_set("in at near from to of around covering cover covers for outside by into")
OFFICE_WORDS = word_set(
    "office probation team duty crc nps spo reception court magistrates crown hostel senior do"
)
SETTLED = word_set(
    "now live lives living resides residing staying settled based address home reports reporting supervised "
    "managed moved moving moves transferred transferring going relocated relocating housed bailed"
)
A_SPACE = 1  # character between two words; more is a pause
_PRISON = word_set("hmp hmyoi yoi prison hospital gaol jail")
_LEAVING = frozenset(["from", "out", "left", "leaving"])
_AGENCY_WORDS = word_set("police council yot yos mash cps social hospital housing station borough")
_REJECTS = frozenset(["not", "than", "instead", "isnt", "except"])
_ONCE = word_set("used previously formerly originally lived before was were transferred moved moving")
_SERVED_FROM = word_set("supervised managed run reporting works served")
_RUNG = word_set("rang rung called phoned tried asked contacted emailed")
_TO_AN_OFFICE = word_set("the your our at to with nps crc up")
SAY_WHOSE = SETTLED | _REJECTS | _ONCE | _SERVED_FROM | _RUNG
_BEGINS_A_CLAUSE = frozenset([BOUNDARY, "but", "and", "who", "then"])
_CONTEXT = 5  # words before a name that say whose place it is
_ELSEWHERE = 0.5


class Surroundings(NamedTuple):
    """What stands around the names of one text, and whose area it is asked in."""

    words: Sequence[Word]
    norms: Sequence[str]
    area: str
    of_the_asker: frozenset[int]
    doubts: Doubts
    says_whose: bool = True  # whether any word says whose a place is, or that it is somebody's no longer


def neighbours(norms: Sequence[str], start: int, end: int) -> tuple[str, str]:
    """The word before a name and the one after it."""
    before = norms[start - 1] if start else BOUNDARY
    return before, norms[end] if end < len(norms) else BOUNDARY


def weight_of(text: Surroundings, start: int, end: int, place: Place) -> float:
    """How surely the asker means to be served there: "at Redditch" more than "HMP Hewell"."""
    norms, served = text.norms, place.office is not None
    before, after = neighbours(norms, start, end)
    context = _context(text, start) if text.says_whose else ()
    if before in _PRISON or after in _PRISON:
        return 0.5
    if before in _LEAVING and _SERVED_FROM.isdisjoint(context[-2:]):
        return 0.45
    if not _REJECTS.isdisjoint(context[-2:]):
        return 0.3
    if _has_been_rung(context):
        return 0.45
    settled = not SETTLED.isdisjoint(context) and not (before == "from" and "supervised" not in context)
    if not _ONCE.isdisjoint(context) and not ("now" in context or (settled and before in ("to", "into"))):
        return 0.4
    if start in text.of_the_asker:
        return 0.45 if place.area == text.area else 0.3
    weight = 1.0 if served else 0.6
    weight -= _ELSEWHERE * (place.area != text.area)
    weight += 0.25 * (before in CUES) + 0.6 * settled
    if served and after in OFFICE_WORDS:
        weight += 0.5
    return weight - 0.3 * (after in _AGENCY_WORDS)


def _has_been_rung(context: Sequence[str]) -> bool:
    """Whether it was tried already: "rang the Kidderminster office about someone in Tenbury"."""
    rung = next((at for at in reversed(range(len(context))) if context[at] in _RUNG), None)
    return rung is not None and _TO_AN_OFFICE.issuperset(context[rung + 1 :])


def _context(text: Surroundings, start: int) -> Sequence[str]:
    """The words before a name in its own clause: "but", a comma or the end of a sentence begins it."""
    begins = start
    while begins > max(0, start - _CONTEXT) and text.norms[begins - 1] not in _BEGINS_A_CLAUSE:
        if text.words[begins].start - text.words[begins - 1].end > A_SPACE:
            break
        begins -= 1
    return text.norms[begins:start]
