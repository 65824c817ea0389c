"""What a file would change, as a page shows it: a line for each row, and how many of each sort there are."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum

from directory.exchange.kind import Kind
from directory.exchange.rows.change import Change
from directory.keeping.importing import Outcome

MOST_SHOWN = 200


class Deed(StrEnum):
    """What happens to a row."""

    ADD = "add"
    CHANGE = "change"
    END = "end"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class Difference:
    """A column that becomes another; what is personal is not repeated."""

    column: str
    before: str
    after: str
    personal: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A row that changes."""

    deed: Deed
    kind: str
    named: str
    row: int | None
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Count:
    """How many rows of a kind there are of each sort."""

    kind: str
    deeds: Counter[Deed]
    unchanged: int


def counts_of(outcome: Outcome) -> list[Count]:
    """Of each kind of the file."""
    return [
        Count(kind.name, Counter(deed_of(change) for change in imported.changes), imported.unchanged)
        for kind, imported in outcome.parts
    ]


def cases_counted(outcome: Outcome) -> dict[str, int]:
    """Of the register of cases only numbers are shown."""
    return asdict(outcome.cases) if outcome.cases else {}


def changes_anything(outcome: Outcome) -> bool:
    """Whether there is anything to take."""
    of_cases = outcome.cases is not None and (outcome.cases.added or outcome.cases.changed)
    return bool(of_cases or any(imported.changes for _, imported in outcome.parts))


def rows_of(outcome: Outcome) -> tuple[list[Shown], int]:
    """The first rows that change, and how many more do."""
    every = [(kind, change) for kind, imported in outcome.parts for change in imported.changes]
    return [_shown(kind, change) for kind, change in every[:MOST_SHOWN]], max(0, len(every) - MOST_SHOWN)


def deed_of(change: Change) -> Deed:
    """A row that gets a last day and nothing else is ended."""
    different = [name for name in change.after if change.after[name] != change.before.get(name)]
    ended = change.does == "change" and different == ["valid_to"] and change.after["valid_to"] is not None
    return Deed.END if ended else Deed(change.does)


def _shown(kind: Kind, change: Change) -> Shown:
    named = ", ".join(str(part) for part in change.key if part is not None)
    differences = tuple(_differences(kind, change)) if change.does == "change" else ()
    return Shown(deed_of(change), kind.name, named, change.row, differences)


def _differences(kind: Kind, change: Change) -> Iterator[Difference]:
    for column in kind.columns:
        before, after = change.before[column.name], change.after[column.name]
        if before != after:
            texts = ("", "") if column.personal else (column.write(before), column.write(after))
            yield Difference(column.name, *texts, column.personal)


def sheets_named(sheets: Iterable[str | None]) -> bool:
    """Whether problems are of several sheets, so that each has to say of which."""
    return len(set(sheets)) > 1
