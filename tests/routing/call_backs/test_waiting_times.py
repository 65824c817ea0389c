"""Each waiting time, below, at and above its end; they are data of the policy, by how urgent it is."""

from datetime import datetime, timedelta

import pytest

from routing.call_backs import machine
from routing.call_backs.news import By, Said, Turn
from routing.call_backs.request import MANAGERS, Because, HowUrgent, Outcome, Request, State
from routing.policy import Policies
from routing.policy.building import stated_in
from routing.policy.policy import PolicyError, WaitingStep
from tests.routing.call_backs.made_up import CRC, EVERYBODY, MINUTE, NPS, TEN, WAITS, request, staffing

URGENCIES = list(HowUrgent)
SECOND = timedelta(seconds=1)
ANN, BEN, KEEPER = By("a-ann", "ann"), By("a-ben", "ben"), By("a-keeper", manages=True)


def asked(urgency: HowUrgent, rung: int = 0) -> Request:
    return machine.ask(request(urgency, rung=rung), staffing(TEN), WAITS).request


def looked(one: Request, at: datetime) -> Request:
    return machine.look(one, staffing(at), WAITS).request


def minutes(step: WaitingStep, urgency: HowUrgent) -> timedelta:
    return WAITS[step].of(urgency)


@pytest.mark.parametrize("urgency", URGENCIES)
@pytest.mark.parametrize(
    ("rung", "step"),
    [(0, WaitingStep.DUTY_OFFICER), (1, WaitingStep.SPO), (2, WaitingStep.DUTY_SPO)],
    ids=["call_back.duty_officer", "call_back.spo", "call_back.duty_spo"],
)
def test_a_step_has_its_time_and_then_the_next_has_it(
    rung: int, step: WaitingStep, urgency: HowUrgent
) -> None:
    one, ends = asked(urgency, rung), TEN + minutes(step, urgency)

    assert (one.rung, one.step_ends) == (rung, ends)
    assert looked(one, ends - SECOND).rung == rung
    assert looked(one, ends).rung == rung + 1
    assert looked(one, ends + SECOND).rung == rung + 1


@pytest.mark.parametrize("urgency", URGENCIES)
def test_call_back_managers__have_their_time_and_then_it_is_closed(urgency: HowUrgent) -> None:
    one, ends = asked(urgency, MANAGERS), TEN + minutes(WaitingStep.MANAGERS, urgency)

    assert looked(one, ends - SECOND).is_open
    assert looked(one, ends).outcome is Outcome.UNANSWERED


@pytest.mark.parametrize("urgency", URGENCIES)
def test_call_back_handed_on__keeps_its_clock_but_for_a_least_time(urgency: HowUrgent) -> None:
    one, step = asked(urgency), minutes(WaitingStep.DUTY_OFFICER, urgency)
    least = minutes(WaitingStep.HANDED_ON, urgency)

    early = moved(one, TEN + MINUTE)
    assert (early.provider, early.rung) == (CRC, 0)
    assert early.step_ends == max(TEN + step, TEN + MINUTE + least)
    late = moved(one, TEN + step - SECOND)
    assert late.step_ends == TEN + step - SECOND + least


def moved(one: Request, at: datetime) -> Request:
    return machine.not_ours(one, ANN, Because.THEIR_CASE, staffing(at), WAITS).request


@pytest.mark.parametrize("urgency", URGENCIES)
def test_call_back_promise__is_no_later_than_the_rule_and_is_kept_or_missed(urgency: HowUrgent) -> None:
    longest = minutes(WaitingStep.PROMISE, urgency)
    latest = min(TEN + longest, TEN + timedelta(hours=7))  # the shift ends at five

    for wanted in (longest, longest + MINUTE):
        assert taken(urgency, wanted).promised == latest
    one = taken(urgency, longest - MINUTE)
    assert one.promised == min(TEN + longest - MINUTE, latest)
    assert looked(one, one.promised - SECOND).state is State.TAKEN
    missed = looked(taken(urgency, 5 * MINUTE), TEN + 5 * MINUTE)
    assert (missed.state, missed.rung, missed.reopened) == (State.OFFERED, 1, 1)


