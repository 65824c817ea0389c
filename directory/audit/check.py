"""Whether the audit is whole: finds a row that was removed, changed or put elsewhere, and says which."""

from collections.abc import Callable
from dataclasses import dataclass, field

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncConnection

from directory.audit.audit import row_hash
from directory.tables import AuditHead, AuditRow

NOTHING_BEFORE = bytes(32)
_MOST_FAULTS = 100
_ROWS = select(
    AuditRow.number,
    AuditRow.at,
    AuditRow.who,
    AuditRow.origin,
    AuditRow.action,
    AuditRow.subject,
    AuditRow.details,
    AuditRow.previous_hash,
    AuditRow.row_hash,
).order_by(AuditRow.number)


@dataclass(slots=True)
class AuditCheck:
    """What was found: the number of rows, the newest one's number and hash, and each fault in a sentence."""

    rows: int = 0
    newest_number: int = 0
    newest_hash: bytes = NOTHING_BEFORE
    faults: list[str] = field(default_factory=list)

    @property
    def seal(self) -> str:
        """The newest row, to be noted elsewhere: `12:` and its hash in hexadecimal digits."""
        return f"{self.newest_number}:{self.newest_hash.hex()}"


async def check_audit(
    connection: AsyncConnection,
    sealed: tuple[int, bytes] | None = None,
    progress: Callable[[int], None] = lambda _: None,
) -> AuditCheck:
    """Go through the whole audit, a row at a time. `sealed` is a seal noted earlier."""
    check, seen_seal = AuditCheck(), sealed is None or sealed == (0, NOTHING_BEFORE)
    async for number, *texts, previous, own in await connection.stream(_ROWS):
        if len(check.faults) >= _MOST_FAULTS:
            check.faults.append("and perhaps more: the check stopped here")
            return check
        if number != check.newest_number + 1:
            check.faults.append(_missing(check.newest_number + 1, number - 1))
        elif previous != check.newest_hash:
            check.faults.append(await _unlinked(connection, number, previous))
        if row_hash(previous, *texts) != own:
            check.faults.append(f"row {number} was changed after it was written")
        if sealed is not None and number == sealed[0]:
            seen_seal = own == sealed[1]
        check.rows, check.newest_number, check.newest_hash = check.rows + 1, number, own
        progress(check.rows)
    await _check_end(connection, check)
    if sealed is not None and not seen_seal:
        check.faults.append(f"row {sealed[0]} is not the one that was sealed: rows up to it were made anew")
    return check


def _missing(first: int, last: int) -> str:
    return f"row {first} is missing" if first == last else f"rows {first} to {last} are missing"


async def _unlinked(connection: AsyncConnection, number: int, previous: bytes) -> str:
    """A row that does not follow the one before it: does it follow another, or one that is gone?"""
    follows_another = select(exists().where(AuditRow.row_hash == previous))
    if previous == NOTHING_BEFORE or (await connection.execute(follows_another)).scalar_one():
        return f"row {number} stands in the wrong place: it was written after another row than the one before"
    if number == 1:
        return "a row before row 1 is missing"
    return f"the row that row {number} was written after is missing, or was changed and sealed anew"


async def _check_end(connection: AsyncConnection, check: AuditCheck) -> None:
    head = (await connection.execute(select(AuditHead.number, AuditHead.row_hash))).one_or_none()
    if head is None:
        check.faults.append("the note of the newest row is missing")
    elif head.number > check.newest_number:
        check.faults.append(f"{_missing(check.newest_number + 1, head.number)} at the end")
    elif (head.number, head.row_hash) != (check.newest_number, check.newest_hash):
        check.faults.append(f"row {check.newest_number} at the end is not the newest that was noted")
