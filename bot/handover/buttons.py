"""What a button under a call back holds: what it does, of which request, and when it was drawn.

`t.12.3.30` takes request 12, as it stood at its third change, and promises to ring within 30 minutes.
"""

from dataclasses import dataclass
from enum import StrEnum

from bot.words.buttons import PressError


class Verb(StrEnum):
    """What pressing does."""

    TAKE = "t"  # or promise another time; with the minutes
    NOT_OURS = "n"  # with why
    NOT_REACHED = "r"
    DONE = "d"  # with the outcome
    SHOW = "s"  # the case reference
    WITHDRAW = "w"


@dataclass(frozen=True, slots=True)
class Tap:
    """A button pressed."""

    verb: Verb
    request: int
    version: int
    more: str = ""

    def encode(self) -> str:
        """As button data."""
        return f"{self.verb}.{self.request}.{self.version}.{self.more}"

    @classmethod
    def decode(cls, data: str) -> "Tap":
        """Read what `encode` wrote. Raises PressError for anything else."""
        try:
            verb, request, version, more = data.split(".")
            return cls(Verb(verb), int(request), int(version), more)
        except ValueError:
            raise PressError("not a button of this service") from None
