"""Keeping a copy of the whole database in one file, and putting it back.

SQLite's own online backup copies a database that others are writing to; PostgreSQL's `pg_dump` and
`pg_restore` do the same for it. The case key is never part of the file: whoever found the two together
could find every case. It has to be kept as well, somewhere else.
"""

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncEngine

from directory.audit import audit
from directory.cases.case_key import check_value, load_or_make_key
from directory.errors import BackupError, DirectoryError
from directory.migrations.revisions import migrate, newest_revision, revisions
from directory.pictures.snapshot import load_pictures
from directory.settings import DirectorySettings
from directory.storage.database import (
    altering,
    count_change,
    database_errors,
    directory_version,
    make_engine,
    reading,
)
from directory.tables import DirectoryVersion


async def back_up(engine: AsyncEngine, file: Path) -> None:
    """Write the whole database into a new file, readable by its owner only. Raises BackupError."""
    _refuse_to_write_over(file)
    draft = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
    with _file_errors(file):
        os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        try:
            if engine.dialect.name == "sqlite":
                _copy_sqlite(Path(engine.url.database or ""), draft)
            else:
                from directory.backup.postgresql_programs import dump  # noqa: PLC0415 - starts processes

                dump(engine.url, draft)
            draft.rename(file)
        finally:
            draft.unlink(missing_ok=True)


async def restore(engine: AsyncEngine, settings: DirectorySettings, file: Path, act: audit.Act) -> None:
    """Put the database of this file in the place of the one there is; all of it or nothing.

    What the directory's version was before it stays behind, so that every process notices the change.
    Raises BackupError where the file is no backup, DirectoryError where the database cannot be used.
    """
    _refuse_what_is_not_there(file)
    async with reading(engine) as connection:
        version = await directory_version(connection)
    if engine.dialect.name == "sqlite":
        await _restore_sqlite(Path(engine.url.database or ""), settings, file, version, act)
    else:
        from directory.backup.postgresql_programs import put_back  # noqa: PLC0415 - starts processes

        put_back(engine.url, file)
        with database_errors(engine):
            await _settle(engine, version, act)


async def _restore_sqlite(
    there: Path, settings: DirectorySettings, file: Path, version: int, act: audit.Act
) -> None:
    """Prepare a copy in full, then let SQLite write it over the database in one transaction."""
    draft = there.with_name(f".{there.name}.{secrets.token_hex(4)}")
    engine = make_engine(f"sqlite+aiosqlite:///{draft}")
    try:
        with _file_errors(file):
            _check_sqlite(file)
            os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            _copy_sqlite(file, draft)
            _check_key(draft, settings)
        try:
            with database_errors(engine):
                await _settle(engine, version, act)
                async with reading(engine) as connection:
                    await load_pictures(connection)  # what cannot be served does not replace what can
        except DirectoryError as error:
            raise BackupError(
                f"{file} holds a directory that is not whole: restore from another one."
            ) from error
        await engine.dispose()
        with _file_errors(there):
            _copy_sqlite(draft, there)
    finally:
        await engine.dispose()
        for left in there.parent.glob(f"{draft.name}*"):
            left.unlink()


async def _settle(engine: AsyncEngine, version: int, act: audit.Act) -> None:
    """Migrate what was restored, tell everybody, and write down that it was."""
    async with altering(engine) as connection:
        await migrate(connection)
        restored = await directory_version(connection)
        await connection.execute(update(DirectoryVersion).values(version=max(version, restored)))
        await count_change(connection)
        await audit.record(connection, [audit.Entry(act, "restore", "database", {"version": restored})])


def _refuse_to_write_over(file: Path) -> None:
    if file.exists():
        raise BackupError(f"{file} exists already: name a file that does not, so that no backup is lost.")


def _refuse_what_is_not_there(file: Path) -> None:
    if not file.is_file():
        raise BackupError(f"{file} cannot be read: name a file that `python -m directory backup` made.")


def _copy_sqlite(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as reader, closing(sqlite3.connect(target, timeout=30)) as writer:
        reader.backup(writer)


def _check_sqlite(file: Path) -> None:
    """Raises BackupError unless this is a whole database of a Signpost no newer than this one."""
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as opened:
            (whole,) = opened.execute("PRAGMA quick_check(1)").fetchone()
            (revision,) = opened.execute("SELECT version_num FROM alembic_version").fetchone()
    except (sqlite3.DatabaseError, TypeError):
        whole, revision = "no database", ""
    if whole != "ok" or (revision not in revisions() and not revision > newest_revision()):
        raise BackupError(f"{file} is not a backup of a directory, or is damaged: restore from another one.")
    if revision > newest_revision():
        raise BackupError(
            f"{file} was made by a newer Signpost (revision {revision}, this one knows "
            f"{newest_revision()}): restore it with the newer version."
        )


def _check_key(database: Path, settings: DirectorySettings) -> None:
    """Raises BackupError where the register in the backup is sealed with another key than ours."""
    with closing(sqlite3.connect(database)) as opened:
        found = opened.execute("SELECT check_value FROM case_key_check").fetchone()
    file = settings.case_key_file
    if found and not (file.exists() and check_value(load_or_make_key(file)) == found[0]):
        raise BackupError(
            f"The register in the backup needs another case key than the one in {file}: put the key of that "
            "time in its place first, or set CASE_KEY_FILE to where it is."
        )


@contextmanager
def _file_errors(file: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise BackupError(
            f"{file} cannot be written or read ({reason}): check its folder, its mode and the space there."
        ) from None
