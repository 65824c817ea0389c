"""Writing down who looked up which case and who was told what, before they are told.

An answer waits until its look-up is committed. All that wait at a moment are committed together, so
that many at once cost little more than one. What cannot be written within a moment is not told; it
may still be written, so the audit can hold a little too much, and never too little.
"""

import asyncio
import logging
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import uuid4

from sqlalchemy import bindparam, delete, insert, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.audit import audit
from directory.storage.database import table, writing
from directory.storage.moments import as_kept, as_read
from directory.tables import CaseMark, CountedLookUp
from routing.limits import (
    A_DAY,
    ENUMERATION,
    NOT_RECORDED,
    Limits,
    PastLookUp,
    is_enumerating,
    limit_reached,
)

logger = logging.getLogger(__name__)

_AT_A_TIME = 500
_TRY_AGAIN_AFTER = 0.2  # seconds
PATIENCE = 2.0  # seconds that an answer waits for its look-up to be written
_MARKS = select(CaseMark.reference_hash, CaseMark.mark).where(
    CaseMark.reference_hash.in_(bindparam("hashes", expanding=True))
)
_PAST = select(
    CountedLookUp.account,
    CountedLookUp.reference_hash,
    CountedLookUp.at,
    CountedLookUp.known,
    CountedLookUp.beside,
).where(CountedLookUp.account.in_(bindparam("accounts", expanding=True)))


class Told(NamedTuple):
    """What somebody was told of a case."""

    provider: str
    office: str
    named_officer: bool  # whether the officer's name was told too


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedUp:
    """Somebody asked for a case, and is to be told what is in `told` (None: it is in no register)."""

    reference_hash: bytes = field(repr=False)
    beside: frozenset[bytes] = field(repr=False)  # hashes of the references next to it
    act: audit.Act
    account: str | None  # whose look-ups are counted
    known: bool
    told: Told | None
    danger: bool = False


class Verdict(NamedTuple):
    """Whether they may be told: the rule that forbids it, and whether that is an alarm."""

    withheld: str | None = None
    alarm: bool = False


class Waiting(NamedTuple):
    """A look-up in the queue, and what its answer waits for."""

    looked_up: LookedUp
    limits: Limits
    verdict: "asyncio.Future[Verdict]"


