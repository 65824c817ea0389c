"""Who is asking: the one place where a channel's user becomes a standing.

It is asked for every message and never remembered, so whatever changes (a suspension, an agency that
is revoked, a day that has come) holds for the next message, in every process.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, bindparam, select

from directory.on_the_spot import OnTheSpot
from directory.tables import Account, Agency
from routing.vocabulary import Standing

TELEGRAM = "telegram"


class Lapse(StrEnum):
    """Why somebody who has an account knows no more than the public."""

    SUSPENDED = "suspended"
    AGENCY_REVOKED = "agency_revoked"
    VERIFY_ANEW = "verify_anew"
    NOT_NOW = "not_now"  # the account or its agency does not hold on this day


@dataclass(frozen=True, slots=True)
class Asker:
    """Somebody who asks. Whoever has no account that holds is the public, from anywhere."""

    standing: Standing = Standing.PUBLIC
    area: str | None = None
    office: str | None = None
    account: str | None = None
    agency: str | None = None
    coordinator: bool = False
    lapse: Lapse | None = None


PUBLIC = Asker()

_ACCOUNTS = select(
    Account.id,
    Account.agency,
    Account.standing,
    Account.area,
    Account.office,
    Account.coordinator,
    Account.suspended,
    Account.verified_until,
    Account.valid_from,
    Account.valid_to,
    Agency.revoked,
    Agency.valid_from.label("agency_from"),
    Agency.valid_to.label("agency_to"),
).join_from(Account, Agency, Account.agency == Agency.id)
_OF_TELEGRAM = _ACCOUNTS.where(Account.telegram == bindparam("user"))
_BY_ID = _ACCOUNTS.where(Account.id == bindparam("account"))


class WhoAsks:
    """Looks up who a user of a channel is, as it is committed at that moment."""

    def __init__(self, spot: OnTheSpot) -> None:
        self._spot = spot

    async def on(self, channel: str, user: int, day: date) -> Asker:
        """Who it is on a day in London; the public where nobody is known by that. Raises DatabaseError."""
        if channel != TELEGRAM:
            return PUBLIC
        row = await self._spot.row(_OF_TELEGRAM, {"user": user})
        return PUBLIC if row is None else standing_on(row, day)

    async def holding(self, account: str, day: date) -> Asker:
        """The same of whoever has shown that an account is theirs, as by signing in."""
        row = await self._spot.row(_BY_ID, {"account": account})
        return PUBLIC if row is None else standing_on(row, day)


def standing_on(row: Row[*tuple[Any, ...]], day: date) -> Asker:
    """The standing of an account with its agency."""
    lapse = _lapse(row, day)
    if lapse:
        return Asker(lapse=lapse)
    return Asker(Standing(row.standing), row.area, row.office, row.id, row.agency, row.coordinator)


def _lapse(row: Row[*tuple[Any, ...]], day: date) -> Lapse | None:
    if row.suspended:
        return Lapse.SUSPENDED
    if row.revoked:
        return Lapse.AGENCY_REVOKED
    if not (_holds(row.valid_from, row.valid_to, day) and _holds(row.agency_from, row.agency_to, day)):
        return Lapse.NOT_NOW
    if row.verified_until is not None and day >= row.verified_until:
        return Lapse.VERIFY_ANEW
    return None


def _holds(since: date | None, until: date | None, day: date) -> bool:
    return (since is None or since <= day) and (until is None or day < until)
