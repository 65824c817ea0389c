"""The group chats in which the duty officers of a provider at an office are reached together."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.accounts.standing import TELEGRAM, Identity
from directory.audit import audit
from directory.storage.database import database_errors, reading, table, writing
from directory.tables import DutyGroup
from routing.snapshot import Office
from routing.vocabulary import Provider, Standing

_GROUPS = table(DutyGroup)


@dataclass(frozen=True, slots=True)
class DutyGroups:
    """The duty groups of a directory, by the numbers of their chats. Each method raises DatabaseError."""

    engine: AsyncEngine
    clock: Callable[[], datetime]

    async def of(self, chat: int) -> list[tuple[str, str]]:
        """The offices, each with the provider, whose offers this chat gets."""
        found = select(_GROUPS.c.office, _GROUPS.c.provider).where(_GROUPS.c.telegram == chat)
        with database_errors(self.engine):
            async with reading(self.engine) as connection:
                rows = await connection.execute(found.order_by(_GROUPS.c.office, _GROUPS.c.provider))
                return [(row.office, row.provider) for row in rows]

    async def choose(self, chat: int, office: Office, provider: Provider, by: Identity) -> bool:
        """This chat gets the offers of an office from now on, in place of another chat that did.

        False, and nothing is changed, where the asker does not keep the area of the office.
        """
        if not _keeps(by, office.area):
            return False
        place = {"office": office.id, "provider": provider}
        with database_errors(self.engine):
            async with writing(self.engine) as connection:
                await connection.execute(delete(_GROUPS).filter_by(**place))
                await connection.execute(insert(_GROUPS), {**place, "telegram": chat})
                await self._note(connection, "choose", f"{office.id} {provider}", by.account)
        return True

    async def forget(self, chat: int, offices: Mapping[str, Office], by: Identity) -> bool:
        """This chat gets no offers any longer, of an office that the asker keeps; whether it had any."""
        theirs = [one.id for one in offices.values() if _keeps(by, one.area)]
        gone = delete(_GROUPS).where(_GROUPS.c.telegram == chat, _GROUPS.c.office.in_(theirs))
        with database_errors(self.engine):
            async with writing(self.engine) as connection:
                rows = (await connection.execute(gone.returning(_GROUPS.c.office, _GROUPS.c.provider))).all()
                for row in rows:
                    await self._note(connection, "forget", f"{row.office} {row.provider}", by.account)
        return bool(rows)

    async def move(self, chat: int, to: int) -> None:
        """Telegram has given a chat another number."""
        if not await self.of(chat):
            return
        moved = update(_GROUPS).where(_GROUPS.c.telegram == chat).values(telegram=to)
        with database_errors(self.engine):
            async with writing(self.engine) as connection:
                rows = await connection.execute(moved.returning(_GROUPS.c.office, _GROUPS.c.provider))
                for row in rows.all():
                    await self._note(connection, "move", f"{row.office} {row.provider}", TELEGRAM)

    async def _note(
        self, connection: AsyncConnection, what: audit.Action, group: str, who: str | None
    ) -> None:
        act = audit.Act(who or "", TELEGRAM, self.clock())
        await audit.record(connection, [audit.Entry(act, what, f"duty group {group}")])


def _keeps(by: Identity, area: str) -> bool:
    return by.standing is Standing.ADMIN and by.area in (None, area)
