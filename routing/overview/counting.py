"""What is counted of an enquiry: by hour, topic, channel and how it ended, and nothing of who asked. Pure.

An enquiry is counted once by each measure, and the counts are never joined: how many there were in each
hour, how many about each topic, so that nobody can read from them what was asked in which hour.
"""

from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from routing.answer import Answer
from routing.enquiry import Enquiry
from routing.hours import LONDON
from routing.moments import day_in_london
from routing.vocabulary import Kind, Standing, Turn


class Ended(StrEnum):
    """How an enquiry ended: by what kind of answer."""

    ANSWERED = "answered"
    CLARIFIED = "clarified"  # one more fact was asked for
    EMERGENCY = "emergency"
    DECLINED = "declined"
    UNKNOWN = "unknown"


_ENDED = {
    Kind.ROUTE: Ended.ANSWERED,
    Kind.EXPLAIN: Ended.ANSWERED,
    Kind.CLARIFY: Ended.CLARIFIED,
    Kind.EMERGENCY: Ended.EMERGENCY,
    Kind.DECLINED: Ended.DECLINED,
    Kind.UNKNOWN: Ended.UNKNOWN,
}
_ASKS = frozenset({Turn.FRESH, Turn.GOES_ON})


class Measure(StrEnum):
    """By what enquiries are counted."""

    HOUR = "hour"
    TOPIC = "topic"
    CHANNEL = "channel"
    ENDED = "ended"


class Where(NamedTuple):
    """What an answer led to; empty where it led to none."""

    area: str
    office: str
    provider: str


class Counted(NamedTuple):
    """All that is counted of one enquiry."""

    day: date  # in London, like the hour
    where: Where
    hour: int
    topic: str
    channel: str
    ended: Ended

    def by(self) -> Iterator[tuple[Measure, str]]:
        """Each measure, and what it is for this one."""
        yield Measure.HOUR, f"{self.hour:02}"
        yield Measure.TOPIC, self.topic
        yield Measure.CHANNEL, self.channel
        yield Measure.ENDED, self.ended


def counted_of(enquiry: Enquiry, answer: Answer, asked_at: datetime) -> Counted | None:
    """What is counted of an enquiry; None where it asks nothing, or whoever keeps the directory tries it.

    `asked_at` (aware) is when it was asked, whatever moment it asks about.
    """
    asks = bool(enquiry.text.strip()) and not enquiry.unfinished and answer.turn in _ASKS
    if not asks or enquiry.standing is Standing.ADMIN:
        return None
    return Counted(
        day=day_in_london(asked_at),
        where=Where(answer.area or "", answer.office or "", answer.provider or ""),
        hour=asked_at.astimezone(LONDON).hour,
        topic=answer.topic or "",
        channel=enquiry.channel or "",
        ended=_ENDED[answer.kind],
    )
