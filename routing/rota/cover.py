"""A coming shift that changes hands: who could take it, how long they have, what of the rota changes. Pure.

A swap is cover with a shift of whoever takes it in return.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from routing.policy.policy import CoverStep, CoverTime
from routing.rota.rota import Rota
from routing.rota.shifts import Span
from routing.rota.shifts_ahead import Shift, shifts_of
from routing.snapshot import PostKey

Covering = Mapping[CoverStep, CoverTime]


class CoverState(StrEnum):
    """Where a request for cover stands; it ends once."""

    ASKED = "asked"
    TAKEN = "taken"
    NOBODY = "nobody"  # took it
    WITHDRAWN = "withdrawn"


class CoverSaid(StrEnum):
    """What is said of it."""

    ASKED = "cover_asked"  # to those who could take it
    TAKEN = "cover_taken"  # to whoever asked
    YOURS = "cover_yours"  # to whoever took it
    NOBODY = "cover_nobody"  # to whoever asked
    UNCOVERED = "cover_uncovered"  # to the SPO


class CoverRefusal(StrEnum):
    """Why a press comes to nothing: what happened meanwhile, or what the rota says."""

    TAKEN = "taken"  # by somebody else
    WITHDRAWN = "withdrawn"
    NOBODY = "nobody"  # all have declined, or the time is over
    CHANGED = "changed"  # a shift of it is no longer whose it was
    NOT_FREE = "not_free"  # on at that time, away, or no longer at that post
    KEEPER = "keeper"  # other entries of the rota are in the way, which its keeper has to put right
    UNKNOWN = "unknown"  # never asked of this account


class CoverRefusedError(Exception):
    """A press that comes to nothing; nothing was changed."""

    def __init__(self, refusal: CoverRefusal) -> None:
        super().__init__(refusal)
        self.refusal = refusal


class Wanted(NamedTuple):
    """A shift that somebody wants to give, and in a swap the shift of a colleague that they would have."""

    shift: Shift
    in_return: Shift | None = None

    @property
    def shifts(self) -> tuple[Shift, ...]:
        """Those that would change hands."""
        return (self.shift, self.in_return) if self.in_return else (self.shift,)


class Change(NamedTuple):
    """A shift becomes somebody else's: by cover, or where they gave it away by cover, by taking that out."""

    shift: Shift
    taker: str
    undoes: int | None  # the number of that row


def could_take(rota: Rota, wanted: Wanted, times: Covering) -> list[str]:
    """Who holds the same post, and is neither on anywhere nor away at any moment of the shift.

    In a swap that is whoever's the other shift is, if whoever asks could take that one by the same
    rule; each is free but for the shift that they give. So no post is left without them.
    """
    shift, back = wanted
    others = _holders(rota, shift, times) - {shift.person}
    if back is not None:
        others &= {back.person}
        if shift.person not in _holders(rota, back, times) or not _is_free(rota, shift.person, back, shift):
            return []
    return [person for person in sorted(others) if _is_free(rota, person, shift, back)]


def swaps_for(rota: Rota, shift: Shift, whole: Span, times: Covering) -> list[Shift]:
    """The shifts of colleagues that begin in a span and could be had in return, the first to begin first."""
    people = _holders(rota, shift, times) - {shift.person}
    found = (theirs for person in people for theirs in shifts_of(rota, person, whole))
    coming = sorted((one for one in found if one.span.begins > whole.begins), key=_in_order)
    return [one for one in coming if could_take(rota, Wanted(shift, one), times)]


def are_theirs(rota: Rota, shifts: Iterable[Shift]) -> bool:
    """Whether each of these shifts is that person's, from its beginning to its end."""
    return all(
        spell.person is not None and spell.person.id == shift.person
        for shift in shifts
        for spell in rota.spells(shift.post, shift.span)
    )


def changes(rota: Rota, wanted: Wanted, taker: str) -> list[Change]:
    """What of the rota changes when somebody takes it."""
    givers = (taker, wanted.shift.person)
    return [
        Change(shift, to, _given_away(rota, shift, to))
        for shift, to in zip(wanted.shifts, givers, strict=False)
    ]


def have_been_made(rota: Rota, made: Iterable[Change]) -> bool:
    """Whether by the rota as it is then everybody has what they took, and is on nowhere else meanwhile."""
    taken = [one.shift._replace(person=one.taker) for one in made]
    return are_theirs(rota, taken) and all(_is_free(rota, one.person, one, one) for one in taken)


def waited_until(wanted: Wanted, asked_at: datetime, times: Covering) -> datetime:
    """When nobody is waited for any longer (`cover.given_up_before`); asked later, when it begins."""
    begins = min(shift.span.begins for shift in wanted.shifts)
    near = begins - times[CoverStep.GIVEN_UP_BEFORE].span
    return near if asked_at < near else begins


def _holders(rota: Rota, shift: Shift, times: Covering) -> set[str]:
    """Who holds the post around a shift (`cover.held_within`)."""
    near = times[CoverStep.HELD_WITHIN].span
    return _on_post(rota, shift.post, Span(shift.span.begins - near, shift.span.ends + near))


def _on_post(rota: Rota, post: PostKey, around: Span) -> set[str]:
    weekly = (one for one in rota.weekly.get(post, ()) if any(one.shifts(around, rota.bank_holidays)))
    single = (one for one in rota.single.get(post, ()) if _meet(one.span, around))
    return {*(one.person for one in weekly), *(one.person for one in single)}


def _is_free(rota: Rota, person: str, shift: Shift, but_for: Shift | None = None) -> bool:
    """Whether somebody is neither away nor on while a shift lasts, but for one that is given or had."""
    if any(_meet(absence.span, shift.span) for absence in rota.absences.get(person, ())):
        return False
    return all(
        but_for is not None and one.post == but_for.post and _within(one.span, but_for.span)
        for one in shifts_of(rota, person, shift.span)
    )


def _given_away(rota: Rota, shift: Shift, to: str) -> int | None:
    """The cover by which they gave just this shift to whoever has it: cover of cover would go in a ring."""
    for cover in rota.covers.get(to, ()):
        if (cover.person, cover.post, cover.span) == (shift.person, shift.post, shift.span):
            return cover.id
    return None


def _in_order(shift: Shift) -> tuple[datetime, str]:
    return shift.span.begins, shift.person


def _within(one: Span, other: Span) -> bool:
    return other.begins <= one.begins and one.ends <= other.ends


def _meet(one: Span, other: Span) -> bool:
    return one.begins < other.ends and other.begins < one.ends