class Disclosures:
    """The queue and the task that empties it, which is started with the first look-up."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._waiting: list[Waiting] = []
        self._due = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._closing = False

    async def write(self, looked_up: LookedUp, limits: Limits) -> Verdict:
        """Have it written down; what may be told once it is."""
        if looked_up.account is None and looked_up.told is None:
            return Verdict()  # nobody's to count, and nothing to tell
        waiting = Waiting(looked_up, limits, asyncio.get_running_loop().create_future())
        self._waiting.append(waiting)
        self._due.set()
        if self._task is None:
            self._task = asyncio.create_task(self._keep_writing())
        try:
            return await asyncio.wait_for(waiting.verdict, PATIENCE)
        except TimeoutError:
            return Verdict(NOT_RECORDED)
        finally:
            if waiting in self._waiting:  # nobody waits for it any longer, so nobody is told
                self._waiting.remove(waiting)

    async def close(self) -> None:
        """Write what is left; never cancelled, as what it is committing would be in doubt."""
        self._closing = True
        self._due.set()
        if self._task is not None:
            await self._task

    async def _keep_writing(self) -> None:
        while not (self._closing and not self._waiting):
            await self._due.wait()
            try:
                while self._waiting:
                    await self._write_some()
                if not self._closing:
                    self._due.clear()
            except (SQLAlchemyError, OSError) as error:
                logger.warning(
                    "%d look-ups wait to be audited (%s).", len(self._waiting), type(error).__name__
                )
                await asyncio.sleep(_TRY_AGAIN_AFTER)

    async def _write_some(self) -> None:
        """Each leaves the queue, and its answer goes on, once all of them are committed."""
        some = self._waiting[:_AT_A_TIME]
        async with writing(self._engine) as connection:
            verdicts = await write_look_ups(connection, some)
        for waiting, verdict in zip(some, verdicts, strict=True):
            if waiting in self._waiting:
                self._waiting.remove(waiting)
            if not waiting.verdict.done():
                waiting.verdict.set_result(verdict)


async def write_look_ups(connection: AsyncConnection, some: list[Waiting]) -> list[Verdict]:
    """Count these, and add to the audit what may be told, each case under its mark."""
    ledger = await _Ledger.read(connection, some)
    verdicts = [ledger.judge(each.looked_up, each.limits) for each in some]
    await ledger.write(connection)
    allowed = [each.looked_up for each, verdict in zip(some, verdicts, strict=True) if not verdict.withheld]
    marks = await _marks(connection, {each.reference_hash for each in allowed if each.told})
    entries = [_entry(each, each.told, marks[each.reference_hash]) for each in allowed if each.told]
    alarms = [_alarm(each.looked_up) for each, verdict in zip(some, verdicts, strict=True) if verdict.alarm]
    await audit.record(connection, [*entries, *alarms])
    return verdicts


class _Ledger:
    """What the accounts of one batch asked for in the last day, and what they ask for now."""

    def __init__(self, past: dict[str, dict[bytes, PastLookUp]], before: str) -> None:
        self._past = past
        self._before = before
        self._new: list[dict[str, object]] = []

    @classmethod
    async def read(cls, connection: AsyncConnection, some: list[Waiting]) -> "_Ledger":
        accounts = {each.looked_up.account for each in some if each.looked_up.account}
        past: dict[str, dict[bytes, PastLookUp]] = {account: {} for account in accounts}
        if accounts:
            for row in await connection.execute(_PAST, {"accounts": sorted(accounts)}):
                one = PastLookUp(as_read(row.at), row.known, row.beside)
                past[row.account][row.reference_hash] = one
        latest = max(each.looked_up.act.at for each in some)
        return cls(past, as_kept(latest - A_DAY))

    def judge(self, one: LookedUp, limits: Limits) -> Verdict:
        """What may be told of it. A case that was asked for already is not counted again."""
        if one.account is None:
            return Verdict()
        past, at = self._past[one.account], one.act.at
        within = {hashed: each for hashed, each in past.items() if at - each.at < A_DAY}
        if is_enumerating(list(within.values()), limits):
            return Verdict(ENUMERATION)
        if one.reference_hash in within:
            return Verdict()
        beside = any(hashed in one.beside and not each.known for hashed, each in within.items())
        asked = PastLookUp(at, one.known, beside)
        rule = limit_reached(list(within.values()), asked, limits, danger=one.danger)
        if rule is None or rule == ENUMERATION:
            past[one.reference_hash] = asked
            self._new.append(
                {
                    "account": one.account,
                    "reference_hash": one.reference_hash,
                    "at": as_kept(at),
                    "known": one.known,
                    "beside": beside,
                }
            )
        return Verdict(rule, alarm=rule == ENUMERATION)

    async def write(self, connection: AsyncConnection) -> None:
        """Keep what is new, and forget what is a day old."""
        if self._new:
            await connection.execute(delete(CountedLookUp).where(CountedLookUp.at <= self._before))
            await connection.execute(insert(table(CountedLookUp)), self._new)


def _entry(one: LookedUp, told: Told, mark: str) -> audit.Entry:
    details: dict[str, audit.Detail] = {
        "provider": told.provider,
        "office": told.office,
        "named_officer": told.named_officer,
    }
    return audit.Entry(one.act, "disclose", f"case {mark}", details)


def _alarm(one: LookedUp) -> audit.Entry:
    return audit.Entry(one.act, "stop", f"account {one.account}", {"rule": ENUMERATION})


async def _marks(connection: AsyncConnection, hashes: set[bytes]) -> dict[bytes, str]:
    """The mark of each case in the audit, drawn by lot where it has none yet."""
    found = await connection.execute(_MARKS, {"hashes": list(hashes)})
    marks: dict[bytes, str] = {row.reference_hash: row.mark for row in found}
    drawn = {reference_hash: uuid4().hex for reference_hash in hashes - marks.keys()}
    if drawn:
        rows = [{"reference_hash": hashed, "mark": mark} for hashed, mark in drawn.items()]
        await connection.execute(insert(table(CaseMark)), rows)
    return marks | drawn
