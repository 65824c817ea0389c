"""What a button means: the same data on every channel, made anew into an answer when pressed.

`n:do:c:TOKEN` shows what comes after the CRC duty officer, `w:::TOKEN` shows why, `a:::TOKEN` asks
with what the token says. TOKEN is a `routing.enquiry.FollowUp`, so nothing has to be kept between
the drawing and the pressing, a restart changes nothing, and the answer is that of the moment.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from routing.enquiry import FollowUp, FollowUpError
from routing.vocabulary import Provider, Role

LONGEST_DATA = 64  # bytes, Telegram's limit
_TRIED_ROLES: dict[Role, str] = {
    Role.EMERGENCY_SERVICES: "es",
    Role.RESPONSIBLE_OFFICER: "ro",
    Role.DUTY_OFFICER: "do",
    Role.SPO: "s",
    Role.DUTY_SPO: "ds",
    Role.APPROVED_PREMISES: "ap",
    Role.RECEPTION: "re",
    Role.LEAD: "l",
    Role.HEAD_OF_LDU: "h",
}
_ROLES = {code: role for role, code in _TRIED_ROLES.items()}
_PROVIDERS = {"n": Provider.NPS, "c": Provider.CRC, "b": Provider.BOTH, "": None}
_PROVIDER_CODES = {provider: code for code, provider in _PROVIDERS.items()}


class Action(StrEnum):
    """What pressing does."""

    NEXT = "n"
    WHY = "w"
    ASK = "a"


class PressError(ValueError):
    """Button data that this version cannot read."""


@dataclass(frozen=True, slots=True)
class Tried:
    """The step that was rung and did not help."""

    role: Role
    provider: Provider | None


@dataclass(frozen=True, slots=True)
class Press:
    """A button pressed: the follow-up it carries (still encoded), and the step just tried."""

    action: Action
    follow_up: str
    tried: Tried | None = None

    def encode(self) -> str:
        """As button data of at most 64 bytes."""
        tried = (
            f"{_TRIED_ROLES[self.tried.role]}:{_PROVIDER_CODES[self.tried.provider]}" if self.tried else ":"
        )
        return f"{self.action}:{tried}:{self.follow_up}"

    @classmethod
    def decode(cls, data: str) -> "Press":
        """Read what `encode` wrote. Raises PressError for anything else."""
        action, _, rest = data.partition(":")
        role, _, rest = rest.partition(":")
        provider, separator, follow_up = rest.partition(":")
        if not separator or provider not in _PROVIDERS or (role and role not in _ROLES):
            raise PressError("not a button of this service")
        try:
            tried = Tried(_ROLES[role], _PROVIDERS[provider]) if role else None
            return cls(Action(action), follow_up, tried)
        except ValueError:
            raise PressError("not a button of this service") from None


def understood(follow_up: str, area_of_office: Mapping[str, str]) -> FollowUp:
    """What a button or a page says was understood. Raises PressError for what this service never wrote.

    Buttons and hidden fields come back from outside, so an area that has no office is refused too.
    """
    try:
        found = FollowUp.decode(follow_up, dict(area_of_office))
    except FollowUpError as error:
        raise PressError(str(error)) from None
    if found.area not in area_of_office.values():
        raise PressError(f"no area {found.area!r} in the directory")
    return found
