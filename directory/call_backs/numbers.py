"""The number on which somebody wants to be called back: sealed, with their account, until they say so."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncEngine

from directory.errors import SealError
from directory.storage.database import changing, database_errors, reading
from directory.tables import CallBackNumber

if TYPE_CHECKING:
    from directory.cases.sealing import Seal


@dataclass(frozen=True, slots=True)
class CallBackNumbers:
    """The numbers of all accounts. Each method raises DatabaseError."""

    engine: AsyncEngine
    seal: "Callable[[], Seal]"

    async def of(self, account: str) -> str | None:
        """The number, in E.164; None where none is kept, or it can be read no longer."""
        found = select(CallBackNumber.number_sealed).where(CallBackNumber.account == account)
        with database_errors(self.engine):
            async with reading(self.engine) as connection:
                sealed = (await connection.execute(found)).scalar_one_or_none()
        try:
            return self.seal().unseal(sealed) if sealed else None
        except SealError:
            return None

    async def keep(self, account: str, number: str) -> None:
        """Keep this number in place of another."""
        row = {"account": account, "number_sealed": self.seal().seal(number)}
        with database_errors(self.engine):
            async with changing(self.engine) as connection:
                await connection.execute(delete(CallBackNumber).where(CallBackNumber.account == account))
                await connection.execute(insert(CallBackNumber), row)

    async def forget(self, account: str) -> None:
        """Keep none."""
        with database_errors(self.engine):
            async with changing(self.engine) as connection:
                await connection.execute(delete(CallBackNumber).where(CallBackNumber.account == account))
