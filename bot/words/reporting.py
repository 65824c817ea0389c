"""What is said to somebody who has reported a number, and to its keeper."""

from collections.abc import Sequence
from dataclasses import replace

from bot.words.catalogue import Words
from bot.words.message import Line, LineKind, Message, Phone
from bot.words.numbers import phone
from routing.answer import Step
from routing.enquiry import Tried
from routing.vocabulary import Role


def say_reported(words: Words, number: str, meanwhile: Message, *, noted: bool) -> Message:
    """Thanks, and whom to ring meanwhile."""
    said = phone(number).shown  # as words: nobody is to tap it now
    thanks = words.line(LineKind.ANSWER, "reported" if noted else "reported-not-noted", phone=said)
    danger = tuple(one for one in meanwhile.lines if one.kind is LineKind.DANGER)
    rest = tuple(one for one in meanwhile.lines if one not in danger and not _goes_on_with(one, number))
    return replace(meanwhile, lines=(*danger, thanks, *rest))


def _goes_on_with(line: Line, number: str) -> bool:
    """Whether a line sends on to the very number that was reported."""
    rings = (run.e164 for run in line.runs if isinstance(run, Phone))
    return line.kind is LineKind.NEXT and number in rings


def tried_past(steps: Sequence[Step], shown: Step, *, same_number: bool) -> Tried:
    """What has been tried once this step is of no use: with a dead number, every step that rings it.

    Where nobody else is left the number itself is the last way on, and the next step is shown.
    """
    ladder = [step for step in steps if step.phone and step.role is not Role.EMERGENCY_SERVICES]
    after = ladder[ladder.index(shown) + 1 :]
    past = shown
    if not same_number and any(step.phone != shown.phone for step in after):
        for step in after:
            if step.phone != shown.phone:
                break
            past = step
    return Tried(past.role, past.provider)
