"""A message to a person before any channel's markup: lines of text and telephone numbers, buttons."""

from dataclasses import dataclass, replace
from enum import StrEnum


class LineKind(StrEnum):
    """What a line is for; a channel may lay each kind out in its own way."""

    DANGER = "danger"  # "Call 999 ...": always the first line of an emergency
    ANSWER = "answer"  # what there is to say: a term explained, why something cannot be told
    HEADLINE = "headline"  # whom to ring, with the number
    ENTRY = "entry"  # a programme or service of the catalogue; details follow
    DETAIL = "detail"  # whom to ask for, hours, when it can be reached
    NEXT = "next"  # what to do if nobody answers
    SAY = "say"  # for reception, to be read out to a caller
    WHY = "why"
    QUESTION = "question"  # a clarifying question
    UNDERSTOOD = "understood"  # "Redditch · CRC · enforcement"
    NOTE = "note"  # warnings, when the number was checked


@dataclass(frozen=True, slots=True)
class Text:
    """A run of words. `english` marks what stands in English in a message of another language."""

    text: str
    strong: bool = False
    english: bool = False


@dataclass(frozen=True, slots=True)
class Phone:
    """A number to ring: `e164` for `tel:` links (or "999"), `shown` in groups for people.

    `international` is the form that telephones make tappable in a chat; empty where there is none.
    """

    e164: str
    shown: str
    international: str = ""

    @property
    def in_chat(self) -> str:
        """The number as a chat shows it: "+44 1562 748375", or "999"."""
        return self.international or self.shown


Run = Text | Phone
Runs = tuple[Run, ...]


def strong(runs: Runs) -> Runs:
    """The runs with their words in bold."""
    return tuple(replace(run, strong=True) if isinstance(run, Text) else run for run in runs)


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a message."""

    kind: LineKind
    runs: Runs


@dataclass(frozen=True, slots=True)
class Button:
    """Something to press. `data` is at most 64 bytes (see buttons.py) and holds no personal data."""

    label: str
    data: str


@dataclass(frozen=True, slots=True)
class Message:
    """What every channel shows, each in its own markup.

    `card` is the data of a button that hands over the contact shown, for channels that can; else empty.
    """

    lines: tuple[Line, ...]
    buttons: tuple[Button, ...] = ()
    card: str = ""

    @property
    def number(self) -> Phone | None:
        """The number to ring, which the headline holds; None where there is none."""
        headlines = (line for line in self.lines if line.kind is LineKind.HEADLINE)
        return next((run for line in headlines for run in line.runs if isinstance(run, Phone)), None)
