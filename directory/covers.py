"""Cover asked of colleagues in chat: who is asked, who takes it, and that somebody is told where nobody does.

It goes the way of requests for a call back (directory/handover): when one is next to be looked at is in its
row, any replica that finds it due moves it on, and what is to be said goes into the same outbox in the same
transaction. So does the cover itself, as a row of the rota.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy import RowMapping, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.audit import Act
from directory.database import changing, database_errors, reading, table, writing
from directory.guard import no_new_holes
from directory.handover.reach import to_account
from directory.handover.recording import add_messages, message
from directory.information.reach import Reach
from directory.keepers import reachable
from directory.moments import as_kept, as_read
from directory.oversight import STAFF
from directory.own_shifts import person_of, standing_in
from directory.pictures import Pictures
from directory.rota import load_rota, post_of
from directory.rota_edits import put_row
from directory.standing import TELEGRAM
from directory.tables import Account, CoverAsked, CoverRequest
from routing.cover import (
    CoverRefusal,
    CoverRefusedError,
    CoverSaid,
    CoverState,
    could_cover,
    is_theirs,
    waited_until,
)
from routing.moments import day_in_london
from routing.shifts import Span
from routing.shifts_ahead import Shift
from routing.snapshot import Snapshot

_REQUESTS, _ASKED = table(CoverRequest), table(CoverAsked)
_LATE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A request for cover that is open: how many have not declined, and until when they are waited for."""

    id: int
    asked: int
    until: datetime


@dataclass(frozen=True, slots=True)
class Covers:
    """The requests of a directory. `pictures` give it as it is, `clock` aware moments.

    Each method raises DatabaseError; those of a press raise CoverRefusedError.
    """

    engine: AsyncEngine
    pictures: Callable[[], Pictures]
    clock: Callable[[], datetime]

    async def ask(self, shift: Shift, account: str) -> Waiting | None:
        """Ask for cover of one's own shift; None where nobody could be asked, and nothing was done.

        Asked twice, it is the same request.
        """
        now = self.clock()
        with database_errors(self.engine):
            async with writing(self.engine) as connection:
                if there := await _open_of(connection, shift):
                    return await _waiting(connection, there)
                people = could_cover(self._snapshot(now).rota, shift)
                accounts = [one for one in await _accounts_of(connection, people, now) if one != account]
                if not accounts:
                    return None
                made = insert(_REQUESTS).values(_values(shift, now) | {"asked_by": account})
                number = (await connection.execute(made.returning(_REQUESTS.c.id))).scalar_one()
                asked = [{"request": number, "account": one} for one in accounts]
                await connection.execute(insert(_ASKED), asked)
                row = await _locked(connection, number)
                assert row is not None
                await _tell(connection, row, CoverSaid.ASKED, map(to_account, accounts), now)
                return await _waiting(connection, row)

    async def take(self, number: int, account: str) -> Shift:
        """Somebody who was asked takes it: the rota is changed and the request settled, or neither."""
        now = self.clock()
        with database_errors(self.engine):
            async with writing(self.engine) as connection:
                row = await _asked_of(connection, number, account, now)
                shift, person = _shift(row), await person_of(connection, account)
                rota = await load_rota(connection, self._snapshot(now).bank_holidays)
                if not is_theirs(rota, shift):
                    raise CoverRefusedError(CoverRefusal.OVER)
                if person not in could_cover(rota, shift):
                    raise CoverRefusedError(CoverRefusal.NOT_FREE)
                guard = partial(
                    no_new_holes, today=day_in_london(now), force=True
                )  # whoever takes it is free
                cells = standing_in(person, shift.person, shift.span, shift.post)
                await put_row(connection, cells, Act(account, TELEGRAM, now), guard)
                asker = to_account(row["asked_by"])
                await _tell(connection, row, CoverSaid.TAKEN, [asker], now, taker=person)
                await _close(connection, row, CoverState.TAKEN)
        return shift

    async def decline(self, number: int, account: str) -> None:
        """Somebody who was asked does not take it, or cannot be reached; the last one ends it."""
        now = self.clock()
        with database_errors(self.engine):
            async with changing(self.engine) as connection:
                row = await _asked_of(connection, number, account, now)
                theirs = (_ASKED.c.request == number) & (_ASKED.c.account == account)
                await connection.execute(delete(_ASKED).where(theirs))
                if (await _waiting(connection, row)).asked == 0:
                    await self._nobody(connection, row, now)

    async def withdraw(self, number: int, account: str) -> None:
        """Whoever asked needs it no longer."""
        with database_errors(self.engine):
            async with changing(self.engine) as connection:
                row = await _locked(connection, number)
                if row is None or (row["due_at"] and row["asked_by"] != account):
                    raise CoverRefusedError(CoverRefusal.UNKNOWN)
                _still_open(row, None)
                await _close(connection, row, CoverState.WITHDRAWN)

    async def look_at_due(self) -> None:
        """Give up what nobody has taken in time, and what no other replica has in hand."""
        now = self.clock()
        due = select(_REQUESTS).where(_REQUESTS.c.due_at <= as_kept(now)).order_by(_REQUESTS.c.due_at)
        with database_errors(self.engine):
            async with changing(self.engine) as connection:
                found = await connection.execute(due.with_for_update(skip_locked=True))
                for row in found.mappings().all():
                    await self._nobody(connection, row, now)

    async def overdue(self) -> int:
        """How many ought to have been given up more than a minute ago."""
        late = select(func.count()).where(_REQUESTS.c.due_at < as_kept(self.clock() - _LATE))
        with database_errors(self.engine):
            async with reading(self.engine) as connection:
                counted: int = (await connection.execute(late)).scalar_one()
        return counted

    async def _nobody(self, connection: AsyncConnection, row: RowMapping, now: datetime) -> None:
        """Nobody takes it: whoever asked is told and the SPO, unless the rota has settled it otherwise."""
        shift, snapshot = _shift(row), self._snapshot(now)
        if is_theirs(snapshot.rota, shift):
            asker, post = to_account(row["asked_by"]), shift.post
            managers = await Reach(connection, snapshot, now).managers(post.area, post.office, post.provider)
            await _tell(connection, row, CoverSaid.NOBODY, [asker], now)
            await _tell(connection, row, CoverSaid.UNCOVERED, (one for one in managers if one != asker), now)
        await _close(connection, row, CoverState.NOBODY)

    def _snapshot(self, now: datetime) -> Snapshot:
        return self.pictures().of(now)


