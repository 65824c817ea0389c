"""One row looked up as it is committed at that moment: what is asked for at every message.

SQLite is read on the spot: handing that to a thread and back costs more than the reading, and
milliseconds where the service is busy. A reader there waits for no writer.
"""

import sqlite3
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from sqlalchemy import Row
from sqlalchemy.exc import MultipleResultsFound, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.storage.bare_sqlite import AnySelect, BareSqlite
from directory.storage.database import on_the_spot
from directory.storage.held_connection import HeldConnection

AnyRow = Row[*tuple[Any, ...]]


class OnTheSpot:
    """Reads a row at a time; PostgreSQL over a held connection."""

    def __init__(self, engine: AsyncEngine, held: HeldConnection) -> None:
        self._held = held
        twin = on_the_spot(engine)
        self._bare = BareSqlite(twin) if twin else None

    async def row(self, statement: AnySelect, values: Mapping[str, Any]) -> AnyRow | None:
        """The one row, or None. Raises DatabaseError."""
        if self._bare:
            with suppress(SQLAlchemyError, sqlite3.Error):  # whatever is wrong, the other way says it
                return _only(self._bare.look_up(statement, values))

        async def look(connection: AsyncConnection) -> AnyRow | None:
            return (await connection.execute(statement, values)).one_or_none()

        return await self._held.look_up(look)

    def close(self) -> None:
        """Let go of the database."""
        if self._bare:
            self._bare.close()


def _only(rows: list[AnyRow]) -> AnyRow | None:
    if len(rows) > 1:
        raise MultipleResultsFound
    return rows[0] if rows else None
