"""Bringing files of any kind into the directory: all of it or nothing, and twice is as good as once."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, nullcontext
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.audit.audit import Act, Entry, record
from directory.exchange.areas_imported import ids_elsewhere, note_other_areas
from directory.exchange.cells.cell import Known
from directory.exchange.files.problems import FileError, Problems
from directory.exchange.files.progress import NO_PROGRESS, Progress
from directory.exchange.kind import Key, Kind, Values
from directory.exchange.rows.announcing import with_announced
from directory.exchange.rows.change import Change
from directory.exchange.rows.comparing import There, compare
from directory.exchange.rows.known import known_ids
from directory.exchange.rows.reading import ChangedSinceError, FoundRow, ImportRefusedError, read_kind
from directory.exchange.rows.store import Store
from directory.exchange.rows.stores import store_of
from directory.storage.database import count_change, database_errors, writing

Guard = Callable[[AsyncConnection], AbstractAsyncContextManager[Any]]


@dataclass(frozen=True, slots=True)
class How:
    """How an import goes about it."""

    act: Act  # whose import it is, and when
    dry_run: bool = False  # only say what would change
    replace: bool = False  # take away what is not in the file
    force: bool = False  # even where that is most of what there is, or somebody would be left with nobody
    since: date | None = None  # what changes, changes from this day on; None: it was always so
    area: str | None = None  # of whose keeper it is, who changes nothing of others; None: of all
    expected: str | None = None  # the digest of what a dry run gave, where it has to be the same


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did, or would do."""

    changes: tuple[Change, ...]
    unchanged: int

    def counted(self, does: str) -> int:
        """How many rows it added, changed or removed."""
        return sum(change.does == does for change in self.changes)


def digest(imported: Iterable[Imported]) -> str:
    """By which it is known that an import does what it would have done in its dry run."""
    said = [
        [(one.does, one.key, _sorted(one.before), _sorted(one.after)) for one in each.changes]
        for each in imported
    ]
    return hashlib.sha256(repr(said).encode()).hexdigest()


def _sorted(values: Values) -> list[tuple[str, Any]]:
    return sorted(values.items())


@dataclass(frozen=True, slots=True)
class Part:
    """A table to import: a kind, and the file, or the sheet of a workbook, that it is in."""

    kind: Kind
    file: Path
    sheet: str | None = None


async def import_kind(
    engine: AsyncEngine,
    kind: Kind,
    file: Path,
    how: How,
    progress: Progress = NO_PROGRESS,
    guard: Guard = nullcontext,
) -> Imported:
    """Bring a file into the directory, or (dry_run) only say what that would do.

    `guard` is around the change, and raises where it may not be. Raises ImportRefusedError with every
    problem of the rows, FileError where the file as a whole cannot be used, and DirectoryError where the
    database cannot.
    """
    (imported,) = await import_parts(engine, [Part(kind, file)], how, progress, guard)
    return imported


async def import_parts(
    engine: AsyncEngine,
    parts: Sequence[Part],
    how: How,
    progress: Progress = NO_PROGRESS,
    guard: Guard = nullcontext,
) -> list[Imported]:
    """Bring several tables in at once, in this order, as `import_kind` does with one.

    A row may name what comes in with it, in whichever part. Several may be without rows.
    """
    with database_errors(engine):
        async with writing(engine) as connection:
            found = _read(parts, await known_ids(connection), progress)
            async with AsyncExitStack() as around:
                imported = await _bring_in(connection, parts, found, how, around, guard)
                if how.expected not in (None, digest(imported)):
                    raise ChangedSinceError
            if any(each.changes for each in imported):
                await count_change(connection)
                done = zip(parts, imported, strict=True)
                await record(
                    connection, [_audited(how.act, part.kind, each) for part, each in done if each.changes]
                )
            if how.dry_run:
                await connection.rollback()
    return imported


