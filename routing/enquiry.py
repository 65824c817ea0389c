"""What came in: an Enquiry, and what an earlier answer had already settled."""

import re
from dataclasses import dataclass, field, replace
from datetime import datetime

from routing.codes import long, long_topic, short, short_topic
from routing.snapshot import Snapshot
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
        coded = (short(part) for part in (self.provider, self.urgency, self.wanted))
        text = _SEPARATOR.join((where, short_topic(self.topic), *coded, self.ground or ""))
        # The ground only makes the reasons better: it gives way where a button has no room.
        fits = len(text) <= LONGEST_FOLLOW_UP or self.ground is None
        return text if fits else replace(self, ground=None).encode()

    @classmethod
    def decode(cls, text: str, snapshot: Snapshot) -> "FollowUp":
        """Read what `encode` wrote. Raises FollowUpError for anything else.

        Follow-ups come back from outside, so a place that the directory does not hold is refused.
        """
        parts = text.split(_SEPARATOR)
        if len(parts) != _PARTS or not _GROUND.fullmatch(parts[-1]):
            raise FollowUpError("a follow-up has six parts, the last a word")
        where, topic, *coded, ground = parts
        provider, urgency, wanted = (long(part) for part in coded)
        area, office = _place_in(snapshot, where)
        try:
            return cls(
                area=area,
                office=office,
                topic=Topic(long_topic(topic)) if topic else None,
                provider=Provider(provider) if provider else None,
                urgency=Urgency(urgency) if urgency else None,
                wanted=Role(wanted) if wanted else None,
                ground=ground or None,
            )
        except ValueError as error:
            raise FollowUpError(str(error)) from None


def _place_in(snapshot: Snapshot, where: str) -> tuple[str, str | None]:
    """The area and the office that the first part names."""
    if where.startswith("@"):
        if where[1:] not in snapshot.areas:
            raise FollowUpError(f"no area {where[1:]!r} in the directory")
        return where[1:], None
    office = snapshot.offices.get(where)
    if office is None:
        raise FollowUpError(f"no office {where!r} in the directory")
    return office.area, office.id


@dataclass(frozen=True, slots=True)
class Tried:
    """A step of an earlier answer: the post that was shown, and has been rung without help."""

    role: Role
    provider: Provider | None


@dataclass(frozen=True, slots=True)
class Enquiry:
    """One question by one asker. `at` is aware; `follow_up` is what an earlier answer settled.

    `tried` is the step that was shown last: the one that "no answer" is about.
    """

    text: str
    at: datetime
    area: str
    standing: Standing = Standing.PUBLIC
    office: str | None = None  # the asker's own office
    id: str | int | float | bool | None = None
    follow_up: FollowUp | None = None
    asker: str | None = field(default=None, repr=False)  # tells one from another; never kept but hashed
    tried: Tried | None = None
    account: str | None = None  # the asker's, where they have one: what they look up is counted
    look_ups_a_day: int | None = None  # how many cases that may be, where it is not as anybody's
    channel: str | None = None  # through which they ask, for the audit
    unfinished: bool = False  # it is still being typed: nothing is to be learnt from it
