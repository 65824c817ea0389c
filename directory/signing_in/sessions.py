"""Who is signed in on the web: a random token in a browser, of which only the hash is kept.

Asked for at every request and never remembered, as standing is: whoever is signed out, leaves or has done
nothing for too long is nobody at the next request, in every process.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import Delete, bindparam, delete, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.accounts.standing import ACCOUNTS, WEB, Identity, standing_on
from directory.accounts.tokens import new_token, token_hash
from directory.audit import audit
from directory.storage.database import changing, database_errors, reading, table, writing
from directory.storage.moments import as_kept, as_read
from directory.storage.on_the_spot import AnyRow, OnTheSpot
from directory.storage.writing_behind import WriteBehind, Writes
from directory.tables import Account, WebSession
from routing.limits import Limits, session_holds
from routing.moments import day_in_london
from routing.policy import Policies

By = Literal["mail", "telegram", "invitation", "keeper"]
_TOKEN_BYTES = 32
_NOTED_EVERY = timedelta(minutes=1)  # that it was used: once a minute is enough to count an hour by
_TABLE = table(WebSession)
_BY_TOKEN = select(_TABLE).where(_TABLE.c.token_hash == bindparam("token_hash"))
_WITH_ACCOUNTS = ACCOUNTS.add_columns(_TABLE.c.token_hash, _TABLE.c.begun, _TABLE.c.used).join(
    _TABLE, _TABLE.c.account == Account.id
)
_NOTE_USE = (
    update(_TABLE)
    .where(_TABLE.c.token_hash == bindparam("session"), _TABLE.c.used < bindparam("now"))
    .values(used=bindparam("now"))
)


@dataclass(frozen=True, slots=True)
class Session:
    """A browser in which an account is signed in."""

    key: bytes = field(repr=False)  # the hash of its token
    account: str
    by: str
    begun: datetime
    used: datetime


class Sessions:
    """All of them. One for an open directory; all but `current` raise DatabaseError."""

    def __init__(
        self, engine: AsyncEngine, spot: OnTheSpot, behind: WriteBehind, clock: Callable[[], datetime]
    ) -> None:
        self._engine = engine
        self._spot = spot
        self._behind = behind
        self._clock = clock

    async def current(self, token: str, *, used: bool = True) -> Session | None:
        """The session that this token opens, if it holds at this moment; it is noted where it is `used`.

        Raises DatabaseError.
        """
        row = await self._spot.row(_BY_TOKEN, {"token_hash": token_hash(token)})
        if row is None:
            return None
        session, now = _session(row), self._clock()
        if not session_holds(session.begun, session.used, now, _limits()):
            return None
        if used and now - session.used >= _NOTED_EVERY:
            self._behind.add(_note_use, (session.key, as_kept(now)), within=0.0)
        return session

    async def holding(self, keys: Collection[bytes]) -> dict[bytes, Identity]:
        """Of these sessions those that hold at this moment, each with who it is."""
        found = _WITH_ACCOUNTS.where(_TABLE.c.token_hash.in_(keys))
        with database_errors(self._engine):
            async with reading(self._engine) as connection:
                rows = (await connection.execute(found)).all()
        now, limits = self._clock(), _limits()
        return {
            row.token_hash: standing_on(row, day_in_london(now))
            for row in rows
            if session_holds(as_read(row.begun), as_read(row.used), now, limits)
        }

    async def of(self, account: str) -> list[Session]:
        """Where an account is signed in, the newest first."""
        found = select(_TABLE).where(_TABLE.c.account == account).order_by(_TABLE.c.begun.desc())
        with database_errors(self._engine):
            async with reading(self._engine) as connection:
                sessions = [_session(row) for row in await connection.execute(found)]
        now, limits = self._clock(), _limits()
        return [one for one in sessions if session_holds(one.begun, one.used, now, limits)]

    async def end(self, account: str, key: bytes | None = None) -> int:
        """Sign an account out: in one browser, or everywhere; in how many."""
        theirs = delete(_TABLE).where(_TABLE.c.account == account)
        if key is not None:
            theirs = theirs.where(_TABLE.c.token_hash == key)
        act = audit.Act(account, WEB, self._clock())
        with database_errors(self._engine):
            async with writing(self._engine) as connection:
                ended = (await connection.execute(theirs)).rowcount
                if ended:
                    entry = audit.Entry(act, "sign out", f"account {account}", {"sessions": ended})
                    await audit.record(connection, [entry])
        return ended

    async def forget_old(self) -> int:
        """Take out those that have run out; how many."""
        with database_errors(self._engine):
            async with changing(self._engine) as connection:
                return (await connection.execute(_run_out(self._clock(), _limits()))).rowcount


async def begin(connection: AsyncConnection, account: str, by: By, at: datetime) -> str:
    """Sign an account in, inside a transaction of `writing`; the token for the browser, shown once."""
    token, now = new_token(_TOKEN_BYTES), as_kept(at)
    row = {
        "token_hash": token_hash(token),
        "account": account,
        "signed_in_by": by,
        "begun": now,
        "used": now,
    }
    await connection.execute(insert(_TABLE), [row])
    act = audit.Act(account, WEB, at)
    await audit.record(connection, [audit.Entry(act, "sign in", f"account {account}", {"by": by})])
    return token


def _limits() -> Limits:
    return Policies.bundled().limits


def _session(row: AnyRow) -> Session:
    return Session(row.token_hash, row.account, row.signed_in_by, as_read(row.begun), as_read(row.used))


def _note_use(connection: Writes, some: list[tuple[bytes, str]]) -> None:
    connection.execute(_NOTE_USE, [{"session": key, "now": now} for key, now in some])


def _run_out(now: datetime, limits: Limits) -> Delete:
    begun_by = as_kept(now - timedelta(hours=limits.session_hours))
    used_by = as_kept(now - timedelta(minutes=limits.session_idle_minutes))
    return delete(_TABLE).where(or_(_TABLE.c.begun <= begun_by, _TABLE.c.used <= used_by))
