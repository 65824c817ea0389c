"""What a button about requests for information holds: what it does, and of what.

`a.12.3` says that request 12, as it stood at its third change, is answered; `n.sample-police.d.5` records
a request anew, a choice at a time.
"""

from dataclasses import dataclass
from enum import StrEnum

from bot.words.buttons import PressError
from bot.words.taps import Tap, tap_of
from routing.information.request import InformationKind
from routing.vocabulary import Provider

PREFIX = "/requests:"  # on every channel


class Verb(StrEnum):
    """What pressing does to a request."""

    SEE = "v"
    ANSWERED = "a"
    NOT_THEIRS = "x"
    CAME = "c"
    NOT_COME = "m"
    NOT_NEEDED = "d"
    SHOW = "s"  # the case reference


_KINDS = {
    "o": InformationKind.OFFENCES,
    "d": InformationKind.DOMESTIC_ABUSE,
    "c": InformationKind.CHILDREN,
    "a": InformationKind.ADULTS,
    "p": InformationKind.COURT_PAPERS,
    "h": InformationKind.ADDRESS,
    "m": InformationKind.HEALTH,
    "y": InformationKind.YOUTH,
    "i": InformationKind.CUSTODY,
}
_LETTERS = {kind: letter for letter, kind in _KINDS.items()}
_NEW = "n"
LIST = "l"


@dataclass(frozen=True, slots=True)
class New:
    """A request on its way to be recorded: what has been chosen so far."""

    agency: str | None = None
    kind: InformationKind | None = None
    working_days: int | None = None
    provider: Provider | None = None

    def encode(self) -> str:
        """As button data."""
        letter = _LETTERS[self.kind] if self.kind else None
        days = None if self.working_days is None else str(self.working_days)
        chosen = (one for one in (_NEW, self.agency, letter, days, self.provider) if one is not None)
        return PREFIX + ".".join(chosen)


def decode(data: str) -> Tap[Verb] | New | None:
    """What a button holds, its prefix taken off; None for the list. Raises PressError."""
    verb, *rest = data.split(".")
    try:
        if verb == LIST:
            return None
        if verb == _NEW and len(rest) <= 4:
            agency, letter, days, provider = (*rest, *[""] * (4 - len(rest)))
            return New(
                agency or None,
                _KINDS[letter] if letter else None,
                int(days) if days else None,
                Provider(provider) if provider else None,
            )
        return tap_of(Verb, data)
    except (ValueError, KeyError):
        raise PressError("not a button of this service") from None
