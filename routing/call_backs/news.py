"""What a turn of a request has to say, and to whom; what goes into its history; why an act is refused."""

from dataclasses import dataclass
from enum import StrEnum

from routing.call_backs.request import Because, Outcome, Request
from routing.vocabulary import Provider, Role


class To(StrEnum):
    """Who is told."""

    ASKER = "asker"
    PERSON = "person"  # somebody on the rota
    TAKER = "taker"  # whoever took it, by their account
    GROUP = "group"  # the duty group of the provider's office
    MANAGERS = "managers"  # whoever keeps the area


class Said(StrEnum):
    """What is said."""

    # to the asker
    OFFERED = "offered"  # with whom it is now, and why it went there
    TAKEN = "taken"  # and by when they will be rung
    PROMISED = "promised"  # another time
    WAITS = "waits"  # for the office to open
    NOT_REACHED = "not_reached"  # you did not answer
    RING = "ring"  # whom to ring now
    CLOSED = "closed"
    # to staff
    OFFER = "offer"
    SUMMARY = "summary"  # of what a shift takes over
    YOURS = "yours"  # how to reach the asker
    REMINDER = "reminder"  # of your promise
    MISSED = "missed"  # your promise
    HANDED_ON = "handed_on"  # you are off shift
    TAKER_GONE = "taker_gone"  # your account can do nothing any longer
    WITHDRAWN = "withdrawn"
    UNANSWERED = "unanswered"
    OVER = "over"  # in place of a message whose buttons something has overtaken
    SHIFT = "shift"  # yours begins soon
    OVERDUE = "overdue"  # something is late, and ought not to be


class Noted(StrEnum):
    """What the history of a request holds."""

    ASKED = "asked"
    OFFERED = "offered"
    NOBODY_ON = "nobody_on"
    UNANSWERED = "unanswered"
    TAKEN = "taken"
    PROMISED = "promised"
    PROMISE_MISSED = "promise_missed"
    TAKER_GONE = "taker_gone"  # left, suspended, or of a revoked agency
    MOVED = "moved"  # to the other provider
    NOT_REACHED = "not_reached"
    WAITS = "waits"
    CLOSED = "closed"


class Refusal(StrEnum):
    """Why an act comes to nothing."""

    CLOSED = "closed"
    TAKEN = "taken"  # by somebody else
    NOT_ON = "not_on"  # only somebody who is on may take it
    NOT_YOURS = "not_yours"  # only whoever took it may say that
    CHANGED = "changed"  # it has moved on since the button was drawn
    UNKNOWN = "unknown"  # there is no such request


class RefusedError(Exception):
    """An act that comes to nothing; nothing was changed."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal)
        self.refusal = refusal


@dataclass(frozen=True, slots=True)
class News:
    """Something to be said: to a person of the rota or an account where `to` does not say whom."""

    to: To
    said: Said
    because: Because | None = None
    person: str | None = None
    account: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A line of the history: what, at which post (None: the managers), of which provider."""

    what: Noted
    role: Role | None
    provider: Provider
    because: Because | None = None
    person: str | None = None
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class By:
    """Whoever acts: their account, who that is on the rota, and whether they manage the area."""

    account: str
    person: str | None = None
    manages: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """The request after something happened, what has to be said, and what goes into its history."""

    request: Request
    news: tuple[News, ...] = ()
    notes: tuple[Note, ...] = ()
