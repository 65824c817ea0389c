"""How far the directory can be trusted: what is due for review and to whom, and what is suspect.

A caller who got the wrong person, or nobody, makes a number suspect at once: every answer with it then
carries the warning `stale`, until its keeper has confirmed it.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, delete, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from directory.errors import DirectoryError
from directory.exchange.cells.phone import written_number
from directory.storage.database import table
from directory.tables import Area, Number, Post, ProgrammeRun, SuspectNumber

_NUMBERS, _SUSPECT, _RUNS = table(Number), table(SuspectNumber), table(ProgrammeRun)
_OF_RUNS = (_RUNS.c.id, _RUNS.c.code, _RUNS.c.confirmed_on, _RUNS.c.confirmed_days, _RUNS.c.office)
_REASONS = {"wrong-person": "reached the wrong person", "not-working": "does not work"}


class UnknownNumberError(DirectoryError):
    """A number that the directory does not hold."""


class UnknownRunError(DirectoryError):
    """A run of a programme that the directory does not hold on this day."""


@dataclass(frozen=True, slots=True)
class Due:
    """Something to be checked: when its last check runs out, for whom, and why."""

    what: str  # a number as it is written, or the code of a run of a programme
    due_on: date
    why: str
    areas: tuple[str, ...]  # whose keepers have to check it
    posts: tuple[str, ...]
    kind: str  # "numbers" or "programme-runs"
    row: int  # its primary key
    suspect: str | None = None  # why, where a caller has said that a number is wrong

    def said(self) -> str:
        """In one line, for the keeper."""
        keepers = " and ".join(f"the keeper of {area}" for area in self.areas) or "nobody: no post has it"
        when = "at once" if self.due_on == date.min else self.due_on.isoformat()
        return f"{when:10}  {self.what}  {self.why}; to {keepers} ({', '.join(self.posts) or 'unused'})"


async def all_due(connection: AsyncConnection, by: date) -> list[Due]:
    """What has to be checked by a day: suspect numbers, then the longest unchecked."""
    found = [*await due(connection, by), *await runs_due(connection, by)]
    return sorted(found, key=lambda one: (not one.suspect, one.due_on, one.what))


async def due(connection: AsyncConnection, by: date) -> list[Due]:
    """The numbers that have to be checked by a day, the most urgent first."""
    suspects = {
        number: (because, since)
        for number, because, since in await connection.execute(
            select(_SUSPECT.c.number, _SUSPECT.c.because, _SUSPECT.c.since)
        )
    }
    areas, posts = await _users(connection)
    found: list[Due] = []
    numbers = select(_NUMBERS.c.id, _NUMBERS.c.e164, _NUMBERS.c.verified_on, _NUMBERS.c.review_days)
    for identity, e164, verified_on, review_days in await connection.execute(numbers):
        because = suspects.get(identity)
        due_on = because[1] if because else _due_on(verified_on, review_days)
        if due_on > by:
            continue
        why = f"suspect: a caller says that it {_REASONS[because[0]]}" if because else _why(verified_on)
        used = areas.get(identity, ()), posts.get(identity, ())
        reported = because[0] if because else None
        found.append(Due(written_number(e164), due_on, why, *used, "numbers", identity, reported))
    return sorted(found, key=lambda one: (not one.suspect, one.due_on, one.what))


async def runs_due(connection: AsyncConnection, by: date) -> list[Due]:
    """The runs of programmes whose confirmation has run out by a day; samples are no keeper's work."""
    rows = (
        select(*_OF_RUNS, Area.name, Area.id)
        .join_from(_RUNS, Area, _RUNS.c.area == Area.id)
        .where(_RUNS.c.sample.is_(False), *_holding_on(by))
    )
    found = [
        Due(
            code, _due_on(day, days), _why(day, "confirmed"), (name,), (office or area,), "programme-runs", at
        )
        for at, code, day, days, office, name, area in await connection.execute(rows)
    ]
    return sorted((one for one in found if one.due_on <= by), key=lambda one: (one.due_on, one.what))


def _holding_on(day: date) -> tuple[ColumnElement[bool], ...]:
    begins, ends = _RUNS.c.valid_from, _RUNS.c.valid_to
    return or_(begins.is_(None), begins <= day), or_(ends.is_(None), ends > day)


def _due_on(verified_on: date | None, review_days: int) -> date:
    """The first day on which the check no longer holds (routing.snapshot: Number.is_stale)."""
    return date.min if verified_on is None else verified_on + timedelta(days=review_days + 1)


def _why(day: date | None, done: str = "checked") -> str:
    return f"never {done}" if day is None else f"last {done} on {day}"


async def _users(
    connection: AsyncConnection,
) -> tuple[dict[int, tuple[str, ...]], dict[int, tuple[str, ...]]]:
    """Of each number the areas, and the offices, whose posts it rings."""
    areas: dict[int, dict[str, None]] = {}
    posts: dict[int, dict[str, None]] = {}
    rows = select(Post.number, Area.name, Post.area, Post.office).join_from(Post, Area, Post.area == Area.id)
    for number, name, area, office in await connection.execute(rows):
        if number is not None:
            areas.setdefault(number, {})[name] = None
            posts.setdefault(number, {})[office or area] = None
    return _tuples(areas), _tuples(posts)


def _tuples(found: dict[int, dict[str, None]]) -> dict[int, tuple[str, ...]]:
    return {number: tuple(sorted(names)) for number, names in found.items()}


async def is_suspect(connection: AsyncConnection, e164: str) -> bool:
    """Whether somebody has said that a number is wrong. Raises UnknownNumberError."""
    identity = await _identity(connection, e164)
    marked = select(_SUSPECT.c.number).where(_SUSPECT.c.number == identity)
    return (await connection.execute(marked)).first() is not None


async def suspect(connection: AsyncConnection, e164: str, because: str, today: date) -> None:
    """Mark a number suspect; said again, the newer reason counts. Raises UnknownNumberError."""
    identity = await _identity(connection, e164)
    marked = update(_SUSPECT).where(_SUSPECT.c.number == identity).values(because=because)
    if (await connection.execute(marked)).rowcount == 0:
        await connection.execute(insert(_SUSPECT), {"number": identity, "because": because, "since": today})


async def confirm(connection: AsyncConnection, e164: str, today: date) -> None:
    """Its keeper has rung the number today, and it is right. Raises UnknownNumberError."""
    identity = await _identity(connection, e164)
    await connection.execute(update(_NUMBERS).where(_NUMBERS.c.id == identity).values(verified_on=today))
    await connection.execute(delete(_SUSPECT).where(_SUSPECT.c.number == identity))


async def confirm_run(connection: AsyncConnection, code: str, today: date) -> None:
    """Its keeper has made sure today of all that is said of the run. Raises UnknownRunError."""
    confirmed = update(_RUNS).where(_RUNS.c.code == code, *_holding_on(today)).values(confirmed_on=today)
    if (await connection.execute(confirmed)).rowcount == 0:
        raise UnknownRunError(
            f"The directory holds no run of a programme {code!r} today: "
            "`python -m directory export programme-runs` has the codes of all."
        )


async def _identity(connection: AsyncConnection, e164: str) -> int:
    found = await connection.execute(select(_NUMBERS.c.id).where(_NUMBERS.c.e164 == e164))
    identity: int | None = found.scalar_one_or_none()
    if identity is None:
        raise UnknownNumberError(
            f"The directory holds no number {written_number(e164)}: check its digits, or enter it "
            "with `python -m directory import numbers`."
        )
    return identity
