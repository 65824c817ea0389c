"""What the calendar of the rota is made of: lines, cells, and what stands in each."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Piece:
    """What of an entry lies on one day. `starts` and `ends` are of the whole, by the clock on the wall."""

    row: int
    on: date | None
    kind: str
    title: str
    times: str
    about: str  # all of it in a sentence, for whoever does not see where it stands
    starts: str
    ends: str
    begins_at: float  # hours of the day
    ends_at: float
    provider: str | None = None
    instead: tuple[str, ...] = ()
    in_draft: bool = False

    @property
    def key(self) -> str:
        """Which entry, and which day of it."""
        return f"{self.row}.{self.on.isoformat() if self.on else ''}"


@dataclass(frozen=True, slots=True)
class Gap:
    """A part of a day in which nobody is on, and ought to be."""

    times: str
    begins_at: float
    ends_at: float


@dataclass(slots=True)
class Cell:
    """A line on a day."""

    day: date
    named: str
    pieces: list[Piece] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Line:
    """A post, a person, or all that is about people at every post."""

    key: str
    title: str
    cells: dict[date, Cell]
