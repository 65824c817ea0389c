"""Telling people that their shift is about to begin, or a promise of theirs over: once, whichever replica
gets there first."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from directory.accounts.keepers import reachable
from directory.call_backs.reach import to_account
from directory.call_backs.recording import ROWS, about_request, add_messages, message
from directory.pictures.pictures import Pictures
from directory.storage.database import changing, database_errors, reading, table
from directory.storage.moments import as_kept
from directory.tables import Account, CallBackRequest
from routing.call_backs import machine
from routing.call_backs.news import Said
from routing.call_backs.request import Request, State
from routing.moments import day_in_london
from routing.policy import Policies
from routing.rota.shifts import Span
from routing.rota.shifts_ahead import Shift, beginning

BEFORE = timedelta(hours=1)
_CALL_BACKS = table(CallBackRequest)


@dataclass(frozen=True, slots=True)
class Reminders:
    """The reminders of a directory. `pictures` gives it as it is, `clock` aware moments."""

    engine: AsyncEngine
    pictures: Callable[[], Pictures]
    clock: Callable[[], datetime]
    policies: Policies

    async def remind(self) -> int:
        """Have everybody told whose shift begins within the hour; how many are told now."""
        now = self.clock().astimezone(UTC)
        soon = list(beginning(self.pictures().of(now).rota, Span(now, now + BEFORE)))
        if not soon:
            return 0
        with database_errors(self.engine):
            async with reading(self.engine) as connection:
                people = {shift.person for shift in soon}
                on = reachable(Account.person, Account.id, on=day_in_london(now))
                found = await connection.execute(on.where(Account.person.in_(people)))
                accounts = {row.person: row.id for row in found}
            async with changing(self.engine) as connection:
                rows = [
                    message(_key(shift), to_account(accounts[shift.person]), Said.SHIFT, _about(shift), now)
                    for shift in soon
                    if shift.person in accounts
                ]
                return await add_messages(connection, rows)

    async def remind_takers(self) -> int:
        """Have everybody told whose promise to ring is nearly over; how many are told now."""
        now = self.clock()
        taken = (_CALL_BACKS.c.state == State.TAKEN) & _CALL_BACKS.c.due_at.is_not(None)
        found = select(*(_CALL_BACKS.c[name] for name in ROWS.names)).where(taken)
        with database_errors(self.engine):
            async with reading(self.engine) as connection:
                requests = [ROWS.of(row) for row in (await connection.execute(found)).mappings()]
            rows = [_of_a_promise(one, now) for one in requests if self._is_running_out(one, now)]
            if not rows:
                return 0
            async with changing(self.engine) as connection:
                return await add_messages(connection, rows)

    def _is_running_out(self, request: Request, now: datetime) -> bool:
        waits = self.policies.of(request.area).on(day_in_london(now)).waits
        return machine.is_running_out(request, now, waits)


def _of_a_promise(request: Request, at: datetime) -> dict[str, Any]:
    """One for each promise; something that happens to the request overtakes it, as it does its buttons."""
    assert request.promised and request.taken_by
    key = f"promise.{request.id}.{int(request.promised.timestamp())}"
    row = message(key, to_account(request.taken_by), Said.REMINDER, about_request(request), at)
    return row | {"handover": request.id, "version": request.version, "live": True}


def _key(shift: Shift) -> str:
    return f"shift.{shift.person}.{int(shift.span.begins.timestamp())}.{shift.post.role}"


def _about(shift: Shift) -> dict[str, str | None]:
    post = shift.post
    return {
        "area": post.area,
        "office": post.office,
        "provider": post.provider,
        "role": post.role,
        "begins": as_kept(shift.span.begins),
        "ends": as_kept(shift.span.ends),
    }
