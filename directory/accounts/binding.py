"""Giving a verified person an account, or renewing the one they have."""

import secrets
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from sqlalchemy import ColumnElement, delete, insert, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from directory.accounts.standing import TELEGRAM, WEB
from directory.audit import audit
from directory.storage.database import table
from directory.tables import Account, CountedLookUp
from routing.vocabulary import Standing

Why = Literal[
    "invitation", "suspended", "address", "domain", "agency", "codes", "code", "link", "elsewhere", "channel"
]


class NotVerifiedError(Exception):
    """Somebody could not be verified; a channel has a sentence for each reason."""

    def __init__(self, reason: Why) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who comes by a channel, as far as they are known there.

    On Telegram that is by their number, which is all that is kept of them, to reach and recognise them by;
    on the web by the account that they are signed in to, if they are.
    """

    channel: str
    user: int | None = None
    account: str | None = None

    def __post_init__(self) -> None:
        """Only on Telegram and on the web is anybody recognised, each in its own way."""
        by_number, by_account = self.user is not None, self.account is not None
        known = {TELEGRAM: by_number and not by_account, WEB: not by_number}
        if not known.get(self.channel):
            raise NotVerifiedError("channel")

    @property
    def theirs(self) -> ColumnElement[bool]:
        """Which account is theirs."""
        return Account.telegram == self.user if self.user is not None else Account.id == self.account

    @property
    def as_bytes(self) -> bytes:
        """To be hashed."""
        return f"person {self.channel} {self.user or self.account}".encode()


@dataclass(frozen=True, slots=True)
class Verified:
    """What an invitation or an address has shown."""

    agency: str
    standing: Standing
    area: str | None
    office: str | None = None
    coordinator: bool = False
    address_hash: bytes | None = None


async def bind(
    connection: AsyncConnection, person: Person, shown: Verified, until: date, act: audit.Act
) -> str:
    """Make or renew the account; its id. Raises NotVerifiedError where the person's is suspended.

    One person has one account and one address belongs to one: whatever else there was is left, as
    when somebody changes to another agency. A suspension is never got rid of in this way.
    """
    there = await _accounts_of(connection, person, shown)
    if any(row.suspended for row in there):
        raise NotVerifiedError("suspended")
    same = next((row for row in there if row.agency == shown.agency), None)
    others = [row.id for row in there if row is not same]
    account = same.id if same else f"a{secrets.token_hex(8)}"
    for other in others:
        await connection.execute(delete(Account).where(Account.id == other))
        await carry_look_ups(connection, other, account)
    chat = person.user or next((row.telegram for row in there if row.telegram), None)
    values = {"telegram": chat, "verified_until": until, **_granted(shown, same)}
    if same:
        await connection.execute(update(Account).where(Account.id == account).values(values))
    else:
        await connection.execute(insert(table(Account)), [{**NEW_ACCOUNT, **values, "id": account}])
    entries = [audit.Entry(act, "leave", f"account {other}") for other in others]
    told: dict[str, audit.Detail] = {
        "agency": shown.agency,
        "standing": str(values.get("standing", same.standing if same else None)),
        "by": "address" if shown.address_hash else "invitation",
        "until": until.isoformat(),
    }
    await audit.record(connection, [*entries, audit.Entry(act, "verify", f"account {account}", told)])
    return account


async def carry_look_ups(connection: AsyncConnection, before: str, after: str) -> None:
    """Let what was looked up in the last day count on, or whoever leaves and comes back would begin anew."""
    counted = select(CountedLookUp.reference_hash).where(CountedLookUp.account == after).scalar_subquery()
    again = delete(CountedLookUp).where(
        CountedLookUp.account == before, CountedLookUp.reference_hash.in_(counted)
    )
    await connection.execute(again)
    await connection.execute(
        update(CountedLookUp).where(CountedLookUp.account == before).values(account=after)
    )


async def copy_look_ups(connection: AsyncConnection, before: str, after: str) -> None:
    """Let them count for whoever comes back in another way too."""
    columns = table(CountedLookUp).columns
    counted = select(*(literal(after) if one.name == "account" else one for one in columns)).where(
        CountedLookUp.account == before
    )
    await connection.execute(delete(CountedLookUp).where(CountedLookUp.account == after))
    await connection.execute(insert(table(CountedLookUp)).from_select([one.name for one in columns], counted))


NEW_ACCOUNT: dict[str, Any] = {
    "source": "verified by Signpost",
    "assumed": False,
    "sample": False,
    "valid_from": None,
    "valid_to": None,
    "suspended": False,
    "address_hash": None,
}


async def _accounts_of(connection: AsyncConnection, person: Person, shown: Verified) -> list[Any]:
    """Their own and that of the address, if there are any: first the one in use, which is renewed."""
    found = person.theirs
    if shown.address_hash is not None:
        found = found | (Account.address_hash == shown.address_hash)
    columns = (Account.id, Account.agency, Account.standing, Account.suspended, Account.telegram)
    rows = select(*columns, person.theirs.label("theirs")).where(found)
    return sorted((await connection.execute(rows)).all(), key=lambda row: not row.theirs)


def _granted(shown: Verified, same: Any) -> dict[str, Any]:
    """An address shows that somebody still belongs to their agency, and no more than that."""
    if shown.address_hash and same:
        return {"address_hash": shown.address_hash}
    granted = {
        "agency": shown.agency,
        "standing": shown.standing,
        "area": shown.area,
        "office": shown.office,
        "coordinator": shown.coordinator,
    }
    return granted | ({"address_hash": shown.address_hash} if shown.address_hash else {})
