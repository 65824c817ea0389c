"""Where on the ladder an asker stands: the step to show now, and the one after it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.words.buttons import Tried
from routing.answer import Step
from routing.vocabulary import Role


@dataclass(frozen=True, slots=True)
class Position:
    """The step to ring now, the next one with a number, and the posts passed over for want of one.

    `back_at_top` is true where the last step has been tried and the ladder begins anew, at the
    first step that can be reached now. `shown`
    is None where no step of the answer has a number.
    """

    shown: Step | None
    after: Step | None
    without_number: tuple[Step, ...] = ()
    back_at_top: bool = False

    @property
    def tried(self) -> Tried | None:
        """What will have been tried once the shown step has not helped."""
        return Tried(self.shown.role, self.shown.provider) if self.shown else None


def stand_on(steps: Sequence[Step], tried: Tried | None) -> Position:
    """The place after the step tried; the first one where none was tried or it is on no step.

    Only steps with a number count as tried: a unit without one and the office asked in its stead
    are both the NPS duty officer. 999 is no step of the ladder.
    """
    ladder = [step for step in steps if step.role is not Role.EMERGENCY_SERVICES]
    start = _after(ladder, tried)
    left = [step for step in ladder[start:] if step.phone]
    if start and not left:
        return Position(*_first_two(_from_the_first_open(ladder)), back_at_top=True)
    passed = ladder[start : ladder.index(left[0], start)] if left else ladder
    return Position(*_first_two(left), without_number=tuple(passed))


def _after(ladder: Sequence[Step], tried: Tried | None) -> int:
    if tried is None:
        return 0
    places = (
        place
        for place, step in enumerate(ladder, 1)
        if step.phone and (step.role, step.provider) == (tried.role, tried.provider)
    )
    return max(places, default=0)


def _from_the_first_open(ladder: Sequence[Step]) -> Sequence[Step]:
    """Whoever has tried everybody is sent back to somebody who is there, not to a shut desk."""
    opened = (place for place, step in enumerate(ladder) if step.phone and step.when == "now")
    return ladder[next(opened, 0) :]


def _first_two(steps: Sequence[Step]) -> tuple[Step | None, Step | None]:
    first, second, *_ = [*(step for step in steps if step.phone), None, None]
    return first, second
