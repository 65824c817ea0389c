"""Who is on, who is next, where nobody is.

The rule by which overlaps are resolved: at each moment the more specific entry wins, and among equals
the later one.

1. A single shift comes before a weekly one; among several of a kind, the one entered last.
2. A swap puts each of the two in the other's place. Of several, the one entered last.
3. Cover then puts one person in the place of another, whoever is away or not; cover of cover too.
4. Whoever is away is on nowhere. If that leaves a shift empty, the next shift of rule 1 counts.

So absence beats a pattern and a shift, and cover beats absence, unless who covers is away as well.
Where a rota is kept for a post and these rules leave nobody, nobody is on: that is a gap.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

from routing.hours import OpeningHours, is_open
from routing.moments import on_the_wall, opening_moments, within
from routing.rota.shifts import Absence, Cover, Person, SingleShift, Span, Swap, WeeklyShift

if TYPE_CHECKING:
    from routing.snapshot import PostKey

_AS_FAR_AS_NEXT = timedelta(days=92)
_Key = TypeVar("_Key")
_Entry = TypeVar("_Entry")


@dataclass(frozen=True, slots=True)
class Spell:
    """One person on a post, or (None) nobody, without a break."""

    person: Person | None
    span: Span


@dataclass(frozen=True, slots=True)
class Rota:
    """The rota of all posts that one is kept for; others are no business of it. Build it with `of`."""

    people: Mapping[str, Person] = field(default_factory=dict)
    bank_holidays: frozenset[date] = frozenset()
    kept_since: "Mapping[PostKey, datetime]" = field(default_factory=dict)
    weekly: "Mapping[PostKey, tuple[WeeklyShift, ...]]" = field(default_factory=dict)
    single: "Mapping[PostKey, tuple[SingleShift, ...]]" = field(default_factory=dict)
    single_on: "Mapping[tuple[PostKey, date], tuple[SingleShift, ...]]" = field(default_factory=dict)
    absences: Mapping[str, tuple[Absence, ...]] = field(default_factory=dict)
    covers: Mapping[str, tuple[Cover, ...]] = field(default_factory=dict)
    swaps: Mapping[str, tuple[Swap, ...]] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        people: Iterable[Person],
        entries: Iterable[WeeklyShift | SingleShift | Absence | Cover | Swap],
        bank_holidays: frozenset[date] = frozenset(),
        kept_since: "Mapping[PostKey, datetime] | None" = None,
    ) -> "Rota":
        """A rota of these entries; a higher id was entered later.

        A rota is kept for a post from the first moment of its first shift on, or from what
        `kept_since` says, which also keeps it where no shift is left.
        """
        weekly: dict[PostKey, list[WeeklyShift]] = {}
        single: dict[PostKey, list[SingleShift]] = {}
        single_on: dict[tuple[PostKey, date], list[SingleShift]] = {}
        absences: dict[str, list[Absence]] = {}
        covers: dict[str, list[Cover]] = {}
        swaps: dict[str, list[Swap]] = {}
        first: dict[PostKey, datetime] = {}
        for entry in sorted(entries, key=lambda one: one.id, reverse=True):
            match entry:
                case WeeklyShift():
                    weekly.setdefault(entry.post, []).append(entry)
                    begins = on_the_wall(entry.valid_from, entry.starts)
                    first[entry.post] = min(begins, first.get(entry.post, begins))
                case SingleShift():
                    single.setdefault(entry.post, []).append(entry)
                    for day in _utc_days(entry.span):
                        single_on.setdefault((entry.post, day), []).append(entry)
                    first[entry.post] = min(entry.span.begins, first.get(entry.post, entry.span.begins))
                case Absence():
                    absences.setdefault(entry.person, []).append(entry)
                case Cover():
                    covers.setdefault(entry.instead_of, []).append(entry)
                case Swap():
                    swaps.setdefault(entry.person, []).append(entry)
                    swaps.setdefault(entry.other, []).append(entry)
        return cls(
            people={person.id: person for person in people},
            bank_holidays=bank_holidays,
            kept_since={**first, **(kept_since or {})},
            weekly=_tuples(weekly),
            single=_tuples(single),
            single_on=_tuples(single_on),
            absences=_tuples(absences),
            covers=_tuples(covers),
            swaps=_tuples(swaps),
        )

    def is_kept(self, post: "PostKey", at: datetime) -> bool:
        """Whether a rota is kept for the post at this moment; if not, it is rung as if there were none."""
        since = self.kept_since.get(post)
        return since is not None and since <= at

    def who_is_on(self, post: "PostKey", at: datetime) -> Person | None:
        """Who is on at this moment (aware), or None."""
        for planned in self._planned(post, at):
            person = self._in_place_of(planned, post, at)
            if not any(absence.span.holds(at) for absence in self.absences.get(person, ())):
                return self.people[person]
        return None

    def is_gap(self, post: "PostKey", at: datetime) -> bool:
        """Whether a rota is kept for the post and nobody is on."""
        return self.is_kept(post, at) and self.who_is_on(post, at) is None

    def who_next(self, post: "PostKey", at: datetime) -> Spell | None:
        """The next to come on after this moment: somebody else, or the same after a break.

        None where nobody comes on within three months.
        """
        spells = self.spells(post, Span(at.astimezone(UTC), at.astimezone(UTC) + _AS_FAR_AS_NEXT))
        return next((spell for spell in spells if spell.person and spell.span.begins > at), None)

    def posts_of(self, person: str, whole: Span) -> "frozenset[PostKey]":
        """The posts on which this person has shifts of their own in these days; cover is not one's own."""
        weekly = (one for shifts in self.weekly.values() for one in shifts if one.person == person)
        single = (one for shifts in self.single.values() for one in shifts if one.person == person)
        held = {one.post for one in weekly if any(True for _ in one.shifts(whole, self.bank_holidays))}
        return frozenset(
            held
            | {one.post for one in single if one.span.begins < whole.ends and whole.begins < one.span.ends}
        )

    def spells(self, post: "PostKey", whole: Span) -> Iterator[Spell]:
        """Who is on, one after the other; times with nobody among them."""
        begins, person = whole.begins, self.who_is_on(post, whole.begins)
        for moment in within(set(self.moments(post, whole)), whole.begins, whole.ends)[1:-1]:
            now_on = self.who_is_on(post, moment)
            if now_on != person:
                yield Spell(person, Span(begins, moment))
                begins, person = moment, now_on
        yield Spell(person, Span(begins, whole.ends))

    def gaps(self, post: "PostKey", hours: OpeningHours, whole: Span) -> Iterator[Span]:
        """Where nobody is on in hours in which the post ought to be manned."""
        moments = {*self.moments(post, whole)}
        moments.update(opening_moments(hours, whole.begins, whole.ends, self.bank_holidays))
        begins: datetime | None = None
        for moment in within(moments, whole.begins, whole.ends):
            due = moment < whole.ends and is_open(hours, moment, self.bank_holidays)
            gap = due and self.is_gap(post, moment)
            if gap and begins is None:
                begins = moment
            if not gap and begins is not None:
                yield Span(begins, moment)
                begins = None

    def moments(self, post: "PostKey", whole: Span) -> Iterator[datetime]:
        """Every moment, and more, at which who is on may change; for the days of the span."""
        if post in self.kept_since:
            yield self.kept_since[post]
        spans = [shift.span for shift in self.single.get(post, ())]
        for weekly in self.weekly.get(post, ()):
            spans.extend(weekly.shifts(whole, self.bank_holidays))
        for person in self.may_come_on(post):
            spans.extend(absence.span for absence in self.absences.get(person, ()))
            spans.extend(entry.span for entry in self._changes_of(person, post))
        for span in spans:
            yield span.begins
            yield span.ends

    def what_decides(self, post: "PostKey") -> Hashable:
        """All on which it depends who is on: where it is the same in another rota, so is who is on."""
        changes = (
            (one, self.absences.get(one), self.covers.get(one), self.swaps.get(one), self.people.get(one))
            for one in sorted(self.may_come_on(post))
        )
        return self.kept_since.get(post), self.weekly.get(post), self.single.get(post), tuple(changes)

    def _changes_of(self, person: str, post: "PostKey") -> Iterator[Cover | Swap]:
        changes: list[Cover | Swap] = [*self.covers.get(person, ()), *self.swaps.get(person, ())]
        yield from (entry for entry in changes if entry.post in (None, post))

    def may_come_on(self, post: "PostKey") -> set[str]:
        """Everybody who may come on by a shift of their own, a swap or cover."""
        waiting = {shift.person for shift in self.weekly.get(post, ())}
        waiting |= {shift.person for shift in self.single.get(post, ())}
        found: set[str] = set()
        while waiting:
            found.add(person := waiting.pop())
            for change in self._changes_of(person, post):
                others = {change.person, change.other if isinstance(change, Swap) else person}
                waiting |= others - found
        return found

    def _planned(self, post: "PostKey", at: datetime) -> Iterator[str]:
        """Whose shift it is, the strongest first."""
        for single in self.single_on.get((post, at.astimezone(UTC).date()), ()):
            if single.span.holds(at):
                yield single.person
        for weekly in self.weekly.get(post, ()):
            if weekly.holds(at, self.bank_holidays):
                yield weekly.person

    def _in_place_of(self, person: str, post: "PostKey", at: datetime) -> str:
        """Who stands in for this person: swapped with, then covered by."""
        for swap in self.swaps.get(person, ()):
            if swap.post in (None, post) and swap.span.holds(at):
                person = swap.other if person == swap.person else swap.person
                break
        seen = {person}
        while cover := self._cover_of(person, post, at):
            person = cover.person
            if person in seen:  # two who cover each other: the one who was planned
                return person
            seen.add(person)
        return person

    def _cover_of(self, person: str, post: "PostKey", at: datetime) -> Cover | None:
        for cover in self.covers.get(person, ()):
            if cover.post in (None, post) and cover.span.holds(at):
                return cover
        return None


def _utc_days(span: Span) -> Iterator[date]:
    day, last = span.begins.date(), span.ends.date()
    while day <= last:
        yield day
        day += timedelta(days=1)


def _tuples(lists: Mapping[_Key, list[_Entry]]) -> dict[_Key, tuple[_Entry, ...]]:
    return {key: tuple(found) for key, found in lists.items()}
