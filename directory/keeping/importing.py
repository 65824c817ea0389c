"""A keeper brings in a file while the service runs: first only seen, then taken as it was seen or not at all.

Nothing of the file is kept in between: it is sent again to be taken, with the mark of what was seen. It
lies in a folder of its own for as long as it is read, and is gone then.
"""

import hashlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import IO

from sqlalchemy.ext.asyncio import AsyncEngine

from directory.accounts.standing import Identity
from directory.audit.audit import Act
from directory.errors import DirectoryError
from directory.exchange.areas_imported import kinds_imported
from directory.exchange.cases.importing import How as HowCases
from directory.exchange.cases.importing import import_cases
from directory.exchange.cases.stored import Imported as CasesImported
from directory.exchange.files.problems import FileError
from directory.exchange.files.progress import NO_PROGRESS, Progress
from directory.exchange.importing import How, Imported, Part, digest, import_parts
from directory.exchange.kind import Kind
from directory.exchange.kinds import KINDS
from directory.exchange.kinds.cases import CASES
from directory.exchange.rows.reading import ChangedSinceError, ImportRefusedError
from directory.exchange.several import parts_of
from directory.proof.guard import HolesError, no_new_holes
from directory.proof.holes import Hole
from directory.proof.proving import Proving
from directory.settings import DirectorySettings
from directory.storage.aside import aside
from directory.storage.held_files import held_folder
from routing.moments import day_in_london

ALL = "all"  # several kinds, in one workbook
_LONGEST_NAME = 80  # bytes


class NotYoursToImportError(DirectoryError):
    """A kind that is for whoever keeps all areas."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a keeper wants to bring in, and how: as at the command line."""

    who: Identity
    kind: str  # the name of one, or ALL
    channel: str
    since: date | None = None
    replace: bool = False
    force: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an import did, or would do. `seen` is its mark; with `holes` it would be refused."""

    parts: tuple[tuple[Kind, Imported], ...]
    cases: CasesImported | None
    seen: str
    holes: tuple[Hole, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportKeeping:
    """One for an open directory. Everything is done in a thread, as it takes a while."""

    engine: AsyncEngine
    settings: DirectorySettings
    proving: Proving
    clock: Callable[[], datetime]

    async def preview(
        self, wish: Wish, content: IO[bytes], name: str, progress: Progress = NO_PROGRESS
    ) -> Outcome:
        """What this file would do; nothing is written.

        Raises ImportRefusedError with every problem of the rows, FileError where the file as a whole cannot
        be used, and DirectoryError.
        """
        return await aside(self.engine, partial(self._preview, wish, content, name, progress))

    async def take(
        self, wish: Wish, content: IO[bytes], name: str, seen: str, progress: Progress = NO_PROGRESS
    ) -> Outcome:
        """Bring it in, if it does what was `seen` of it. Raises ChangedSinceError too, and HolesError."""
        return await aside(self.engine, partial(self._take, wish, content, name, seen, progress))

    async def _preview(
        self, wish: Wish, content: IO[bytes], name: str, progress: Progress, engine: AsyncEngine
    ) -> Outcome:
        with _as_file(content, name, self.settings.data_dir) as file:
            how = self._how(wish, dry_run=True)
            try:
                return await self._run(engine, wish, file, how, progress)
            except HolesError as error:
                forced = await self._run(engine, replace(wish, force=True), file, how, progress)
                return replace(forced, holes=tuple(error.holes))

    async def _take(
        self, wish: Wish, content: IO[bytes], name: str, seen: str, progress: Progress, engine: AsyncEngine
    ) -> Outcome:
        with _as_file(content, name, self.settings.data_dir) as file:
            marked, _, expected = seen.partition(".")
            if marked != _mark(file):
                raise ChangedSinceError
            how = replace(self._how(wish, dry_run=False), expected=expected)
            return await self._run(engine, wish, file, how, progress)

    def _how(self, wish: Wish, *, dry_run: bool) -> How:
        act = Act(wish.who.account or "", wish.channel, self.clock())
        return How(act, dry_run, wish.replace, wish.force, wish.since, wish.who.area)

    async def _run(
        self, engine: AsyncEngine, wish: Wish, file: Path, how: How, progress: Progress
    ) -> Outcome:
        if wish.kind == CASES.name and CASES in kinds_imported(wish.who.area):
            done = await import_cases(
                engine,
                self.settings,
                file,
                HowCases(how.act, how.dry_run, wish.force, how.expected),
                progress,
            )
            return Outcome((), done, f"{_mark(file)}.{done.digest}")
        parts = parts_of(file) if wish.kind == ALL else [Part(KINDS[wish.kind], file)]
        refused = [part.kind.name for part in parts if part.kind not in kinds_imported(wish.who.area)]
        if refused:
            raise NotYoursToImportError(", ".join(refused))
        today, asked = day_in_london(how.act.at), self.proving.asked
        guard = partial(no_new_holes, today=today, force=wish.force, asked=asked)
        imported = await import_parts(engine, parts, replace(how, force=wish.force), progress, guard)
        kinds = (part.kind for part in parts)
        return Outcome(tuple(zip(kinds, imported, strict=True)), None, f"{_mark(file)}.{digest(imported)}")


def _mark(file: Path) -> str:
    """By which it is known that a file is the same."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


@contextmanager
def _as_file(content: IO[bytes], name: str, data_dir: Path) -> Iterator[Path]:
    """What was sent, as a file while it is read. What is wrong with it names the file, not where it lies."""
    plain = "".join(letter for letter in name if letter.isprintable() and letter not in "/\\")
    short = plain.encode()[-_LONGEST_NAME:].decode(errors="ignore")
    with held_folder(data_dir) as folder:
        file = folder / (short.lstrip(".") or "file")
        content.seek(0)
        with file.open("wb") as opened:
            shutil.copyfileobj(content, opened)
        try:
            yield file
        except FileError as error:
            raise FileError(str(error).replace(f"{folder}/", "")) from None
        except ImportRefusedError as error:
            named = (one._replace(what=one.what.replace(f"{folder}/", "")) for one in error.problems)
            error.problems = list(named)
            raise
