"""Telling people that their shift is about to begin: once each, whichever replica gets there first."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncEngine

from directory.database import changing, database_errors, reading
from directory.handover.reach import to_account
from directory.handover.recording import add_messages, message
from directory.keepers import reachable
from directory.moments import as_kept
from directory.pictures import Pictures
from directory.tables import Account
from routing.handover.news import Said
from routing.moments import day_in_london
from routing.shifts import Span
from routing.shifts_ahead import Shift, beginning

BEFORE = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Reminders:
    """The reminders of a directory. `pictures` gives it as it is, `clock` aware moments."""

    engine: AsyncEngine
    pictures: Callable[[], Pictures]
    clock: Callable[[], datetime]

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
