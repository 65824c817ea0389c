"""What a message or a press leads to: a reply, and where the conversation stands then."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.words.message import Message

FORGOTTEN_AFTER = timedelta(minutes=30)
_CLOCKS_DIFFER = timedelta(minutes=1)  # between processes; and a moment is kept in whole seconds
_LONGEST_MOMENT = 11  # digits of seconds since 1970


@dataclass(frozen=True, slots=True)
class Before:
    """Where a conversation stands: what "no answer" would press now, and since when (aware).

    All of a conversation that is ever kept: not a word of what was said.
    """

    token: str
    at: datetime

    def holds(self, now: datetime) -> bool:
        """Whether it is not forgotten yet."""
        return self.at - _CLOCKS_DIFFER <= now <= self.at + FORGOTTEN_AFTER

    def encode(self) -> str:
        """As one word, for a page to carry."""
        return f"{int(self.at.timestamp())}.{self.token}"

    @classmethod
    def decode(cls, word: str) -> "Before | None":
        """Read what `encode` wrote; None for anything else. A page may be made up: so is its token, then,
        and whoever made it up learns what pressing a button would tell them."""
        moment, dot, token = word.partition(".")
        if not (dot and moment.isascii() and moment.isdigit() and len(moment) <= _LONGEST_MOMENT):
            return None
        return cls(token, datetime.fromtimestamp(int(moment), UTC))


@dataclass(frozen=True, slots=True)
class Reply:
    """What to show, and where the conversation stands then; None where it stands as it did or is over."""

    message: Message
    before: Before | None = None
    forget: bool = False
    more_to_tell: bool = False  # to those who may know
