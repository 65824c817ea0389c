"""The audit: every change, and every disclosure of who owns a case: who, when, what and from where.

Each row holds the hash of the row before and its own: SHA-256 over the hash before and the canonical
form of the row, which is a JSON list of its texts. `audit_head` holds the number and hash of the newest
row, so that rows missing at the end are noticed. Whoever could write to all of it could seal the whole
chain anew: the head, noted somewhere else, shows that too (`python -m directory audit verify --sealed`).

A case stands in the audit under a mark drawn by lot, kept in `case_marks` beside the register. A hash
would let whoever reads the audit try out references; a mark says nothing, unless one has the register
and its key as well.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from directory.storage.database import table
from directory.storage.moments import as_kept
from directory.tables import AuditHead, AuditRow

Detail = str | int | bool | None
# Every one has words for the keeper's pages, in `keep-action-…`; in files and in the table it is this code.
Action = Literal[
    "add", "alias add", "alias remove", "change", "choose", "confirm", "disclose", "forget", "import",
    "invite", "leave", "link", "move", "rekey", "remove", "renew", "restore", "revoke", "show", "sign in",
    "sign out", "stop", "suspect", "suspend", "verify",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Act:
    """Somebody doing something: who, from where, and when (an aware moment)."""

    who: str  # an account or a standing, never a person of whom a case is
    origin: str  # "command line", or the channel
    at: datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to stand in the audit. `details` are codes and counts: no reference, no text of a message."""

    act: Act
    action: Action
    subject: str  # e.g. "cases", or "case" and its mark
    details: Mapping[str, Detail] = field(default_factory=dict)


async def record(connection: AsyncConnection, entries: Sequence[Entry]) -> None:
    """Add entries to the audit, inside the connection's transaction, which must be one of `writing`."""
    number, newest = (await connection.execute(select(AuditHead.number, AuditHead.row_hash))).one()
    rows = []
    for number, entry in enumerate(entries, start=number + 1):  # noqa: B020 - goes on from the head
        texts = _texts(entry)
        previous, newest = newest, row_hash(newest, *texts)
        rows.append((number, *texts, previous, newest))
    if rows:
        names = [column.name for column in table(AuditRow).columns]
        await connection.execute(insert(AuditRow), [dict(zip(names, row, strict=True)) for row in rows])
        await connection.execute(update(AuditHead).values(number=number, row_hash=newest))


def row_hash(previous: bytes, *texts: str) -> bytes:
    """The hash of a row: its texts are `at`, `who`, `origin`, `action`, `subject` and `details`."""
    canonical = json.dumps(texts, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(previous + canonical.encode("ascii")).digest()


def _texts(entry: Entry) -> tuple[str, ...]:
    act = entry.act
    at = as_kept(act.at)
    details = json.dumps(dict(entry.details), sort_keys=True, separators=(",", ":"))
    return (at, act.who, act.origin, entry.action, entry.subject, details)
