"""Bringing the cases that a file gave into the register, and the owners that they had into its history."""

import hashlib
from dataclasses import asdict, dataclass

from sqlalchemy import Select, and_, delete, exists, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from directory.audit import audit
from directory.cases.case_key import CaseKey, check_value
from directory.exchange.cases.incoming import CASES, DETAILS, INCOMING, SAME_CASE, differ
from directory.storage.database import table
from directory.tables import CaseKeyCheck, FormerOwner
from routing.vocabulary import Provider

_HISTORY = table(FormerOwner)
_OWNER = ("provider", "area", "office", "officer")
_BOTH = INCOMING.join(CASES, SAME_CASE)


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did to the register, in cases; of those changed, how many moved to which provider."""

    added: int
    changed: int
    unchanged: int
    moved_to_nps: int = 0
    moved_to_crc: int = 0

    @property
    def digest(self) -> str:
        """By which it is known that an import does what it would have done in its dry run."""
        return hashlib.sha256(repr(self).encode()).hexdigest()


async def compare(connection: AsyncConnection) -> Imported:
    """What there is to do, found in one pass."""
    known, changed = CASES.c.reference_hash.is_not(None), differ(INCOMING, CASES)
    moved = and_(known, INCOMING.c.provider != CASES.c.provider)
    counted = await connection.execute(
        select(
            func.count(),
            func.count().filter(known),
            func.count().filter(known, changed),
            func.count().filter(moved, INCOMING.c.provider == Provider.NPS),
            func.count().filter(moved, INCOMING.c.provider == Provider.CRC),
        ).select_from(INCOMING.outerjoin(CASES, SAME_CASE))
    )
    total, there, others, to_nps, to_crc = counted.one()
    return Imported(total - there, others, there - others, to_nps, to_crc)


async def count(connection: AsyncConnection, statement: Select[int]) -> int:
    """The one number that a statement gives."""
    return (await connection.execute(statement)).scalar_one()


async def store(connection: AsyncConnection, imported: Imported) -> None:
    """Do it."""
    if imported.changed:
        await _keep_history(connection)
        await connection.execute(
            update(CASES)
            .where(SAME_CASE, differ(INCOMING, CASES))
            .values({name: INCOMING.c[name] for name in DETAILS})
        )
    if imported.added:
        columns = ("reference_hash", *DETAILS)
        # In the order of the hashes: a table that grows at its end grows twice as fast.
        new = (
            select(*(INCOMING.c[name] for name in columns))
            .where(~exists().where(SAME_CASE))
            .order_by(INCOMING.c.reference_hash)
        )
        await connection.execute(insert(CASES).from_select(columns, new))


async def note(connection: AsyncConnection, key: CaseKey, imported: Imported, act: audit.Act) -> None:
    """Say in the audit what was done, and keep what the key is recognised by.

    The snapshot does not change: it holds no case.
    """
    if imported.added or imported.changed:
        await audit.record(connection, [audit.Entry(act, "import", "cases", asdict(imported))])
    if not (await connection.execute(select(exists(select(CaseKeyCheck.id))))).scalar_one():
        await connection.execute(insert(CaseKeyCheck), {"id": 1, "check_value": check_value(key)})


async def _keep_history(connection: AsyncConnection) -> None:
    """The owner that a case had until now becomes a former one, where the next begins later.

    Where the next begins on the same day or earlier, the file corrects the register: what it says
    takes the place of all that was held from that day on.
    """
    same_case = _HISTORY.c.reference_hash == INCOMING.c.reference_hash
    from_that_day = select(INCOMING.c.row).where(same_case, _HISTORY.c.since >= INCOMING.c.since)
    await connection.execute(delete(_HISTORY).where(from_that_day.exists()))
    begins = select(INCOMING.c.since).where(same_case).scalar_subquery()
    await connection.execute(update(_HISTORY).where(_HISTORY.c.until > begins).values(until=begins))
    columns = ("reference_hash", "since", "until", *_OWNER)
    former = (
        select(CASES.c.reference_hash, CASES.c.since, INCOMING.c.since, *(CASES.c[name] for name in _OWNER))
        .select_from(_BOTH)
        .where(differ(INCOMING, CASES, *_OWNER), INCOMING.c.since > CASES.c.since)
    )
    await connection.execute(insert(_HISTORY).from_select(columns, former))