@pytest.mark.parametrize("urgency", URGENCIES)
def test_call_back_reminder__comes_shortly_before_the_promise_and_not_after_it(urgency: HowUrgent) -> None:
    one, before = taken(urgency, 20 * MINUTE), minutes(WaitingStep.REMINDER, urgency)
    ends = TEN + 20 * MINUTE

    assert not machine.is_running_out(one, ends - before - SECOND, WAITS)
    assert machine.is_running_out(one, ends - before, WAITS)
    assert machine.is_running_out(one, ends - SECOND, WAITS)
    assert not machine.is_running_out(one, ends, WAITS)
    assert not machine.is_running_out(asked(urgency), ends - before, WAITS)


def taken(urgency: HowUrgent, within: timedelta) -> Request:
    whole = int(within / MINUTE)
    return machine.take(asked(urgency), ANN, whole, staffing(TEN), WAITS).request


@pytest.mark.parametrize("urgency", URGENCIES)
def test_call_back_try_again__once_and_then_it_is_closed(urgency: HowUrgent) -> None:
    first = not_reached(taken(urgency, 5 * MINUTE))

    assert first.promised == TEN + minutes(WaitingStep.TRY_AGAIN, urgency)
    assert not_reached(first).outcome is Outcome.NOT_REACHED


def not_reached(one: Request) -> Request:
    return machine.not_reached(one, ANN, staffing(TEN), WAITS).request


def test_what_was_taken_is_open_again_at_once_when_its_taker_is_gone_and_never_lower() -> None:
    there = staffing(TEN, reachable=EVERYBODY - {"ann"})
    turn = machine.taker_gone(taken(HowUrgent.TODAY, 30 * MINUTE), there, WAITS)

    assert (turn.request.state, turn.request.offered_to, turn.request.reopened) == (State.OFFERED, "ben", 1)
    assert {one.said for one in turn.news} >= {Said.TAKER_GONE, Said.OFFERED, Said.OFFER}
    managed = machine.take(asked(HowUrgent.TODAY, MANAGERS), KEEPER, 30, staffing(TEN), WAITS).request
    assert machine.taker_gone(managed, there, WAITS).request.rung == MANAGERS
    alone = staffing(TEN, reachable=frozenset(), managed=False)
    assert machine.taker_gone(managed, alone, WAITS).request.outcome is Outcome.UNANSWERED


def test_what_is_moved_a_second_time_is_the_npss_and_one_step_higher() -> None:
    once = moved(asked(HowUrgent.TODAY), TEN)
    turn: Turn = machine.not_ours(once, By("a-dot", "dot"), Because.THEIR_WORK, staffing(TEN), WAITS)

    assert (turn.request.provider, turn.request.rung) == (NPS, 1)


def test_without_managers_the_end_of_the_ladder_is_the_end_and_the_asker_is_told() -> None:
    one = machine.ask(request(), staffing(TEN, reachable=frozenset(), managed=False), WAITS)

    assert one.request.outcome is Outcome.UNANSWERED
    assert (one.news[0].to, one.news[0].said) == ("asker", "ring")


def test_every_area_has_every_waiting_time() -> None:
    policies = Policies.bundled()

    for area in (policies.national, *policies.by_area.values()):
        assert all(set(policy.waits) == set(WaitingStep) for policy in area.policies)


@pytest.mark.parametrize(
    ("table", "fault"),
    [
        (
            {"urgent": 0, "today": 1, "can_wait": 1},
            "call_back.spo: urgent is 0; write a whole",
        ),
        ({"urgent": 1, "today": 1}, "call_back.spo: can_wait is 0"),
        (
            {"urgent": 1.5, "today": 1, "can_wait": 1},
            "urgent is 1.5; write a whole number",
        ),
        (
            {"urgent": 1, "today": 1, "can_wait": 1, "soon": 1},
            "has 'soon'; known are urgent, today",
        ),
    ],
)
def test_a_slip_in_a_waiting_time_is_found_when_it_is_loaded(table: dict[str, float], fault: str) -> None:
    whole = {**table, "text": "A sentence.", "source": "Signpost's own rule, docs/call-backs.md"}
    with pytest.raises(PolicyError, match=fault.replace(".", r"\.")):
        stated_in({"call_back": {"spo": whole}}, "sample.toml", {})
