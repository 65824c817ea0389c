"""Invitations: a token that makes whoever brings it an account of an agency, once and for some days.

Only its hash is kept.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from directory.accounts.binding import NotVerifiedError, Person, Verified, bind
from directory.accounts.standing import Identity
from directory.accounts.tokens import new_token, token_hash
from directory.audit import audit
from directory.errors import FieldError
from directory.storage.database import table
from directory.storage.moments import as_kept
from directory.tables import Agency, Area, Invitation, Office
from routing.moments import day_in_london
from routing.vocabulary import Standing

_TOKEN_BYTES = 16
_TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")
_STAFF = frozenset({Standing.RECEPTION, Standing.OFFICER})


class InvitationError(FieldError):
    """An invitation that cannot be issued; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What an invitation gives to whoever redeems it."""

    agency: str
    standing: Standing = Standing.PARTNER
    area: str | None = None
    office: str | None = None
    coordinator: bool = False


def may_invite(by: Identity, offer: Offer) -> bool:
    """A keeper of all areas may invite anybody; of one area, to that area and to nothing higher.

    A coordinator may invite to their own agency, in their own standing and area, and makes no other
    coordinator.
    """
    if by.area is not None and offer.area != by.area:
        return False
    if by.standing is Standing.ADMIN:
        return by.area is None or offer.standing is not Standing.ADMIN
    own = offer.agency == by.agency and offer.standing is by.standing
    return by.coordinator and own and not offer.coordinator


async def issue(
    connection: AsyncConnection, offer: Offer, act: audit.Act, days: int, by: Identity | None = None
) -> str:
    """Keep an invitation; its token, which nobody can show again. `by` is None at the command line.

    Raises InvitationError.
    """
    if by is not None and not may_invite(by, offer):
        raise InvitationError(
            "You may not invite to that standing, agency or area: ask whoever keeps the directory."
        )
    await check(connection, offer)
    token = new_token(_TOKEN_BYTES)
    row = {
        "token_hash": token_hash(token),
        "agency": offer.agency,
        "standing": offer.standing,
        "area": offer.area,
        "office": offer.office,
        "coordinator": offer.coordinator,
        "expires": as_kept(act.at + timedelta(days=days)),
        "issued_by": by.account if by else None,
    }
    await connection.execute(insert(table(Invitation)), [row])
    told: dict[str, audit.Detail] = {
        "standing": offer.standing,
        "days": days,
        "coordinator": offer.coordinator,
    }
    await audit.record(connection, [audit.Entry(act, "invite", f"agency {offer.agency}", told)])
    return token


async def redeem(
    connection: AsyncConnection, token: str, person: Person, act: audit.Act, verified_days: int
) -> str:
    """Make the account that was offered; its id. Raises NotVerifiedError.

    Inside a transaction of `writing`, which is what makes it once only. A token that was used, that
    has run out, that was taken back and that never was are one and the same to whoever tries it.
    """
    offer = await offered(connection, token, act.at)
    until = day_in_london(act.at) + timedelta(days=verified_days)
    account = await bind(connection, person, offer, until, act)
    used_or_old = (Invitation.token_hash == token_hash(token)) | (Invitation.expires <= as_kept(act.at))
    await connection.execute(delete(Invitation).where(used_or_old))
    return account


async def offered(connection: AsyncConnection, token: str, at: datetime) -> Verified:
    """What an invitation would give to whoever redeems it. Raises NotVerifiedError, as `redeem` does."""
    if not _TOKEN.fullmatch(token):
        raise NotVerifiedError("invitation")
    found = select(Invitation, Agency.revoked, Agency.valid_to).join_from(
        Invitation, Agency, Invitation.agency == Agency.id
    )
    good = (Invitation.token_hash == token_hash(token)) & (Invitation.expires > as_kept(at))
    row = (await connection.execute(found.where(good))).one_or_none()
    day = day_in_london(at)
    if row is None or row.revoked or (row.valid_to is not None and day >= row.valid_to):
        raise NotVerifiedError("invitation")
    return Verified(row.agency, Standing(row.standing), row.area, row.office, row.coordinator)


async def check(connection: AsyncConnection, offer: Offer) -> None:
    """That there is such an agency, area and office, and that its people may have this standing.

    Raises InvitationError.
    """
    agency = (
        await connection.execute(select(Agency.kind, Agency.revoked).where(Agency.id == offer.agency))
    ).one_or_none()
    if agency is None:
        raise InvitationError(
            f"There is no agency {offer.agency!r}: bring it in by `python -m directory import agencies`; "
            "`python -m directory export agencies agencies.csv` writes those there are.",
            "agency",
        )
    if agency.revoked:
        raise InvitationError(f"The agency {offer.agency} is revoked: restore it first.", "agency")
    if offer.standing is Standing.PUBLIC:
        raise InvitationError("Everybody is the public already: invite to partner or more.", "standing")
    if offer.standing in _STAFF and agency.kind != "probation":
        raise InvitationError(
            f"The agency {offer.agency} is not of probation: "
            f"its people can be partner, not {offer.standing}.",
            "standing",
        )
    await _check_where(connection, offer)


async def _check_where(connection: AsyncConnection, offer: Offer) -> None:
    areas = set((await connection.execute(select(Area.id))).scalars())
    if offer.area is not None and offer.area not in areas:
        said = f"There is no area {offer.area!r}: write one of {', '.join(sorted(areas))}."
        raise InvitationError(said, "area")
    if offer.office is None:
        return
    area = (
        await connection.execute(select(Office.area).where(Office.id == offer.office))
    ).scalar_one_or_none()
    if area is None or area != offer.area:
        raise InvitationError(
            f"There is no office {offer.office!r} in the area {offer.area!r}: "
            "write the ids of the directory.",
            "office",
        )


async def withdraw(connection: AsyncConnection, account: str) -> None:
    """Take back what this account has issued and nobody has redeemed."""
    await connection.execute(delete(Invitation).where(Invitation.issued_by == account))
