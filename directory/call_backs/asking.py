"""A call back is asked for: sealed, followed from then on, and never twice."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import RowMapping, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.call_backs.call_backs import ROW, CallBacks
from directory.call_backs.recording import ROWS
from directory.errors import SealError
from directory.storage.database import changing, database_errors, table
from directory.tables import Account, CallBackRequest
from routing.call_backs import machine
from routing.call_backs.request import Request

if TYPE_CHECKING:
    from directory.cases.sealing import Seal

_CALL_BACKS = table(CallBackRequest)


@dataclass(frozen=True, slots=True)
class Wish:
    """A call back that somebody asks for. `request` has no number yet; the rest is sealed."""

    request: Request
    account: str
    agency: str | None
    number: str = field(repr=False)  # E.164
    reference: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Asking:
    """Asks for call backs, in one directory."""

    engine: AsyncEngine
    seal: "Callable[[], Seal]"
    clock: Callable[[], datetime]
    call_backs: CallBacks

    async def ask(self, wish: Wish, most_open: int) -> Request | None:
        """Begin to follow a request; as it stands then. None where so many of the account's are open.

        Asked again while it is open, it is the same request. Raises DatabaseError.
        """
        now, seal = self.clock(), self.seal()
        sealed = {
            "asker": wish.account,
            "agency": wish.agency,
            "number_sealed": seal.seal(wish.number),
            "reference_sealed": seal.seal(wish.reference) if wish.reference else None,
        }
        with database_errors(self.engine):
            async with changing(self.engine) as connection:
                there = await _open_of(connection, wish.account)
                if same := next((row for row in there if _is_same(row, wish, seal)), None):
                    return ROWS.of(same)
                if len(there) >= most_open:
                    return None
                values = {name: value for name, value in ROWS.values(wish.request).items() if name != "id"}
                made = insert(_CALL_BACKS).values(values | sealed).returning(_CALL_BACKS.c.id)
                number: int = (await connection.execute(made)).scalar_one()
                row = (await connection.execute(ROW.where(_CALL_BACKS.c.id == number))).mappings().one()
                (turned,) = await self.call_backs.turn(
                    connection, [(ROWS.of(row), wish.account)], now, machine.ask
                )
        return turned.turn.request


async def _open_of(connection: AsyncConnection, account: str) -> Sequence[RowMapping]:
    """The open requests that an account has made; another of its presses waits until this one is done."""
    await connection.execute(select(Account.id).where(Account.id == account).with_for_update())
    found = ROW.add_columns(_CALL_BACKS.c.number_sealed).where(_CALL_BACKS.c.asker == account)
    return (await connection.execute(found)).mappings().all()


def _is_same(row: RowMapping, wish: Wish, seal: "Seal") -> bool:
    """Whether this is asked already, by a button that was pressed, or delivered, once more.

    A press is delivered again for as long as Telegram cannot be answered, which may be minutes. Two callers
    at one desk want the same of the same post, on numbers of their own: those are two.
    """
    wanted = wish.request
    same = (row["office"], row["topic"], row["urgency"]) == (wanted.office, wanted.topic, wanted.urgency)
    return same and bool(row["number_sealed"]) and _is_sealed(seal, row["number_sealed"], wish.number)


def _is_sealed(seal: "Seal", sealed: bytes, number: str) -> bool:
    try:
        return seal.unseal(sealed) == number
    except SealError:
        return False
