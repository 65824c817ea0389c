"""One row looked up as it is committed at that moment: what is asked for at every message.

SQLite is read on the spot: handing that to a thread and back costs more than the reading, and
milliseconds where the service is busy. A reader there waits for no writer. Of most people there is no
row, which the bare driver says in a tenth of the time that a statement takes otherwise.
"""

import sqlite3
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from sqlalchemy import Connection, Engine, Row, Select, create_engine
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.storage.held_connection import HeldConnection

_BY_NAME = sqlite.dialect(paramstyle="named")
AnyRow = Row[*tuple[Any, ...]]


class OnTheSpot:
    """Reads a row at a time; PostgreSQL over a held connection."""

    def __init__(self, engine: AsyncEngine, held: HeldConnection) -> None:
        self._held = held
        self._engine = _read_only(engine) if engine.dialect.name == "sqlite" else None
        self._connection: Connection | None = None
        self._as_text: dict[Select[*tuple[Any, ...]], str] = {}  # a handful, each made once

    async def row(self, statement: Select[*tuple[Any, ...]], values: Mapping[str, Any]) -> AnyRow | None:
        """The one row, or None. Raises DatabaseError."""
        if self._engine is not None:
            with suppress(SQLAlchemyError):  # whatever is wrong, the other way says it in a sentence
                self._connection = self._connection or self._engine.connect()
                if self._is_absent(self._connection, statement, values):
                    return None
                return self._connection.execute(statement, values).one_or_none()

        async def look(connection: AsyncConnection) -> AnyRow | None:
            return (await connection.execute(statement, values)).one_or_none()

        return await self._held.look_up(look)

    def _is_absent(
        self, connection: Connection, statement: Select[*tuple[Any, ...]], values: Mapping[str, Any]
    ) -> bool:
        """Whether there is no such row. False where it cannot be told so."""
        if statement not in self._as_text:
            self._as_text[statement] = str(statement.compile(dialect=_BY_NAME))
        driver = connection.connection.driver_connection
        try:
            return driver is not None and driver.execute(self._as_text[statement], values).fetchone() is None
        except sqlite3.Error:
            return False

    def close(self) -> None:
        """Let go of the database."""
        if self._connection is not None:
            self._connection.close()
        if self._engine is not None:
            self._engine.dispose()


def _read_only(engine: AsyncEngine) -> Engine:
    """The same SQLite file, opened by this thread; each statement sees what is committed by then."""
    return create_engine(
        engine.url.set(drivername="sqlite"),
        isolation_level="AUTOCOMMIT",
        connect_args={"timeout": 0.05},  # nobody else is served while this waits
    )
