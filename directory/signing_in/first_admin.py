"""The first admin: where nobody keeps the directory, whoever runs the service can make somebody who does."""

from datetime import date, datetime, timedelta

from sqlalchemy import insert, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from directory.accounts.binding import NotVerifiedError, Person, Verified, bind
from directory.accounts.standing import WEB
from directory.audit import audit
from directory.storage.database import table
from directory.tables import Account, Agency
from routing.moments import day_in_london
from routing.policy import Policies
from routing.vocabulary import Standing

_PROBATION = {
    "id": "probation",
    "name": "Probation",
    "kind": "probation",
    "area": None,
    "domain": None,
    "revoked": False,
    "source": "made by Signpost with the first admin",
    "assumed": True,
    "sample": False,
    "valid_from": None,
    "valid_to": None,
}


async def somebody_keeps(connection: AsyncConnection, day: date) -> bool:
    """Whether an account of standing admin holds on this day, of whichever area."""
    admins = (
        select(Account.id)
        .join_from(Account, Agency, Account.agency == Agency.id)
        .where(Account.standing == Standing.ADMIN, Account.suspended.is_(False), Agency.revoked.is_(False))
        .where(or_(Account.verified_until.is_(None), Account.verified_until > day))
        .where(or_(Account.valid_to.is_(None), Account.valid_to > day))
        .limit(1)
    )
    return (await connection.execute(admins)).first() is not None


async def make_first_admin(connection: AsyncConnection, now: datetime) -> str:
    """An account that keeps all areas, of the agency that is probation. Raises NotVerifiedError, `link`,
    where somebody keeps the directory by now."""
    if await somebody_keeps(connection, day_in_london(now)):
        raise NotVerifiedError("link")
    until = day_in_london(now) + timedelta(days=Policies.bundled().limits.verified_days)
    shown = Verified(await _probation(connection), Standing.ADMIN, area=None)
    return await bind(connection, Person(WEB), shown, until, audit.Act("new account", WEB, now))


async def _probation(connection: AsyncConnection) -> str:
    known = select(Agency.id).where(Agency.kind == "probation", Agency.revoked.is_(False)).order_by(Agency.id)
    found: str | None = (await connection.execute(known.limit(1))).scalar()
    if found is None:
        await connection.execute(insert(table(Agency)), [_PROBATION])
        return str(_PROBATION["id"])
    return found
