"""The shifts that somebody has before them, and those that are about to begin. Pure."""

from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from routing.rota.rota import Rota
from routing.rota.shifts import Span
from routing.snapshot import PostKey

_JUST_BEFORE = timedelta(minutes=1)
_LONGEST = timedelta(days=1)  # for which it is looked when a shift ends


class Shift(NamedTuple):
    """Somebody is on a post for a span, covers and swaps reckoned with."""

    post: PostKey
    person: str
    span: Span


def shifts_of(rota: Rota, person: str, whole: Span) -> list[Shift]:
    """Their shifts in a span, in order; one that goes on longer is cut at its ends."""
    found = (
        Shift(post, person, spell.span)
        for post in rota.kept_since
        if person in rota.may_come_on(post)
        for spell in rota.spells(post, whole)
        if spell.person and spell.person.id == person
    )
    return sorted(found, key=lambda shift: (shift.span.begins, str(shift.post)))


def beginning(rota: Rota, whole: Span) -> Iterator[Shift]:
    """The shifts that begin in a span: whoever is on already, and stays on, begins none."""
    for post in rota.kept_since:
        spells = rota.spells(post, Span(whole.begins - _JUST_BEFORE, whole.ends + _LONGEST))
        next(spells)  # it was on before
        for spell in spells:
            if spell.person and spell.span.begins < whole.ends:
                yield Shift(post, spell.person.id, spell.span)
