"""Reading a message back, for tests."""

from bot.words.buttons import Press
from bot.words.message import LineKind, Message, Phone, Runs, Text
from bot.words.painters import line_to_plain
from routing.answer import Step
from routing.enquiry import Tried


def text_of(runs: Runs) -> str:
    """The runs as plain text."""
    return "".join(run.shown if isinstance(run, Phone) else run.text for run in runs)


def own_words(message: Message) -> list[str]:
    """What a message says in its own language, a line each: without numbers and what is marked English."""
    lines = (
        "".join(run.text for run in line.runs if isinstance(run, Text) and not run.english)
        for line in message.lines
    )
    return [*lines, *(button.label for button in message.buttons)]


def tried(step: Step) -> Tried:
    """That this step was tried."""
    return Tried(step.role, step.provider)


def presses(message: Message) -> list[Press]:
    """What the buttons of a message do."""
    return [Press.decode(button.data) for button in message.buttons]


def notes(message: Message) -> list[str]:
    return [line_to_plain(line) for line in message.lines if line.kind is LineKind.NOTE]
