"""Holes: spans in which asking ends at nobody; joined where they touch, and told apart from older ones."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from routing.rota.shifts import Span
from routing.vocabulary import Provider, Role


@dataclass(frozen=True, slots=True)
class Where:
    """What a hole is about; None where it does not matter: the whole area, either provider, any post."""

    area: str
    office: str | None
    provider: Provider | None
    role: Role | None
    team: str | None = None

    def covers(self, other: "Where") -> bool:
        """Whether this says all that the other does."""
        return (
            (self.area, self.office) == (other.area, other.office)
            and self.provider in (None, other.provider)
            and self.role in (None, other.role)
            and self.team in (None, other.team)
        )


@dataclass(frozen=True, slots=True)
class Hole:
    """A span in which asking ends at nobody, or nobody is on a post that a rota is kept for."""

    where: Where
    span: Span
    fault: str
    remedy: str


def merged(holes: Iterable[Hole]) -> Iterator[Hole]:
    """The same holes, those that follow each other without a break as one; in order of time."""
    by_kind: dict[tuple[Where, str, str], list[Span]] = {}
    for hole in sorted(holes, key=lambda one: one.span.begins):
        spans = by_kind.setdefault((hole.where, hole.fault, hole.remedy), [])
        if spans and spans[-1].ends >= hole.span.begins:
            spans[-1] = Span(spans[-1].begins, max(spans[-1].ends, hole.span.ends))
        else:
            spans.append(hole.span)
    found = [Hole(where, span, *why) for (where, *why), spans in by_kind.items() for span in spans]
    yield from sorted(found, key=lambda one: one.span.begins)


def opened(before: Iterable[Hole], after: Iterable[Hole]) -> list[Hole]:
    """What of the holes after a change was none before it."""
    known = list(before)
    return [
        Hole(hole.where, left, hole.fault, hole.remedy)
        for hole in after
        for left in _without(hole.span, [one.span for one in known if one.where.covers(hole.where)])
    ]


def _without(span: Span, others: Iterable[Span]) -> Iterator[Span]:
    """What is left of a span outside the others."""
    begins = span.begins
    for other in sorted(others, key=lambda one: one.begins):
        if other.ends <= begins or other.begins >= span.ends:
            continue
        if other.begins > begins:
            yield Span(begins, other.begins)
        begins = max(begins, other.ends)
    if begins < span.ends:
        yield Span(begins, span.ends)
