"""Which updates of Telegram are answered, so that each is answered once, however often it is delivered.

An update is claimed before it is answered and done afterwards. A claim holds for a few seconds and is
held on to for as long as somebody is answering; one of a process that was killed ends by itself, and
another takes the update over. So an update is answered twice only where a process is killed after
Telegram took the answer and before `done` was committed.

Where the database cannot be written to within a moment, updates are answered all the same: nobody who
needs a number waits for that. Of an update nothing is kept but its number.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto
from functools import cache

from sqlalchemy import Insert, delete, or_, select

from directory.storage.database import table, upsert_into
from directory.storage.writing_behind import WriteBehind, Writes
from directory.tables import TelegramUpdate

HELD_FOR = 5  # seconds for which a claim holds; hold it again well before that
MOST_FAILURES = 3
KEPT = timedelta(hours=25)  # Telegram delivers an update for 24 hours
_PATIENCE = 1.0  # seconds for which anybody waits for the database
_CLEAN_EVERY = 600  # seconds
_TABLE = table(TelegramUpdate)
_KEY = (_TABLE.c.bot, _TABLE.c.number)


class Claim(Enum):
    """What is to be done with an update."""

    OURS = auto()  # answer it
    OTHERS = auto()  # somebody else is answering it
    DONE = auto()  # answered, or given up


@dataclass(slots=True)
class _Claimed:
    """An update that somebody wants to answer, and what became of that."""

    key: tuple[int, int]
    claim: Claim = Claim.OTHERS


class Updates:
    """Claims updates and marks them as done, through a queue that it shares with the conversations.

    So what was settled in a conversation and that the update is done are committed together.
    """

    def __init__(self, behind: WriteBehind, clock: Callable[[], datetime]) -> None:
        self._behind = behind
        self._clock = clock
        self._clean_at = 0

    async def claim(self, bot: int, number: int) -> Claim:
        """Whether to answer this update."""
        wanted = _Claimed((bot, number))
        committed = self._behind.add(self._write_claims, wanted, within=0.0)
        # Cancelled it is not written later, which nobody wants.
        late = asyncio.get_running_loop().call_later(_PATIENCE, committed.cancel)
        try:
            await committed
        except asyncio.CancelledError:
            if (task := asyncio.current_task()) and task.cancelling():
                raise
            return Claim.OURS
        finally:
            late.cancel()
        return wanted.claim

    async def done(self, bot: int, number: int) -> None:
        """Say that it is answered; returns once that is committed, or after a moment."""
        await asyncio.wait([self._note((bot, number), done=True)], timeout=_PATIENCE)

    def hold(self, bot: int, number: int) -> None:
        """Say that it is still being answered."""
        self._note((bot, number), held_until=self._now() + HELD_FOR)

    def let_go(self, bot: int, number: int, *, failed: bool) -> None:
        """Say that it could not be answered: whoever gets it next may try.

        `failed` by a fault of ours, and not of Telegram or the network; after MOST_FAILURES it is given up.
        """
        self._note((bot, number), failures=int(failed))

    def _now(self) -> int:
        return int(self._clock().timestamp())

    def _note(self, key: tuple[int, int], **values: object) -> "asyncio.Future[None]":
        return self._behind.add(_write_notes, self._row(key, **values), within=0.0)

    def _row(self, key: tuple[int, int], **values: object) -> dict[str, object]:
        row = {
            "bot": key[0],
            "number": key[1],
            "at": self._now(),
            "held_until": 0,
            "failures": 0,
            "done": False,
        }
        return row | values

    def _write_claims(self, connection: Writes, wanted: list[_Claimed]) -> None:
        first: dict[tuple[int, int], _Claimed] = {}
        for one in wanted:
            one.claim = Claim.OTHERS  # whatever a transaction granted that was not committed
            first.setdefault(one.key, one)
        # In order, so that two processes that claim the same ones do not wait for each other.
        rows = [self._row(key, held_until=self._now() + HELD_FOR) for key in sorted(first)]
        granted = connection.execute(_upserts(connection.dialect.name).claim, rows)
        for bot, number in granted:
            first.pop((bot, number)).claim = Claim.OURS
        for bot, number in _done_among(connection, list(first)):
            first.pop((bot, number)).claim = Claim.DONE
        if self._now() >= self._clean_at:
            self._clean_at = self._now() + _CLEAN_EVERY
            _delete_older_than(connection, self._now() - int(KEPT.total_seconds()))


def _write_notes(connection: Writes, rows: list[dict[str, object]]) -> None:
    connection.execute(_upserts(connection.dialect.name).note, rows)


_GIVEN_UP = _TABLE.c.failures >= MOST_FAILURES


def _done_among(connection: Writes, keys: list[tuple[int, int]]) -> list[tuple[int, int]]:
    if not keys:
        return []
    numbers = [number for _, number in keys]
    over = select(*_KEY).where(_TABLE.c.number.in_(numbers), or_(_TABLE.c.done, _GIVEN_UP))
    return [key for key in map(tuple, connection.execute(over)) if key in keys]


def _delete_older_than(connection: Writes, moment: int) -> None:
    """What another process is deleting just now is left to it."""
    old = select(_TABLE.c.number).where(_TABLE.c.at < moment).with_for_update(skip_locked=True)
    connection.execute(delete(_TABLE).where(_TABLE.c.at < moment, _TABLE.c.number.in_(old)))


@dataclass(frozen=True, slots=True)
class _Upserts:
    """Statements with a row of every column."""

    claim: Insert  # returns the keys of those that were granted
    note: Insert


@cache
def _upserts(dialect: str) -> _Upserts:
    """The same in the words of either database."""
    row = upsert_into(_TABLE, dialect)
    free = (_TABLE.c.held_until <= row.excluded.at) & ~_TABLE.c.done & ~_GIVEN_UP
    claim = row.on_conflict_do_update(
        index_elements=_KEY, set_={"held_until": row.excluded.held_until}, where=free
    )
    note = row.on_conflict_do_update(
        index_elements=_KEY,
        set_={
            "held_until": row.excluded.held_until,
            "failures": _TABLE.c.failures + row.excluded.failures,
            "done": or_(_TABLE.c.done, row.excluded.done),
        },
    )
    return _Upserts(claim.returning(*_KEY), note)
