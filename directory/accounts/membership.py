"""What is kept of somebody who has an account, for them to see."""

from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from directory.accounts.binding import Person
from directory.tables import Account, Agency


@dataclass(frozen=True, slots=True)
class Membership:
    """What is kept of somebody, for them to see."""

    account: str
    agency: str  # its name
    until: date | None  # the first day on which it has to be verified anew
    address_hash: bytes | None = field(repr=False)  # of the address that they proved
    suspended: bool


async def membership(connection: AsyncConnection, person: Person) -> Membership | None:
    """What is kept of somebody; None where they have no account."""
    columns = (Account.id, Agency.name, Account.verified_until, Account.address_hash, Account.suspended)
    found = select(*columns).join_from(Account, Agency, Account.agency == Agency.id)
    row = (await connection.execute(found.where(person.theirs))).one_or_none()
    if row is None:
        return None
    account, agency, until, address, suspended = row
    return Membership(account, agency, until, address, suspended)
