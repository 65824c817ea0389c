"""A kind of thing that the directory holds, as a file shows it: its columns and what makes it itself.

Import, export, templates, --help and docs/exchange.md are all made from this description.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from directory.exchange.cells.cell import Cell, CellError, Known

Values = dict[str, Any]
Key = tuple[Any, ...]
Wrong = Iterator[tuple[str, str]]  # a column, and what is wrong with its value

REQUIRED: Final = object()
_SHOWN = 60  # characters of a cell that a message repeats


def nothing_wrong(_values: Values, _known: Known) -> Wrong:
    """The check of a kind whose cells have nothing to do with each other."""
    return iter(())


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it means, what may stand in it, and what an empty cell stands for."""

    name: str
    meaning: str
    cell: Cell
    example: str
    if_empty: Any = REQUIRED
    personal: bool = False  # what stands there is never repeated in a message

    @property
    def required(self) -> bool:
        """Whether the column has to be there and a cell of it must be filled."""
        return self.if_empty is REQUIRED

    def read(self, text: str, known: Known) -> Any:
        """The value of a cell. Raises CellError."""
        if text:
            return self.cell.read(text, known)
        if self.required:
            raise CellError(f"stands there; write {self.cell.holds}")
        return self.if_empty

    def write(self, value: Any) -> str:
        """The text of a cell."""
        says_nothing = value is None or (value == self.if_empty and not value and value is not False)
        return "" if says_nothing else self.cell.write(value)

    def shown(self, text: str) -> str:
        """What stands in the cell, as a message may repeat it."""
        if not text:
            return "nothing"
        short = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
        return "what is written there" if self.personal else f'"{short}"'


@dataclass(frozen=True, kw_only=True, slots=True)
class Kind:
    """A kind of row, known from one file to the next by its natural key."""

    name: str
    one: str  # what one row is called
    about: str  # what a row says, in a sentence or two
    table: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    check: Callable[[Values, Known], Wrong] = nothing_wrong  # what no single cell can show
    notes: tuple[str, ...] = field(default=())
    may_lack: tuple[str, ...] = ()  # columns of the key that a file may leave out
    versions: bool = False  # several rows may be about one thing, each for other days

    @property
    def lasts(self) -> bool:
        """Whether the rows say from when until when they hold."""
        return {"valid_from", "valid_to"} <= set(self.column_names) and "starts" not in self.column_names

    @property
    def column_names(self) -> tuple[str, ...]:
        """The names of the columns, in the order in which they are written."""
        return tuple(column.name for column in self.columns)

    def key_of(self, values: Mapping[str, Any]) -> Key:
        """What makes this row itself."""
        return tuple(values.get(name) for name in self.key)

    def thing_of(self, values: Mapping[str, Any]) -> Key:
        """What the row is about, whenever it holds."""
        return tuple(values.get(name) for name in self.key if not (self.versions and name == "valid_from"))

    def called(self, key: Key) -> str:
        """A row, as a message names it."""
        return f"{self.one} {', '.join(str(part) for part in key if part is not None)}"
