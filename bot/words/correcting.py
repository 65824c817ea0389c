"""Putting right what was understood: a question, and the answers that one would choose from as buttons.

The number stays in sight meanwhile: who is correcting has not got a better one yet.
"""

from dataclasses import replace

from bot.words.answer_buttons import fitting
from bot.words.buttons import Action, Press
from bot.words.catalogue import Words
from bot.words.message import Line, LineKind, Message, Text
from bot.words.position import stand_on
from bot.words.topics import likely_instead
from routing.answer import Answer
from routing.enquiry import FollowUp
from routing.snapshot import Snapshot
from routing.vocabulary import Provider, Topic
from routing.where import to_choose_from

_STAYS = frozenset({LineKind.DANGER, LineKind.HEADLINE, LineKind.DETAIL, LineKind.UNDERSTOOD})
_PARTS = {
    Action.PLACES: "button-place",
    Action.PROVIDERS: "button-provider",
    Action.TOPICS: "button-topic",
}
_CHOOSE = {
    Action.PLACES: "correct-place",
    Action.PROVIDERS: "correct-provider",
    Action.TOPICS: "correct-topic",
}
_REPORTS = {Action.NOT_WORKING: "button-not-working", Action.WRONG_PERSON: "button-wrong-person"}
Choices = list[tuple[str, Press]]


def correct(
    words: Words, press: Press, before: FollowUp, answer: Answer, shown: Message, snapshot: Snapshot
) -> Message:
    """What can be put right about the answer shown, or the choices for one part of it."""
    if press.action is Action.CORRECT:
        return _asked(
            words,
            words.say("correct"),
            press,
            shown,
            [*_reports(words, press, answer), *_parts(words, press), _unhelpful(words, press)],
        )
    if press.action is Action.UNHELPFUL:
        safe = _safe_contact(words, before, snapshot)
        return _asked(words, words.say("correct-unhelpful"), press, shown, safe)
    others = {Action.PLACES: _places, Action.PROVIDERS: _providers, Action.TOPICS: _topics}
    choices = [
        (label, Press(Action.ASK, one.encode()))
        for label, one in others[press.action](words, before, snapshot)
    ]
    question = words.say(_CHOOSE[press.action]) if choices else words.say("correct-place-typed")
    return _asked(words, question, press, shown, choices)


def ask_what_is_wrong(words: Words, press: Press, answer: Answer, shown: Message) -> Message:
    """What is wrong with the number shown."""
    return _asked(words, words.say("correct-number"), press, shown, _reports(words, press, answer))


def _asked(words: Words, question: str, press: Press, shown: Message, choices: Choices) -> Message:
    back = Press(Action.NEXT if press.tried else Action.ASK, press.follow_up, press.tried)
    stays = (one for one in shown.lines if one.kind in _STAYS)
    lines = (*stays, Line(LineKind.QUESTION, (Text(question),)))
    return Message(lines, tuple(fitting([*choices, (words.say("button-back"), back)])))


def _reports(words: Words, press: Press, answer: Answer) -> Choices:
    """First the number: who has rung it in vain is in more of a hurry than anybody."""
    number = _number(press, answer)
    if number is None:
        return []
    return [
        (words.say(key), Press.about(number, action, press.follow_up, press.tried))
        for action, key in _REPORTS.items()
    ]


def _number(press: Press, answer: Answer) -> str | None:
    shown = stand_on(answer.steps, press.tried).shown
    return shown.phone if shown else None


def _parts(words: Words, press: Press) -> Choices:
    return [(words.say(key), Press(action, press.follow_up, press.tried)) for action, key in _PARTS.items()]


def _unhelpful(words: Words, press: Press) -> tuple[str, Press]:
    return words.say("button-unhelpful"), Press(Action.UNHELPFUL, press.follow_up, press.tried)


def _safe_contact(words: Words, before: FollowUp, snapshot: Snapshot) -> Choices:
    """Who can help with whatever it was: the NPS duty officer there, or at the office that stands in."""
    office = before.office or snapshot.areas[before.area].fallback_office
    safe = FollowUp(before.area, office, Topic.CONTACT, Provider.NPS)
    return [(words.say("button-safe"), Press(Action.ASK, safe.encode()))]


Others = list[tuple[str, FollowUp]]


def _places(words: Words, before: FollowUp, snapshot: Snapshot) -> Others:
    """The other offices of the area; none where they are too many to read through."""
    offices = to_choose_from(snapshot.offices_of(before.area))
    return [
        (words.in_words(office.name), replace(before, office=office.id))
        for office in offices
        if office.id != before.office
    ]


def _providers(words: Words, before: FollowUp, _: Snapshot) -> Others:
    """The providers that it was not, and that nobody knows. What decided goes with what it decided."""
    others: tuple[Provider | None, ...] = (Provider.NPS, Provider.CRC, None)
    return [
        (
            words.say("button-provider-is", provider=provider or "none"),
            replace(before, provider=provider, ground=None),
        )
        for provider in others
        if provider is not before.provider
    ]


def _topics(words: Words, before: FollowUp, _: Snapshot) -> Others:
    """What it is likely to be about instead. Who leads and which post was wanted go with the topic."""
    fresh = FollowUp(before.area, before.office, urgency=before.urgency)
    return [
        (_with_capital(words.say("topic", topic=topic)), replace(fresh, topic=topic, provider=_stays(before)))
        for topic in likely_instead(before.topic)
    ]


def _stays(before: FollowUp) -> Provider | None:
    """A provider that the asker named holds for another topic too; one that a rule gave does not."""
    return before.provider if before.ground is None else None


def _with_capital(words: str) -> str:
    return words[:1].upper() + words[1:]
