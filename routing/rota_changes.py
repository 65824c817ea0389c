"""What a change of the rota would leave, before it is made. Pure."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from routing.rota import Rota
from routing.shifts import Absence, Person, Span
from routing.snapshot import PostKey, Snapshot


class OnPost(NamedTuple):
    """Somebody is on a post, and until when."""

    post: PostKey
    person: Person
    span: Span


def gaps_opened(picture: Snapshot, away: Absence) -> Iterator[tuple[PostKey, Span]]:
    """Where nobody would be on, in hours, if this person were away; gaps that are there already left out."""
    rota = picture.rota
    absences = (*rota.absences.get(away.person, ()), away)
    after = replace(rota, absences={**rota.absences, away.person: absences})
    for post in rota.kept_since:
        place = picture.offices[post.office] if post.office else picture.areas[post.area]
        before = set(rota.gaps(post, place.hours, away.span))
        yield from ((post, gap) for gap in after.gaps(post, place.hours, away.span) if gap not in before)


def on_now(rota: Rota, whole: Span) -> Iterator[OnPost]:
    """Who is on each post at the beginning of the span, and until when, within it at most."""
    for post in sorted(rota.kept_since, key=str):
        spell = next(rota.spells(post, whole))
        if spell.person:
            yield OnPost(post, spell.person, spell.span)
