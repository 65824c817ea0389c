"""What is wrong with a file that a person or a program has made, and what to do about it.

Nothing of a cell is repeated here but what may be: what a file of cases holds is nobody's business but the
register's.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from directory.errors import DirectoryError

_PROBLEMS_KEPT = 1_000


class FileError(DirectoryError):
    """The file as a whole cannot be used; the message says why, and what to do."""


class Problem(NamedTuple):
    """What is wrong with a cell, a row (no column), or (row 0) a whole table, and what to do about it.

    `value` is what stands in the cell, as far as it may be repeated; the sentence goes on from it.
    """

    row: int
    column: str | None
    value: str
    what: str
    sheet: str | None = None

    @property
    def text(self) -> str:
        """All of it in a sentence."""
        return f"{self.value} {self.what}" if self.value else self.what

    def line(self, file: Path) -> str:
        """The same with where it is; what is wrong with a whole table names that itself."""
        if not self.row:
            return self.text
        where = (file.name, f"sheet {self.sheet}" if self.sheet else None, f"row {self.row}", self.column)
        return f"{', '.join(filter(None, where))}: {self.text}"


@dataclass(slots=True)
class Problems:
    """What is wrong with a file, or a sheet of one: the first thousand in full, the rest counted."""

    file: Path
    count: int = 0
    kept: list[Problem] = field(default_factory=list)
    sheet: str | None = None

    def add(self, row: int, what: str, column: str | None = None, value: str = "") -> None:
        """Note a problem of a row, or of one cell of it."""
        self.count += 1
        if len(self.kept) < _PROBLEMS_KEPT:
            self.kept.append(Problem(row, column, value, what, self.sheet))

    def add_whole(self, what: str) -> None:
        """Note what is wrong with the file as a whole; it names the file itself."""
        self.count += 1
        self.kept.append(Problem(0, None, "", what, self.sheet))

    @property
    def table(self) -> str:
        """The file, and the sheet of it, as a message names them."""
        return f"{self.file}, sheet {self.sheet}," if self.sheet else str(self.file)

    def lines(self) -> list[str]:
        """Each problem as a line, in the order of the file."""
        lines = [problem.line(self.file) for problem in self.kept]
        more = self.count - len(lines)
        return [*lines, f"{self.file.name}: and {more} more"] if more else lines
