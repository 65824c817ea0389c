"""How an answer is said, on every channel: shared wording rules, one step of the ladder at a time.

It is read on a telephone in the middle of the night: the number first, and never more than that
one step needs.
"""

from collections.abc import Iterator

from bot.words.answer_buttons import buttons_under, card_of
from bot.words.catalogue import Words
from bot.words.contact import (
    say_checked,
    say_contact,
    say_missing_numbers,
    say_next,
    say_out_of_hours,
    say_what_cannot_wait,
)
from bot.words.message import Line, LineKind, Message
from bot.words.numbers import phone
from bot.words.position import Position, in_danger, stand_on
from bot.words.programmes import is_sample_shown, say_programmes
from bot.words.reasons import in_words, say_reason
from routing.answer import Answer
from routing.enquiry import Tried
from routing.limits import WITHHELD
from routing.vocabulary import Kind, Role, Topic, Warn

_LINES_UNDER_DANGER = 5  # wording: at most five short lines under "Call 999"
_EMERGENCY_NUMBER = "999"
_DECLINED_BY = {  # what holds for whoever asked
    "disclosure.who_manages": "declined",
    "disclosure.whether_known": "declined",
    "disclosure.by_reference_only": "declined-by-reference-only",
    "disclosure.details": "declined-details",
    "disclosure.register": "declined-register",
}
# Rules that do not say why but what else the asker wants to know: told at once, and not only when asked why.
_TOLD_AT_ONCE = (
    "changed.",
    "case_flow.",
    "risk.for_",
    "place.elsewhere",
    "place.no_unit",
    "place.address",
    "place.no_address",
)


def render(words: Words, answer: Answer, *, tried: Tried | None = None, why: bool = False) -> Message:
    """The answer as lines and buttons: the first step, or the one after the step that was tried.

    `why` adds every reason with its source. Raises nothing for any answer there can be.
    """
    position = stand_on(answer.steps, tried)
    to_say = _to_say(words, answer) if tried is None else ()
    body = [
        *_opening_words(words, answer, position, why),
        *(() if tried else say_programmes(words, answer.programmes, with_source=why)),
        *(to_say if in_danger(answer) else ()),
        *_contact(words, answer, position),
        *(() if in_danger(answer) else to_say),
        *_reasons(words, answer, why),
        *_told_at_once(words, answer, tried, why),
        *_notes(words, answer, position, why),
        *_understood(words, answer),
        *_question(words, answer, tried),
    ]
    if in_danger(answer):
        danger = words.line(LineKind.DANGER, "call-999", phone=phone(_EMERGENCY_NUMBER))
        body = [danger, *(body if why else body[:_LINES_UNDER_DANGER])]
    return Message(
        tuple(body),
        tuple(buttons_under(words, answer, position, tried, why)),
        card_of(answer, position, tried),
    )


def _only_the_premises_answer(answer: Answer, position: Position) -> bool:
    """Out of hours: the Approved Premises come first, but only for what cannot wait."""
    premises = position.shown is not None and position.shown.role is Role.APPROVED_PREMISES
    asked_for = answer.urgent or answer.topic is Topic.APPROVED_PREMISES
    return premises and not answer.open_now and not asked_for


def _opening_words(words: Words, answer: Answer, position: Position, why: bool) -> Iterator[Line]:
    """What comes before the contact: the explanation, the question, or why there is no answer."""
    if position.back_at_top:
        yield words.line(LineKind.ANSWER, "back-at-top")
    elif answer.kind is Kind.EXPLAIN:
        for reason in answer.because:
            yield say_reason(words, LineKind.ANSWER, "reason", reason, with_source=why)
    elif answer.kind is Kind.CLARIFY and answer.clarify:
        yield words.line(LineKind.QUESTION, f"asks-{answer.clarify.asks}")
    elif _at_a_limit(answer):
        yield say_reason(words, LineKind.ANSWER, "reason", answer.because[0], with_source=why)
    elif answer.kind is Kind.DECLINED:
        told = next((_DECLINED_BY[one.rule] for one in answer.because if one.rule in _DECLINED_BY), None)
        yield words.line(LineKind.ANSWER, told or "declined")
    elif _is_unexplained(answer):
        yield say_reason(words, LineKind.ANSWER, "reason", answer.because[0], with_source=why)
    elif answer.kind is Kind.UNKNOWN:
        yield words.line(LineKind.ANSWER, "unknown")


def _to_say(words: Words, answer: Answer) -> tuple[Line, ...]:
    """What reception may read out, on one line: what may be said and what may not."""
    if not answer.say_to_caller:
        return ()
    said = words.sentences(LineKind.SAY, [in_words(words, reason) for reason in answer.say_to_caller])
    return (words.line(LineKind.SAY, "say-to-caller", words=said.runs),)


