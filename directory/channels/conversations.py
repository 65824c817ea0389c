"""Where conversations stand, for as long as they are remembered, whichever process hears the next word.

Of a chat nothing is kept but a token, which says what was settled, and the moment. The chat itself is
a keyed hash.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache

from sqlalchemy import Insert, bindparam, delete, select

from directory.storage.database import table, upsert_into
from directory.storage.on_the_spot import OnTheSpot
from directory.storage.writing_behind import WriteBehind, Writes
from directory.tables import Conversation

KEPT = timedelta(minutes=30)
_CLEAN_EVERY = 60  # seconds
_TABLE = table(Conversation)
_STANDS = select(_TABLE.c.token, _TABLE.c.at).where(_TABLE.c.chat == bindparam("hashed"))


@dataclass(frozen=True, slots=True, eq=False)
class _Kept:
    """Where a chat stands since a moment; an empty token forgets it."""

    chat: bytes = field(repr=False)
    token: str
    at: datetime


class Conversations:
    """Keeps a token for each chat. Writing is done beside the answers; reading sees what still waits."""

    def __init__(
        self,
        spot: OnTheSpot,
        behind: WriteBehind,
        hashed: Callable[[str], bytes],
        clock: Callable[[], datetime],
    ) -> None:
        self._behind = behind
        self._hashed = hashed
        self._clock = clock
        self._spot = spot
        self._clean_at = 0
        self._unwritten: dict[bytes, _Kept] = {}

    async def recall(self, chat: str) -> tuple[str, datetime] | None:
        """The token that was kept last for this chat, and when. Raises DatabaseError."""
        hashed = self._hashed(chat)
        unwritten = self._unwritten.get(hashed)
        if unwritten:
            return (unwritten.token, unwritten.at) if unwritten.token else None
        row = await self._spot.row(_STANDS, {"hashed": hashed})
        return (row.token, datetime.fromtimestamp(row.at, UTC)) if row else None

    def keep(self, chat: str, token: str, at: datetime) -> None:
        """Remember where this chat stands, in place of where it stood."""
        hashed = self._hashed(chat)
        kept = self._unwritten[hashed] = _Kept(hashed, token, at)
        self._behind.add(self._write, kept).add_done_callback(lambda _: self._is_written(kept))

    def forget(self, chat: str) -> None:
        """Remember nothing of this chat."""
        self.keep(chat, "", self._clock())

    def _is_written(self, kept: _Kept) -> None:
        if self._unwritten.get(kept.chat) is kept:
            del self._unwritten[kept.chat]

    def _write(self, connection: Writes, some: list[_Kept]) -> None:
        """The newest of each chat; once a minute what is too old to be remembered goes, whosever it is."""
        newest = {one.chat: one for one in some}
        over = [one.chat for one in newest.values() if not one.token]
        if over:
            connection.execute(delete(_TABLE).where(_TABLE.c.chat.in_(over)))
        rows = [
            {"chat": chat, "token": one.token, "at": int(one.at.timestamp())}
            for chat, one in sorted(newest.items())  # in order, so that two processes do not wait in a ring
            if one.token
        ]
        if rows:
            connection.execute(_upsert(connection.dialect.name), rows)
        now = int(self._clock().timestamp())
        if now >= self._clean_at:
            self._clean_at = now + _CLEAN_EVERY
            _delete_older_than(connection, now - int(KEPT.total_seconds()))


def _delete_older_than(connection: Writes, moment: int) -> None:
    """What another process is writing or deleting just now is left to it."""
    old = select(_TABLE.c.chat).where(_TABLE.c.at < moment).with_for_update(skip_locked=True)
    connection.execute(delete(_TABLE).where(_TABLE.c.chat.in_(old)))


@cache
def _upsert(dialect: str) -> Insert:
    row = upsert_into(_TABLE, dialect)
    stands_now = {"token": row.excluded.token, "at": row.excluded.at}
    statement: Insert = row.on_conflict_do_update(index_elements=[_TABLE.c.chat], set_=stands_now)
    return statement
