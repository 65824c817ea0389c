"""What a button under a request of any kind holds: what it does, of which, and when it was drawn.

`t.12.3.30` does `t` to request 12, as it stood at its third change, with 30 minutes beside it.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from bot.words.buttons import PressError

Verb = TypeVar("Verb", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Tap(Generic[Verb]):
    """A button pressed."""

    verb: Verb
    request: int
    version: int
    more: str = ""

    def encode(self) -> str:
        """As button data."""
        return f"{self.verb}.{self.request}.{self.version}.{self.more}".rstrip(".")


def tap_of(verbs: type[Verb], data: str) -> Tap[Verb]:
    """Read what `encode` wrote. Raises PressError for anything else."""
    try:
        verb, request, version, *more = data.split(".", 3)
        return Tap(verbs(verb), int(request), int(version), "".join(more))
    except ValueError:
        raise PressError("not a button of this service") from None
