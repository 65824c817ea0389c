"""Who keeps the directory of an area true, and can be asked by Telegram."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from directory.storage.held_connection import HeldConnection
from directory.tables import Account, Agency
from routing.moments import day_in_london
from routing.vocabulary import Standing


@dataclass(frozen=True, slots=True)
class Keepers:
    """Those of a directory, by their Telegram chats. Each method raises DatabaseError."""

    held: HeldConnection
    clock: Callable[[], datetime]

    async def of(self, area: str) -> tuple[int, ...]:
        """Those who keep an area."""
        today = day_in_london(self.clock())
        return await self.held.look_up(lambda connection: keepers_of(connection, [area], today))

    async def over(self, account: str) -> tuple[int, ...]:
        """Those who keep the area of an account, without that account itself."""
        today = day_in_london(self.clock())
        return await self.held.look_up(lambda connection: _keepers_over(connection, account, today))


async def keepers_of(connection: AsyncConnection, areas: Collection[str], today: date) -> tuple[int, ...]:
    """The Telegram chats of the keepers of these areas, each once; none where nobody can be asked.

    A keeper is an account of standing admin, of one of the areas or of all. Telegram's chat with a
    person has the number of that person's account.
    """
    chats = (
        reachable(Account.telegram, on=today)
        .where(Account.standing == Standing.ADMIN)
        .where(or_(Account.area.is_(None), Account.area.in_(areas)))
        .order_by(Account.id)
    )
    return tuple((await connection.execute(chats)).scalars())


async def _keepers_over(connection: AsyncConnection, account: str, today: date) -> tuple[int, ...]:
    found = (
        await connection.execute(select(Account.area, Account.telegram).where(Account.id == account))
    ).one_or_none()
    keepers = await keepers_of(connection, [found.area] if found and found.area else [], today)
    return tuple(chat for chat in keepers if found is None or chat != found.telegram)


def allowed() -> Select[Any]:
    """The ids of all accounts that nobody has suspended, of agencies that are not revoked."""
    joined = select(Account.id).join_from(Account, Agency, Account.agency == Agency.id)
    return joined.where(Account.suspended.is_(False), Agency.revoked.is_(False))


def reachable(*columns: ColumnElement[Any] | Any, on: date) -> Select[Any]:
    """These columns of every account that holds on this day and has a chat."""
    return (
        select(*columns)
        .join_from(Account, Agency, Account.agency == Agency.id)
        .where(Account.suspended.is_(False), Agency.revoked.is_(False), Account.telegram.is_not(None))
        .where(or_(Account.verified_until.is_(None), Account.verified_until > on))
        .where(or_(Account.valid_from.is_(None), Account.valid_from <= on))
        .where(or_(Account.valid_to.is_(None), Account.valid_to > on))
    )