def _read(parts: Sequence[Part], known: Known, progress: Progress) -> list[dict[Key, FoundRow]]:
    """The rows of each part. Raises ImportRefusedError with what is wrong with any of them."""
    several = len(parts) > 1
    if several:
        known = with_announced(known, parts)
    found, problems = [], [Problems(part.file, sheet=part.sheet) for part in parts]
    for part, wrong in zip(parts, problems, strict=True):
        try:
            found.append(read_kind(part.kind, known, wrong, progress, may_be_empty=several))
        except FileError as error:
            if not several:
                raise
            wrong.add_whole(str(error))
    if any(wrong.count for wrong in problems):
        raise ImportRefusedError(*problems)
    return found


async def _bring_in(
    connection: AsyncConnection,
    parts: Sequence[Part],
    found: list[dict[Key, FoundRow]],
    how: How,
    around: AsyncExitStack,
    guard: Guard,
) -> list[Imported]:
    """Compare each part with what is there, and store what is new; the guard comes before the first."""
    done: list[Imported] = []
    stores = [store_of(part.kind) for part in parts]
    for part, store, rows in zip(parts, stores, found, strict=True):
        problems = Problems(part.file, sheet=part.sheet)
        elsewhere = await ids_elsewhere(connection, store, how.area)
        imported = _compare(part.kind, await store.load(connection), rows, how, problems, elsewhere)
        if how.area is not None:
            await note_other_areas(connection, part.kind, imported.changes, how.area, elsewhere, problems)
        if problems.count:
            raise ImportRefusedError(problems)
        await _refuse_what_tears(connection, part.kind, store, part.file, imported, how)
        if imported.changes:
            if not any(each.changes for each in done):
                await around.enter_async_context(guard(connection))
            await store_changes(connection, store, imported.changes)
        done.append(imported)
    for store in stores:
        await store.finish(connection)
    return done


def _audited(act: Act, kind: Kind, imported: Imported) -> Entry:
    counts = {does: imported.counted(does) for does in ("add", "change", "remove")}
    return Entry(act, "import", kind.name, counts)


def _compare(
    kind: Kind,
    there: There,
    found: dict[Key, FoundRow],
    how: How,
    problems: Problems,
    spared: Collection[Any],
) -> Imported:
    changes = compare(kind, there, found, problems, replace=spared if how.replace else None, since=how.since)
    unchanged = len(found) - len({change.row for change in changes if change.row is not None})
    return Imported(tuple(changes), unchanged)


async def _refuse_what_tears(
    connection: AsyncConnection, kind: Kind, store: Store, file: Path, imported: Imported, how: How
) -> None:
    """Raises FileError where rows would be taken away that others need, or suspiciously many."""
    gone = [change for change in imported.changes if change.does == "remove"]
    pointing = await store.pointed_at(connection, [change.at for change in gone])
    if pointing:
        needed = ", ".join(f"{count:,} of {table}" for table, count in pointing.items())
        raise FileError(
            f"{file} leaves out {len(gone):,} {kind.name} that the directory holds, and {needed} point to "
            "them: change those first, or import without --replace, which leaves them as they are."
        )
    stay = imported.unchanged + imported.counted("change")
    if len(gone) > stay and not how.force:
        raise FileError(
            f"{file} leaves out {len(gone):,} of the {len(gone) + stay:,} {kind.name} that the directory "
            "holds, so --replace would remove most of them: check that the file is whole, and give --force "
            "where it is meant."
        )


async def store_changes(connection: AsyncConnection, store: Store, changes: Iterable[Change]) -> None:
    """Removing first, so that what a number or a name is needed for is free."""
    by_deed: dict[str, list[Change]] = {"remove": [], "change": [], "add": []}
    for change in changes:
        by_deed[change.does].append(change)
    if by_deed["remove"]:
        await store.remove(connection, [change.at for change in by_deed["remove"]])
    if by_deed["change"]:
        await store.change(connection, [(change.at, change.after) for change in by_deed["change"]])
    if by_deed["add"]:
        await store.add(connection, [change.after for change in by_deed["add"]])
