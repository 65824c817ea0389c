"""Links that sign somebody in on the web, once and for some minutes (`signing_in.link`).

A link is for an account; or for an address, and then opening it proves that one reads mail there, as
typing a code does on Telegram; or for the first admin, where nobody keeps the directory.
"""

from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from directory.accounts.accounts import carry_look_ups_of_address, no_account
from directory.accounts.binding import NotVerifiedError, Person, Verified, bind
from directory.accounts.standing import WEB
from directory.accounts.tokens import new_token, token_hash
from directory.audit import audit
from directory.cases.case_key import CaseKey
from directory.signing_in.first_admin import make_first_admin, somebody_keeps
from directory.signing_in.sessions import By
from directory.storage.database import table
from directory.storage.moments import as_kept
from directory.tables import Account, Agency, SignInLink
from routing.limits import Limits
from routing.moments import day_in_london
from routing.policy import Policies
from routing.vocabulary import Standing

_TOKEN_BYTES = 32
_TABLE = table(SignInLink)


class Link(NamedTuple):
    """Whom a link signs in: an account, whoever reads mail at an address, or, with neither, a first admin."""

    sent_by: By
    account: str | None = None
    agency: str | None = None  # whose mail the address is, if anybody's
    address_hash: bytes | None = None


async def make(connection: AsyncConnection, link: Link, now: datetime) -> str:
    """Keep a link; its token, which nobody can show again."""
    token = new_token(_TOKEN_BYTES)
    expires = as_kept(now + timedelta(minutes=_limits().link_minutes))
    row = {**link._asdict(), "token_hash": token_hash(token), "expires": expires}
    await connection.execute(insert(_TABLE), [row])
    return token


async def for_first_admin(connection: AsyncConnection, now: datetime) -> str | None:
    """A link that makes the first admin; None where somebody keeps the directory already."""
    if await somebody_keeps(connection, day_in_london(now)):
        return None
    return await make(connection, Link("keeper"), now)


async def at_the_command_line_for(connection: AsyncConnection, account: str, act: audit.Act) -> str:
    """A link for an account, made by whoever runs the service; in the audit. Raises AccountError."""
    if (await connection.execute(select(Account.id).where(Account.id == account))).first() is None:
        raise no_account(account)
    await audit.record(connection, [audit.Entry(act, "link", f"account {account}")])
    return await make(connection, Link("keeper", account), act.at)


async def owner_of(connection: AsyncConnection, address_hash: bytes) -> Any:
    """The account whose address it is, and whether that is suspended."""
    found = select(Account.id, Account.suspended).where(Account.address_hash == address_hash)
    return (await connection.execute(found)).one_or_none()


async def take(connection: AsyncConnection, token: str, now: datetime) -> Link:
    """Use a link up. Raises NotVerifiedError, `link`, where there is none that is good."""
    await forget_old(connection, now)
    this = _TABLE.c.token_hash == token_hash(token)
    columns = (_TABLE.c.sent_by, _TABLE.c.account, _TABLE.c.agency, _TABLE.c.address_hash)
    row = (await connection.execute(select(*columns).where(this))).one_or_none()
    if row is None:
        raise NotVerifiedError("link")
    await connection.execute(delete(_TABLE).where(this))
    return Link(*row)


async def account_of(
    connection: AsyncConnection, link: Link, signed_in: str | None, key: CaseKey, now: datetime
) -> str:
    """The account that a link signs in to, made or renewed where it proves an address.

    Raises NotVerifiedError: `link`, where it can make nobody any longer what it was for; `suspended`;
    `elsewhere`, where it gives an account an address and is not used by that account. Else a letter that
    went astray would give somebody's account to whoever reads it.
    """
    if link.address_hash is None:
        return link.account or await make_first_admin(connection, now)
    owner = await owner_of(connection, link.address_hash)
    if link.account and link.account not in (signed_in, owner.id if owner else None):
        raise NotVerifiedError("elsewhere")
    account = await _by_address(connection, link, link.address_hash, now)
    await carry_look_ups_of_address(connection, key, account)
    return account


async def forget_old(connection: AsyncConnection, now: datetime) -> int:
    """Take out links that have run out; how many."""
    return (await connection.execute(delete(_TABLE).where(_TABLE.c.expires <= as_kept(now)))).rowcount


async def _by_address(connection: AsyncConnection, link: Link, address_hash: bytes, now: datetime) -> str:
    """An address shows that somebody belongs to the agency whose mail it is. Who has an account of another
    keeps that: there the address only says that it is them."""
    own = select(Account.agency, Account.suspended).where(Account.id == link.account)
    account = (await connection.execute(own)).one_or_none()
    if account is not None and account.suspended:
        raise NotVerifiedError("suspended")
    if link.account and (account is None or account.agency != link.agency):
        return await _give_address(connection, link.account, address_hash)
    agency = await _agency(connection, link.agency)
    until = day_in_london(now) + timedelta(days=_limits().verified_days)
    shown = Verified(agency.id, Standing.PARTNER, agency.area, address_hash=address_hash)
    act = audit.Act(link.account or "new account", WEB, now)
    return await bind(connection, Person(WEB, account=link.account), shown, until, act)


async def _give_address(connection: AsyncConnection, account: str, address_hash: bytes) -> str:
    """The address is this account's from now on; one that has it already is somebody else's."""
    owner = await owner_of(connection, address_hash)
    if owner is not None and owner.id != account:
        raise NotVerifiedError("link")
    given = update(Account).where(Account.id == account).values(address_hash=address_hash)
    await connection.execute(given)
    return account


async def _agency(connection: AsyncConnection, agency: str | None) -> Any:
    found = select(Agency.id, Agency.area).where(Agency.id == agency, Agency.revoked.is_(False))
    row = (await connection.execute(found)).one_or_none()
    if row is None:
        raise NotVerifiedError("link")  # revoked since the letter was sent
    return row


def _limits() -> Limits:
    return Policies.bundled().limits
