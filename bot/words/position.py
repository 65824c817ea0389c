"""Where on the ladder an asker stands: the step to show now, and the one after it."""

from collections.abc import Sequence
from dataclasses import dataclass

from routing.answer import Answer, Step
from routing.enquiry import Tried
from routing.tried import place_after
from routing.vocabulary import Kind, Role


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

    999 is no step of the ladder.
    """
    ladder = [step for step in steps if step.role is not Role.EMERGENCY_SERVICES]
    start = place_after(ladder, tried)
    left = [step for step in ladder[start:] if step.phone]
    if start and not left:
        return Position(*_first_two(_from_the_first_open(ladder)), back_at_top=True)
    passed = ladder[start : ladder.index(left[0], start)] if left else ladder
    return Position(*_first_two(left), without_number=tuple(passed))


def in_danger(answer: Answer) -> bool:
    """Whether 999 is to be rung first."""
    return answer.kind is Kind.EMERGENCY or any(step.role is Role.EMERGENCY_SERVICES for step in answer.steps)


def led_to(steps: Sequence[Step], shown: Tried | None) -> Tried | None:
    """The step that had been tried when this one was shown; None where it is the first."""
    ladder = [step for step in steps if step.phone and step.role is not Role.EMERGENCY_SERVICES]
    before = ladder[: place_after(ladder, shown)][:-1]
    return Tried(before[-1].role, before[-1].provider) if before else None


def _from_the_first_open(ladder: Sequence[Step]) -> Sequence[Step]:
    """Whoever has tried everybody is sent back to somebody who is there, not to a shut desk."""
    opened = (place for place, step in enumerate(ladder) if step.phone and step.when == "now")
    return ladder[next(opened, 0) :]


def _first_two(steps: Sequence[Step]) -> tuple[Step | None, Step | None]:
    first, second, *_ = [*(step for step in steps if step.phone), None, None]
    return first, second
