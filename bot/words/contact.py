"""One contact in words: whom to ring and the number, whom to ask for, when, and whom to ring after."""

from collections.abc import Iterator
from datetime import datetime

from bot.words.catalogue import line, runs, say
from bot.words.message import Line, LineKind, Text
from bot.words.numbers import phone
from bot.words.position import Position
from bot.words.times import say_date, say_hours, say_moment
from routing.answer import Step
from routing.vocabulary import Kind, Role


def say_contact(step: Step, kind: str) -> Iterator[Line]:
    """Whom to ring, with the number; whom to ask for; from when, or until when.

    `kind` is the answer's kind, or "shut" where the office is and the step is for what cannot wait.
    """
    assert step.phone, "a step without a number is not shown as one to ring"
    headline = runs("headline", kind=kind, where=_where(step), phone=phone(step.phone))
    yield Line(LineKind.HEADLINE, (*headline, *_sample_mark(step)))
    if _who(step) != _where(step):
        yield line(LineKind.DETAIL, "ask-for", who=Text(_who(step), strong=True))
    if isinstance(step.when, datetime):
        yield line(LineKind.DETAIL, "opens", moment=say_moment(step.when))
    elif kind is not Kind.EMERGENCY and (hours := step.hours and say_hours(step.hours)):
        yield line(LineKind.DETAIL, "open-now", hours=hours)


def say_next(position: Position, *, can_wait: bool = False) -> Line | None:
    """What to do if the step shown does not answer; None where there is no step to show."""
    if position.shown is None:
        return None
    if position.after is None:
        return line(LineKind.NEXT, "next-none")
    step = position.after
    assert step.phone, "the step after is one with a number"
    opens = runs("next-opens", moment=say_moment(step.when)) if isinstance(step.when, datetime) else ()
    if step.phone == position.shown.phone:
        same = runs("next-same-number", who=_who(step))
        return Line(LineKind.NEXT, (*same, *_sample_mark(step), *opens))
    ring = runs("next-waits" if can_wait else "next-ring", where=_where(step), phone=phone(step.phone))
    ask_for = runs("next-ask-for", who=_who(step)) if _who(step) != _where(step) else ()
    return Line(LineKind.NEXT, (*ring, *_sample_mark(step), *ask_for, *opens))


def say_missing_numbers(position: Position) -> Iterator[Line]:
    """That the directory holds no number for a post, honestly, and what can be done instead."""
    if not position.without_number:
        return
    if position.shown is None:
        first = position.without_number[0]
        yield line(LineKind.HEADLINE, "no-number", who=_post(first))
        yield line(LineKind.DETAIL, "no-number-at-all", who=Text(_who(first), strong=True))
        return
    for step in position.without_number:
        yield line(LineKind.NOTE, "no-number", who=_post(step))
    yield line(LineKind.NOTE, "no-number-ask-next")


def say_out_of_hours(steps: tuple[Step, ...], shown: Step | None) -> Iterator[Line]:
    """The line that is staffed when offices are shut, where it is not the step already shown."""
    for step in steps:
        if step.role is Role.APPROVED_PREMISES and step.phone and step != shown:
            number = phone(step.phone)
            ring = runs("out-of-hours", where=_where(step), phone=number)
            yield Line(LineKind.NEXT, (*ring, *_sample_mark(step)))
            return


def say_checked(step: Step) -> Line:
    """When somebody last made sure of the number."""
    if step.checked_on is None:
        return line(LineKind.NOTE, "never-checked")
    return line(LineKind.NOTE, "last-checked", date=say_date(step.checked_on))


def _where(step: Step) -> str:
    return step.place or _role(step)


def _who(step: Step) -> str:
    post = step.ask_for or _role(step)
    return say("named", name=step.name, post=post) if step.name else post


def _post(step: Step) -> str:
    post = step.ask_for or _role(step)
    return say("post-at", post=post, where=step.place) if step.place else post


def _role(step: Step) -> str:
    return say(f"role-{step.role}", provider=step.provider or "none")


def _sample_mark(step: Step) -> tuple[Text, ...]:
    return (Text(say("sample-mark")),) if step.sample else ()
