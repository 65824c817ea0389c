"""A request as its row holds it, and back."""

from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping

from directory.moments import as_kept, as_read
from routing.handover.request import HowUrgent, IfShut, Outcome, Request, State
from routing.vocabulary import Provider, Topic

_WORDS: dict[str, Any] = {
    "provider": Provider,
    "topic": Topic,
    "urgency": HowUrgent,
    "if_shut": IfShut,
    "state": State,
    "outcome": Outcome,
}
_MOMENTS = frozenset({"asked_at", "until", "step_ends", "promised", "due_at"})
NAMES = tuple(one.name for one in fields(Request))


def request_of(row: RowMapping) -> Request:
    """The request of a row."""
    return Request(**{name: _read(name, row[name]) for name in NAMES})


def values_of(request: Request) -> dict[str, Any]:
    """What its row holds of it."""
    return {name: _kept(getattr(request, name)) for name in NAMES}


def _read(name: str, value: Any) -> Any:
    if value is None:
        return None
    if name in _MOMENTS:
        return as_read(value)
    return _WORDS[name](value) if name in _WORDS else value


def _kept(value: Any) -> Any:
    return as_kept(value) if isinstance(value, datetime) else value
