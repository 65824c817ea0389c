"""How somebody comes to be signed in on the web: by a link that is good once, or by an invitation.

Each of these is one transaction, so that of two who use a link at the same moment one comes too late.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.accounts import invitations
from directory.accounts.address_proof import address_hash, agency_of, is_accepted_somewhere
from directory.accounts.binding import NotVerifiedError, Person, Verified
from directory.accounts.standing import WEB
from directory.audit import audit
from directory.cases.case_key import CaseKey
from directory.signing_in import links, sessions
from directory.signing_in.links import Link
from directory.signing_in.sessions import By
from directory.storage.database import database_errors, reading, writing
from routing.moments import day_in_london
from routing.policy import Policies
from routing.secure_mail import domain_of, mailbox, read_address
from routing.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class LetterTo:
    """An address that somebody has typed, which letters may go to; not shown by `repr`."""

    address: str = field(repr=False)
    key: bytes = field(repr=False)  # a keyed hash, to count letters by


@dataclass(frozen=True, slots=True)
class SigningIn:
    """Makes links and uses them. One for an open directory; all that touches it raises DatabaseError."""

    engine: AsyncEngine
    key_of: Callable[[AsyncConnection], Awaitable[CaseKey]]  # as it is now: it may have been changed
    hashed: Callable[[str], bytes]
    clock: Callable[[], datetime]

    def letter_to(self, typed: str, picture: Snapshot) -> LetterTo:
        """The address, if letters may go there: the same for one that is known and one that is not.

        Raises NotVerifiedError: `address` for none, `domain` where no area takes it to be secure.
        """
        address = read_address(typed)
        if address is None:
            raise NotVerifiedError("address")
        if not is_accepted_somewhere(domain_of(address), picture):
            raise NotVerifiedError("domain")
        return LetterTo(address, self.hashed(f"letter {mailbox(address)}"))

    async def link_to(self, letter: LetterTo, picture: Snapshot, account: str | None = None) -> str:
        """The token of a link that proves an address; for an account, where it is to be the address of one.

        Raises NotVerifiedError where there is nobody to sign in: `domain`, `agency`, `suspended`.
        """
        now = self.clock()
        async with self._writing() as connection:
            hashed = address_hash(await self.key_of(connection), letter.address)
            owner = await links.owner_of(connection, hashed)
            if owner and owner.suspended:
                raise NotVerifiedError("suspended")
            theirs = account or (owner.id if owner else None)
            try:
                agency = await agency_of(connection, domain_of(letter.address), picture, day_in_london(now))
            except NotVerifiedError:
                if theirs is None:
                    raise
                agency = None
            return await links.make(connection, Link("mail", theirs, agency, hashed), now)

    async def link_for(self, account: str, by: By) -> str:
        """The token of a link for an account, to be given to nobody but whoever has it."""
        async with self._writing() as connection:
            return await links.make(connection, Link(by, account), self.clock())

    async def link_for_first_admin(self) -> str | None:
        """The token of a link that makes the first admin; None where somebody keeps the directory."""
        async with self._writing() as connection:
            return await links.for_first_admin(connection, self.clock())

    async def use(self, token: str, signed_in: str | None = None) -> str:
        """Sign in by a link; the token for the browser. `signed_in` is the account it is used by, if any.

        Raises NotVerifiedError: `link`, `suspended`, `elsewhere`. A link that was used, that has run out
        and that never was are one and the same to whoever tries it.
        """
        now = self.clock()
        async with self._writing() as connection:
            link, key = await links.take(connection, token, now), await self.key_of(connection)
            account = await links.account_of(connection, link, signed_in, key, now)
            return await sessions.begin(connection, account, link.sent_by, now)

    async def offered(self, token: str) -> Verified:
        """What an invitation would make of whoever redeems it. Raises NotVerifiedError: `invitation`."""
        with database_errors(self.engine):
            async with reading(self.engine) as connection:
                return await invitations.offered(connection, token, self.clock())

    async def redeem(self, token: str, account: str | None = None) -> str:
        """Sign in by an invitation, to the account that it makes or to one's own, which it renews; as `use`.

        Raises NotVerifiedError: `invitation`, `suspended`.
        """
        act = audit.Act(account or "new account", WEB, self.clock())
        person, days = Person(WEB, account=account), Policies.bundled().limits.verified_days
        async with self._writing() as connection:
            made = await invitations.redeem(connection, token, person, act, days)
            return await sessions.begin(connection, made, "invitation", act.at)

    async def forget_old(self) -> int:
        """Take out links that have run out; how many."""
        async with self._writing() as connection:
            return await links.forget_old(connection, self.clock())

    @asynccontextmanager
    async def _writing(self) -> AsyncIterator[AsyncConnection]:
        with database_errors(self.engine):
            async with writing(self.engine) as connection:
                yield connection
