"""The directory, open: what a command or a running service holds for as long as it runs."""

import asyncio
from types import TracebackType
from typing import Self

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.case_key import check_value, load_or_make_key
from directory.cases import owner_of, reference_hash, standardise_reference
from directory.database import (
    database_errors,
    directory_version,
    keep_private,
    make_engine,
    migrate,
    newest_revision,
    reading,
    revision_of,
    writing,
)
from directory.errors import CaseKeyError, DirectoryError
from directory.settings import DirectorySettings
from directory.snapshot import load_snapshot
from directory.tables import CaseKeyCheck
from routing.snapshot import CaseOwner, Snapshot


class Directory:
    """The snapshot that routing reads, and the register of cases. Open it with `Directory.open`."""

    def __init__(self, engine: AsyncEngine, snapshot: Snapshot, key: bytes) -> None:
        self.snapshot = snapshot
        self._engine = engine
        self._key = key
        self._held: AsyncConnection | None = None
        self._one_at_a_time = asyncio.Lock()

    @classmethod
    async def open(cls, settings: DirectorySettings) -> Self:
        """Migrate and fill the database where that is due, then read it.

        Raises DirectoryError, in one sentence, where that cannot be done or AREA is not in it.
        """
        engine = await open_database(settings)
        try:
            with database_errors(engine):
                async with reading(engine) as connection:
                    snapshot = await load_snapshot(connection)
                    key = await register_key(connection, settings)
            if settings.area not in snapshot.areas:
                raise DirectoryError(
                    f"AREA {settings.area!r} is not in the directory: set it to one of "
                    f"{', '.join(sorted(snapshot.areas))}."
                )
        except BaseException:
            await engine.dispose()
            raise
        return cls(engine, snapshot, key)

    async def owner_of(self, reference: str) -> CaseOwner | None:
        """Who owns the case with this reference, however it is typed; None where it is not registered.

        Raises DatabaseError where the database cannot be read.
        """
        standard = standardise_reference(reference)
        if standard is None:
            return None
        hashed = reference_hash(self._key, standard)
        async with self._one_at_a_time:
            with database_errors(self._engine):
                try:
                    return await owner_of(await self._connection(), hashed)
                except DBAPIError:
                    await self._let_go()  # the server may have been restarted since: once more, anew
                    return await owner_of(await self._connection(), hashed)

    async def close(self) -> None:
        """Let go of the database."""
        await self._let_go()
        await self._engine.dispose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def _connection(self) -> AsyncConnection:
        """One connection, held: taking one from the pool each time would cost more than the look-up."""
        if self._held is None:
            connection = await self._engine.connect()
            self._held = await connection.execution_options(isolation_level="AUTOCOMMIT")
        return self._held

    async def _let_go(self) -> None:
        held, self._held = self._held, None
        if held is not None:
            await held.close()


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


async def register_key(connection: AsyncConnection, settings: DirectorySettings) -> bytes:
    """The key of the case register, checked against the register where that has one already.

    Raises CaseKeyError: with another key every case would seem to be unknown.
    """
    expected = (await connection.execute(select(CaseKeyCheck.check_value))).scalar_one_or_none()
    file = settings.case_key_file
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
    async with writing(engine) as connection:
        await migrate(connection)
        if await directory_version(connection) == 0:
            # The bundled directory and the calendar of bank holidays are needed once in a lifetime.
            from directory.bundled import load_bundled_directory  # noqa: PLC0415

            await load_bundled_directory(connection)
