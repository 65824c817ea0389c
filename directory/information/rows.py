"""A request for information as its row holds it, and back."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any

from directory.moments import as_kept, as_read
from routing.information.request import Ending, InformationKind, InformationRequest, Progress
from routing.vocabulary import Provider, Role

NAMES = tuple(one.name for one in fields(InformationRequest))
_WORDS: dict[str, Any] = {
    "provider": Provider,
    "post": Role,
    "kind": InformationKind,
    "progress": Progress,
    "ending": Ending,
}
_MOMENTS = frozenset({"asked_at", "wanted_by", "answered_at", "due_at"})


def request_of(row: Mapping[Any, Any]) -> InformationRequest:
    """The request of a row."""
    return InformationRequest(**{name: _read(name, row[name]) for name in NAMES})


def values_of(request: InformationRequest) -> dict[str, Any]:
    """What its row holds of it."""
    values = ((name, getattr(request, name)) for name in NAMES)
    return {name: as_kept(value) if isinstance(value, datetime) else value for name, value in values}


def _read(name: str, value: Any) -> Any:
    if value is None:
        return None
    if name in _MOMENTS:
        return as_read(value)
    return _WORDS[name](value) if name in _WORDS else value
