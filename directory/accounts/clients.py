"""Clients of the interface: programs of an agency, each an account that is known by the token it shows.

So all that holds for an account holds for a client: its agency can be revoked, it can be suspended, and
there is a day from which it has to be renewed. The token is shown once and kept as a hash.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.accounts.binding import NEW_ACCOUNT
from directory.accounts.invitations import Offer, check, may_invite
from directory.accounts.standing import Identity, Program, WhoAsks
from directory.accounts.tokens import new_token, token_hash
from directory.audit import audit
from directory.errors import FieldError
from directory.storage.database import database_errors, reading, table, writing
from directory.tables import Account, Agency, Client
from routing.moments import day_in_london
from routing.vocabulary import Standing

STANDINGS = (Standing.PARTNER, Standing.RECEPTION, Standing.OFFICER)
REQUESTS_A_MINUTE = 60  # where nothing else is said
MOST_REQUESTS, MOST_LOOK_UPS, MOST_DAYS = 6_000, 10_000, 1_096
_TOKEN_BYTES = 32
_MARK = "sp_"  # by which a token that has got somewhere it should not be is recognised
_ID = re.compile(r"[a-z0-9][a-z0-9-]{1,58}[a-z0-9]")


class ClientError(FieldError):
    """A client that cannot be made or is not there; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class NewClient:
    """A client as it is to be. `days` is for how many days its token is good."""

    id: str
    offer: Offer
    days: int
    requests_a_minute: int = REQUESTS_A_MINUTE
    look_ups_a_day: int | None = None  # as many as anybody's


@dataclass(frozen=True, slots=True)
class Clients:
    """The clients of an open directory. All raise DatabaseError; whoever changes them is `by`.

    A keeper of one area has the clients of that area.
    """

    engine: AsyncEngine
    who_asks: WhoAsks
    clock: Callable[[], datetime]

    async def showing(self, token: str) -> Program | None:
        """Who shows this token now; None where it is good for nothing, whatever the reason."""
        found = await self.who_asks.showing(token, day_in_london(self.clock()))
        return None if found is None or found.who.lapse else found

    async def add(self, new: NewClient, by: Identity, channel: str) -> str:
        """A client's token, which nobody can show again. Raises ClientError or InvitationError."""
        with database_errors(self.engine):
            async with writing(self.engine) as connection:
                return await add(connection, new, self._act(by, channel), by)

    async def renew(self, client: str, days: int, by: Identity, channel: str) -> str:
        """A new token; the one before is good no longer. Raises ClientError."""
        with database_errors(self.engine):
            async with writing(self.engine) as connection:
                return await renew(connection, client, days, self._act(by, channel), by)

    async def revoke(self, client: str, by: Identity, channel: str) -> None:
        """The client is no more. Raises ClientError."""
        with database_errors(self.engine):
            async with writing(self.engine) as connection:
                await revoke(connection, client, self._act(by, channel), by)

    async def listed(self, by: Identity) -> list[Any]:
        """Those that are theirs to keep: `id`, `agency`, `standing`, `area`, their limits and their end."""
        with database_errors(self.engine):
            async with reading(self.engine) as connection:
                found = await listed(connection)
        return [one for one in found if by.standing is Standing.ADMIN and by.area in (None, one.area)]

    def _act(self, by: Identity, channel: str) -> audit.Act:
        return audit.Act(by.account or by.standing, channel, self.clock())


async def add(connection: AsyncConnection, new: NewClient, act: audit.Act, by: Identity | None = None) -> str:
    """Make a client; its token. `by` is None at the command line. Raises ClientError or InvitationError."""
    _check_client(new, by)
    await check(connection, new.offer)
    if (await connection.execute(select(Account.id).where(Account.id == new.id))).first():
        raise ClientError(
            f"There is an account {new.id} already: choose another id, or renew that client.", "id"
        )
    offer, until = new.offer, day_in_london(act.at) + timedelta(days=new.days)
    granted = {"agency": offer.agency, "standing": offer.standing, "area": offer.area, "office": offer.office}
    account = {**NEW_ACCOUNT, **granted, "id": new.id, "coordinator": False, "verified_until": until}
    await connection.execute(insert(table(Account)), [account])
    token = _MARK + new_token(_TOKEN_BYTES)
    limits = {"requests_a_minute": new.requests_a_minute, "look_ups_a_day": new.look_ups_a_day}
    client = {"account": new.id, "token_hash": token_hash(token), **limits}
    await connection.execute(insert(table(Client)), [client])
    told: dict[str, audit.Detail] = {**granted, **limits, "until": until.isoformat()}
    await audit.record(connection, [audit.Entry(act, "add", f"client {new.id}", told)])
    return token


