"""How long finished requests and the log of the desk are kept: for figures, and then no more."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncEngine

from directory.storage.database import changing, database_errors, table
from directory.storage.moments import as_kept
from directory.tables import (
    CallBackNote,
    CallBackRequest,
    CallerSent,
    CoverRequest,
    InformationAsked,
    InformationNote,
)
from routing.limits import Limits, requests_kept_since

_CALLS, _ASKED, _COVERS = table(CallBackRequest), table(InformationAsked), table(CoverRequest)
_SENT = table(CallerSent)
_CALL_NOTES, _ASKED_NOTES = table(CallBackNote), table(InformationNote)


@dataclass(frozen=True, slots=True)
class FinishedRequests:
    """Those of a directory; `clock` gives aware moments."""

    engine: AsyncEngine
    clock: Callable[[], datetime]

    async def forget_old(self, limits: Limits) -> int:
        """Take out, with their history, those to which nothing has happened for so long; how many.

        A number is never given twice, so that an old button is about nothing, and not about another
        request. Raises DatabaseError.
        """
        since = as_kept(requests_kept_since(self.clock(), limits))
        old = (
            _old(_CALLS, _CALL_NOTES.c.handover, _CALL_NOTES, since),
            _old(_ASKED, _ASKED_NOTES.c.request, _ASKED_NOTES, since),
            delete(_COVERS).where(_COVERS.c.due_at.is_(None), _COVERS.c.begins < since),
            delete(_SENT).where(_SENT.c.at < since),
        )
        with database_errors(self.engine):
            async with changing(self.engine) as connection:
                gone = [await connection.execute(one) for one in old]
        return sum(one.rowcount for one in gone)


def _old(requests: Any, request_of: Any, notes: Any, since: str) -> Any:
    """Deletes what is closed, since when it was; its history goes with it."""
    later = select(notes.c.id).where(request_of == requests.c.id, notes.c.at >= since)
    closed = requests.c.due_at.is_(None) & (requests.c.asked_at < since)
    return delete(requests).where(closed, ~later.exists())
