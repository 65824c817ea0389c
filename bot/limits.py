"""How often somebody may write before they are asked to slow down: pure reckoning, with its state outside.

It is the leaky bucket that telephone exchanges use (the generic cell rate algorithm). All that is kept
of a person or chat is one moment: until when what they have sent so far is paid for, at one message
in `every` seconds. Whoever is no more than `burst` messages ahead is answered, and words of danger
always are.

Libraries for this take the time from the machine; here it comes from outside, so that a test can wait
an hour in no time.
"""

import math
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from typing import NamedTuple, Protocol

LONGEST_TEXT = 4096  # characters of a message that are read, on every channel
_REMEMBERED = 100_000
_SHORTEST_WAIT = 2  # seconds that anybody is told to wait: no language has one second in the plural


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """Up to `burst` messages at once, and one every so many seconds after that.

    Who goes on for `patience` messages more than that is no longer told, but for once in a while.
    """

    burst: int
    every: float
    patience: int
    enough: int = 0  # held back in a row at which they are shut out; none where it is 0
    shut_out: float = 0.0  # for so many seconds, and so on as long as they go on

    @property
    def ahead(self) -> float:
        """Seconds by which the last message of a burst is ahead of its time."""
        return self.every * (self.burst - 1)


PERSON = Rate(
    burst=20, every=3.0, patience=5, enough=21, shut_out=600.0
)  # no person types twenty in three seconds
PRESS = Rate(burst=60, every=1.0, patience=5)  # of buttons, faster than anybody reads
TYPING = Rate(burst=40, every=0.5, patience=5)  # of inline queries, which come with every letter
GROUP = Rate(burst=20, every=6.0, patience=2)  # Telegram lets a bot say twenty things a minute there
CALLS = Rate(burst=20, every=60.0, patience=5)  # call backs that one account asks for callers at a desk
WEB = Rate(burst=60, every=1.0, patience=5)  # an address that a whole office may share


class Admission(Enum):
    """What is to be done with a message."""

    ANSWER = auto()
    TELL = auto()  # say that it was too much, and when to go on
    KEEP_QUIET = auto()  # told already, and they go on: an answer to each would be a flood of our own


class Verdict(NamedTuple):
    """What to do, and after how many seconds the next message is answered again."""

    admission: Admission
    seconds: int = 0


class Bucket(NamedTuple):
    """What is kept of a person or chat: until when they have paid, and how many were held back since."""

    paid_until: float
    held_back: int = 0


class Buckets(Protocol):
    """Where that is kept: in this process, or for several of them."""

    async def take(self, key: str, rate: Rate, now: float) -> tuple[bool, Bucket]:
        """Whether a message may be answered, and what is kept from now on. In one step."""
        ...

    async def look(self, key: str) -> Bucket | None:
        """What is kept, if anything; nothing is taken."""
        ...


def take_from(bucket: Bucket | None, rate: Rate, now: float) -> tuple[bool, Bucket]:
    """Take one message from a bucket; what is left. Pure."""
    paid_until = max(bucket.paid_until if bucket else now, now)
    if paid_until - now <= rate.ahead:
        return True, Bucket(paid_until + rate.every)
    held_back = (bucket.held_back if bucket else 0) + 1
    if rate.enough and held_back % rate.enough == 0:
        paid_until = now + rate.ahead + rate.shut_out
    return False, Bucket(paid_until, held_back)


def verdict_of(allowed: bool, bucket: Bucket, rate: Rate, now: float) -> Verdict:
    """What a bucket means for the message that was just taken from it. Pure."""
    if allowed:
        return Verdict(Admission.ANSWER)
    seconds = max(_SHORTEST_WAIT, math.ceil(bucket.paid_until - now - rate.ahead))
    # The first is told, and then one of so many: whoever wrote something new is not left in the dark.
    told = bucket.held_back % rate.patience == 1 % rate.patience or bucket.held_back == rate.enough
    return Verdict(Admission.TELL if told else Admission.KEEP_QUIET, seconds)


class BucketsInMemory:
    """For one process. Those who have not written for longest are forgotten first."""

    def __init__(self, most: int = _REMEMBERED) -> None:
        self._buckets: OrderedDict[str, Bucket] = OrderedDict()
        self._most = most

    async def take(self, key: str, rate: Rate, now: float) -> tuple[bool, Bucket]:
        """Take one message."""
        allowed, bucket = take_from(self._buckets.pop(key, None), rate, now)
        self._buckets[key] = bucket
        if len(self._buckets) > self._most:
            self._buckets.popitem(last=False)
        return allowed, bucket

    async def look(self, key: str) -> Bucket | None:
        """What is kept."""
        return self._buckets.get(key)


@dataclass(frozen=True, slots=True)
class Limits:
    """The one place that says whether a message is answered. `key` is a person or a chat of a channel."""

    buckets: Buckets

    async def admit(
        self, key: str, at: datetime, rate: Rate = PERSON, danger: Callable[[], bool] = lambda: False
    ) -> Verdict:
        """What to do with a message that has come in at this moment.

        `danger` is asked only of what would be held back, as it takes reading.
        """
        now = at.timestamp()
        verdict = verdict_of(*await self.buckets.take(key, rate, now), rate, now)
        held_back = verdict.admission is not Admission.ANSWER
        return Verdict(Admission.ANSWER) if held_back and danger() else verdict

    async def shut_out_for(self, key: str, at: datetime, rate: Rate) -> int:
        """For how many seconds more somebody is shut out, whatever they send; 0 where they are not."""
        bucket = await self.buckets.look(key)
        left = bucket.paid_until - at.timestamp() - rate.ahead if bucket else 0.0
        return max(0, math.ceil(left)) if bucket and bucket.held_back else 0
