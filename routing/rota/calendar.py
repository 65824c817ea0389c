"""The rota as a calendar shows it: each shift as it was planned, who is on instead, what clashes. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, TypeVar

from routing.rota.rota import Rota, Spell
from routing.rota.shifts import SingleShift, Span, WeeklyShift
from routing.snapshot import PostKey

What = TypeVar("What")


@dataclass(frozen=True, slots=True)
class Planned:
    """One shift; `instead` are the parts of it in which somebody else is on, or (None) nobody."""

    shift: WeeklyShift | SingleShift
    span: Span
    instead: tuple[Spell, ...] = ()


class ClashKind(StrEnum):
    """What two things on the rota do to each other."""

    SAME_POST = "same_post"  # two have the same post at once, by shifts of one kind: one of them is idle
    SAME_PERSON = "same_person"  # somebody is on two posts at once


class Clash(NamedTuple):
    """A time in which two things on the rota clash: two people on a post, or a person on two posts."""

    kind: ClashKind
    people: frozenset[str]
    posts: frozenset[PostKey]
    span: Span


def planned(rota: Rota, post: PostKey, whole: Span) -> list[Planned]:
    """Every shift of a post that has a moment in the span, in order of time."""
    found = sorted(shifts(rota, post, whole), key=lambda one: (one[1].begins, one[0].id))
    return [Planned(shift, span, tuple(_instead(rota, post, shift.person, span))) for shift, span in found]


def clashes(rota: Rota, posts: Iterable[PostKey], whole: Span) -> list[Clash]:
    """What clashes on these posts in a span, in order of time."""
    wanted = list(posts)
    found = [clash for post in wanted for clash in _on_one_post(rota, post, whole)]
    return sorted([*found, *_of_one_person(rota, wanted, whole)], key=lambda one: (one.span.begins, one.kind))


def shifts(rota: Rota, post: PostKey, whole: Span) -> Iterator[tuple[WeeklyShift | SingleShift, Span]]:
    """Each shift of a post with its span; weekly ones once for each day."""
    for weekly in rota.weekly.get(post, ()):
        spans = weekly.shifts(whole, rota.bank_holidays)
        yield from ((weekly, span) for span in spans if _touch(span, whole))
    yield from ((single, single.span) for single in rota.single.get(post, ()) if _touch(single.span, whole))


def _instead(rota: Rota, post: PostKey, person: str, span: Span) -> Iterator[Spell]:
    for spell in rota.spells(post, span):
        if spell.person is None or spell.person.id != person:
            yield spell


def _on_one_post(rota: Rota, post: PostKey, whole: Span) -> Iterator[Clash]:
    """A single shift over a weekly one is how a rota is changed for once, and no clash."""
    for one, other, both in _overlapping(shifts(rota, post, whole)):
        if type(one) is type(other) and one.person != other.person:
            yield Clash(ClashKind.SAME_POST, frozenset({one.person, other.person}), frozenset({post}), both)


def _of_one_person(rota: Rota, posts: Iterable[PostKey], whole: Span) -> Iterator[Clash]:
    by_person: dict[str, list[tuple[PostKey, Span]]] = {}
    for post in posts:
        for spell in rota.spells(post, whole):
            if spell.person:
                by_person.setdefault(spell.person.id, []).append((post, spell.span))
    for person, spells in by_person.items():
        for post, other, both in _overlapping(spells):
            if post != other:
                yield Clash(ClashKind.SAME_PERSON, frozenset({person}), frozenset({post, other}), both)


def _overlapping(spans: Iterable[tuple[What, Span]]) -> Iterator[tuple[What, What, Span]]:
    """Each two that have moments in common, and which."""
    in_order = sorted(spans, key=lambda one: one[1].begins)
    for at, (one, span) in enumerate(in_order):
        for other, later in in_order[at + 1 :]:
            if later.begins >= span.ends:
                break
            yield one, other, Span(later.begins, min(span.ends, later.ends))


def _touch(span: Span, whole: Span) -> bool:
    return span.begins < whole.ends and whole.begins < span.ends
