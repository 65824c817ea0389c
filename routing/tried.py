"""Steps that have been tried, and those that are left."""

from collections.abc import Sequence

from routing.answer import Step
from routing.enquiry import Tried
from routing.vocabulary import Role


def place_after(steps: Sequence[Step], tried: Tried | None) -> int:
    """How many steps of a ladder lie behind the asker; none where the step tried is not on it.

    Only steps with a number count as tried: a unit without one and the office asked in its stead
    are both the NPS duty officer.
    """
    if tried is None:
        return 0
    places = (
        place
        for place, step in enumerate(steps, 1)
        if step.phone and (step.role, step.provider) == (tried.role, tried.provider)
    )
    return max(places, default=0)


def left_to_try(steps: tuple[Step, ...], tried: Tried | None) -> tuple[Step, ...]:
    """The steps after the one tried, or after the first with a number where none is said.

    All of them where nobody would be left to ring; 999 always stays.
    """
    emergency = tuple(step for step in steps if step.role is Role.EMERGENCY_SERVICES)
    ladder = steps[len(emergency) :]
    if tried is None:
        tried = next((Tried(step.role, step.provider) for step in ladder if step.phone), None)
    left = ladder[place_after(ladder, tried) :]
    return (*emergency, *left) if any(step.phone for step in left) else steps
