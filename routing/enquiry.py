"""What came in: an Enquiry, and what an earlier answer had already settled."""

import re
from dataclasses import dataclass, replace
from datetime import datetime

from routing.vocabulary import Provider, Role, Standing, Topic, Urgency

_SEPARATOR = "|"
_PARTS = 6
_GROUND = re.compile(r"[a-z0-9_]*")
LONGEST_FOLLOW_UP = 57  # bytes: a Telegram button holds 64, and its own prefix takes up to seven


class FollowUpError(ValueError):
    """A follow-up that this version cannot read: drawn by another version, or made up."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What is understood of an enquiry so far, without a word of its text and nothing of a case.

    Short enough for a Telegram button (64 bytes with the button's own prefix), so that asking on
    ("no answer, who next?") needs nothing to be kept and works after a restart. Each answer is
    made anew from it, at the time of asking.
    """

    area: str
    office: str | None = None
    topic: Topic | None = None
    provider: Provider | None = None
    urgency: Urgency | None = None
    wanted: Role | None = None
    ground: str | None = None  # what decided: an Ask, a term, or an ownership rule without its prefix

    def encode(self) -> str:
        """As a short text; the area is left out where the office says it."""
        where = self.office or f"@{self.area}"
        coded = (_SHORT[part] if part else "" for part in (self.provider, self.urgency, self.wanted))
        text = _SEPARATOR.join((where, self.topic or "", *coded, self.ground or ""))
        # The ground only makes the reasons better: it gives way where a button has no room.
        fits = len(text) <= LONGEST_FOLLOW_UP or self.ground is None
        return text if fits else replace(self, ground=None).encode()

    @classmethod
    def decode(cls, text: str, area_of_office: "dict[str, str]") -> "FollowUp":
        """Read what `encode` wrote. Raises FollowUpError for anything else."""
        parts = text.split(_SEPARATOR)
        if len(parts) != _PARTS or not _GROUND.fullmatch(parts[-1]):
            raise FollowUpError("a follow-up has six parts, the last a word")
        where, topic, *coded, ground = parts
        provider, urgency, wanted = (_LONG.get(part, part) for part in coded)
        office = None if where.startswith("@") else where
        area = where[1:] if office is None else area_of_office.get(where)
        if area is None:
            raise FollowUpError(f"no office {where!r} in the directory")
        try:
            return cls(
                area=area,
                office=office,
                topic=Topic(topic) if topic else None,
                provider=Provider(provider) if provider else None,
                urgency=Urgency(urgency) if urgency else None,
                wanted=Role(wanted) if wanted else None,
                ground=ground or None,
            )
        except ValueError as error:
            raise FollowUpError(str(error)) from None


_SHORT: dict[str, str] = {
    Provider.NPS: "n",
    Provider.CRC: "c",
    Provider.BOTH: "b",
    Urgency.EMERGENCY: "e",
    Urgency.URGENT: "u",
    Urgency.CAN_WAIT: "w",
    Role.DUTY_OFFICER: "do",
    Role.SPO: "s",
    Role.DUTY_SPO: "ds",
    Role.APPROVED_PREMISES: "ap",
    Role.RESPONSIBLE_OFFICER: "ro",
    Role.RECEPTION: "re",
    Role.LEAD: "l",
    Role.HEAD_OF_LDU: "h",
    Role.EMERGENCY_SERVICES: "es",
}
_LONG = {short: long for long, short in _SHORT.items()}


@dataclass(frozen=True, slots=True)
class Enquiry:
    """One question by one asker. `at` is aware; `follow_up` is what an earlier answer settled."""

    text: str
    at: datetime
    area: str
    standing: Standing = Standing.PUBLIC
    office: str | None = None  # the asker's own office
    id: str | int | float | bool | None = None
    follow_up: FollowUp | None = None
    asker: str | None = None  # a key, the same for each enquiry of one asker, that says nothing of them
