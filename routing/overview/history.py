"""What figures are made of: requests with what happened to them, without whose they are. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from routing.call_backs.news import Noted
from routing.call_backs.request import Because, Outcome, State
from routing.information.request import Ending, InformationKind, Progress
from routing.vocabulary import Provider, Role, Topic

_NONE = timedelta()


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a request for a call back, and at which post (None: the managers)."""

    what: Noted
    at: datetime  # aware
    role: Role | None
    provider: Provider
    because: Because | None = None


@dataclass(frozen=True, slots=True)
class CallBack:
    """A request for a call back with its history, oldest first."""

    area: str
    office: str | None
    provider: Provider
    topic: Topic | None
    state: State
    outcome: Outcome | None
    asked_at: datetime
    history: tuple[Event, ...]

    @property
    def providers(self) -> frozenset[Provider]:
        """Every provider that it has been with."""
        return frozenset({self.provider, *(event.provider for event in self.history)})

    def waited_until(self, what: Noted) -> timedelta | None:
        """How long it took until this first happened, without the time that it waited for an office to open.

        None where it has not happened.
        """
        ended = next((event.at for event in self.history if event.what is what), None)
        if ended is None:
            return None
        shut = sum((ends - begins for begins, ends in self._shut() if ends <= ended), _NONE)
        return ended.astimezone(UTC) - self.asked_at.astimezone(UTC) - shut

    def _shut(self) -> Iterator[tuple[datetime, datetime]]:
        """The times from an office's closing to what came next."""
        begins: datetime | None = None
        for event in self.history:
            moment = event.at.astimezone(UTC)
            if begins is not None:
                yield begins, moment
            begins = moment if event.what is Noted.WAITS else None


@dataclass(frozen=True, slots=True)
class Information:
    """A request for information that was made to another agency."""

    area: str
    office: str | None
    provider: Provider
    agency: str
    kind: InformationKind
    asked_at: datetime
    wanted_by: datetime
    progress: Progress
    ending: Ending | None
    answered_at: datetime | None  # when the agency said so, or the reply came

    def is_overdue(self, at: datetime) -> bool:
        """Whether the reply ought to have come, and neither has it nor has anybody settled it."""
        return self.progress is Progress.ASKED and self.wanted_by <= at
