"""What is written down of who was told who owns a case (see writing_behind.py)."""

from dataclasses import dataclass, field
from uuid import uuid4

from sqlalchemy import bindparam, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from directory import audit
from directory.database import table
from directory.tables import CaseMark

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
