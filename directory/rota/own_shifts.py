"""Somebody on the rota says themselves that they are away, back, or standing in for a colleague."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.accounts.standing import TELEGRAM
from directory.audit.audit import Act
from directory.exchange.importing import Guard
from directory.proof.guard import no_new_holes
from directory.rota.edits import add_row, remove_row
from directory.rota.rota import moment_of
from directory.storage.database import database_errors, reading, table
from directory.tables import Account, RotaEntry
from routing.hours import LONDON
from routing.moments import day_in_london
from routing.rota.shifts import Span
from routing.snapshot import PostKey

SAID_IN_CHAT = "said in chat"  # the source of such an entry: only these are taken back in chat
_ENTRIES = table(RotaEntry)


@dataclass(frozen=True, slots=True)
class OwnShifts:
    """What people on the rota say of themselves. One for an open directory; all raise DirectoryError.

    A change is a row of the rota as at the command line, but for the proof of a whole year, during which
    nobody else could write: whoever makes it has seen what it leaves (routing/rota/changes.py).
    """

    engine: AsyncEngine
    clock: Callable[[], datetime]

    async def person_of(self, account: str) -> str | None:
        """Who an account is on the rota, if anybody."""
        with database_errors(self.engine):
            async with reading(self.engine) as connection:
                return await person_of(connection, account)

    async def is_away(self, person: str, span: Span, account: str) -> None:
        """They are away."""
        await self._add(away(person, span), account)

    async def stands_in(self, person: str, other: str, span: Span, account: str) -> None:
        """They have taken over from a colleague, at every post."""
        await self._add(standing_in(person, other, span), account)

    async def is_back(self, person: str, account: str) -> bool:
        """What they have said of being away is taken back; whether there was any."""
        with database_errors(self.engine):
            async with reading(self.engine) as connection:
                numbers = await absences_said(connection, person, self.clock())
        for number in numbers:
            await remove_row(self.engine, number, self._act(account), self._guard())
        return bool(numbers)

    async def _add(self, cells: Mapping[str, str], account: str) -> None:
        await add_row(self.engine, cells, self._act(account), self._guard())

    def _act(self, account: str) -> Act:
        return Act(account, TELEGRAM, self.clock())

    def _guard(self) -> Guard:
        return partial(no_new_holes, today=day_in_london(self.clock()), force=True)


async def person_of(connection: AsyncConnection, account: str) -> str | None:
    """Who this account is on the rota, if anybody."""
    found = await connection.execute(select(Account.person).where(Account.id == account))
    return found.scalar_one_or_none()


async def absences_said(connection: AsyncConnection, person: str, at: datetime) -> list[int]:
    """The numbers of the absences that hold at a moment and that they have said in chat."""
    columns = (_ENTRIES.c.id, _ENTRIES.c.starts, _ENTRIES.c.ends)
    theirs = (_ENTRIES.c.person == person) & (_ENTRIES.c.kind == "absence")
    rows = await connection.execute(select(*columns).where(theirs, _ENTRIES.c.source == SAID_IN_CHAT))
    return [row.id for row in rows if moment_of(row.starts) <= at < moment_of(row.ends)]


def away(person: str, span: Span) -> dict[str, str]:
    """An absence as a row of the rota's file."""
    return {"kind": "absence", "person": person, **_when(span)}


def standing_in(person: str, other: str, span: Span, post: PostKey | None = None) -> dict[str, str]:
    """Cover at a post, or (None) at every one, as a row of the rota's file."""
    at = {name: value for name, value in post._asdict().items() if value} if post else {}
    return {"kind": "cover", "person": person, "other": other, **at, **_when(span)}


def _when(span: Span) -> dict[str, str]:
    local = [moment.astimezone(LONDON).replace(tzinfo=None) for moment in (span.begins, span.ends)]
    starts, ends = (moment.isoformat(sep=" ", timespec="minutes") for moment in local)
    return {"starts": starts, "ends": ends, "source": SAID_IN_CHAT, "sample": "no"}
