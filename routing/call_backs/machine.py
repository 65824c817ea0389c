"""What becomes of a request when it is asked, when somebody acts, and when time has passed. Pure.

Each function takes the request as it stands and gives it as it stands then, with who is to be told and
what goes into its history. Nothing is kept between two of them: who is on, and whether the office is
open, is looked at anew each time. A step that nobody is on is passed over at once, and each way on goes
up the ladder, so every request ends; the asker's own time, `until`, ends it at the latest.
"""

from datetime import datetime, timedelta

from routing.call_backs.course import Course, Waits
from routing.call_backs.news import By, News, Noted, Refusal, RefusedError, Said, To, Turn
from routing.call_backs.request import MANAGERS, NOT_OURS, Because, Outcome, Request, State
from routing.call_backs.staffing import Staffing
from routing.policy.policy import WaitingStep


def ask(request: Request, there: Staffing, waits: Waits) -> Turn:
    """A new request: offered at once, or put by until the office opens, as the asker chose."""
    course = Course(request, there, waits)
    course.note(Noted.ASKED)
    if there.is_open(request):
        course.climb_from(request.rung, None)
    else:
        course.shut()
    return course.turn()


def look(request: Request, there: Staffing, waits: Waits) -> Turn:
    """What time has brought about; the request as it is where nothing is due."""
    if not request.is_open or request.due_at is None or there.at < request.due_at:
        return Turn(request)
    course = Course(request, there, waits)
    if there.at >= request.until:
        course.give_up(Because.TIME_OVER)
    elif request.state is State.WAITING:
        if there.is_open(request):
            course.climb_from(request.rung, Because.OPENED)
    elif request.state is State.TAKEN:
        course.look_at_promise()
    else:
        course.look_at_offer()
    return course.turn()


def take(request: Request, by: By, minutes: int, there: Staffing, waits: Waits) -> Turn:
    """Somebody takes it, or promises anew, and is to ring within so many minutes. Raises RefusedError."""
    mine = request.state is State.TAKEN and request.taken_by == by.account
    if not mine:
        _check_offered(request, by, there)
    course = Course(request, there, waits)
    course.take(by, timedelta(minutes=minutes))
    return course.turn()


def is_running_out(request: Request, at: datetime, waits: Waits) -> bool:
    """Whether a promise is so nearly over that whoever made it is reminded of it."""
    if request.state is not State.TAKEN or request.promised is None:
        return False
    before = waits[WaitingStep.REMINDER].of(request.urgency)
    return timedelta() < request.promised - at <= before


def not_ours(request: Request, by: By, why: Because, there: Staffing, waits: Waits) -> Turn:
    """It is the other provider's: offered there, with its clock running on. Raises RefusedError.

    Moved a second time it goes up as well, to be settled by the NPS, which has the last word.
    """
    assert why in NOT_OURS, why
    if request.state is State.TAKEN:
        _check_taken(request, by)
    else:
        _check_offered(request, by, there)
    course = Course(request, there, waits)
    course.move_across(why)
    return course.turn()


def not_reached(request: Request, by: By, there: Staffing, waits: Waits) -> Turn:
    """The asker did not answer: told so, and rung once more. Raises RefusedError."""
    _check_taken(request, by)
    course = Course(request, there, waits)
    course.could_not_reach()
    return course.turn()


def done(request: Request, by: By, outcome: Outcome, there: Staffing, waits: Waits) -> Turn:
    """Whoever took it says how it ended. Raises RefusedError."""
    _check_taken(request, by)
    course = Course(request, there, waits)
    course.close(outcome, News(To.ASKER, Said.CLOSED))
    return course.turn()


def withdraw(request: Request, there: Staffing, waits: Waits) -> Turn:
    """The asker needs it no longer. Raises RefusedError."""
    if not request.is_open:
        raise RefusedError(Refusal.CLOSED)
    course = Course(request, there, waits)
    told = [News(To.ASKER, Said.CLOSED)]
    if request.taken_by:
        told.append(News(To.TAKER, Said.WITHDRAWN, account=request.taken_by))
    course.close(Outcome.WITHDRAWN, *told)
    return course.turn()


def taker_gone(request: Request, there: Staffing, waits: Waits) -> Turn:
    """Whoever has taken it has left, is suspended or of a revoked agency: it is open again at once."""
    if request.state is not State.TAKEN:
        return Turn(request)
    course = Course(request, there, waits)
    if there.at >= request.until:
        course.give_up(Because.TIME_OVER)
    else:
        course.lose_taker()
    return course.turn()


def not_delivered(request: Request, person: str, there: Staffing, waits: Waits) -> Turn:
    """The offer could not be brought to whoever it was made to; the next has it at once."""
    if request.state is not State.OFFERED or request.offered_to != person:
        return Turn(request)
    course = Course(request, there, waits)
    course.climb_from(request.rung + 1, Because.NOT_DELIVERED)
    return course.turn()


def _check_offered(request: Request, by: By, there: Staffing) -> None:
    """Only somebody who is on now, or at the end of the ladder a manager, may take it."""
    if not request.is_open:
        raise RefusedError(Refusal.CLOSED)
    if request.state is State.TAKEN:
        raise RefusedError(Refusal.TAKEN)
    manager = by.manages and request.rung == MANAGERS
    if request.state is not State.OFFERED or not (manager or by.person in there.on_the_ladder(request)):
        raise RefusedError(Refusal.NOT_ON)


def _check_taken(request: Request, by: By) -> None:
    if not request.is_open:
        raise RefusedError(Refusal.CLOSED)
    if request.state is not State.TAKEN or request.taken_by != by.account:
        raise RefusedError(Refusal.NOT_YOURS)
