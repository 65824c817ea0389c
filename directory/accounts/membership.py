"""What is kept of somebody who has an account, for them to see."""

from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from directory.accounts.binding import Person, Verified
from directory.tables import Account, Agency
from routing.vocabulary import Standing


@dataclass(frozen=True, slots=True)
class Membership:
    """What is kept of somebody, for them to see."""

    account: str
    agency: str  # its name
    until: date | None  # the first day on which it has to be verified anew
    address_hash: bytes | None = field(repr=False)  # of the address that they proved
    suspended: bool
    shown: Verified  # what the account holds by


async def membership(connection: AsyncConnection, person: Person) -> Membership | None:
    """What is kept of somebody; None where they have no account."""
    found = select(Account, Agency.name).join_from(Account, Agency, Account.agency == Agency.id)
    row = (await connection.execute(found.where(person.theirs))).one_or_none()
    if row is None:
        return None
    shown = Verified(row.agency, Standing(row.standing), row.area, row.office, row.coordinator)
    return Membership(row.id, row.name, row.verified_until, row.address_hash, row.suspended, shown)
