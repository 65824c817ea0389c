"""Whatever anybody taps, whenever, and whoever is on: what holds of every request.

One taker at a time · never silent · never backwards · never to somebody off shift · every request ends.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from routing.call_backs import machine
from routing.call_backs.news import By, News, RefusedError, Said, To, Turn
from routing.call_backs.request import MANAGERS, NOT_OURS, HowUrgent, IfShut, Outcome, Request, State
from routing.call_backs.staffing import Staffing
from routing.rota.shifts import Absence, SingleShift, Span
from routing.vocabulary import Role
from tests.routing.call_backs.made_up import EVERYBODY, SHIFTS, TEN, WAITS, Entry, picture, post, request

_RANK = list(State)
_NAMES = sorted(EVERYBODY)
_PEOPLE = st.sampled_from([*(By(f"a-{name}", name) for name in _NAMES), By("a-keeper", manages=True)])
_LONGEST = timedelta(days=9)


@dataclass
class Step:
    """What happened at one moment."""

    before: Request
    turn: Turn
    there: Staffing


class Following(RuleBasedStateMachine):
    """A request from its asking to its end, in a town where anything may happen."""

    @initialize(
        urgency=st.sampled_from(HowUrgent),
        if_shut=st.sampled_from(IfShut),
        begins=st.integers(0, 24 * 60 * 2),
        lasts=st.integers(1, 60 * 24 * 7),
        rung=st.integers(0, 2),
    )
    def somebody_asks(self, urgency: HowUrgent, if_shut: IfShut, begins: int, lasts: int, rung: int) -> None:
        self.now = TEN + timedelta(minutes=begins)
        self.rota: tuple[Entry, ...] = SHIFTS
        self.reachable = EVERYBODY
        self.managed = True
        until = self.now + timedelta(minutes=lasts)
        one = request(urgency, self.now, if_shut=if_shut, until=until, rung=rung)
        there = self.there()
        self.latest = Step(one, machine.ask(one, there, WAITS), there)
        self.check()

    def there(self) -> Staffing:
        managed = {"west-mercia"} if self.managed else set()
        return Staffing(picture(self.rota), self.now, self.reachable, managed)

    @property
    def one(self) -> Request:
        return self.latest.turn.request

    @rule(minutes=st.integers(0, 300))
    def time_passes(self, minutes: int) -> None:
        """The worker looks at each moment that is due, and now and then late."""
        end = self.now + timedelta(minutes=minutes)
        for _ in range(200):
            due = self.one.due_at
            if due is None or due > end:
                break
            self.now = max(self.now, due)
            self.act(machine.look(self.one, there := self.there(), WAITS), there)
            assert self.one.due_at != due, "it would be looked at for ever"
        self.now = end

    @rule(minutes=st.integers(1, 600))
    def the_worker_was_away(self, minutes: int) -> None:
        """It looks once, late."""
        self.now += timedelta(minutes=minutes)
        self.act(machine.look(self.one, there := self.there(), WAITS), there)

    @rule(who=_PEOPLE, minutes=st.sampled_from([5, 30, 120, 480]))
    def somebody_takes_it(self, who: By, minutes: int) -> None:
        holder = self.one.taken_by
        there = self.there()
        try:
            turn = machine.take(self.one, who, minutes, there, WAITS)
        except RefusedError:
            return
        assert holder in (None, who.account), "two have taken it"
        assert who.person in there.on_the_ladder(self.one) or who.manages or holder == who.account
        self.act(turn, there)

    @rule(who=_PEOPLE, why=st.sampled_from(sorted(NOT_OURS)))
    def somebody_says_that_it_is_not_theirs(self, who: By, why: str) -> None:
        there = self.there()
        try:
            reason = next(one for one in NOT_OURS if one == why)
            self.act(machine.not_ours(self.one, who, reason, there, WAITS), there)
        except RefusedError:
            return

    @rule(who=_PEOPLE)
    def the_asker_does_not_answer(self, who: By) -> None:
        there = self.there()
        try:
            self.act(machine.not_reached(self.one, who, there, WAITS), there)
        except RefusedError:
            return

    @rule(who=_PEOPLE, outcome=st.sampled_from([Outcome.HELPED, Outcome.PASSED_ON]))
    def somebody_closes_it(self, who: By, outcome: Outcome) -> None:
        there = self.there()
        if self.one.state is not State.TAKEN or self.one.taken_by != who.account:
            return
        self.act(machine.done(self.one, who, outcome, there, WAITS), there)

    @rule()
    def whoever_took_it_is_gone(self) -> None:
        self.reachable = self.reachable - {self.one.taker or ""}
        self.act(machine.taker_gone(self.one, there := self.there(), WAITS), there)

    @precondition(lambda self: self.one.is_open)
    @rule()
    def the_asker_withdraws(self) -> None:
        there = self.there()
        self.act(machine.withdraw(self.one, there, WAITS), there)

    @rule()
    def an_offer_is_not_delivered(self) -> None:
        there = self.there()
        self.act(machine.not_delivered(self.one, self.one.offered_to or "", there, WAITS), there)

    @rule(name=st.sampled_from(_NAMES), minutes=st.integers(1, 600))
    def somebody_steps_out(self, name: str, minutes: int) -> None:
        away = Span(self.now, self.now + timedelta(minutes=minutes))
        self.rota = (*self.rota, Absence(100 + len(self.rota), name, away))
        self.looked_at_soon()

    @rule(name=st.sampled_from(_NAMES), role=st.sampled_from([Role.DUTY_OFFICER, Role.SPO, Role.DUTY_SPO]))
    def somebody_stands_in(self, name: str, role: Role) -> None:
        span = Span(self.now, self.now + timedelta(hours=2))
        self.rota = (*self.rota, SingleShift(100 + len(self.rota), post(role), name, span))
        self.looked_at_soon()

    @rule(names=st.sets(st.sampled_from(_NAMES)), managed=st.booleans())
    def chats_come_and_go(self, names: set[str], managed: bool) -> None:
        self.reachable, self.managed = frozenset(names), managed
        self.looked_at_soon()

    def looked_at_soon(self) -> None:
        """As the worker does where the directory has changed: all that is open is due."""
        if self.one.is_open:
            due = replace(self.one, due_at=self.now)
            self.act(machine.look(due, there := self.there(), WAITS), there)

    def act(self, turn: Turn, there: Staffing) -> None:
        self.latest = Step(self.one, turn, there)
        self.check()

    def check(self) -> None:
        """What holds at each turn."""
        before, turn, there = self.latest.before, self.latest.turn, self.latest.there
        after = turn.request
        if not before.is_open:
            assert (after, turn.news) == (before, ()), "what is closed stays closed"
            return
        self.never_backwards(before, after)
        self.never_silent(before, after, turn.news)
        self.never_to_somebody_off_shift(after, turn.news, there)

    def never_backwards(self, before: Request, after: Request) -> None:
        assert after.rung >= before.rung
        assert after.reopened >= before.reopened
        if _RANK.index(after.state) < _RANK.index(before.state):
            assert after.reopened > before.reopened
        if (after.state, after.rung, after.taken_by) != (before.state, before.rung, before.taken_by):
            assert after.version > before.version

    def never_silent(self, before: Request, after: Request, news: tuple[News, ...]) -> None:
        told = [one.said for one in news if one.to is To.ASKER]
        same = ("state", "rung", "provider", "offered_to", "taken_by", "promised")
        if any(getattr(before, name) != getattr(after, name) for name in same) or before.version == 0:
            assert told, "the asker does not know where it stands"
        if after.outcome in (Outcome.UNANSWERED, Outcome.TOLD_TO_RING, Outcome.NOT_REACHED):
            assert told[-1] is Said.RING, "the asker is left without a number"
        if after.state is State.OFFERED and after.rung == MANAGERS and before.rung < MANAGERS:
            assert Said.RING in told
            assert [one for one in news if one.to is To.MANAGERS]

    def never_to_somebody_off_shift(self, after: Request, news: tuple[News, ...], there: Staffing) -> None:
        for one in news:
            if one.said is Said.OFFER and one.to is To.PERSON:
                assert one.person == there.on(after, after.rung) == after.offered_to

    @invariant()
    def one_taker_at_most_and_a_promise_with_it(self) -> None:
        if not hasattr(self, "latest"):
            return
        one = self.one
        if one.state is State.TAKEN:
            assert one.taken_by
            assert one.promised
            assert one.promised <= one.until
        elif one.is_open:
            assert one.taken_by is None
            assert one.promised is None

    @invariant()
    def something_always_follows_until_it_ends(self) -> None:
        if not hasattr(self, "latest"):
            return
        assert (self.one.due_at is None) == (not self.one.is_open)
        assert self.one.due_at is None or self.one.due_at <= self.one.until

    def teardown(self) -> None:
        """Every request ends: by its own time at the latest, whoever does nothing."""
        if not hasattr(self, "latest"):
            return
        end: datetime = self.now + _LONGEST
        for _ in range(500):
            if self.one.due_at is None:
                return
            assert self.one.due_at <= end
            self.now = max(self.now, self.one.due_at)
            self.act(machine.look(self.one, there := self.there(), WAITS), there)
        raise AssertionError("it never ends")


TestFollowing = Following.TestCase
TestFollowing.settings = settings(
    max_examples=60, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
