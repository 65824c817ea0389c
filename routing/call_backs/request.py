"""A request for a call back: where it stands, without a word of who asks or what the case is."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from routing.vocabulary import Provider, Role, Topic

LADDER = (Role.DUTY_OFFICER, Role.SPO, Role.DUTY_SPO)
MANAGERS = len(LADDER)  # the last rung: whoever keeps the area
_WHOLE_AREA = frozenset({Role.DUTY_SPO})


class State(StrEnum):
    """Where a request stands. It only moves down this list, unless it is opened again."""

    WAITING = "waiting"  # for the office to open
    OFFERED = "offered"  # to whoever is on at its rung
    TAKEN = "taken"  # by one person, who has promised to ring by a moment
    CLOSED = "closed"


class HowUrgent(StrEnum):
    """How soon the asker needs somebody; the waiting times go by it."""

    URGENT = "urgent"
    TODAY = "today"
    CAN_WAIT = "can_wait"


class IfShut(StrEnum):
    """What the asker wants where the office shuts before anybody has taken it."""

    PREMISES = "premises"  # to be told the out-of-hours number
    OPENING = "opening"  # to wait for the office to open


class Outcome(StrEnum):
    """How a request ended; the first five are said by whoever took it."""

    HELPED = "helped"
    PASSED_ON = "passed_on"  # to the responsible officer
    RISK_ACCEPTED = "risk_accepted"  # the NPS takes the case over
    RISK_NOT_ACCEPTED = "risk_not_accepted"  # it stays with the CRC
    NOT_NEEDED = "not_needed"
    NOT_REACHED = "not_reached"  # the asker did not answer the call back
    WITHDRAWN = "withdrawn"  # by the asker
    TOLD_TO_RING = "told_to_ring"  # the out-of-hours number, as the office was shut
    UNANSWERED = "unanswered"  # nobody took it


_OF_A_CALL = (Outcome.HELPED, Outcome.PASSED_ON, Outcome.NOT_NEEDED)
_OF_A_RISK = (Outcome.RISK_ACCEPTED, Outcome.RISK_NOT_ACCEPTED, *_OF_A_CALL)


class Because(StrEnum):
    """Why a request moved."""

    NOBODY_TOOK_IT = "nobody_took_it"
    PROMISE_MISSED = "promise_missed"
    OFF_SHIFT = "off_shift"
    TAKER_GONE = "taker_gone"  # whoever had taken it has left, is suspended or of a revoked agency
    NOT_DELIVERED = "not_delivered"  # the message to whoever is on could not be delivered
    THEIR_CASE = "their_case"  # not ours: the other provider has the case
    THEIR_WORK = "their_work"  # not ours: the other provider does this work
    OPENED = "opened"
    SHUT = "shut"
    NOBODY_LEFT = "nobody_left"
    TIME_OVER = "time_over"  # the asker can be reached no longer


NOT_OURS = frozenset({Because.THEIR_CASE, Because.THEIR_WORK})


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One request at one moment. All moments are aware.

    `version` goes up with every change that anybody is told of; a button carries the one it was drawn at.
    `reopened` goes up whenever it is opened again, and only then may the state go back.
    """

    id: int
    area: str
    office: str | None
    provider: Provider
    topic: Topic | None
    urgency: HowUrgent
    if_shut: IfShut
    asked_at: datetime
    until: datetime  # when the asker can be reached no longer
    state: State = State.WAITING
    version: int = 0
    reopened: int = 0
    rung: int = 0
    offered_to: str | None = None  # a person on the rota; None where it is offered to the managers
    step_ends: datetime | None = None  # when the present rung has had its time
    taken_by: str | None = None  # an account
    taker: str | None = None  # who that is on the rota; None for a manager
    promised: datetime | None = None
    moves: int = 0  # across providers
    tries: int = 0  # calls that the asker did not answer
    outcome: Outcome | None = None
    due_at: datetime | None = None  # when to look again; None once it is closed
    reception: str | None = None  # the office at whose desk a caller held; None where whoever asks is rung

    @property
    def is_open(self) -> bool:
        """Whether anything can still happen to it."""
        return self.state is not State.CLOSED


def outcomes_of(topic: Topic | None) -> tuple[Outcome, ...]:
    """What whoever took a request may close it with, by what it is about."""
    return _OF_A_RISK if topic is Topic.RISK_ESCALATION else _OF_A_CALL


def role_on(rung: int) -> Role | None:
    """The post of a rung; None for the managers."""
    return LADDER[rung] if rung < MANAGERS else None


def office_of(role: Role, office: str | None) -> str | None:
    """The office that a post of the ladder is at; None for one that serves the whole area."""
    return None if role in _WHOLE_AREA else office
