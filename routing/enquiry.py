"""What came in: an Enquiry, and what an earlier answer had already settled."""

from dataclasses import dataclass
from datetime import datetime

from routing.vocabulary import Provider, Role, Standing, Topic, Urgency

_SEPARATOR = "|"


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

    def encode(self) -> str:
        """As a short text; the area is left out where the office says it."""
        where = self.office or f"@{self.area}"
        parts = (where, self.topic, self.provider, self.urgency, self.wanted)
        return _SEPARATOR.join((part and _SHORT.get(part, part)) or "" for part in parts)

    @classmethod
    def decode(cls, text: str, area_of_office: "dict[str, str]") -> "FollowUp":
        """Read what `encode` wrote. Raises FollowUpError for anything else."""
        parts = text.split(_SEPARATOR)
        if len(parts) != 5:
            raise FollowUpError("a follow-up has five parts")
        where, topic, provider, urgency, wanted = (_LONG.get(part, part) for part in parts)
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
    id: str | int | None = None
    follow_up: FollowUp | None = None
