"""The proof that no hour has a dead end: every question, in every span in which nothing changes.

Between two moments at which an office opens or closes, the clocks change, a shift begins or ends or a
rule comes into force, nothing changes. So one moment of each span stands for all of it: this is a proof,
not a sample. Spans in which the same offices are open and the same posts manned are answered once.
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from itertools import pairwise

from directory.proof.holes import Hole, Where, merged
from directory.proof.questions import Asked, needs_of
from routing.answer import Step
from routing.hours import is_open, next_opening, parse_hours
from routing.ladder import Ladder, Need
from routing.moments import clock_changes, day_in_london, on_the_wall, opening_moments, within
from routing.policy import Policies
from routing.rota.shifts import Span
from routing.snapshot import PostKey, Snapshot
from routing.vocabulary import Provider, Role


@dataclass(frozen=True, slots=True)
class Proof:
    """What came of one area. `holds_numbers` False: there was nothing to prove anything with."""

    area: str
    span: Span
    holds_numbers: bool
    questions: int = 0
    different: int = 0
    spans: int = 0
    holes: tuple[Hole, ...] = ()


PicturesOf = Sequence[tuple[datetime, Snapshot]]  # each with the moment from which it holds, in order


def holds_numbers(pictures: PicturesOf, area: str) -> bool:
    """Whether any post of the area can be rung, at any time."""
    posts = (post for _, snapshot in pictures for post in snapshot.posts.values())
    return any(post.number is not None for post in posts if post.area == area)


AskedBefore = dict[Hashable, Asked]

# What can be wrong with a span.
UNMANNED = "nobody is on the rota"
NO_ANSWER = "no step of the ladder has a number that is answered"
NO_NUMBERS = "the area holds no numbers"


def prove(
    pictures: PicturesOf,
    policies: Policies,
    area: str,
    whole: Span,
    *,
    named: bool = False,
    asked_before: AskedBefore | None = None,
) -> Proof:
    """Prove one area. An area without any number is a hole only where it was `named`.

    Give several proofs one `asked_before`, and what comes to the same in them is asked once.
    """
    asked = {} if asked_before is None else asked_before
    if not holds_numbers(pictures, area):
        holes = (_no_number_at_all(area, whole),) if named else ()
        return Proof(area, whole, False, holes=holes)
    holes_found, questions, different, spans = list[Hole](), 0, 0, 0
    for snapshot, part in _parts(pictures, whole):
        if area not in snapshot.areas:
            continue  # it is not there yet, or no longer: nobody asks
        one = _AreaProof(snapshot, policies, area, part, asked)
        holes_found += one.holes()
        questions, different = max(questions, one.questions), max(different, one.different)
        spans += one.spans
    return Proof(area, whole, True, questions, different, spans, tuple(merged(holes_found)))


def _parts(pictures: PicturesOf, whole: Span) -> Iterator[tuple[Snapshot, Span]]:
    """Each picture with that part of the whole in which it holds; the first from the beginning on."""
    begins = [whole.begins, *(since for since, _ in pictures[1:]), whole.ends]
    for (_, snapshot), (since, until) in zip(pictures, pairwise(begins), strict=True):
        part = Span(max(since, whole.begins), min(until, whole.ends))
        if part.begins < part.ends:
            yield snapshot, part


class _AreaProof:
    """One area, while the directory stays as it is."""

    def __init__(
        self, snapshot: Snapshot, policies: Policies, area: str, whole: Span, asked: AskedBefore
    ) -> None:
        self.snapshot, self.policies, self.area, self.whole = snapshot, policies, area, whole
        self.questions = self.different = self.spans = 0
        self._offices = [office for office in snapshot.offices.values() if office.area == area]
        # Many offices keep the same hours, and what is open then is looked at once.
        hours = (snapshot.areas[area].hours, *(office.hours for office in self._offices))
        self._hours = tuple(dict.fromkeys(hours))
        self._posts: list[PostKey] = [post for post in snapshot.rota.kept_since if post[0] == area]
        self._asked_before = asked
        self._dead_ends: dict[Hashable, list[tuple[Where, str, str]]] = {}

    def holes(self) -> list[Hole]:
        """Every hole, one for each span."""
        moments = within(set(self._moments()), self.whole.begins, self.whole.ends)
        self.spans = len(moments) - 1
        found = [Hole(*hole) for post in self._posts for hole in self._unmanned(post)]
        for begins, ends in pairwise(moments):
            for where, fault, remedy in self._dead_ends_at(begins):
                found.append(Hole(where, Span(begins, ends), fault, remedy))
        return found

    def _moments(self) -> Iterator[datetime]:
        begins, ends = self.whole.begins, self.whole.ends
        for hours in self._hours:
            yield from opening_moments(hours, begins, ends, self.snapshot.bank_holidays)
        yield from clock_changes(begins, ends)
        for post in self._posts:
            yield from self.snapshot.rota.moments(post, self.whole)
        for day in self.policies.of(self.area).days_of_change:
            if day_in_london(begins) <= day <= day_in_london(ends):
                yield on_the_wall(day, time.min)

    def _unmanned(self, post: PostKey) -> Iterator[tuple[Where, Span, str, str]]:
        """Hours in which a post that a rota is kept for ought to be manned and is not."""
        area, office, provider, role, team = post
        place = self.snapshot.offices[office] if office else self.snapshot.areas[area]
        for gap in self.snapshot.rota.gaps(post, place.hours, self.whole):
            remedy = (
                f"put somebody on the rota as {_called(provider, role)} for {team or office or area} then"
            )
            yield Where(area, office, provider, role, team), gap, UNMANNED, remedy

    def _dead_ends_at(self, at: datetime) -> list[tuple[Where, str, str]]:
        policy = self.policies.of(self.area).on(day_in_london(at))
        in_force = frozenset(one.rule.id for one in policy.ownership), frozenset(policy.leads.items())
        asked = self._asked(in_force, at)
        situation = (in_force, self._situation(at))
        if situation not in self._dead_ends:
            failing = [need for need in asked.needs if not self._is_answered(need, at)]
            self._dead_ends[situation] = list(self._said(failing, asked.needs))
        return self._dead_ends[situation]

    def _asked(self, in_force: Hashable, at: datetime) -> Asked:
        """What is asked while these rules are in force: it depends on the offices there are besides."""
        leads = bool(self.snapshot.leads or self.snapshot.teams)
        same = (in_force, self.snapshot.areas[self.area], tuple(self._offices), leads)
        asked = self._asked_before.get(same)
        if asked is None:
            asked = needs_of(self.snapshot, self.policies, self.area, at)
            self._asked_before[same] = asked
        self.questions, self.different = asked.questions, len(asked.needs)
        return asked

    def _situation(self, at: datetime) -> Hashable:
        """All that a ladder's being answered can depend on: who is open, and who is on, now and then."""
        holidays, rota = self.snapshot.bank_holidays, self.snapshot.rota
        states: list[bool] = []
        for hours in self._hours:
            opening = next_opening(hours, at, holidays)
            reached = at if opening is None or opening <= at else opening
            states.append(is_open(hours, at, holidays))
            states.extend(rota.is_gap(post, reached) for post in self._posts)
        return tuple(states)

    def _is_answered(self, need: Need, at: datetime) -> bool:
        """Whether the ladder has a number of probation that is answered at this moment."""
        return any(self._answers(step, at) for step in Ladder(self.snapshot, at).steps(need))

    def _answers(self, step: Step, at: datetime) -> bool:
        if step.phone is None or step.role is Role.EMERGENCY_SERVICES:
            return False
        if step.role is Role.APPROVED_PREMISES and step.office:
            hours = self.snapshot.offices[step.office].hours
        else:
            hours = parse_hours(step.hours or "24/7")
        return is_open(hours, at, self.snapshot.bank_holidays)

    def _said(self, failing: list[Need], asked: Sequence[Need]) -> Iterator[tuple[Where, str, str]]:
        """Dead ends in the fewest words: of a place where nothing that is asked is answered, once."""
        line = self.snapshot.areas[self.area].out_of_hours
        remedy = (
            f"enter a number that is answered then for {line}" if line
            else f"name an Approved Premises as the out-of-hours line of {self.area}, and enter its number"
        )  # fmt: skip
        for office in dict.fromkeys(_office(need) for need in failing):
            here = [need for need in failing if _office(need) == office]
            if len(here) == sum(_office(need) == office for need in asked):
                yield Where(self.area, office, None, None), NO_ANSWER, remedy
                continue
            for provider, role in dict.fromkeys((need.provider, need.start) for need in here):
                yield Where(self.area, office, provider, role), NO_ANSWER, remedy


def _office(need: Need) -> str | None:
    return need.office.id if need.office else None


def _called(provider: Provider | None, role: Role) -> str:
    return f"{provider.upper()} {role}" if provider else str(role)


def _no_number_at_all(area: str, whole: Span) -> Hole:
    remedy = "enter the numbers of its offices and its out-of-hours line"
    return Hole(Where(area, None, None, None), whole, NO_NUMBERS, remedy)
