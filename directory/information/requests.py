"""Requests for information to other agencies: recorded, acted upon, and chased when they are due.

They go the way of requests for a call back (directory/call_backs): the moment at which one is next to be
looked at is in its row, any replica that finds it due locks it and moves it on, and what is to be said goes
into the same outbox in the same transaction.
"""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import RowMapping, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.accounts.standing import Identity
from directory.information.agencies import Agencies
from directory.information.reach import Reach
from directory.information.recording import ROWS, record, record_unreachable
from directory.information.rows import (
    OPEN,
    ROW,
    Seen,
    locked,
    narrowed,
    pressed_twice,
    seen_by,
    working_days_of,
)
from directory.overview.overviews import STAFF, viewer
from directory.pictures.pictures import Pictures
from directory.requests.due import due_before
from directory.storage.database import changing, database_errors, reading, table
from directory.storage.moments import as_kept
from directory.tables import Account, InformationAsked
from routing.information import machine
from routing.information.access import Side, Viewer
from routing.information.machine import Doing, Refusal, RefusedError, To, WorkingDays
from routing.information.request import InformationRequest
from routing.moments import day_in_london
from routing.policy import Policies
from routing.snapshot import Snapshot

if TYPE_CHECKING:
    from directory.cases.sealing import Seal

_ASKED = table(InformationAsked)
AT_A_TIME = 20  # a turn is a handful of statements, and an answer may want to be written meanwhile
LATE = timedelta(hours=1)  # what is later than this, somebody has to see to


