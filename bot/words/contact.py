"""One contact in words: whom to ring and the number, whom to ask for, when, and whom to ring after."""

from collections.abc import Iterator
from datetime import datetime

from bot.words.catalogue import Words
from bot.words.message import Line, LineKind, Runs, Text, strong
from bot.words.numbers import phone
from bot.words.position import Position
from bot.words.times import say_date, say_hours, say_moment
from routing.answer import Step
from routing.vocabulary import Kind, Role


def say_contact(words: Words, step: Step, kind: str) -> Iterator[Line]:
    """Whom to ring, with the number; whom to ask for; from when, or until when.

    `kind` is the answer's kind, or "shut" where the office is and the step is for what cannot wait.
    """
    assert step.phone, "a step without a number is not shown as one to ring"
    where, number = _where(words, step), phone(step.phone)
    if isinstance(step.when, datetime):
        headline = words.runs(
            "headline-shut", kind=kind, moment=say_moment(words, step.when), where=where, phone=number
        )
    else:
        headline = words.runs("headline", kind=kind, where=where, phone=number)
    yield Line(LineKind.HEADLINE, (*headline, *_sample_mark(words, step)))
    if _who(words, step) != _where(words, step):
        yield words.line(LineKind.DETAIL, "ask-for", who=strong(_who(words, step)))
    if isinstance(step.when, datetime) or kind is Kind.EMERGENCY:
        return
    if hours := step.hours and say_hours(words, step.hours):
        yield words.line(LineKind.DETAIL, "open-now", hours=hours)


def say_next(words: Words, position: Position, *, can_wait: bool = False) -> Line | None:
    """What to do if the step shown does not answer; None where there is no step to show."""
    shown, step = position.shown, position.after
    if shown is None:
        return None
    if step is None:
        return words.line(LineKind.NEXT, "next-none-then" if _is_shut(shown) else "next-none")
    assert step.phone, "the step after is one with a number"
    # A step that opens with the one shown needs no moment of its own.
    moment = (
        say_moment(words, step.when) if isinstance(step.when, datetime) and step.when != shown.when else ""
    )
    opens = words.runs("next-opens", moment=moment) if moment else ()
    if step.phone == shown.phone:
        same = words.runs("next-same-number", shown=_shut_or_open(shown), who=_who(words, step))
        return Line(LineKind.NEXT, (*same, *_sample_mark(words, step), *opens))
    ask_for = (
        words.runs("next-ask-for", who=_who(words, step)) if _who(words, step) != _where(words, step) else ()
    )
    where, number = _where(words, step), phone(step.phone)
    if can_wait:
        ring = words.runs("next-waits", where=where, phone=number)
    elif moment:
        # A shut office is never said as one to ring now.
        ring, opens = words.runs("next-when-open", moment=moment, where=where, phone=number), ()
    else:
        ring = words.runs("next-ring", shown=_shut_or_open(shown), where=where, phone=number)
    return Line(LineKind.NEXT, (*ring, *_sample_mark(words, step), *ask_for, *opens))


def say_missing_numbers(words: Words, position: Position) -> Iterator[Line]:
    """That the directory holds no number for a post, honestly, and what can be done instead."""
    if not position.without_number:
        return
    if position.shown is None:
        # Whoever finds an office's number by themselves finds no Approved Premises behind it.
        at_an_office = [one for one in position.without_number if one.role is not Role.APPROVED_PREMISES]
        first = (at_an_office or position.without_number)[0]
        yield words.line(LineKind.HEADLINE, "no-number", who=_post(words, first))
        yield words.line(LineKind.DETAIL, "no-number-at-all", who=strong(_who(words, first)))
        return
    for step in position.without_number:
        yield words.line(LineKind.NOTE, "no-number", who=_post(words, step))
    yield words.line(LineKind.NOTE, "no-number-ask-next")


def say_out_of_hours(words: Words, steps: tuple[Step, ...], shown: Step | None) -> Iterator[Line]:
    """The line that is staffed when offices are shut, where it is not the step already shown."""
    for step in steps:
        if step.role is Role.APPROVED_PREMISES and step.phone and step != shown:
            number = phone(step.phone)
            ring = words.runs("out-of-hours", where=_where(words, step), phone=number)
            yield Line(LineKind.NEXT, (*ring, *_sample_mark(words, step)))
            return


def say_what_cannot_wait(words: Words, steps: tuple[Step, ...], shown: Step, *, urgent: bool) -> Line | None:
    """Whom to ring until the step shown opens: the line staffed now; None where there is none."""
    if not _is_shut(shown):
        return None
    for step in steps:
        if step.role is Role.APPROVED_PREMISES and step.phone and not _is_shut(step):
            number = phone(step.phone)
            ring = words.runs(
                "cannot-wait", urgent="yes" if urgent else "no", where=_where(words, step), phone=number
            )
            return Line(LineKind.NEXT, (*ring, *_sample_mark(words, step)))
    return None


def say_checked(words: Words, step: Step) -> Line:
    """When somebody last made sure of the number."""
    if step.checked_on is None:
        return words.line(LineKind.NOTE, "never-checked")
    return words.line(LineKind.NOTE, "last-checked", date=say_date(words, step.checked_on))


def who_and_where(words: Words, step: Step) -> str:
    """A contact in one line, for an address book: "Redditch probation office: NPS duty officer"."""
    where, who = _in_one(_where(words, step)), _in_one(_who(words, step))
    name = where if who == where else f"{where}: {who}"
    return f"{name}{words.say('sample-mark')}" if step.sample else name


def _in_one(runs: Runs) -> str:
    return "".join(run.text for run in runs if isinstance(run, Text))


def _where(words: Words, step: Step) -> Runs:
    return words.held(step.place) if step.place else _role(words, step)


def _is_shut(step: Step) -> bool:
    return isinstance(step.when, datetime)


def _shut_or_open(step: Step) -> str:
    return "shut" if _is_shut(step) else "open"


def _who(words: Words, step: Step) -> Runs:
    # Some directories write the officer's name as whom to ask for as well: it is said once.
    ask_for = None if step.name and step.ask_for == step.name else step.ask_for
    who = words.held(ask_for) if ask_for else _role(words, step)
    if step.name:
        who = words.runs("named", name=step.name, post=who)
    return words.runs("with-extension", who=who, extension=step.extension) if step.extension else who


def _post(words: Words, step: Step) -> Runs:
    post = words.held(step.ask_for) if step.ask_for else _role(words, step)
    return words.runs("post-at", post=post, where=words.held(step.place)) if step.place else post


def _role(words: Words, step: Step) -> Runs:
    return (Text(words.say(f"role-{step.role}", provider=step.provider or "none")),)


def _sample_mark(words: Words, step: Step) -> tuple[Text, ...]:
    return (Text(words.say("sample-mark")),) if step.sample else ()
