"""What stands in the form of a row, and why it was not taken."""

from dataclasses import dataclass, field, replace
from datetime import date

from bot.web.keep.rows.form import Cells
from directory.errors import DatabaseError
from directory.exchange.cells.cell import CellError, Known
from directory.exchange.cells.measures import Day
from directory.exchange.files.problems import Problem
from directory.exchange.rows.edits import RowRefusedError
from directory.keeping.kept_rows import RowChangedError
from directory.proof.guard import HolesError
from directory.proof.holes import Hole

SINCE = "since"  # a field beside those of the columns: the day from which a change holds
REFUSALS = (RowRefusedError, RowChangedError, HolesError, DatabaseError)


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a change was not made; only one of these says something."""

    problems: tuple[Problem, ...] = ()  # of the row
    holes: tuple[Hole, ...] = ()  # that it would open
    meanwhile: bool = False  # somebody else has changed the row
    trouble: bool = False  # the database did not take it

    def __bool__(self) -> bool:
        """Whether it was refused at all."""
        return self != Refused()


@dataclass(frozen=True, slots=True)
class Filled:
    """What stands in a form. `seen` is the version of the row that it was made of."""

    cells: Cells
    since: str = ""
    seen: str = ""
    refused: Refused = field(default_factory=Refused)

    @property
    def status(self) -> int:
        """Of the page that shows it."""
        return 422 if self.refused else 200

    def refused_by(self, error: Exception) -> "Filled":
        """The same with why it was not taken, and made of the row as it is now where that is another."""
        match error:
            case RowRefusedError():
                return replace(self, refused=Refused(problems=error.problems))
            case HolesError():
                return replace(self, refused=Refused(holes=tuple(error.holes)))
            case RowChangedError():
                return replace(self, seen=error.row.version, refused=Refused(meanwhile=True))
        return replace(self, refused=Refused(trouble=True))

    @property
    def day(self) -> date | None:
        """The day from which the change holds. Raises RowRefusedError."""
        try:
            return Day().read(self.since, Known()) if self.since else None
        except CellError as error:
            raise RowRefusedError([Problem(1, SINCE, f'"{self.since}"', str(error))]) from None
