"""Cover for a coming shift, asked of colleagues: who could take it, and how long they have. Pure."""

from datetime import datetime, timedelta
from enum import StrEnum

from routing.rota import Rota
from routing.shifts import Span
from routing.shifts_ahead import Shift, shifts_of
from routing.snapshot import PostKey

HELD_WITHIN = timedelta(days=31)  # before or after: whoever has a shift of their own at a post then holds it
GIVEN_UP_BEFORE = timedelta(hours=2)  # so that there is time to find somebody in another way


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
    NOBODY = "cover_nobody"  # to whoever asked
    UNCOVERED = "cover_uncovered"  # to the SPO


class CoverRefusal(StrEnum):
    """Why a press comes to nothing."""

    TAKEN = "taken"  # by somebody else
    OVER = "over"  # withdrawn, too late, or the shift is no longer the asker's
    NOT_FREE = "not_free"  # on at that time, away, or no longer at that post
    UNKNOWN = "unknown"  # never asked of this account


class CoverRefusedError(Exception):
    """A press that comes to nothing; nothing was changed."""

    def __init__(self, refusal: CoverRefusal) -> None:
        super().__init__(refusal)
        self.refusal = refusal


def could_cover(rota: Rota, shift: Shift) -> list[str]:
    """Who holds the same post, and is neither on anywhere nor away at any moment of the shift.

    So taking it over leaves no other post without them.
    """
    around = Span(shift.span.begins - HELD_WITHIN, shift.span.ends + HELD_WITHIN)
    others = _holders(rota, shift.post, around) - {shift.person}
    return [person for person in sorted(others) if _is_free(rota, person, shift.span)]


def is_theirs(rota: Rota, shift: Shift) -> bool:
    """Whether the shift is still that person's, from its beginning to its end."""
    spells = rota.spells(shift.post, shift.span)
    return all(spell.person is not None and spell.person.id == shift.person for spell in spells)


def waited_until(shift: Shift, asked_at: datetime) -> datetime:
    """When nobody is waited for any longer: two hours before it begins; asked later, when it begins."""
    near = shift.span.begins - GIVEN_UP_BEFORE
    return near if asked_at < near else shift.span.begins


def _holders(rota: Rota, post: PostKey, around: Span) -> set[str]:
    weekly = (one for one in rota.weekly.get(post, ()) if any(one.shifts(around, rota.bank_holidays)))
    single = (one for one in rota.single.get(post, ()) if _meet(one.span, around))
    return {*(one.person for one in weekly), *(one.person for one in single)}


def _is_free(rota: Rota, person: str, span: Span) -> bool:
    away = any(_meet(absence.span, span) for absence in rota.absences.get(person, ()))
    return not away and not shifts_of(rota, person, span)


def _meet(one: Span, other: Span) -> bool:
    return one.begins < other.ends and other.begins < one.ends
