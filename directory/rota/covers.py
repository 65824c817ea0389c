"""Cover and swaps asked of colleagues in chat: who is asked, who takes it, and who is told where nobody does.

It goes the way of requests for a call back (directory/call_backs): when one is next to be looked at is in its
row, any replica that finds it due moves it on, and what is to be said goes into the same outbox in the same
transaction. So does what changes on the rota: one row for cover, two for a swap.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import RowMapping, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.accounts.keepers import reachable
from directory.accounts.standing import TELEGRAM
from directory.audit.audit import Act
from directory.call_backs.reach import to_account
from directory.information.reach import Reach
from directory.overview.overviews import STAFF
from directory.pictures.pictures import Pictures
from directory.proof.guard import no_new_holes
from directory.requests.due import due_before
from directory.rota import cover_rows as rows
from directory.rota.cover_rows import ASKED, REQUESTS, Waiting
from directory.rota.edits import RowRefusedError, put_row, take_row
from directory.rota.own_shifts import person_of, standing_in
from directory.rota.rota import load_rota
from directory.storage.database import changing, database_errors, writing
from directory.storage.moments import as_kept
from directory.tables import Account
from routing.moments import day_in_london
from routing.policy import Policies
from routing.rota.cover import (
    Change,
    Covering,
    CoverRefusal,
    CoverRefusedError,
    CoverSaid,
    CoverState,
    Wanted,
    are_theirs,
    changes,
    could_take,
    have_been_made,
    swaps_for,
    waited_until,
)
from routing.rota.rota import Rota
from routing.rota.shifts import Span
from routing.rota.shifts_ahead import Shift
from routing.snapshot import Snapshot

_LATE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Covers:
    """The requests of a directory. `pictures` give it as it is, `clock` aware moments.

    Each method raises DatabaseError; those of a press raise CoverRefusedError.
    """

    engine: AsyncEngine
    pictures: Callable[[], Pictures]
    clock: Callable[[], datetime]
    policies: Policies

    def could_swap(self, shift: Shift, whole: Span) -> list[Shift]:
        """The shifts of colleagues in a span that could be had for this one."""
        now = self.clock()
        return swaps_for(self._snapshot(now).rota, shift, whole, self._times(shift, now))

    async def ask(self, wanted: Wanted, account: str) -> Waiting | None:
        """Ask for cover of one's own shift, or a swap; None where nobody could be asked.

        There is one request for a shift at a time: where one is open, that is it.
        """
        now = self.clock()
        times = self._times(wanted.shift, now)
        with database_errors(self.engine):
            async with writing(self.engine) as connection:
                if there := await rows.open_of(connection, wanted.shift):
                    return await rows.waiting(connection, there)
                people = could_take(self._snapshot(now).rota, wanted, times)
                accounts = [one for one in await _accounts_of(connection, people, now) if one != account]
                until = waited_until(wanted, now, times)
                if not accounts or until <= now:
                    return None
                row = await rows.put(connection, wanted, account, accounts, until)
                await rows.tell(connection, row, CoverSaid.ASKED, map(to_account, accounts), now)
                return await rows.waiting(connection, row)

    async def take(self, number: int, account: str) -> Wanted:
        """Somebody who was asked takes it: the rota is changed and the request settled, or neither."""
        now = self.clock()
        with database_errors(self.engine):
            async with writing(self.engine) as connection:
                row = await rows.asked_of(connection, number, account, now)
                wanted, taker = rows.wanted_of(row), await person_of(connection, account)
                rota = await self._rota(connection, now)
                if not are_theirs(rota, wanted.shifts):
                    raise CoverRefusedError(CoverRefusal.CHANGED)
                if taker is None or taker not in could_take(rota, wanted, self._times(wanted.shift, now)):
                    raise CoverRefusedError(CoverRefusal.NOT_FREE)
                made = changes(rota, wanted, taker)
                await _make(connection, made, Act(account, TELEGRAM, now))
                if not have_been_made(await self._rota(connection, now), made):
                    raise CoverRefusedError(CoverRefusal.KEEPER)
                for said, told in ((CoverSaid.TAKEN, row["asked_by"]), (CoverSaid.YOURS, account)):
                    await rows.tell(connection, row, said, [to_account(told)], now, taker=taker)
                await rows.close(connection, row, CoverState.TAKEN)
        return wanted

    async def decline(self, number: int, account: str) -> None:
        """Somebody who was asked does not take it, or cannot be reached; the last one ends it."""
        now = self.clock()
        with database_errors(self.engine):
            async with changing(self.engine) as connection:
                row = await rows.asked_of(connection, number, account, now)
                theirs = (ASKED.c.request == number) & (ASKED.c.account == account)
                await connection.execute(delete(ASKED).where(theirs))
                if (await rows.waiting(connection, row)).asked == 0:
                    await self._nobody(connection, row, now)

    async def withdraw(self, number: int, account: str) -> None:
        """Whoever asked needs it no longer."""
        with database_errors(self.engine):
            async with changing(self.engine) as connection:
                row = await rows.locked(connection, number)
                if row is None or (row["due_at"] and row["asked_by"] != account):
                    raise CoverRefusedError(CoverRefusal.UNKNOWN)
                rows.check_open(row)
                await rows.close(connection, row, CoverState.WITHDRAWN)

    async def look_at_due(self) -> None:
        """Give up what nobody has taken in time, and what no other replica has in hand."""
        now = self.clock()
        due = select(REQUESTS).where(REQUESTS.c.due_at <= as_kept(now)).order_by(REQUESTS.c.due_at)
        with database_errors(self.engine):
            async with changing(self.engine) as connection:
                found = await connection.execute(due.with_for_update(skip_locked=True))
                for row in found.mappings().all():
                    await self._nobody(connection, row, now)

    async def overdue(self) -> int:
        """How many ought to have been given up more than a minute ago."""
        return await due_before(self.engine, REQUESTS.c.due_at, self.clock() - _LATE)

    async def _nobody(self, connection: AsyncConnection, row: RowMapping, now: datetime) -> None:
        """Nobody takes it: whoever asked is told, and of cover the SPO, unless the rota has settled it."""
        (shift, back), snapshot = rows.wanted_of(row), self._snapshot(now)
        if are_theirs(snapshot.rota, [shift]):
            asker, post = to_account(row["asked_by"]), shift.post
            await rows.tell(connection, row, CoverSaid.NOBODY, [asker], now)
            if back is None:  # without a swap nobody has said that they cannot be there
                reach = Reach(connection, snapshot, now)
                managers = await reach.managers(post.area, post.office, post.provider)
                others = (one for one in managers if one != asker)
                await rows.tell(connection, row, CoverSaid.UNCOVERED, others, now)
        await rows.close(connection, row, CoverState.NOBODY)

    async def _rota(self, connection: AsyncConnection, now: datetime) -> Rota:
        """The rota as it stands in this transaction."""
        return await load_rota(connection, self._snapshot(now).bank_holidays)

    def _snapshot(self, now: datetime) -> Snapshot:
        return self.pictures().of(now)

    def _times(self, shift: Shift, now: datetime) -> Covering:
        return self.policies.of(shift.post.area).on(day_in_london(now)).covering


async def _make(connection: AsyncConnection, made: Iterable[Change], act: Act) -> None:
    """Change the rota. The guard need not prove a year: whoever takes a shift is free. Raises as a press."""
    guard = partial(no_new_holes, today=day_in_london(act.at), force=True)
    try:
        for shift, taker, undoes in made:
            if undoes is not None:
                await take_row(connection, undoes, act, guard)
            else:
                cells = standing_in(taker, shift.person, shift.span, shift.post)
                await put_row(connection, cells, act, guard)
    except RowRefusedError:
        raise CoverRefusedError(CoverRefusal.KEEPER) from None


async def _accounts_of(connection: AsyncConnection, people: Iterable[str], now: datetime) -> list[str]:
    """The accounts of these people that may see names of staff, and have a chat."""
    staff = reachable(Account.id, on=day_in_london(now)).where(
        Account.person.in_(people), Account.standing.in_(STAFF)
    )
    return list((await connection.execute(staff.order_by(Account.id))).scalars())
