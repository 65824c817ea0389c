"""What becomes of requests when somebody in them has left, is suspended or of a revoked agency."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Select, and_, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.accounts.keepers import allowed
from directory.call_backs.call_backs import AT_A_TIME, ROW, CallBacks
from directory.call_backs.recording import ROWS
from directory.information.requests import InformationRequests
from directory.information.rows import ROW as ASKED_ROW
from directory.storage.database import changing, database_errors, table
from directory.storage.held_connection import HeldConnection
from directory.tables import Account, CallBackRequest, InformationAsked
from routing.call_backs import machine
from routing.call_backs.request import State
from routing.information.machine import hand_on

_CALL_BACKS, _ASKED = table(CallBackRequest), table(InformationAsked)
_IS_TAKEN = _CALL_BACKS.c.due_at.is_not(None), _CALL_BACKS.c.state == State.TAKEN


def _is_gone(account: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether this account is not allowed anything any longer."""
    return and_(account.is_not(None), account.not_in(allowed()))


_SOMEBODY_GONE = select(
    or_(
        exists().where(_is_gone(_CALL_BACKS.c.asker)),
        exists().where(*_IS_TAKEN, _is_gone(_CALL_BACKS.c.taken_by)),
        exists().where(_is_gone(_ASKED.c.asked_by)),
    )
)


@dataclass(frozen=True, slots=True)
class Departed:
    """Those in the requests of a directory. Each method raises DatabaseError.

    What is looked up is open requests alone, so that it can be looked up every other second.
    """

    engine: AsyncEngine
    held: HeldConnection
    clock: Callable[[], datetime]
    call_backs: CallBacks
    information: InformationRequests

    async def see_to(self) -> None:
        """Let go of whoever can act no longer, in whatever is open."""
        if not await self.held.look_up(_somebody_is_gone):
            return
        with database_errors(self.engine):
            async with changing(self.engine) as connection:
                await self._withdraw(connection)
                await self._open_again(connection)
                await self._hand_on(connection)

    async def _withdraw(self, connection: AsyncConnection) -> None:
        """A call back that they asked for; whoever is still there is told.

        What they asked for a caller goes on: it is the caller's and the desk's, and loses their account.
        """
        of_desks = _CALL_BACKS.c.reception.is_not(None), _CALL_BACKS.c.asker.not_in(allowed())
        await connection.execute(update(_CALL_BACKS).where(*of_desks).values(asker=None))
        rows = await _locked(connection, ROW.where(_CALL_BACKS.c.reception.is_(None)), _CALL_BACKS.c.asker)
        if rows:
            askers = select(Account.id).where(Account.id.in_([row["asker"] for row in rows]))
            there = set((await connection.execute(askers)).scalars())
            some = [(ROWS.of(row), row["asker"] if row["asker"] in there else None) for row in rows]
            await self.call_backs.turn(connection, some, self.clock(), machine.withdraw)

    async def _open_again(self, connection: AsyncConnection) -> None:
        """A call back that they had taken; the asker is told, and whoever has it then."""
        open_ones = ROW.where(*_IS_TAKEN)
        rows = await _locked(connection, open_ones, _CALL_BACKS.c.taken_by)
        if rows:
            some = [(ROWS.of(row), row["asker"]) for row in rows]
            await self.call_backs.turn(connection, some, self.clock(), machine.taker_gone)

    async def _hand_on(self, connection: AsyncConnection) -> None:
        """What they asked of an agency: the office needs the reply, so whoever manages it has it then."""
        for row in await _locked(connection, ASKED_ROW, _ASKED.c.asked_by):
            own = update(_ASKED).where(_ASKED.c.id == row["id"])
            await connection.execute(own.values(asked_by=None))
            await self.information.turn(connection, {**row, "asked_by": None}, self.clock(), hand_on)


async def _locked(
    connection: AsyncConnection, requests: Select[Any], account: ColumnElement[Any]
) -> list[RowMapping]:
    """Some of these whose account is not allowed anything any longer, and that no other replica has."""
    gone = requests.where(_is_gone(account)).limit(AT_A_TIME)
    found = await connection.execute(gone.with_for_update(skip_locked=True))
    return list(found.mappings())


async def _somebody_is_gone(connection: AsyncConnection) -> bool:
    return bool((await connection.execute(_SOMEBODY_GONE)).scalar_one())
