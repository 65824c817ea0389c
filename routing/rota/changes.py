"""What a change of the rota would leave, before it is made. Pure."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from routing.rota.rota import Rota
from routing.rota.shifts import Absence, Person, Span
from routing.snapshot import PostKey, Snapshot


class OnPost(NamedTuple):
    """Somebody is on a post, and until when."""

    post: PostKey
    person: Person
    span: Span


Gap = tuple[PostKey, Span]


def with_absence(rota: Rota, away: Absence) -> Rota:
    """The rota if this person were away besides."""
    return replace(rota, absences={**rota.absences, away.person: (*rota.absences.get(away.person, ()), away)})


def changed_posts(before: Rota, after: Rota) -> Iterator[PostKey]:
    """The posts on which who is on may be another after a change."""
    for post in dict.fromkeys((*before.kept_since, *after.kept_since)):
        if before.what_decides(post) != after.what_decides(post):
            yield post


def gaps_opened(picture: Snapshot, after: Rota, whole: Span) -> Iterator[Gap]:
    """Where nobody would be on, in hours, once this were the rota; gaps that are there already left out."""
    yield from _gaps_without(picture, after, picture.rota, whole)


def gaps_closed(picture: Snapshot, after: Rota, whole: Span) -> Iterator[Gap]:
    """Gaps that are there and would not be, once this were the rota."""
    yield from _gaps_without(picture, picture.rota, after, whole)


def _gaps_without(picture: Snapshot, of: Rota, other: Rota, whole: Span) -> Iterator[Gap]:
    for post in changed_posts(of, other):
        place = picture.offices[post.office] if post.office else picture.areas[post.area]
        known = set(other.gaps(post, place.hours, whole))
        yield from ((post, gap) for gap in of.gaps(post, place.hours, whole) if gap not in known)


def on_now(rota: Rota, whole: Span) -> Iterator[OnPost]:
    """Who is on each post at the beginning of the span, and until when, within it at most."""
    for post in sorted(rota.kept_since, key=str):
        spell = next(rota.spells(post, whole))
        if spell.person:
            yield OnPost(post, spell.person, spell.span)
