"""The case reference behind a request for information: sealed, and for the side that asks."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from directory.accounts.standing import TELEGRAM, Identity
from directory.audit import audit
from directory.information.requests import InformationRequests
from directory.information.rows import ROW
from directory.storage.database import changing, database_errors, reading, table, writing
from directory.tables import InformationAsked
from routing.information.access import Side
from routing.information.machine import Refusal, RefusedError

if TYPE_CHECKING:
    from directory.cases.sealing import Seal

_ASKED = table(InformationAsked)


@dataclass(frozen=True, slots=True)
class InformationReferences:
    """Those of a directory. Each method raises DatabaseError."""

    engine: AsyncEngine
    seal: "Callable[[], Seal]"
    clock: Callable[[], datetime]
    requests: InformationRequests

    async def add(self, number: int, who: Identity, reference: str) -> bool:
        """Seal one with an open request of somebody's own; whether it is one."""
        own = (_ASKED.c.id == number) & (_ASKED.c.asked_by == who.account)
        sealed = {"reference_sealed": self.seal().seal(reference)}
        with database_errors(self.engine):
            async with changing(self.engine) as connection:
                return (await connection.execute(update(_ASKED).where(own).values(sealed))).rowcount > 0

    async def newest_of(self, who: Identity) -> int | None:
        """The newest open request that somebody has made, with which one would be sealed."""
        found = select(func.max(_ASKED.c.id)).where(_ASKED.c.asked_by == who.account)
        with database_errors(self.engine):
            async with reading(self.engine) as connection:
                newest: int | None = (await connection.execute(found)).scalar_one_or_none()
        return newest

    async def show(self, number: int, who: Identity) -> str | None:
        """That of a request, to the side that asks; it stands in the audit first.

        None where there is none. Raises RefusedError for anybody else, and SealError.
        """
        now = self.clock()
        with database_errors(self.engine):
            async with writing(self.engine) as connection:
                row = (await connection.execute(ROW.where(_ASKED.c.id == number))).mappings().first()
                if row is None or self.requests.side_of(row, who, now) is not Side.ASKS:
                    raise RefusedError(Refusal.UNKNOWN)
                if row["reference_sealed"] is None:
                    return None
                act = audit.Act(who.account or "", TELEGRAM, now)
                await audit.record(connection, [audit.Entry(act, "show", f"information request {number}")])
        return self.seal().unseal(row["reference_sealed"])