async def renew(
    connection: AsyncConnection, client: str, days: int, act: audit.Act, by: Identity | None = None
) -> str:
    """Give a client a new token in place of the one it has. Raises ClientError."""
    await _theirs(connection, client, by)
    token = _MARK + new_token(_TOKEN_BYTES)
    until = day_in_london(act.at) + timedelta(days=days)
    await connection.execute(
        update(Client).where(Client.account == client).values(token_hash=token_hash(token))
    )
    await connection.execute(update(Account).where(Account.id == client).values(verified_until=until))
    entry = audit.Entry(act, "renew", f"client {client}", {"until": until.isoformat()})
    await audit.record(connection, [entry])
    return token


async def revoke(
    connection: AsyncConnection, client: str, act: audit.Act, by: Identity | None = None
) -> None:
    """End a client with its account and its addresses for calendars. Raises ClientError."""
    await _theirs(connection, client, by)
    await connection.execute(delete(Account).where(Account.id == client))
    await audit.record(connection, [audit.Entry(act, "revoke", f"client {client}")])


async def listed(connection: AsyncConnection) -> list[Any]:
    """All clients, in the order of their agencies."""
    columns = (
        Account.id,
        Account.agency,
        Account.standing,
        Account.area,
        Account.office,
        Account.suspended,
        Account.verified_until,
        Agency.revoked,
        Client.requests_a_minute,
        Client.look_ups_a_day,
    )
    found = select(*columns).join_from(Client, Account).join(Agency, Account.agency == Agency.id)
    return list((await connection.execute(found.order_by(Account.agency, Account.id))).all())


def state_of(client: Any, today: date) -> str:
    """Whether a client that is listed holds today, in words."""
    if client.revoked:
        return "agency revoked"
    if client.suspended:
        return "suspended"
    over = client.verified_until is not None and today >= client.verified_until
    return f"to be renewed since {client.verified_until}" if over else f"holds until {client.verified_until}"


async def _theirs(connection: AsyncConnection, client: str, by: Identity | None) -> None:
    """That there is such a client, and that it is theirs to change."""
    found = select(Account.area).join_from(Client, Account).where(Client.account == client)
    row = (await connection.execute(found)).one_or_none()
    if row is None or (
        by is not None and not (by.standing is Standing.ADMIN and by.area in (None, row.area))
    ):
        raise ClientError(
            f"There is no client {client!r}: `python -m directory client list` shows those there are."
        )


def _check_client(new: NewClient, by: Identity | None) -> None:
    offer = new.offer
    if by is not None and not (by.standing is Standing.ADMIN and may_invite(by, offer)):
        raise ClientError(
            "You may not make a client of that area: ask whoever keeps the whole directory.", "area"
        )
    if offer.standing not in STANDINGS or offer.coordinator:
        raise ClientError(
            f"A client's standing is one of {', '.join(STANDINGS)}: programs keep no directory.",
            "standing",
        )
    if not _ID.fullmatch(new.id):
        raise ClientError(
            f"{new.id!r} is no id for a client: write 3 to 60 small letters, digits and hyphens.", "id"
        )
    if not 1 <= new.requests_a_minute <= MOST_REQUESTS:
        raise ClientError(
            f"Requests a minute are a whole number from 1 to {MOST_REQUESTS:,}.", "requests_a_minute"
        )
    if new.look_ups_a_day is not None and not 1 <= new.look_ups_a_day <= MOST_LOOK_UPS:
        raise ClientError(f"Look-ups a day are a whole number from 1 to {MOST_LOOK_UPS:,}.", "look_ups_a_day")
    if new.days < 1:
        raise ClientError("A client holds for a whole number of days from 1 on.", "days")
