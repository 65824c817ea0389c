"""One row looked up as it is committed at that moment: what is asked for at every message.

SQLite is read on the spot, in some 60 microseconds: handing that to a thread and back costs more
than the reading, and milliseconds where the service is busy. A reader there waits for no writer.
"""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from sqlalchemy import Connection, Engine, Row, Select, create_engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.held_connection import HeldConnection

AnyRow = Row[*tuple[Any, ...]]


class OnTheSpot:
    """Reads a row at a time; PostgreSQL over a held connection."""

    def __init__(self, engine: AsyncEngine, held: HeldConnection) -> None:
        self._held = held
        self._engine = _read_only(engine) if engine.dialect.name == "sqlite" else None
        self._connection: Connection | None = None

    async def row(self, statement: Select[*tuple[Any, ...]], values: Mapping[str, Any]) -> AnyRow | None:
        """The one row, or None. Raises DatabaseError."""
        if self._engine is not None:
            with suppress(SQLAlchemyError):  # whatever is wrong, the other way says it in a sentence
                self._connection = self._connection or self._engine.connect()
                return self._connection.execute(statement, values).one_or_none()

        async def look(connection: AsyncConnection) -> AnyRow | None:
            return (await connection.execute(statement, values)).one_or_none()

        return await self._held.look_up(look)

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
