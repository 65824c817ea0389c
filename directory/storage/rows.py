"""A dataclass as a row of its table holds it, and back: by the names and types of its fields."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import datetime
from enum import Enum
from types import UnionType
from typing import Any, Generic, TypeVar, get_args, get_type_hints

from directory.storage.moments import as_kept, as_read

Kept = TypeVar("Kept")


class Rows(Generic[Kept]):
    """Reads and writes one kind of thing. A moment is a text in UTC, a word of the field is itself."""

    def __init__(self, kind: type[Kept]) -> None:
        hints = get_type_hints(kind)
        self._kind = kind
        self.names = tuple(one.name for one in fields(kind))  # type: ignore[arg-type]
        self._read = [(name, _reading(hints[name])) for name in self.names]

    def of(self, row: Mapping[Any, Any]) -> Kept:
        """What a row holds."""
        return self._kind(
            **{
                name: value if read is None or value is None else read(value)
                for name, read in self._read
                for value in (row[name],)
            }
        )

    def values(self, one: Kept) -> dict[str, Any]:
        """What its row holds of it."""
        values = {name: getattr(one, name) for name in self.names}
        return {
            name: as_kept(value) if isinstance(value, datetime) else value for name, value in values.items()
        }


def _reading(hint: Any) -> Callable[[Any], Any] | None:
    """How a column of this type is read; None for what is kept as it is."""
    kinds = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    kind = next(one for one in kinds if one is not type(None))
    if kind is datetime:
        return as_read
    return kind if isinstance(kind, type) and issubclass(kind, Enum) else None