def _contact(words: Words, answer: Answer, position: Position) -> Iterator[Line]:
    yield from say_missing_numbers(words, position)
    shut = _only_the_premises_answer(answer, position)
    if position.shown:
        yield from say_contact(words, position.shown, "shut" if shut else answer.kind)
    yield from _ways_on(words, answer, position, shut)
    if answer.kind is Kind.UNKNOWN:
        yield words.line(LineKind.NOTE, "what-to-ask")


def _ways_on(words: Words, answer: Answer, position: Position, shut: bool) -> Iterator[Line]:
    """What to do if nobody answers, or until somebody can."""
    until_then = None
    if position.shown and answer.kind is not Kind.EXPLAIN:  # nobody is woken for the meaning of a word
        until_then = say_what_cannot_wait(words, answer.steps, position.shown, urgent=answer.urgent)
    if until_then:
        yield until_then
        if position.after is None or position.after.role is Role.APPROVED_PREMISES:
            return  # said already
    if position.back_at_top and not until_then:
        yield from say_out_of_hours(words, answer.steps, position.shown)
    elif answer.kind not in {Kind.CLARIFY, Kind.EXPLAIN} and (
        after := say_next(words, position, can_wait=shut)
    ):
        yield after


def _reasons(words: Words, answer: Answer, why: bool) -> Iterator[Line]:
    """One line of why, or all of them when asked; an explanation has given them already."""
    if answer.kind is Kind.EXPLAIN:
        return
    if why:
        yield from (
            say_reason(words, LineKind.WHY, "why", reason, with_source=True) for reason in answer.because
        )
    elif _may_say_why(answer):
        yield say_reason(words, LineKind.WHY, "why", answer.because[0], with_source=False)


def _told_at_once(words: Words, answer: Answer, tried: Tried | None, why: bool) -> Iterator[Line]:
    """What changed, which papers are to be chased where, the asker's own part when a risk rises."""
    if why or tried or answer.kind not in {Kind.ROUTE, Kind.CLARIFY} or in_danger(answer):
        return
    for reason in answer.because:
        if reason.rule.startswith(_TOLD_AT_ONCE):
            yield say_reason(words, LineKind.NOTE, "reason", reason, with_source=False)


def _may_say_why(answer: Answer) -> bool:
    """Not where it has been said already, nor where there is danger."""
    said = answer.kind not in {Kind.ROUTE, Kind.DECLINED} or in_danger(answer) or _at_a_limit(answer)
    return bool(answer.because) and not said


def _at_a_limit(answer: Answer) -> bool:
    """Declined for now, to somebody who may know: then what happened is the first thing to say."""
    first = next(iter(answer.because), None)
    return answer.kind is Kind.DECLINED and first is not None and first.rule in WITHHELD


def _is_unexplained(answer: Answer) -> bool:
    """Whether the meaning of a word was asked that no source explains."""
    return answer.kind is Kind.UNKNOWN and [one.rule for one in answer.because[:1]] == ["scope.not_explained"]


def _question(words: Words, answer: Answer, tried: Tried | None) -> Iterator[Line]:
    """What would make the answer more exact; the answer stands without it."""
    if answer.question and not tried and not in_danger(answer):
        yield words.line(LineKind.QUESTION, f"asks-{answer.question.asks}")


def _notes(words: Words, answer: Answer, position: Position, why: bool) -> Iterator[Line]:
    """What the asker should know about the answer itself, one plain line each."""
    warnings = frozenset(answer.warnings)
    if Warn.PERSONAL_DATA in warnings:
        yield words.line(LineKind.NOTE, "personal-data")
    if position.shown and position.shown.sample:
        yield words.line(LineKind.NOTE, "sample")
    elif is_sample_shown(answer.programmes):
        yield words.line(LineKind.NOTE, "programmes-sample")
    if position.shown and (Warn.STALE in warnings or (why and position.shown.checked_on)):
        yield say_checked(words, position.shown)
    if Warn.ASSUMED in warnings:
        yield words.line(LineKind.NOTE, "assumed")
    if Warn.GAP in warnings and not position.without_number:
        yield words.line(LineKind.NOTE, "gap")


def _understood(words: Words, answer: Answer) -> Iterator[Line]:
    """What the answer rests on, in one line, where there is something that could be put right."""
    if answer.kind not in {Kind.ROUTE, Kind.CLARIFY} or in_danger(answer):
        return
    found, urgency = answer.understood, answer.understood.urgency
    nowhere = answer.kind is Kind.ROUTE and answer.office is None
    parts = [
        found.place or (words.say("understood-no-place") if nowhere else None),
        found.provider and words.say("provider", provider=found.provider),
        found.topic and words.say("topic", topic=found.topic),
        found.role and words.say("role-understood", role=found.role),
        urgency and words.say("urgency", urgency=urgency),
    ]
    if any(parts):
        between = words.say("understood-between")
        yield words.line(
            LineKind.UNDERSTOOD, "understood", parts=between.join(part for part in parts if part)
        )
