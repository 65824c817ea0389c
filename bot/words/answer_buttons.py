"""The buttons under an answer: the choices of a question, the way on, the reasons, what can be put right."""

from collections.abc import Iterable, Iterator

from bot.words.buttons import LONGEST_DATA, Action, Press
from bot.words.catalogue import Words
from bot.words.message import Button
from bot.words.position import Position, in_danger, stand_on
from routing.answer import Answer
from routing.enquiry import Tried
from routing.vocabulary import Kind


def buttons_under(
    words: Words, answer: Answer, position: Position, tried: Tried | None, why: bool
) -> Iterator[Button]:
    """The choices of a question; else the way on and the reasons."""
    if answer.clarify:
        yield from fitting(
            (words.in_words(option.label), Press(Action.ASK, option.follow_up))
            for option in answer.clarify.options
        )
        return
    if not answer.follow_up:
        return
    presses: list[tuple[str, Press]] = []
    if answer.question and not tried and not in_danger(answer):
        presses.extend(
            (words.in_words(one.label), Press(Action.ASK, one.follow_up)) for one in answer.question.options
        )
    if position.after:
        presses.append((words.say("button-next"), Press(Action.NEXT, answer.follow_up, position.tried)))
    elif tried and position.shown != stand_on(answer.steps, None).shown:
        presses.append((words.say("button-top"), Press(Action.ASK, answer.follow_up)))
    if answer.because and not why and not in_danger(answer):
        label = words.say("button-sources" if answer.kind is Kind.EXPLAIN else "button-why")
        presses.append((label, Press(Action.WHY, answer.follow_up, tried)))
    if not in_danger(answer):
        presses.append((words.say("button-correct"), Press(Action.CORRECT, answer.follow_up, tried)))
    yield from fitting(presses)


def card_of(answer: Answer, position: Position, tried: Tried | None) -> str:
    """The data of a button for the contact shown; none in danger, where one is to ring at once."""
    if position.shown is None or not answer.follow_up or in_danger(answer):
        return ""
    buttons = fitting([("", Press(Action.CARD, answer.follow_up, tried))])
    return next((button.data for button in buttons), "")


def fitting(presses: Iterable[tuple[str, Press]]) -> Iterator[Button]:
    """Telegram refuses a whole message for one button that is too long, so that one is left out."""
    for label, press in presses:
        data = press.encode()
        if len(data.encode()) <= LONGEST_DATA:
            yield Button(label, data)
