"""Opening the database, migrated and filled where that is due, and the key of the case register with it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.cases.case_key import CaseKey, bring_into_use, check_value, load_or_make_key
from directory.errors import CaseKeyError, DirectoryError
from directory.migrations.revisions import migrate, newest_revision, revision_of
from directory.settings import DirectorySettings
from directory.storage.database import (
    altering,
    database_errors,
    directory_version,
    keep_private,
    make_engine,
    reading,
)
from directory.tables import CaseKeyCheck


async def open_database(settings: DirectorySettings) -> AsyncEngine:
    """An engine on a database that is migrated and filled. Raises DirectoryError."""
    _make_data_dir(settings)
    engine = make_engine(settings.database_url)
    try:
        with database_errors(engine):
            keep_private(engine.url)
            if not await _is_ready(engine):
                await _make_ready(engine)
    except BaseException:
        await engine.dispose()
        raise
    return engine


@asynccontextmanager
async def database_opened(settings: DirectorySettings) -> AsyncIterator[AsyncEngine]:
    """The same for as long as it is used. Raises DirectoryError."""
    engine = await open_database(settings)
    try:
        yield engine
    finally:
        await engine.dispose()


async def register_key(connection: AsyncConnection, settings: DirectorySettings) -> CaseKey:
    """The key of the case register, checked against the register where that has one already.

    Raises CaseKeyError: with another key every case would seem to be unknown.
    """
    expected = (await connection.execute(select(CaseKeyCheck.check_value))).scalar_one_or_none()
    file = settings.case_key_file
    if expected is not None:
        bring_into_use(file, expected)
    if expected is not None and not file.exists():
        raise CaseKeyError(
            f"The case key file {file} is missing, and the register of cases can be read with that key only: "
            "put it back from a backup, or set CASE_KEY_FILE to where it is."
        )
    key = load_or_make_key(file)
    if expected is not None and check_value(key) != expected:
        raise CaseKeyError(
            f"The case key file {file} holds another key than the one the register of cases was made with: "
            "put the right key back from a backup, or set CASE_KEY_FILE to where it is."
        )
    return key


def _make_data_dir(settings: DirectorySettings) -> None:
    try:
        settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise DirectoryError(
            f"The folder {settings.data_dir} cannot be made ({error.strerror}): "
            "set DATA_DIR to a folder that this user may write to."
        ) from None


async def _is_ready(engine: AsyncEngine) -> bool:
    async with reading(engine) as connection:
        return await revision_of(connection) == newest_revision() and await directory_version(connection) > 0


async def _make_ready(engine: AsyncEngine) -> None:
    """Whoever holds the lock does the work; whoever waited for it finds the work done."""
    async with altering(engine) as connection:
        await migrate(connection)
        if await directory_version(connection) == 0:
            # The bundled directory and the calendar of bank holidays are needed once in a lifetime.
            from directory.bundled import load_bundled_directory  # noqa: PLC0415

            await load_bundled_directory(connection)
