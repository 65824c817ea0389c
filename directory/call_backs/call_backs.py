"""The requests: acted upon, and looked at when they are due. Any replica does any of it.

Nothing is timed in memory. A request has the moment at which it is next to be looked at in its row;
whichever replica finds it due locks it, moves it on and writes the messages down, in one transaction.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.call_backs.reach import look_around
from directory.call_backs.recording import ROWS, Turned, record
from directory.pictures.pictures import Pictures
from directory.requests.due import due_before
from directory.storage.database import changing, database_errors, reading, table
from directory.storage.moments import as_kept
from directory.storage.on_the_spot import OnTheSpot
from directory.tables import Account, CallBackNote, CallBackRequest
from routing.call_backs import machine
from routing.call_backs.course import Waits
from routing.call_backs.news import By, Refusal, RefusedError, Turn
from routing.call_backs.request import Request, State
from routing.call_backs.staffing import Staffing
from routing.moments import day_in_london
from routing.policy import Policies
from routing.vocabulary import Standing

AT_A_TIME = 500  # a second is soon over; and few enough that the first need not wait for the last
LATE = timedelta(minutes=1)  # what is later than this, somebody has to see to
_CALL_BACKS, _NOTES = table(CallBackRequest), table(CallBackNote)
ROW = select(*(_CALL_BACKS.c[name] for name in ROWS.names), _CALL_BACKS.c.asker)
_ONE_DUE = select(_CALL_BACKS.c.id).where(_CALL_BACKS.c.due_at <= bindparam("now")).limit(1)

Doing = Callable[[Request, By, Staffing, Waits], Turn]


class ActRefusedError(Exception):
    """An act came to nothing: why, how the request stands, and what happened since the button was drawn."""

    def __init__(self, refusal: Refusal, request: Request | None, since: Sequence[Any] = ()) -> None:
        super().__init__(refusal)
        self.refusal = refusal
        self.request = request
        self.since = since


@dataclass(frozen=True, slots=True)
class CallBacks:
    """The requests of a directory. `picture` gives the directory as it is, `clock` aware moments."""

    engine: AsyncEngine
    spot: OnTheSpot
    pictures: Callable[[], Pictures]
    clock: Callable[[], datetime]
    policies: Policies

    async def act(self, number: int, version: int | None, account: str, do: Doing) -> Request:
        """What somebody does to a request, by a button drawn at this version. Raises ActRefusedError."""
        now = self.clock()
        with database_errors(self.engine):
            async with changing(self.engine) as connection:
                row = await _locked(connection, number)
                if row is None:
                    raise ActRefusedError(Refusal.UNKNOWN, None)
                request = ROWS.of(row)
                if version is not None and version != request.version:
                    raise ActRefusedError(Refusal.CHANGED, request, await _since(connection, number, version))
                by = await _who(connection, account, request)

                def doing(request: Request, there: Staffing, waits: Waits) -> Turn:
                    return do(request, by, there, waits)

                try:
                    (turned,) = await self.turn(connection, [(request, row["asker"])], now, doing)
                except RefusedError as refused:
                    raise ActRefusedError(refused.refusal, request) from None
        return turned.turn.request

    async def not_delivered(self, number: int, account: str) -> None:
        """An offer could not be brought to this account: whoever comes next has it at once."""
        with database_errors(self.engine):
            async with changing(self.engine) as connection:
                row = await _locked(connection, number)
                person = select(Account.person).where(Account.id == account)
                missed = (await connection.execute(person)).scalar_one_or_none()
                if row is None or missed is None:
                    return

                def doing(request: Request, there: Staffing, waits: Waits) -> Turn:
                    return machine.not_delivered(request, missed, there, waits)

                await self.turn(connection, [(ROWS.of(row), row["asker"])], self.clock(), doing)

    async def withdraw(self, number: int, account: str, desk: str | None = None) -> Request:
        """Whoever asked needs it no longer, says they or the desk they called. Raises ActRefusedError."""
        request, asker = await self.request(number), await self.asker_of(number)
        if request is None or not request.is_open:
            raise ActRefusedError(Refusal.CLOSED, request)
        if asker != account and (desk is None or request.reception != desk):
            raise ActRefusedError(Refusal.UNKNOWN, None)
        return await self.act(number, None, account, lambda request, _by, there, waits:
                              machine.withdraw(request, there, waits))  # fmt: skip

    async def look_at_due(self, at_most: int = AT_A_TIME) -> int:
        """Move on what is due, and what no other replica has in hand; how many that were.

        Nearly always nothing is due, and that is found out without keeping anybody from writing.
        """
        now = self.clock()
        if await self.spot.row(_ONE_DUE, {"now": as_kept(now)}) is None:
            return 0
        due = ROW.where(_CALL_BACKS.c.due_at <= as_kept(now)).order_by(_CALL_BACKS.c.due_at).limit(at_most)
        with database_errors(self.engine):
            async with changing(self.engine) as connection:
                rows = (await connection.execute(due.with_for_update(skip_locked=True))).mappings().all()
                if rows:
                    some = [(ROWS.of(row), row["asker"]) for row in rows]
                    await self.turn(connection, some, now, machine.look)
        return len(rows)

    async def look_at_all_soon(self) -> None:
        """The rota or the hours have changed: whoever has something may be off, so all are due."""
        held = _CALL_BACKS.c.state.in_([State.OFFERED, State.TAKEN, State.WAITING])
        now = as_kept(self.clock())
        with database_errors(self.engine):
            async with changing(self.engine) as connection:
                await connection.execute(
                    update(_CALL_BACKS).where(held, _CALL_BACKS.c.due_at > now).values(due_at=now)
                )

    async def request(self, number: int) -> Request | None:
        """A request as it stands."""
        with database_errors(self.engine):
            async with reading(self.engine) as connection:
                row = (await connection.execute(ROW.where(_CALL_BACKS.c.id == number))).mappings().first()
        return ROWS.of(row) if row else None

    async def held_by(self, account: str) -> list[Request]:
        """What is open and offered to this account, or taken by it, the oldest first."""
        person = select(Account.person).where(Account.id == account).scalar_subquery()
        theirs = (_CALL_BACKS.c.taken_by == account) | (
            (_CALL_BACKS.c.offered_to == person) & (_CALL_BACKS.c.state == State.OFFERED)
        )
        found = ROW.where(_CALL_BACKS.c.due_at.is_not(None), theirs).order_by(_CALL_BACKS.c.asked_at)
        with database_errors(self.engine):
            async with reading(self.engine) as connection:
                return [ROWS.of(row) for row in (await connection.execute(found)).mappings()]

    async def of_desks(self, since: datetime) -> list[Request]:
        """What callers at desks have asked for that is open, or was asked since; the newest first."""
        recent = _CALL_BACKS.c.due_at.is_not(None) | (_CALL_BACKS.c.asked_at >= as_kept(since))
        found = ROW.where(_CALL_BACKS.c.reception.is_not(None), recent).order_by(_CALL_BACKS.c.id.desc())
        with database_errors(self.engine):
            async with reading(self.engine) as connection:
                return [ROWS.of(row) for row in (await connection.execute(found)).mappings()]

    async def asker_of(self, number: int) -> str | None:
        """The account of whoever asked; None once it has ended."""
        with database_errors(self.engine):
            async with reading(self.engine) as connection:
                found = select(_CALL_BACKS.c.asker).where(_CALL_BACKS.c.id == number)
                return (await connection.execute(found)).scalar_one_or_none()

    async def overdue(self) -> int:
        """How many requests ought to have been looked at more than a minute ago. Raises DatabaseError."""
        return await due_before(self.engine, _CALL_BACKS.c.due_at, self.clock() - LATE)

    async def turn(
        self,
        connection: AsyncConnection,
        some: Sequence[tuple[Request, str | None]],
        now: datetime,
        do: Callable[[Request, Staffing, Waits], Turn],
    ) -> list[Turned]:
        """Move these on, each with who asked, and write it down in a transaction that has locked them.

        Raises RefusedError, and then nothing is written.
        """
        day = day_in_london(now)
        requests = [request for request, _ in some]
        there, reach = await look_around(connection, self.pictures().of(now), now, requests)
        waits = {area: self.policies.of(area).on(day).waits for area in {one.area for one in requests}}
        turned = [Turned(do(request, there, waits[request.area]), asker) for request, asker in some]
        await record(connection, turned, reach, now)
        return turned


async def _locked(connection: AsyncConnection, number: int) -> Any:
    """The row of a request, which nobody else changes until this transaction is over."""
    found = ROW.where(_CALL_BACKS.c.id == number).with_for_update()
    return (await connection.execute(found)).mappings().first()


async def _since(connection: AsyncConnection, number: int, version: int) -> Sequence[Any]:
    """What happened to a request after a version, in order."""
    notes = select(_NOTES).where(_NOTES.c.handover == number, _NOTES.c.version > version)
    return (await connection.execute(notes.order_by(_NOTES.c.id))).mappings().all()


async def _who(connection: AsyncConnection, account: str, request: Request) -> By:
    found = select(Account.person, Account.standing, Account.area).where(Account.id == account)
    row = (await connection.execute(found)).first()
    if row is None:
        return By(account)
    staff = row.standing in (Standing.OFFICER, Standing.ADMIN)
    manages = row.standing == Standing.ADMIN and row.area in (None, request.area)
    return By(account, row.person if staff else None, manages)
