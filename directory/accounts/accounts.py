"""Accounts: what a running service does with them, and what whoever keeps them may do."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.accounts import address_proof, invitations
from directory.accounts.address_proof import Proving, ToMail
from directory.accounts.binding import NotVerifiedError, Person, carry_look_ups, copy_look_ups
from directory.accounts.invitations import Offer, withdraw
from directory.accounts.membership import Membership, membership
from directory.accounts.standing import PUBLIC, Identity, WhoAsks
from directory.audit import audit
from directory.cases.case_key import CaseKey
from directory.errors import DirectoryError
from directory.storage.database import database_errors, reading, writing
from directory.tables import Account, Agency, Invitation
from routing.limits import Limits
from routing.moments import day_in_london
from routing.snapshot import Snapshot


class AccountError(DirectoryError):
    """An account or agency that is not there; the message says how to see those there are."""


@dataclass(frozen=True, slots=True)
class Accounts:
    """Who is asking, and how somebody becomes more than the public. One for an open directory."""

    engine: AsyncEngine
    who_asks: WhoAsks
    key: Callable[[], CaseKey]
    clock: Callable[[], datetime]

    async def identity(self, channel: str, user: int | None, at: datetime | None = None) -> Identity:
        """Who this user of a channel is at a moment (now). Raises DatabaseError."""
        if user is None:
            return PUBLIC
        day = day_in_london(at or self.clock())
        return await self.who_asks.on(channel, user, day)

    async def holder(self, account: str) -> Identity:
        """Who has this account, now: the public where it does not hold. Raises DatabaseError."""
        return await self.who_asks.holding(account, day_in_london(self.clock()))

    async def invite(
        self, offer: Offer, by: Identity, channel: str, limits: Limits, days: int | None = None
    ) -> str:
        """A token for the offer. Raises InvitationError where the asker may not, or there is no such."""
        act = self._act(channel, by.account)
        with database_errors(self.engine):
            async with writing(self.engine) as connection:
                return await invitations.issue(connection, offer, act, days or limits.invitation_days, by)

    async def redeem(self, token: str, person: Person, limits: Limits) -> str:
        """The account that the token makes. Raises NotVerifiedError: `invitation` or `suspended`."""
        act = self._act(person.channel)
        with database_errors(self.engine):
            async with writing(self.engine) as connection:
                account = await invitations.redeem(connection, token, person, act, limits.verified_days)
                await carry_look_ups(connection, self._when_left(person), account)
                return account

    async def begin_proof(self, person: Person, address: str, picture: Snapshot, limits: Limits) -> ToMail:
        """What to mail to an address. Raises NotVerifiedError, see address_proof.py."""
        act, how = self._act(person.channel), Proving(self.key(), limits)
        with database_errors(self.engine):
            async with writing(self.engine) as connection:
                return await address_proof.begin(connection, how, person, address, picture, act)

    async def finish_proof(self, person: Person, code: str, limits: Limits) -> str | None:
        """The account, or None where this is not the code. Raises NotVerifiedError."""
        act, how = self._act(person.channel), Proving(self.key(), limits)
        with database_errors(self.engine):
            async with writing(self.engine) as connection:
                account = await address_proof.finish(connection, how, person, code, act)
                if account is not None:
                    await carry_look_ups(connection, self._when_left(person), account)
                    await carry_look_ups_of_address(connection, self.key(), account)
                return account

    async def membership(self, person: Person) -> Membership | None:
        """What is kept of somebody; None where they have no account. Raises DatabaseError."""
        with database_errors(self.engine):
            async with reading(self.engine) as connection:
                return await membership(connection, person)

    async def leave(self, person: Person) -> None:
        """Somebody leaves by their own wish; no harm where they have no account.

        A suspension is not got rid of like this: NotVerifiedError, `suspended`. What they looked up in
        the last day counts on under a keyed hash, and is gone when the day is over.
        """
        with database_errors(self.engine):
            async with writing(self.engine) as connection:
                known = await membership(connection, person)
                if known is None:
                    return
                if known.suspended:
                    raise NotVerifiedError("suspended")
                await leave(connection, known.account, self._act(person.channel, known.account))
                if known.address_hash:
                    again = when_left(self.key(), known.address_hash)
                    await copy_look_ups(connection, known.account, again)
                await carry_look_ups(connection, known.account, self._when_left(person))

    async def agencies(self) -> dict[str, str | None]:
        """The agencies that are not revoked, each with its area. Raises DatabaseError."""
        found = select(Agency.id, Agency.area).where(Agency.revoked.is_(False)).order_by(Agency.id)
        with database_errors(self.engine):
            async with reading(self.engine) as connection:
                return {row.id: row.area for row in await connection.execute(found)}

    def _when_left(self, person: Person) -> str:
        return when_left(self.key(), person.as_bytes)

    def _act(self, channel: str, account: str | None = None) -> audit.Act:
        return audit.Act(account or "new account", channel, self.clock())


def when_left(key: CaseKey, known_by: bytes) -> str:
    """Under what the look-ups of somebody who has left are counted; no longer than an account's id."""
    return f"left {key.hash(known_by).hex()[:54]}"


