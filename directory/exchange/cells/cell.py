"""What can stand in a cell: how it is read however people type it, and how it is written.

A cell that cannot be read raises CellError: what is wrong with it and what to write, to stand after
the value. Nothing here needs the database; the ids that it holds come in as `Known`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol


class CellError(ValueError):
    """What is wrong with a cell and what to write there, to be read after the value itself."""


@dataclass(frozen=True, slots=True)
class KnownOffice:
    """Where an office is and what it is."""

    area: str
    kind: str


@dataclass(frozen=True, slots=True)
class Known:
    """The ids that the directory holds."""

    areas: frozenset[str] = frozenset()
    offices: Mapping[str, KnownOffice] = field(default_factory=dict)
    people: frozenset[str] = frozenset()
    providers: Mapping[str, str] = field(default_factory=dict)  # nps or crc, by code
    teams: frozenset[str] = frozenset()
    agencies: frozenset[str] = frozenset()
    programmes: frozenset[str] = frozenset()
    secure_domains: frozenset[str] = frozenset()  # accepted by any provider, at any time


class Cell(Protocol):
    """One sort of cell."""

    @property
    def holds(self) -> str:
        """What may stand there, for whoever fills it in."""

    def read(self, text: str, known: Known) -> Any:
        """The value of a cell that is not empty. Raises CellError."""

    def write(self, value: Any) -> str:
        """The text of a value that is not None."""
