"""Where conversations stand, for as long as they are remembered, whichever process hears the next word.

Of a chat nothing is kept but a token, which says what was settled, and the moment. The chat itself is
a keyed hash.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.database import table
from directory.held_connection import HeldConnection
from directory.tables import Conversation
from directory.writing_behind import WriteBehind

KEPT = timedelta(minutes=30)
_GATHERED_FOR = 0.5  # seconds; a transaction for each message would cost more than its answer
_TABLE = table(Conversation)
_STANDS = select(_TABLE.c.token, _TABLE.c.at).where(_TABLE.c.chat == bindparam("hashed"))


@dataclass(frozen=True, slots=True)
class _Kept:
    """Where a chat stands since a moment; an empty token forgets it."""

    chat: bytes = field(repr=False)
    token: str
    at: datetime


class Conversations:
    """Keeps a token for each chat. Writing is done beside the answers; reading sees what still waits."""

    def __init__(
        self, engine: AsyncEngine, hashed: Callable[[str], bytes], clock: Callable[[], datetime]
    ) -> None:
        self._hashed = hashed
        self._clock = clock
        self._behind = WriteBehind[_Kept](engine, self._write, "conversations", _GATHERED_FOR)
        self._held = HeldConnection(engine)

    async def recall(self, chat: str) -> tuple[str, datetime] | None:
        """The token that was kept last for this chat, and when. Raises DatabaseError."""
        hashed = self._hashed(chat)
        unwritten = next((one for one in reversed(self._behind.waiting) if one.chat == hashed), None)
        if unwritten:
            return (unwritten.token, unwritten.at) if unwritten.token else None
        row = await self._held.look_up(lambda connection: _stands(connection, hashed))
        return (row.token, datetime.fromtimestamp(row.at, UTC)) if row else None

    def keep(self, chat: str, token: str, at: datetime) -> None:
        """Remember where this chat stands, in place of where it stood."""
        self._behind.add(_Kept(self._hashed(chat), token, at))

    def forget(self, chat: str) -> None:
        """Remember nothing of this chat."""
        self.keep(chat, "", self._clock())

    async def close(self) -> None:
        """Write what is left. Raises DatabaseError."""
        try:
            await self._behind.close()
        finally:
            await self._held.let_go()

    async def _write(self, connection: AsyncConnection, some: list[_Kept]) -> None:
        """The newest of each chat; whatever is too old to be remembered goes, whosever it is."""
        newest = {one.chat: one for one in some}
        too_old = int((self._clock() - KEPT).timestamp())
        await connection.execute(
            delete(_TABLE).where(_TABLE.c.chat.in_(list(newest)) | (_TABLE.c.at < too_old))
        )
        rows = [
            {"chat": one.chat, "token": one.token, "at": int(one.at.timestamp())}
            for one in newest.values()
            if one.token
        ]
        if rows:
            await connection.execute(insert(_TABLE), rows)


async def _stands(connection: AsyncConnection, hashed: bytes) -> Any:
    return (await connection.execute(_STANDS, {"hashed": hashed})).one_or_none()
