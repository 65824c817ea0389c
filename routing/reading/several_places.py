"""Several places in one text: which are put right, which only wished for, and which are asked for alike.

"Redditch, no wait, Worcester" is Worcester. "Wants to move to Leeds" is decided where somebody is now. Of
"Redditch and Worcester" neither is meant more than the other: whoever asks is asked which comes first.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from routing.reading.phrases import Match
from routing.reading.places import PlaceFound
from routing.reading.words import BOUNDARY, word_set

_PUTS_RIGHT = word_set(
    "no wait sorry mean meant rather scrap strike ignore forget correction lie actually mistake oops whoops "
    "apologies should"
)
_OF_PUTTING_RIGHT = (
    _PUTS_RIGHT
    | {BOUNDARY}
    | word_set(
        "oh i or that thats a its it is in at tell the my mistake hang on be been have said for he she hes "
        "shes they moved to lives living now under was think"
    )
)
_SAID_WRONGLY = (["did", "i", "say"], ["i", "said"], ["i", "put"], ["i", "wrote"])
_BUT_IT_IS = word_set("but its it is thats that in at the") | {BOUNDARY}
_YES = frozenset({"yes", "yeah", "yep"})
_AND = frozenset({"and", "or", "also", "plus"})
_OF_A_LIST = _AND | word_set("in at for the one ones office offices both either maybe well as then")
_MOVES = word_set("move moving relocate relocating transfer transferred live go")
_WISHED = word_set(
    "want wants wanting wanted wanna like hoping hopes wish wishes permission allowed asked asks asking "
    "request requests requested applied apply applying approve approves agree agrees consent"
)
_WHICHEVER = frozenset({"whichever", "whoever"})
_COVERS = word_set("covers cover nearer nearest closer closest serves")
_REACH_OF_WHICHEVER = 6  # words
_REACH_OF_A_WISH = 8  # words


def settled_places(
    found: list[PlaceFound], norms: Sequence[str], area: str, corrections: Sequence[Match]
) -> list[PlaceFound]:
    """The places that are meant, those named in one list weighing alike."""
    if not found:
        return found
    found = _without_wished_for(found, norms, area)
    covered = [one for one in found if _is_whose_office_is_asked(one, norms)]
    if len(covered) == 1:
        return covered
    if len(found) < 2:
        return found
    found = _without_put_right(found, norms)
    return _alike_in_a_list(_without_corrected(found, norms, corrections), norms)


def _is_whose_office_is_asked(one: PlaceFound, norms: Sequence[str]) -> bool:
    """ "Redditch or Worcester, whichever covers Alvechurch": the last decides."""
    before = norms[max(0, one.start - _REACH_OF_WHICHEVER) : one.start]
    return not _WHICHEVER.isdisjoint(before) and not _COVERS.isdisjoint(before)


def _without_put_right(found: Sequence[PlaceFound], norms: Sequence[str]) -> list[PlaceFound]:
    """The places but for those that are put right by the one named next: "Redditch, no wait, Worcester"."""
    last = found[-1]
    if norms[last.start - 1] in _YES:
        return [last]
    return [
        one
        for one, after in zip_longest(found, found[1:])
        if after is None
        or not _puts_right(norms[max(0, one.start - 3) : one.start], norms[one.end : after.start])
    ]


def _without_corrected(
    found: Sequence[PlaceFound], norms: Sequence[str], corrections: Sequence[Match]
) -> list[PlaceFound]:
    """The places but for those that are corrected later: "Redditch duty officer. Correction: Worcester"."""
    return [
        one
        for one, after in zip_longest(found, found[1:])
        if after is None
        or not any(
            one.end <= by.start
            and by.end <= after.start
            and _OF_PUTTING_RIGHT.issuperset(norms[by.end : after.start])
            for by in corrections
        )
    ]


def _puts_right(before: Sequence[str], between: Sequence[str]) -> bool:
    if not _PUTS_RIGHT.isdisjoint(between):
        return _OF_PUTTING_RIGHT.issuperset(between)
    wrongly = any(before[-len(words) :] == words for words in _SAID_WRONGLY)
    return wrongly and _BUT_IT_IS.issuperset(between)


def _without_wished_for(found: list[PlaceFound], norms: Sequence[str], area: str) -> list[PlaceFound]:
    """The places but for those to which somebody wants to move: where they are now decides.

    One of the area is kept where no other is named: it may be where they are.
    """
    if _WISHED.isdisjoint(norms) or _MOVES.isdisjoint(norms):
        return found
    left = [one for one in found if not _is_wished_for(one, norms)]
    return left or [one for one in found if one.place.area == area]


def _is_wished_for(one: PlaceFound, norms: Sequence[str]) -> bool:
    before = norms[max(0, one.start - _REACH_OF_A_WISH) : one.start]
    if before[-1:] != ["to"] and before[-2:-1] != ["to"] and before[-1:] != ["in"]:
        return False
    moves = next((at for at in range(len(before) - 1, -1, -1) if before[at] in _MOVES), None)
    return moves is not None and not _WISHED.isdisjoint(before[:moves])


def _alike_in_a_list(found: list[PlaceFound], norms: Sequence[str]) -> list[PlaceFound]:
    """Those joined by "and", "or" and commas, each as weighty as the weightiest of them."""
    if _AND.isdisjoint(norms):
        return found
    alike: list[PlaceFound] = []
    for first, last in _lists(found, norms):
        group = found[first:last]
        joined = not _AND.isdisjoint(norms[group[0].end : group[-1].start])
        weight = max(one.weight for one in group)
        alike += [one._replace(weight=weight) for one in group] if joined else group
    return alike


def _lists(found: list[PlaceFound], norms: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where each list of places that offices serve begins and ends; most are of one place."""
    first = 0
    for at, (one, after) in enumerate(zip_longest(found, found[1:]), 1):
        goes_on = after and one.place.office and after.place.office
        if not (goes_on and _OF_A_LIST.issuperset(norms[one.end : after.start])):
            yield first, at
            first = at