async def carry_look_ups_of_address(connection: AsyncConnection, key: CaseKey, account: str) -> None:
    """The look-ups of whoever left with the address that this account has now."""
    found = select(Account.address_hash).where(Account.id == account)
    address = (await connection.execute(found)).scalar_one()
    if address is not None:
        await carry_look_ups(connection, when_left(key, address), account)


async def suspend(connection: AsyncConnection, account: str, act: audit.Act) -> None:
    """From now on the account knows no more than the public, and what it offered is taken back."""
    await _change(connection, account, suspended=True)
    await withdraw(connection, account)
    await audit.record(connection, [audit.Entry(act, "suspend", f"account {account}")])


async def restore(connection: AsyncConnection, account: str, act: audit.Act) -> None:
    """End a suspension."""
    await _change(connection, account, suspended=False)
    await audit.record(connection, [audit.Entry(act, "restore", f"account {account}")])


async def leave(connection: AsyncConnection, account: str, act: audit.Act) -> None:
    """Somebody has left their agency: nothing is kept but what stands in the audit under the id.

    Invitations that they issued go with them.
    """
    done = await connection.execute(delete(Account).where(Account.id == account))
    if not done.rowcount:
        raise no_account(account)
    await audit.record(connection, [audit.Entry(act, "leave", f"account {account}")])


async def revoke_agency(connection: AsyncConnection, agency: str, act: audit.Act) -> int:
    """From now on nobody of the agency knows more than the public; how many they are."""
    done = await connection.execute(update(Agency).where(Agency.id == agency).values(revoked=True))
    if not done.rowcount:
        raise _no_agency(agency)
    await connection.execute(delete(Invitation).where(Invitation.agency == agency))
    counted = select(func.count()).select_from(Account).where(Account.agency == agency)
    people: int = (await connection.execute(counted)).scalar_one()
    entry = audit.Entry(act, "revoke", f"agency {agency}", {"accounts": people})
    await audit.record(connection, [entry])
    return people


async def restore_agency(connection: AsyncConnection, agency: str, act: audit.Act) -> None:
    """Let the people of an agency be what they were before it was revoked."""
    done = await connection.execute(update(Agency).where(Agency.id == agency).values(revoked=False))
    if not done.rowcount:
        raise _no_agency(agency)
    await audit.record(connection, [audit.Entry(act, "restore", f"agency {agency}")])


async def listed(connection: AsyncConnection, agency: str | None = None) -> list[Any]:
    """The accounts, of one agency or of all, in the order of their agencies."""
    found = select(Account, Agency.revoked).join_from(Account, Agency, Account.agency == Agency.id)
    if agency is not None:
        found = found.where(Account.agency == agency)
    return list((await connection.execute(found.order_by(Account.agency, Account.id))).all())


async def _change(connection: AsyncConnection, account: str, *, suspended: bool) -> None:
    done = await connection.execute(update(Account).where(Account.id == account).values(suspended=suspended))
    if not done.rowcount:
        raise no_account(account)


def no_account(account: str) -> AccountError:
    """That there is no such account, and how to see those there are."""
    return AccountError(
        f"There is no account {account!r}: `python -m directory account list` shows those there are."
    )


def _no_agency(agency: str) -> AccountError:
    return AccountError(
        f"There is no agency {agency!r}: `python -m directory export agencies agencies.csv` writes them all."
    )
