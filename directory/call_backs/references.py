"""The case reference with a request for a call back: sealed, and shown to whoever has taken it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from directory.accounts.standing import TELEGRAM, Identity
from directory.audit import audit
from directory.call_backs.call_backs import ActRefusedError
from directory.storage.database import changing, database_errors, table, writing
from directory.tables import CallBackRequest
from routing.call_backs.news import Refusal
from routing.disclosure import may_see_names

if TYPE_CHECKING:
    from directory.cases.sealing import Seal

_CALL_BACKS = table(CallBackRequest)


@dataclass(frozen=True, slots=True)
class References:
    """Those of a directory. Each method raises DatabaseError."""

    engine: AsyncEngine
    seal: "Callable[[], Seal]"
    clock: Callable[[], datetime]

    async def add(self, account: str, reference: str) -> bool:
        """Seal one with the newest open request of an account; whether it has one."""
        sealed = self.seal().seal(reference)
        newest = select(func.max(_CALL_BACKS.c.id)).where(_CALL_BACKS.c.asker == account).scalar_subquery()
        with database_errors(self.engine):
            async with changing(self.engine) as connection:
                done = await connection.execute(
                    update(_CALL_BACKS).where(_CALL_BACKS.c.id == newest).values(reference_sealed=sealed)
                )
        return done.rowcount > 0

    async def show(self, number: int, who: Identity) -> str | None:
        """That of a request, to whoever has taken it; it stands in the audit first.

        None where there is none. Raises ActRefusedError for anybody else.
        """
        columns = (_CALL_BACKS.c.taken_by, _CALL_BACKS.c.reference_sealed)
        with database_errors(self.engine):
            async with writing(self.engine) as connection:
                row = (await connection.execute(select(*columns).where(_CALL_BACKS.c.id == number))).first()
                if row is None or row.taken_by != who.account or not may_see_names(who.standing):
                    raise ActRefusedError(Refusal.NOT_YOURS, None)
                if row.reference_sealed is None:
                    return None
                act = audit.Act(who.account or "", TELEGRAM, self.clock())
                await audit.record(connection, [audit.Entry(act, "show", f"handover {number}")])
        return self.seal().unseal(row.reference_sealed)