async def _accounts_of(connection: AsyncConnection, people: Iterable[str], now: datetime) -> list[str]:
    """The accounts of these people that may see names of staff, and have a chat."""
    staff = reachable(Account.id, on=day_in_london(now)).where(
        Account.person.in_(people), Account.standing.in_(STAFF)
    )
    return list((await connection.execute(staff.order_by(Account.id))).scalars())


async def _locked(connection: AsyncConnection, number: int) -> RowMapping | None:
    """The row of a request, which nobody else changes until this transaction is over."""
    found = select(_REQUESTS).where(_REQUESTS.c.id == number).with_for_update()
    return (await connection.execute(found)).mappings().first()


async def _open_of(connection: AsyncConnection, shift: Shift) -> RowMapping | None:
    """The open request for a shift, where there is one."""
    same = {name: value for name, value in _of_shift(shift).items() if name != "ends"}
    found = select(_REQUESTS).where(
        _REQUESTS.c.due_at.is_not(None),
        *(_REQUESTS.c[name].is_not_distinct_from(value) for name, value in same.items()),
    )
    return (await connection.execute(found)).mappings().first()


async def _asked_of(connection: AsyncConnection, number: int, account: str, now: datetime) -> RowMapping:
    """An open request that this account was asked, and has not declined. Raises CoverRefusedError."""
    row = await _locked(connection, number)
    if row is None:
        raise CoverRefusedError(CoverRefusal.UNKNOWN)
    _still_open(row, now)
    theirs = select(_ASKED.c.account).where(_ASKED.c.request == number, _ASKED.c.account == account)
    if (await connection.execute(theirs)).first() is None:
        raise CoverRefusedError(CoverRefusal.UNKNOWN)
    return row


def _still_open(row: RowMapping, now: datetime | None) -> None:
    if row["state"] == CoverState.TAKEN:
        raise CoverRefusedError(CoverRefusal.TAKEN)
    if row["due_at"] is None or (now and as_read(row["due_at"]) <= now):
        raise CoverRefusedError(CoverRefusal.OVER)


async def _waiting(connection: AsyncConnection, row: RowMapping) -> Waiting:
    asked = select(func.count()).where(_ASKED.c.request == row["id"])
    return Waiting(row["id"], (await connection.execute(asked)).scalar_one(), as_read(row["due_at"]))


async def _close(connection: AsyncConnection, row: RowMapping, state: CoverState) -> None:
    """It has ended, and nobody is in it any longer."""
    number, values = row["id"], {"state": state, "due_at": None, "person": None, "asked_by": None}
    await connection.execute(update(_REQUESTS).where(_REQUESTS.c.id == number).values(values))
    await connection.execute(delete(_ASKED).where(_ASKED.c.request == number))


async def _tell(
    connection: AsyncConnection,
    row: RowMapping,
    said: CoverSaid,
    to: Iterable[str],
    now: datetime,
    **more: Any,
) -> None:
    told = ("id", "area", "office", "provider", "role", "begins", "ends", "person")
    about = {name: row[name] for name in told} | more
    rows = [message(f"{said}.{row['id']}.{one}", one, said, about, now) for one in to]
    await add_messages(connection, rows)


def _values(shift: Shift, now: datetime) -> dict[str, Any]:
    return {**_of_shift(shift), "state": CoverState.ASKED, "due_at": as_kept(waited_until(shift, now))}


def _of_shift(shift: Shift) -> dict[str, Any]:
    when = {"begins": as_kept(shift.span.begins), "ends": as_kept(shift.span.ends)}
    return {**shift.post._asdict(), "person": shift.person, **when}


def _shift(row: RowMapping) -> Shift:
    """The shift that an open request is about."""
    return Shift(post_of(row), row["person"], Span(as_read(row["begins"]), as_read(row["ends"])))
