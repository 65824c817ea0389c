"""The log of the desk: that somebody who asked for this was sent there. No word of who it was."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.storage.database import changing, database_errors, table
from directory.storage.moments import as_kept, as_read
from directory.tables import CallerSent
from routing.hours import LONDON
from routing.rota.shifts import Span
from routing.snapshot import PostKey
from routing.vocabulary import Role, Topic

_SENT = table(CallerSent)
COLUMNS = ("at", "desk", "asked_topic", "asked_role", "area", "office", "provider", "role")


@dataclass(frozen=True, slots=True)
class Sent:
    """A caller at the desk of an office who was sent to a post, and by which account."""

    desk: str
    to: PostKey
    account: str
    topic: Topic | None = None
    asked_for: Role | None = None  # a post asked for by name


@dataclass(frozen=True, slots=True)
class CallersSent:
    """The log of an open directory; `clock` gives aware moments."""

    engine: AsyncEngine
    clock: Callable[[], datetime]

    async def log(self, sent: Sent) -> None:
        """Write one down. Raises DatabaseError."""
        to = {
            "area": sent.to.area,
            "office": sent.to.office,
            "provider": sent.to.provider,
            "role": sent.to.role,
        }
        asked = {"asked_topic": sent.topic, "asked_role": sent.asked_for}
        row = {"at": as_kept(self.clock()), "desk": sent.desk, "account": sent.account, **asked, **to}
        with database_errors(self.engine):
            async with changing(self.engine) as connection:
                await connection.execute(insert(_SENT), [row])


async def rows_sent(connection: AsyncConnection, span: Span, desk: str | None) -> Iterator[list[str]]:
    """What was logged in a span, at one desk or at all, as `COLUMNS` of texts: not by whom."""
    found = select(*(_SENT.c[name] for name in COLUMNS)).order_by(_SENT.c.id)
    found = found.where(_SENT.c.at >= as_kept(span.begins), _SENT.c.at < as_kept(span.ends))
    if desk:
        found = found.where(_SENT.c.desk == desk)
    rows = (await connection.execute(found)).all()
    return ([_on_the_wall(row.at), *(value or "" for value in row[1:])] for row in rows)


def _on_the_wall(kept: str) -> str:
    return as_read(kept).astimezone(LONDON).isoformat(sep=" ", timespec="minutes")[:16]
