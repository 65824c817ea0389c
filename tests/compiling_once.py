"""SQL that was compiled for one test is there for the next.

What is compiled belongs to an engine and its dialect, of which a process that serves has one. A run of the
tests has thousands, and compiling took an eighth of the time of those that open a directory.
"""

from functools import partial
from typing import Any, Self

import pytest
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.asyncpg import PGDialect_asyncpg
from sqlalchemy.dialects.sqlite.aiosqlite import SQLiteDialect_aiosqlite
from sqlalchemy.ext.asyncio import create_async_engine


class _OneForAllEngines:
    _one: Self | None = None

    def __new__(cls, **_: Any) -> Self:
        if cls._one is None:
            cls._one = super().__new__(cls)
        return cls._one

    def __init__(self, **options: Any) -> None:
        if not hasattr(self, "dbapi"):
            super().__init__(**options)


class SQLite(_OneForAllEngines, SQLiteDialect_aiosqlite):
    """Of files."""

    supports_statement_cache = True


class PostgreSQL(_OneForAllEngines, PGDialect_asyncpg):
    """Of one server: all databases of a process are on the same."""

    supports_statement_cache = True


def keep_what_is_compiled(patch: pytest.MonkeyPatch) -> None:
    """Have all engines of a run share it."""
    registry.register("sqlite.aiosqlite", __name__, "SQLite")
    registry.register("postgresql.asyncpg", __name__, "PostgreSQL")
    compiled: dict[str, Any] = {"compiled_cache": {}}
    sharing = partial(create_async_engine, execution_options=compiled)
    patch.setattr("directory.storage.database.create_async_engine", sharing)
