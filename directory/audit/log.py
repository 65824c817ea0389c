"""The audit as a keeper reads it: searched by day, by who did something, and by what was done.

The keeper of one area sees what the accounts of that area did; what was done at the command line, and by
accounts that are gone, is for whoever keeps all areas.
"""

import json
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.ext.asyncio import AsyncEngine

from directory.accounts.standing import Identity
from directory.audit.audit import Action, Detail
from directory.audit.check import AuditCheck, check_audit
from directory.storage.aside import aside
from directory.storage.database import database_errors, reading
from directory.storage.moments import as_kept, as_read
from directory.tables import Account, AuditRow
from routing.moments import on_the_wall

AT_A_TIME = 50


class Noted(NamedTuple):
    """A row of the audit."""

    number: int
    at: datetime
    who: str
    origin: str
    action: str
    subject: str
    details: dict[str, Detail]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows; what is not said does not matter.

    `what` is part of an action or a subject; `actions` are those whose words it is part of.
    """

    since: date | None = None
    until: date | None = None  # the last day
    who: str = ""
    what: str = ""
    before: int | None = None  # rows with smaller numbers
    actions: tuple[Action, ...] = ()

    def conditions(self) -> list[ColumnElement[bool]]:
        """For the rows of the table."""
        found = []
        if self.since:
            found.append(AuditRow.at >= as_kept(on_the_wall(self.since, time.min)))
        if self.until:
            found.append(AuditRow.at < as_kept(on_the_wall(self.until + timedelta(days=1), time.min)))
        if self.who:
            found.append(AuditRow.who == self.who)
        if self.what:
            has = (one.icontains(self.what, autoescape=True) for one in (AuditRow.action, AuditRow.subject))
            found.append(or_(AuditRow.action.in_(self.actions), *has))
        if self.before is not None:
            found.append(AuditRow.number < self.before)
        return found


@dataclass(frozen=True, slots=True)
class AuditLog:
    """One for an open directory. All raise DatabaseError."""

    engine: AsyncEngine

    async def rows(self, by: Identity, wanted: Wanted) -> list[Noted]:
        """The newest that are theirs to see, and one more than are shown where there are more."""
        columns = [getattr(AuditRow, name) for name in Noted._fields]
        found = select(*columns).where(*wanted.conditions()).order_by(AuditRow.number.desc())
        if by.area is not None:
            theirs = select(Account.id).where(Account.area == by.area)
            found = found.where(or_(AuditRow.who == by.account, AuditRow.who.in_(theirs)))
        with database_errors(self.engine):
            async with reading(self.engine) as connection:
                rows = await connection.execute(found.limit(AT_A_TIME + 1))
                return [_noted(*row) for row in rows]

    async def check(self) -> AuditCheck:
        """Whether it is whole (check.py). It may be long: aside."""
        return await aside(self.engine, _check)


async def _check(engine: AsyncEngine) -> AuditCheck:
    with database_errors(engine):
        async with reading(engine) as connection:
            return await check_audit(connection)


def _noted(number: int, at: str, *texts: str) -> Noted:
    *others, details = texts
    who, origin, action, subject = others
    return Noted(number, as_read(at), who, origin, action, subject, json.loads(details))