@dataclass(frozen=True, slots=True)
class InformationRequests:
    """The requests of a directory. `pictures` give the directory as it is, `clock` aware moments.

    Each method raises DatabaseError.
    """

    engine: AsyncEngine
    pictures: Callable[[], Pictures]
    seal: "Callable[[], Seal]"
    clock: Callable[[], datetime]
    policies: Policies

    @property
    def agencies(self) -> Agencies:
        """Those that something can be asked of."""
        return Agencies(self.engine)

    @property
    def snapshot(self) -> Snapshot:
        """The directory as it is now."""
        return self.pictures().of(self.clock())

    def working_days(self, area: str, office: str | None) -> WorkingDays:
        """The working days of an office, or of its area, from now on."""
        return working_days_of(self.snapshot, self.clock(), area, office)

    async def is_staff(self, account: str) -> bool:
        """Whether this is an account of somebody who may ask."""
        found = select(Account.id).where(Account.id == account, Account.standing.in_(STAFF))
        with database_errors(self.engine):
            async with reading(self.engine) as connection:
                return (await connection.execute(found)).first() is not None

    async def reaches(self, request: InformationRequest) -> bool:
        """Whether Signpost can tell anybody of the agency of it."""
        now = self.clock()
        with database_errors(self.engine):
            async with reading(self.engine) as connection:
                reach = Reach(connection, self.pictures().of(now), now)
                return bool(await reach.recipients(To.AGENCY, request, None))

    async def ask(
        self, request: InformationRequest, asked_by: str | None, reference: str | None = None
    ) -> InformationRequest:
        """Record that this was asked; as it stands then. A case reference is sealed."""
        now = self.clock()
        more = {
            "asked_by": asked_by,
            "reference_sealed": self.seal().seal(reference) if reference else None,
        }
        with database_errors(self.engine):
            async with changing(self.engine) as connection:
                values = {name: value for name, value in ROWS.values(request).items() if name != "id"}
                if asked_by and (again := await pressed_twice(connection, values, asked_by, now)):
                    return again
                made = insert(_ASKED).values(values | more).returning(_ASKED.c.id)
                number: int = (await connection.execute(made)).scalar_one()
                row = await locked(connection, number)
                assert row is not None
                return await self.turn(connection, row, now, machine.ask)

    async def act(
        self, number: int, version: int | None, who: Identity, side: Side, do: Doing
    ) -> InformationRequest:
        """What somebody does on one side of a request, by a button of this version. Raises RefusedError."""
        now = self.clock()
        with database_errors(self.engine):
            async with changing(self.engine) as connection:
                row = await locked(connection, number)
                if row is None or self.side_of(row, who, now) is not side:
                    raise RefusedError(Refusal.UNKNOWN)
                if version is not None and version != row["version"]:
                    raise RefusedError(Refusal.CHANGED)
                return await self.turn(connection, row, now, do)

    async def settle(self, number: int, do: Doing) -> InformationRequest:
        """What whoever runs the service does to a request at the command line. Raises RefusedError."""
        with database_errors(self.engine):
            async with changing(self.engine) as connection:
                row = await locked(connection, number)
                if row is None:
                    raise RefusedError(Refusal.UNKNOWN)
                return await self.turn(connection, row, self.clock(), do)

    async def look_at_due(self, at_most: int = AT_A_TIME) -> int:
        """Move on what is due, and what no other replica has in hand; how many that were."""
        now = self.clock()
        due = ROW.where(_ASKED.c.due_at <= as_kept(now)).order_by(_ASKED.c.due_at).limit(at_most)
        with database_errors(self.engine):
            async with changing(self.engine) as connection:
                rows = (await connection.execute(due.with_for_update(skip_locked=True))).mappings().all()
                for row in rows:
                    await self.turn(connection, row, now, machine.look)
        return len(rows)

    async def not_delivered(self, number: int, key: str) -> None:
        """A message to the agency, by its key, cannot be brought there; the asker may have to know."""
        now = self.clock()
        with database_errors(self.engine):
            async with changing(self.engine) as connection:
                row = await locked(connection, number)
                if row is not None and row["due_at"] is not None:
                    reach = Reach(connection, self.pictures().of(now), now)
                    await record_unreachable(ROWS.of(row), row["asked_by"], key, reach)

    async def open_to(self, who: Identity) -> list[Seen]:
        """What is open that somebody may see, whatever is due first before the rest."""
        async with self._looking(who) as (connection, viewed):
            if viewed is None:
                return []
            rows = (await connection.execute(narrowed(OPEN, viewed))).mappings().all()
        seen = (seen_by(row, viewed) for row in rows)
        return [one for one in seen if one]

    async def seen(self, number: int, who: Identity) -> Seen | None:
        """A request, where somebody may see it."""
        async with self._looking(who) as (connection, viewed):
            row = (await connection.execute(ROW.where(_ASKED.c.id == number))).mappings().first()
        return seen_by(row, viewed) if row and viewed else None

    async def all_open(self) -> list[InformationRequest]:
        """Everything that is open, whatever is due first before the rest."""
        with database_errors(self.engine):
            async with reading(self.engine) as connection:
                return [ROWS.of(row) for row in (await connection.execute(OPEN)).mappings()]

    async def overdue(self) -> int:
        """How many ought to have been looked at more than an hour ago."""
        return await due_before(self.engine, _ASKED.c.due_at, self.clock() - LATE)

    def side_of(self, row: RowMapping, who: Identity, at: datetime) -> Side | None:
        """On which side of a request, by its row, somebody stands."""
        viewed = viewer(who, self.pictures().of(at), at)
        return viewed.side_of(ROWS.of(row), row["asked_by"]) if viewed else None

    @asynccontextmanager
    async def _looking(self, who: Identity) -> AsyncIterator[tuple[AsyncConnection, Viewer | None]]:
        now = self.clock()
        with database_errors(self.engine):
            async with reading(self.engine) as connection:
                yield connection, viewer(who, self.pictures().of(now), now)

    async def turn(
        self, connection: AsyncConnection, row: Mapping[Any, Any], now: datetime, do: Doing
    ) -> InformationRequest:
        """Move one on in a transaction that has locked its row, with its history and every message.

        Raises RefusedError.
        """
        request, snapshot = ROWS.of(row), self.pictures().of(now)
        there = working_days_of(snapshot, now, request.area, request.office)
        turn = do(request, there, self.policies.of(request.area).on(day_in_london(now)).chasing)
        if turn.what is not None:
            await record(turn, row["asked_by"], Reach(connection, snapshot, now))
        return turn.request
