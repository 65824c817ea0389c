"""Accounts and agencies as their keepers see and judge them: a keeper of one area those of that area."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Select, select, true, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.accounts import accounts
from directory.accounts.standing import Identity
from directory.audit.audit import Act, Entry, record
from directory.errors import DirectoryError
from directory.exchange.kinds.accounts import ON_THE_ROTA
from directory.storage.database import database_errors, reading, writing
from directory.tables import Account, Agency, Person
from routing.vocabulary import Standing


class OnTheRotaError(DirectoryError):
    """An account cannot be this person on the rota; the message says why and what to write."""


class Deed(StrEnum):
    """What a keeper does to an account."""

    SUSPEND = "suspend"
    RESTORE = "restore"
    LEAVE = "leave"  # they have left their agency: the account is gone


_DEEDS = {Deed.SUSPEND: accounts.suspend, Deed.RESTORE: accounts.restore, Deed.LEAVE: accounts.leave}


@dataclass(frozen=True, slots=True)
class KeptAccount:
    """An account, for its keeper to see; it says nothing of who has it."""

    id: str
    agency: str  # its id
    standing: Standing
    area: str | None
    office: str | None
    coordinator: bool
    suspended: bool
    verified_until: date | None  # the first day on which it has to be verified anew
    person: str | None  # who it is on the rota
    revoked: bool  # its agency is


@dataclass(frozen=True, slots=True)
class KeptAgency:
    """An agency, for a keeper to see."""

    id: str
    name: str
    area: str | None
    kind: str
    revoked: bool


@dataclass(frozen=True, slots=True)
class AccountKeeping:
    """What a keeper does with accounts while the service runs. All raise DatabaseError."""

    engine: AsyncEngine
    clock: Callable[[], datetime]

    async def accounts(self, by: Identity) -> list[KeptAccount]:
        """The accounts that are theirs to judge, and their own, in the order of their agencies."""
        columns = [getattr(Account, name) for name in KeptAccount.__dataclass_fields__ if name != "revoked"]
        found = select(*columns, Agency.revoked).join_from(Account, Agency, Account.agency == Agency.id)
        found = found.where(_of_theirs(by, Account)).order_by(Account.agency, Account.id)
        rows = await self._read(found)
        return [KeptAccount(**{**row, "standing": Standing(row["standing"])}) for row in rows]

    async def agencies(self, by: Identity) -> list[KeptAgency]:
        """The agencies that are theirs to judge."""
        columns = [getattr(Agency, name) for name in KeptAgency.__dataclass_fields__]
        found = select(*columns).where(_of_theirs(by, Agency)).order_by(Agency.id)
        return [KeptAgency(**row) for row in await self._read(found)]

    async def judge(self, account: str, by: Identity, channel: str, deed: Deed) -> bool:
        """Do this to an account; False where there is none that is theirs to judge.

        A keeper of one area judges the accounts of that area, and nobody judges their own.
        """
        theirs = select(Account.id).where(
            Account.id == account, Account.id != by.account, _of_theirs(by, Account)
        )
        act = self._act(by, channel)
        return await self._change(by, theirs, lambda connection: _DEEDS[deed](connection, account, act))

    async def judge_agency(self, agency: str, by: Identity, channel: str, *, revoked: bool) -> bool:
        """Revoke an agency or restore it; False where there is none that is theirs to judge.

        An agency of several areas is judged by whoever keeps all, and nobody judges their own.
        """
        theirs = select(Agency.id).where(Agency.id == agency, Agency.id != by.agency, _of_theirs(by, Agency))
        change = accounts.revoke_agency if revoked else accounts.restore_agency
        act = self._act(by, channel)
        return await self._change(by, theirs, lambda connection: change(connection, agency, act))

    async def put_on_rota(self, account: str, person: str | None, by: Identity, channel: str) -> bool:
        """Say who an account is on the rota, or (None) that it is nobody there.

        False where there is no account of probation staff that is theirs to keep. Raises OnTheRotaError.
        """
        of_staff = Account.standing.in_(ON_THE_ROTA)
        theirs = select(Account.id).where(Account.id == account, of_staff, _of_theirs(by, Account))

        async def put(connection: AsyncConnection) -> None:
            if person is not None:
                await _check_on_rota(connection, account, person, by)
            await connection.execute(update(Account).where(Account.id == account).values(person=person))
            entry = Entry(self._act(by, channel), "change", f"account {account}", {"columns": "person"})
            await record(connection, [entry])

        return await self._change(by, theirs, put)

    async def _change(
        self, by: Identity, theirs: Select[Any], change: Callable[[AsyncConnection], Awaitable[object]]
    ) -> bool:
        """Change what is theirs, in one transaction; False where there is nothing of the kind."""
        with database_errors(self.engine):
            async with writing(self.engine) as connection:
                found = (await connection.execute(theirs)).first()
                if by.standing is not Standing.ADMIN or found is None:
                    return False
                await change(connection)
                return True

    async def _read(self, found: Select[Any]) -> Sequence[RowMapping]:
        with database_errors(self.engine):
            async with reading(self.engine) as connection:
                rows: Sequence[RowMapping] = (await connection.execute(found)).mappings().all()
        return rows

    def _act(self, by: Identity, channel: str) -> Act:
        return Act(by.account or "", channel, self.clock())


async def _check_on_rota(connection: AsyncConnection, account: str, person: str, by: Identity) -> None:
    known = select(Person.id).where(Person.id == person, _of_theirs(by, Person))
    if (await connection.execute(known)).first() is None:
        raise OnTheRotaError("There is no such person on the rota: write the id of one, as the rota has it.")
    taken = select(Account.id).where(Account.person == person, Account.id != account)
    if (await connection.execute(taken)).first() is not None:
        raise OnTheRotaError("Another account is that person already: take it from that one first.")


def _of_theirs(by: Identity, what: type[Account] | type[Agency] | type[Person]) -> ColumnElement[bool]:
    return true() if by.area is None else what.area == by.area
