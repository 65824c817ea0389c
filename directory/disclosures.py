"""Writing down, beside the answers, who was told who owns a case.

An answer does not wait for the audit: what was disclosed goes into a queue at once, and a task writes
all that waits in one transaction. Closing writes what is left; nothing is lost but in a crash.
"""

import asyncio
import logging
from dataclasses import dataclass, field
from uuid import uuid4

from sqlalchemy import bindparam, insert, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory import audit
from directory.database import database_errors, table, writing
from directory.tables import CaseMark

logger = logging.getLogger(__name__)

_AT_A_TIME = 500
_TRY_AGAIN_AFTER = 1.0  # seconds
_MARKS = select(CaseMark.reference_hash, CaseMark.mark).where(
    CaseMark.reference_hash.in_(bindparam("hashes", expanding=True))
)


@dataclass(frozen=True, slots=True)
class Disclosure:
    """Somebody was told who owns a case."""

    reference_hash: bytes = field(repr=False)
    act: audit.Act
    provider: str
    office: str
    named_officer: bool  # whether the officer's name was told too


class Disclosures:
    """The queue and the task that empties it, which is started with the first disclosure."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._waiting: list[Disclosure] = []
        self._due = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._closing = False

    def add(self, disclosure: Disclosure) -> None:
        """Have it written down soon."""
        self._waiting.append(disclosure)
        self._due.set()
        if self._task is None:
            self._task = asyncio.create_task(self._keep_writing())

    async def close(self) -> None:
        """Write what is left. Raises DatabaseError where that cannot be done."""
        if self._task is None:
            return
        self._closing = True
        self._due.set()
        await self._task  # never cancelled: what it is committing just now would be written twice
        with database_errors(self._engine):
            await self._write_all()

    async def _keep_writing(self) -> None:
        while not self._closing:
            await self._due.wait()
            self._due.clear()
            try:
                await self._write_all()
            except (SQLAlchemyError, OSError) as error:
                waiting = len(self._waiting)
                logger.warning("%d disclosures wait to be audited (%s).", waiting, type(error).__name__)
                await asyncio.sleep(_TRY_AGAIN_AFTER)
                self._due.set()

    async def _write_all(self) -> None:
        while self._waiting:
            await self._write_some()

    async def _write_some(self) -> None:
        """They leave the queue once they are committed."""
        some = self._waiting[:_AT_A_TIME]
        async with writing(self._engine) as connection:
            await write_disclosures(connection, some)
        del self._waiting[: len(some)]


async def write_disclosures(connection: AsyncConnection, some: list[Disclosure]) -> None:
    """Add these to the audit, each case under its mark."""
    marks = await _marks(connection, {each.reference_hash for each in some})
    await audit.record(connection, [_entry(each, marks[each.reference_hash]) for each in some])


def _entry(disclosed: Disclosure, mark: str) -> audit.Entry:
    told: dict[str, audit.Detail] = {
        "provider": disclosed.provider,
        "office": disclosed.office,
        "named_officer": disclosed.named_officer,
    }
    return audit.Entry(disclosed.act, "disclose", f"case {mark}", told)


async def _marks(connection: AsyncConnection, hashes: set[bytes]) -> dict[bytes, str]:
    """The mark of each case in the audit, drawn by lot where it has none yet."""
    found = await connection.execute(_MARKS, {"hashes": list(hashes)})
    marks: dict[bytes, str] = {row.reference_hash: row.mark for row in found}
    drawn = {reference_hash: uuid4().hex for reference_hash in hashes - marks.keys()}
    if drawn:
        rows = [{"reference_hash": hashed, "mark": mark} for hashed, mark in drawn.items()]
        await connection.execute(insert(table(CaseMark)), rows)
    return marks | drawn
