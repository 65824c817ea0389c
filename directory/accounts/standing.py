"""Who is asking: the one place where a channel's user becomes a standing.

It is asked for every message and never remembered, so whatever changes (a suspension, an agency that
is revoked, a day that has come) holds for the next message, in every process.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from sqlalchemy import Row, bindparam, literal, select

from directory.accounts.tokens import token_hash
from directory.storage.on_the_spot import OnTheSpot
from directory.tables import Account, Agency, CalendarFeed, ChosenLanguage, Client
from routing.vocabulary import Standing

TELEGRAM, WEB = "telegram", "web"


class Lapse(StrEnum):
    """Why somebody who has an account knows no more than the public."""

    SUSPENDED = "suspended"
    AGENCY_REVOKED = "agency_revoked"
    VERIFY_ANEW = "verify_anew"
    NOT_NOW = "not_now"  # the account or its agency does not hold on this day


@dataclass(frozen=True, slots=True)
class Identity:
    """Who somebody has been verified to be; without an account that holds it is the public, from anywhere."""

    standing: Standing = Standing.PUBLIC
    area: str | None = None
    office: str | None = None
    account: str | None = None
    agency: str | None = None
    coordinator: bool = False
    lapse: Lapse | None = None
    person: str | None = None  # who they are on the rota
    language: str | None = None  # the code of the one that they have chosen; they need no account for that


PUBLIC = Identity()

ACCOUNTS = select(
    Account.id,
    Account.agency,
    Account.standing,
    Account.area,
    Account.office,
    Account.coordinator,
    Account.person,
    Account.suspended,
    Account.verified_until,
    Account.valid_from,
    Account.valid_to,
    Agency.revoked,
    Agency.valid_from.label("agency_from"),
    Agency.valid_to.label("agency_to"),
).join_from(Account, Agency, Account.agency == Agency.id)
_ANYBODY = select(literal(1).label("anybody")).subquery()
_OF_TELEGRAM = (
    select(ChosenLanguage.language, *ACCOUNTS.selected_columns)
    .select_from(_ANYBODY)
    .outerjoin(ChosenLanguage, ChosenLanguage.person == bindparam("hashed"))
    .outerjoin(Account, Account.telegram == bindparam("user"))
    .outerjoin(Agency, Account.agency == Agency.id)
)
_BY_ID = ACCOUNTS.where(Account.id == bindparam("account"))
_OF_CLIENT = (
    ACCOUNTS.add_columns(Client.requests_a_minute, Client.look_ups_a_day)
    .join(Client, Client.account == Account.id)
    .where(Client.token_hash == bindparam("token"))
)
_OF_FEED = (
    ACCOUNTS.add_columns(CalendarFeed.office.label("of_office"), CalendarFeed.post)
    .join(CalendarFeed, CalendarFeed.account == Account.id)
    .where(CalendarFeed.token_hash == bindparam("token"))
)


class Program(NamedTuple):
    """Who a program is, and how much it may ask. `look_ups_a_day` is None where it is as anybody's."""

    who: Identity
    requests_a_minute: int
    look_ups_a_day: int | None


class Feed(NamedTuple):
    """Who is behind the address of a calendar, and the rota that is read there.

    It is of an office, of a post (west-mercia/worcester/nps/duty_officer), or of `person`.
    """

    who: Identity
    person: str | None
    office: str | None
    post: str | None


class WhoAsks:
    """Looks up who a user of a channel is, as it is committed at that moment.

    `hashed` makes of a person what may be kept of somebody without an account.
    """

    def __init__(self, spot: OnTheSpot, hashed: Callable[[str], bytes]) -> None:
        self._spot = spot
        self._hashed = hashed

    async def on(self, channel: str, user: int, day: date) -> Identity:
        """Who it is on a day in London; the public where nobody is known by that. Raises DatabaseError."""
        if channel != TELEGRAM:
            return PUBLIC
        hashed = self._hashed(person_on(channel, user))
        row = await self._spot.row(_OF_TELEGRAM, {"user": user, "hashed": hashed})
        if row is None or (row.id is None and row.language is None):
            return PUBLIC
        known = PUBLIC if row.id is None else standing_on(row, day)
        return replace(known, language=row.language)

    async def holding(self, account: str, day: date) -> Identity:
        """The same of whoever has shown that an account is theirs, as by signing in."""
        row = await self._spot.row(_BY_ID, {"account": account})
        return PUBLIC if row is None else standing_on(row, day)

    async def showing(self, token: str, day: date) -> Program | None:
        """The program that shows this token; None where there is none. Raises DatabaseError."""
        row = await self._spot.row(_OF_CLIENT, {"token": token_hash(token)})
        if row is None:
            return None
        return Program(standing_on(row, day), row.requests_a_minute, row.look_ups_a_day)

    async def reading(self, token: str, day: date) -> Feed | None:
        """What a calendar's address stands for; None where it does for nothing. Raises DatabaseError."""
        row = await self._spot.row(_OF_FEED, {"token": token_hash(token)})
        return None if row is None else Feed(standing_on(row, day), row.person, row.of_office, row.post)


def person_on(channel: str, user: int) -> str:
    """A user of a channel, as they are hashed."""
    return f"{channel} {user}"


def standing_on(row: Row[*tuple[Any, ...]], day: date) -> Identity:
    """The standing of an account with its agency."""
    lapse = _lapse(row, day)
    if lapse:
        return Identity(lapse=lapse)
    return Identity(
        Standing(row.standing), row.area, row.office, row.id, row.agency, row.coordinator, None, row.person
    )


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
