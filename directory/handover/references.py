"""The case reference with a request for a call back: sealed, and shown to whoever has taken it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from directory.accounts.standing import TELEGRAM, Asker
from directory.audit import audit
from directory.handover.handovers import ActRefusedError
from directory.storage.database import changing, database_errors, table, writing
from directory.tables import Handover
from routing.disclosure import may_see_names
from routing.handover.news import Refusal

if TYPE_CHECKING:
    from directory.storage.sealing import Seal

_HANDOVERS = table(Handover)


@dataclass(frozen=True, slots=True)
class References:
    """Those of a directory. Each method raises DatabaseError."""

    engine: AsyncEngine
    seal: "Callable[[], Seal]"
    clock: Callable[[], datetime]

    async def add(self, account: str, reference: str) -> bool:
        """Seal one with the newest open request of an account; whether it has one."""
        sealed = self.seal().seal(reference)
        newest = select(func.max(_HANDOVERS.c.id)).where(_HANDOVERS.c.asker == account).scalar_subquery()
        with database_errors(self.engine):
            async with changing(self.engine) as connection:
                done = await connection.execute(
                    update(_HANDOVERS).where(_HANDOVERS.c.id == newest).values(reference_sealed=sealed)
                )
        return done.rowcount > 0

    async def show(self, number: int, who: Asker) -> str | None:
        """That of a request, to whoever has taken it; it stands in the audit first.

        None where there is none. Raises ActRefusedError for anybody else.
        """
        columns = (_HANDOVERS.c.taken_by, _HANDOVERS.c.reference_sealed)
        with database_errors(self.engine):
            async with writing(self.engine) as connection:
                row = (await connection.execute(select(*columns).where(_HANDOVERS.c.id == number))).first()
                if row is None or row.taken_by != who.account or not may_see_names(who.standing):
                    raise ActRefusedError(Refusal.NOT_YOURS, None)
                if row.reference_sealed is None:
                    return None
                act = audit.Act(who.account or "", TELEGRAM, self.clock())
                await audit.record(connection, [audit.Entry(act, "show", f"handover {number}")])
        return self.seal().unseal(row.reference_sealed)
