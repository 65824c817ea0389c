"""One row that a file, or a page, adds, changes or removes."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from directory.exchange.kind import Key, Kind, Values

Does = Literal["add", "change", "remove"]


@dataclass(frozen=True, slots=True)
class Change:
    """One row that is added, changed or removed."""

    does: Does
    key: Key
    at: Any  # the primary key of the row that is there
    before: Values
    after: Values
    row: int | None = None  # of the file

    def said(self, kind: Kind) -> str:
        """The change in one line; what is personal is not repeated."""
        line = f"{self.does} {kind.called(self.key)}"
        if self.does != "change":
            return line
        return f"{line}: {'; '.join(self._columns(kind))}"

    def _columns(self, kind: Kind) -> list[str]:
        return [
            column.name
            if column.personal
            else f"{column.name} from {_shown(column.write(self.before[column.name]))} "
            f"to {_shown(column.write(self.after[column.name]))}"
            for column in kind.columns
            if self.before[column.name] != self.after[column.name]
        ]


def holds_on(values: Values, day: date) -> bool:
    """Whether a row holds on this day."""
    begins, ends = values.get("valid_from"), values.get("valid_to")
    return (begins is None or begins <= day) and (ends is None or day < ends)


def _shown(text: str) -> str:
    return f'"{text}"' if text else "nothing"
