"""Reading the rows of a kind from a file: every fault of every row is said at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from directory.exchange.cells.cell import CellError, Known
from directory.exchange.files.problems import FileError, Problems
from directory.exchange.files.progress import NO_PROGRESS, Progress
from directory.exchange.files.table_file import Line, read_lines
from directory.exchange.kind import Column, Key, Kind, Values
from directory.exchange.kinds.facts import days_in_order


class ImportRefusedError(Exception):
    """A file, or one of several, has problems, and nothing of any was taken."""

    def __init__(self, *found: Problems) -> None:
        self.count = sum(problems.count for problems in found)
        super().__init__(f"{self.count} problems")
        self.said = "1 problem" if self.count == 1 else f"{self.count} problems"
        self.problems = [problem for problems in found for problem in problems.kept]
        self.lines = [line for problems in found for line in problems.lines()]


class ChangedSinceError(Exception):
    """An import would do something else by now than its dry run said; nothing was done."""


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A row of the file that is right in itself. Optional columns that the file leaves out are missing."""

    row: int
    values: Values


def read_kind(
    kind: Kind,
    known: Known,
    problems: Problems,
    progress: Progress = NO_PROGRESS,
    *,
    may_be_empty: bool = False,
) -> dict[Key, FoundRow]:
    """The rows of the problems' file by their natural keys; what is wrong with the others goes into them.

    Raises FileError where the file as a whole cannot be used.
    """
    must = set(kind.key) - set(kind.may_lack)
    optional = [column.name for column in kind.columns if not column.required and column.name not in must]
    found: dict[Key, FoundRow] = {}
    empty = True
    for line in read_lines(problems.file, kind.column_names, problems, optional, progress):
        empty = False
        values = read_values(kind, line, known, problems)
        if values is not None:
            _keep(kind, FoundRow(line.row, values), found, problems)
    if empty and not may_be_empty and not problems.count:
        raise FileError(f"{problems.file} holds no {kind.one}: nothing follows the names of the columns.")
    return found


def read_values(kind: Kind, line: Line, known: Known, problems: Problems) -> Values | None:
    """One row, or None and a problem for each cell that is wrong."""
    before, values = problems.count, {}
    columns = {column.name: column for column in kind.columns if column.name in line.cells}
    for name, column in columns.items():
        try:
            values[name] = column.read(line.cells[name], known)
        except CellError as error:
            _note(line, [(name, str(error))], columns, problems)
    if problems.count == before:
        wrong = chain(kind.check(values, known), days_in_order(values))
        _note(line, wrong, columns, problems)
    return values if problems.count == before else None


def _note(
    line: Line, wrong: Iterable[tuple[str, str]], columns: dict[str, Column], problems: Problems
) -> None:
    for name, what in wrong:
        problems.add(line.row, what, name, columns[name].shown(line.cells[name]))


def _keep(kind: Kind, row: FoundRow, found: dict[Key, FoundRow], problems: Problems) -> None:
    """A row that stands there twice counts once; two that contradict each other are a problem."""
    first = found.setdefault(kind.key_of(row.values), row)
    if first.values != row.values:
        differ = ", ".join(name for name in row.values if first.values[name] != row.values[name])
        same = kind.called(kind.key_of(row.values))
        problems.add(
            row.row, f"{same} stands in row {first.row} too, with another {differ}; keep one of the two"
        )
