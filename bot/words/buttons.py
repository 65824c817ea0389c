"""What a button means: the same data on every channel, made anew into an answer when pressed.

`n:do:c:TOKEN` shows what comes after the CRC duty officer, `w:::TOKEN` shows why, `a:::TOKEN` asks
with what the token says, `x3591:do:c:TOKEN` says that the number after the CRC duty officer's, which
ends in 3591, does not work. TOKEN is a `routing.enquiry.FollowUp`, so nothing has to be kept between
the drawing and the pressing, a restart changes nothing, and the answer is that of the moment.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from routing.codes import long, short
from routing.enquiry import Tried
from routing.vocabulary import Provider, Role

LONGEST_DATA = 64  # bytes, Telegram's limit
_CHECKED_DIGITS = 4
_ACTION = re.compile(rf"([a-z])([0-9]{{0,{_CHECKED_DIGITS}}})")


class Action(StrEnum):
    """What pressing does."""

    NEXT = "n"
    WHY = "w"
    ASK = "a"
    CORRECT = "c"  # what can be put right
    PLACES = "p"  # the places to choose from
    PROVIDERS = "v"
    TOPICS = "t"
    NOT_WORKING = "x"
    WRONG_PERSON = "y"
    UNHELPFUL = "h"
    CARD = "d"  # the contact shown, to be saved
    CALL_BACK = "b"  # `check` is how soon, once that is chosen


class PressError(ValueError):
    """Button data that this version cannot read."""


@dataclass(frozen=True, slots=True)
class Press:
    """A button pressed: the follow-up it carries (still encoded), and the step just tried.

    `check` is the end of the number that it is about: by the time it is pressed, the directory may
    give another, which nobody complained of.
    """

    action: Action
    follow_up: str
    tried: Tried | None = None
    check: str = ""

    @classmethod
    def about(cls, number: str, action: Action, follow_up: str, tried: Tried | None) -> "Press":
        """A press that says something of a number."""
        return cls(action, follow_up, tried, number[-_CHECKED_DIGITS:])

    def encode(self) -> str:
        """As button data of at most 64 bytes."""
        tried = f"{short(self.tried.role)}:{short(self.tried.provider)}" if self.tried else ":"
        return f"{self.action}{self.check}:{tried}:{self.follow_up}"

    @classmethod
    def decode(cls, data: str) -> "Press":
        """Read what `encode` wrote. Raises PressError for anything else."""
        try:
            said, role, provider, follow_up = data.split(":", 3)
            action = _ACTION.fullmatch(said)
            if action is None:
                raise ValueError(said)
            return cls(Action(action[1]), follow_up, _tried(role, provider), action[2])
        except ValueError:
            raise PressError("not a button of this service") from None


def _tried(role: str, provider: str) -> Tried | None:
    """The step that was tried. Raises ValueError for codes that there are not."""
    post = Provider(long(provider)) if provider else None
    return Tried(Role(long(role)), post) if role else None
