"""What becomes of a request for information: chased on its days, answered, closed; and it always ends."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routing.information import machine
from routing.information.machine import Refusal, RefusedError, To, Told, Turn
from routing.information.request import Ending, InformationRequest, Progress
from tests.routing.information.made_up import AUGUST, CHASING, TUESDAY, asked, at, there

AGENCY, ASKER, MANAGERS = To.AGENCY, To.ASKER, To.MANAGERS
A_SECOND = timedelta(seconds=1)


def look(request: InformationRequest, moment: datetime) -> Turn:
    return machine.look(request, there(moment), CHASING)


def looked_at_until(moment: datetime, request: InformationRequest) -> list[tuple[datetime, Turn]]:
    """Every turn that time brings up to a moment, each when it is due."""
    turns = []
    while request.due_at and request.due_at <= moment:
        turns.append((request.due_at, look(request, request.due_at)))
        request = turns[-1][1].request
    return turns


def test_the_agency_knows_at_once_and_has_until_its_office_day_ends() -> None:
    request = asked(TUESDAY, 1)
    assert request.wanted_by == at(9, "17:00")
    assert machine.ask(request, there(TUESDAY), CHASING).tells == (AGENCY,)
    assert asked(TUESDAY, 0).wanted_by == at(8, "17:00")
    assert asked(TUESDAY, 3).wanted_by == at(11, "17:00")
    assert asked(TUESDAY, 5).wanted_by == at(15, "17:00")  # over a weekend
    assert asked(at(8, "18:00"), 0).wanted_by == at(9, "17:00")  # today is over


def test_information_remind__the_agency_is_reminded_on_the_first_working_day_after() -> None:
    request = asked(TUESDAY, 1)
    assert request.due_at == at(10)
    assert look(request, at(10) - A_SECOND) == Turn(request)
    turn = look(request, at(10))
    assert (turn.what, turn.tells) == (Told.OVERDUE, (AGENCY, ASKER))
    assert asked(TUESDAY, 3).due_at == at(14)  # it was for a Friday


def test_information_spo__the_managers_are_told_on_the_third() -> None:
    reminded = look(asked(TUESDAY, 1), at(10)).request
    assert look(reminded, at(14) - A_SECOND).what is None
    turn = look(reminded, at(14))  # Thursday, Friday, Monday
    assert (turn.what, turn.tells) == (Told.LATE, (AGENCY, ASKER, MANAGERS))


def test_information_again__it_goes_on_every_five_working_days() -> None:
    turns = looked_at_until(at(1, month=8), asked(TUESDAY, 1))
    assert [moment for moment, _ in turns] == [at(10), at(14), at(21), at(28)]
    assert [turn.what for _, turn in turns] == [Told.OVERDUE, *[Told.LATE] * 3]


def test_information_give_up__it_is_closed_as_unanswered_on_the_twentieth_and_all_are_told() -> None:
    moment, turn = looked_at_until(at(30, month=9), asked(TUESDAY, 1))[-1]
    assert moment == at(6, month=8)
    assert turn.request.ending is Ending.UNANSWERED
    assert turn.tells == (ASKER, MANAGERS, AGENCY)
    assert turn.request.due_at is None


def test_information_confirm__the_asker_has_five_working_days_to_say_that_nothing_came() -> None:
    said = machine.answered(asked(TUESDAY, 1), there(at(9, "11:00")), CHASING)
    assert (said.what, said.tells) == (Told.ANSWERED, (ASKER,))
    assert look(said.request, at(16) - A_SECOND).what is None
    turn = look(said.request, at(16))
    assert turn.request.ending is Ending.ANSWERED
    assert turn.tells == (ASKER,)


def test_a_bank_holiday_is_no_working_day_and_the_clocks_going_back_move_nothing() -> None:
    assert asked(at(22, "10:30", month=8), 1).wanted_by == at(26, "17:00", month=8)
    assert asked(at(24, "10:30", month=10), 0).due_at == datetime(2014, 10, 27, 9, tzinfo=UTC)


def test_a_day_that_is_given_ends_with_the_offices_hours_where_it_is_open_at_all() -> None:
    days = there(at(8, "10:30"))
    assert days.closing_on(date(2014, 7, 11)) == at(11, "17:00")
    assert days.closing_on(date(2014, 7, 12)) is None  # a Saturday
    assert days.closing_on(AUGUST) is None


def test_a_reply_that_has_not_come_is_asked_for_again_on_the_next_working_day() -> None:
    said = machine.answered(asked(TUESDAY, 1), there(at(11, "11:00")), CHASING).request
    turn = machine.not_come(said, there(at(11, "16:00")), CHASING)
    assert (turn.request.progress, turn.request.answered_at) == (Progress.ASKED, None)
    assert turn.tells == (AGENCY,)
    assert turn.request.due_at == at(14)


def test_a_reply_that_came_closes_it_whether_or_not_the_agency_said_so() -> None:
    turn = machine.came(asked(), there(at(8, "15:00")), CHASING)
    assert (turn.request.ending, turn.request.answered_at) == (Ending.CAME, at(8, "15:00"))
    said = machine.answered(asked(), there(at(8, "12:00")), CHASING).request
    assert machine.came(said, there(at(9)), CHASING).request.answered_at == at(8, "12:00")


def test_not_theirs_closes_it_and_the_asker_is_told() -> None:
    turn = machine.not_theirs(asked(), there(at(8, "15:00")), CHASING)
    assert (turn.request.ending, turn.tells) == (Ending.NOT_THEIRS, (ASKER,))


def test_what_is_no_longer_needed_is_taken_from_the_agency() -> None:
    turn = machine.not_needed(asked(), there(at(8, "15:00")), CHASING)
    assert (turn.request.ending, turn.tells) == (Ending.NOT_NEEDED, (AGENCY,))


@pytest.mark.parametrize(
    ("do", "refusal"), [(machine.answered, Refusal.ANSWERED), (machine.not_come, Refusal.CHANGED)]
)
def test_what_was_said_before_is_not_said_again(do: machine.Doing, refusal: Refusal) -> None:
    request = asked()
    if do is machine.answered:
        request = machine.answered(request, there(TUESDAY), CHASING).request
    with pytest.raises(RefusedError) as refused:
        do(request, there(TUESDAY), CHASING)
    assert refused.value.refusal is refusal


ACTS = (
    machine.answered,
    machine.not_theirs,
    machine.came,
    machine.not_come,
    machine.not_needed,
    machine.look,
)
MOMENTS = st.integers(0, 60 * 24 * 60).map(
    lambda minutes: TUESDAY.astimezone(UTC) + timedelta(minutes=minutes)
)


@given(st.sampled_from([0, 1, 3, 5, 10]), st.lists(st.tuples(st.sampled_from(ACTS), MOMENTS), max_size=12))
def test_whatever_happens_it_goes_forward_is_never_forgotten_and_ends(
    working_days: int, acts: list[tuple[machine.Doing, datetime]]
) -> None:
    request = asked(TUESDAY, working_days)
    for do, moment in sorted(acts, key=lambda act: act[1]):
        before = request
        try:
            turn = do(before, there(moment), CHASING)
        except RefusedError:
            continue
        request = turn.request
        assert request.version == before.version + (turn.what is not None)
        assert (
            (request.due_at is None) == (request.progress is Progress.CLOSED) == (request.ending is not None)
        )
        assert turn.tells or turn.what is None
        if turn.what and request.due_at:
            assert request.due_at > moment
    turns = looked_at_until(at(31, month=12), request)
    ended = turns[-1][1].request if turns else request
    assert ended.progress is Progress.CLOSED
    days = [moment.date() for moment, _ in turns]
    assert len(days) == len(set(days))
