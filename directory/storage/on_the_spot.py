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
from sqlalchemy.ext.asyncio import AsyncConnection

from directory.storage.bare_sqlite import AnySelect, BareSqlite
from directory.storage.held_connection import HeldConnection

AnyRow = Row[*tuple[Any, ...]]


class OnTheSpot:
    """Reads a row at a time; PostgreSQL over a held connection."""

    def __init__(self, held: HeldConnection, bare: BareSqlite | None) -> None:
        self._held = held
        self._bare = bare

    async def row(self, statement: AnySelect, values: Mapping[str, Any]) -> AnyRow | None:
        """The one row, or None. Raises DatabaseError."""
        if self._bare:
            with suppress(SQLAlchemyError, sqlite3.Error):  # whatever is wrong, the other way says it
                return _only(self._bare.look_up(statement, values))

        async def look(connection: AsyncConnection) -> AnyRow | None:
            return (await connection.execute(statement, values)).one_or_none()

        return await self._held.look_up(look)


def _only(rows: list[AnyRow]) -> AnyRow | None:
    if len(rows) > 1:
        raise MultipleResultsFound
    return rows[0] if rows else None
