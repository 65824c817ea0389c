"""The rows of requests for information: read, locked, and as somebody may see them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import RowMapping, Select, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from directory.information.recording import ROWS
from directory.storage.database import table
from directory.storage.moments import as_kept
from directory.tables import InformationAsked
from routing.information.access import Side, Viewer
from routing.information.machine import WorkingDays
from routing.information.request import InformationRequest, Progress
from routing.snapshot import Snapshot

_ASKED = table(InformationAsked)
ROW = select(*(_ASKED.c[name] for name in ROWS.names), _ASKED.c.asked_by, _ASKED.c.reference_sealed)
OPEN = ROW.where(_ASKED.c.progress != Progress.CLOSED).order_by(_ASKED.c.wanted_by, _ASKED.c.id)
_AT_ONCE = timedelta(seconds=10)


@dataclass(frozen=True, slots=True)
class Seen:
    """A request as somebody sees it: from which side, and whether a case reference is with it."""

    request: InformationRequest
    side: Side
    has_reference: bool = False


async def pressed_twice(
    connection: AsyncConnection, values: Mapping[str, Any], asked_by: str, now: datetime
) -> InformationRequest | None:
    """The same request, where its asker made it a moment ago: one button was pressed two times."""
    same = (_ASKED.c[name] == values[name] for name in ("agency", "kind", "wanted_by"))
    just_now = (_ASKED.c.asked_by == asked_by) & (_ASKED.c.asked_at > as_kept(now - _AT_ONCE))
    row = (await connection.execute(ROW.where(*same, just_now))).mappings().first()
    return ROWS.of(row) if row else None


def narrowed(found: Select[Any], viewed: Viewer) -> Select[Any]:
    """Only what somebody may perhaps see is read; `Viewer.side_of` decides."""
    if not viewed.may_ask:
        return found.where(_ASKED.c.agency == viewed.agency)
    areas = {scope.area for scope in viewed.oversees}
    if None in areas:
        return found
    managed = _ASKED.c.area.in_(sorted(area for area in areas if area))
    return found.where(or_(_ASKED.c.asked_by == viewed.account, managed))


def seen_by(row: RowMapping, viewed: Viewer) -> Seen | None:
    request = ROWS.of(row)
    side = viewed.side_of(request, row["asked_by"])
    return Seen(request, side, side is Side.ASKS and bool(row["reference_sealed"])) if side else None


def working_days_of(snapshot: Snapshot, at: datetime, area: str, office: str | None) -> WorkingDays:
    held = snapshot.offices.get(office) if office else None
    return WorkingDays(at, (held or snapshot.areas[area]).hours, snapshot.bank_holidays)


async def locked(connection: AsyncConnection, number: int) -> RowMapping | None:
    """The row of a request, which nobody else changes until this transaction is over."""
    found = ROW.where(_ASKED.c.id == number).with_for_update()
    return (await connection.execute(found)).mappings().first()
