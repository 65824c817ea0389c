"""A request for information to another agency: of what kind, of whom, by when. Nobody is named in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from routing.vocabulary import Provider, Role


class InformationKind(StrEnum):
    """What is asked for. There is no other way of saying it: a free text would say something of a person."""

    OFFENCES = "offences"  # and intelligence
    DOMESTIC_ABUSE = "domestic_abuse"  # what the police were called to
    CHILDREN = "children"  # what is known to children's social care
    ADULTS = "adults"  # what is known to adult social care
    COURT_PAPERS = "court_papers"
    ADDRESS = "address"  # whether somebody can live there
    HEALTH = "health"
    YOUTH = "youth"  # the records of a youth offending team
    CUSTODY = "custody"  # the records of a prison


_OF_AGENCIES: Mapping[str, tuple[InformationKind, ...]] = {
    "police": (InformationKind.DOMESTIC_ABUSE, InformationKind.OFFENCES, InformationKind.ADDRESS),
    "council": (InformationKind.CHILDREN, InformationKind.ADULTS, InformationKind.ADDRESS),
    "court": (InformationKind.COURT_PAPERS,),
    "prison": (InformationKind.CUSTODY,),
    "health": (InformationKind.HEALTH,),
    "housing": (InformationKind.ADDRESS,),
    "youth_offending": (InformationKind.YOUTH, InformationKind.CHILDREN),
    "other": tuple(InformationKind),
}
ASKED_AGENCIES = tuple(_OF_AGENCIES)
ASKING_POSTS = (
    Role.RESPONSIBLE_OFFICER,
    Role.DUTY_OFFICER,
    Role.SPO,
    Role.DUTY_SPO,
    Role.LEAD,
    Role.HEAD_OF_LDU,
)
WORKING_DAYS = (0, 1, 3, 5, 10)  # how long an agency can be given; none: until its day's end


class Progress(StrEnum):
    """Where a request stands. It only moves down this list, unless it is opened again."""

    ASKED = "asked"
    ANSWERED = "answered"  # the agency says so; the asker is to say whether it has come
    CLOSED = "closed"


class Ending(StrEnum):
    """How a request ended."""

    CAME = "came"
    ANSWERED = "answered"  # the agency says so, and the asker has not said otherwise
    NOT_THEIRS = "not_theirs"  # the agency says that it is to be asked of somebody else
    NOT_NEEDED = "not_needed"
    UNANSWERED = "unanswered"


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationRequest:
    """One request at one moment. All moments are aware.

    `version` goes up with every change; a button carries the one that it was drawn at.
    """

    id: int
    area: str
    office: str | None  # that asks
    provider: Provider
    post: Role
    kind: InformationKind
    agency: str
    asked_at: datetime
    wanted_by: datetime
    progress: Progress = Progress.ASKED
    version: int = 0
    chased: int = 0  # how often the agency has been reminded
    answered_at: datetime | None = None
    ending: Ending | None = None
    due_at: datetime | None = None  # when to look again; None once it is closed

    @property
    def is_open(self) -> bool:
        """Whether anything can still happen to it."""
        return self.progress is not Progress.CLOSED

    def is_overdue(self, at: datetime) -> bool:
        """Whether the reply ought to have come, and the agency has not answered."""
        return self.progress is Progress.ASKED and self.wanted_by <= at


def kinds_asked_of(agency_kind: str) -> tuple[InformationKind, ...]:
    """What an agency of this kind is asked for; nothing of probation itself."""
    return _OF_AGENCIES.get(agency_kind, ())
