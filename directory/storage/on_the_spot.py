"""One row looked up as it is committed at that moment: what is asked for at every message.

SQLite is read on the spot: handing that to a thread and back costs more than the reading, and
milliseconds where the service is busy. A reader there waits for no writer. And the bare driver is asked,
which takes a tenth of the time that a statement takes otherwise.
"""

import sqlite3
from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any, NamedTuple

from sqlalchemy import Connection, Engine, Row, Select, create_engine
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import MultipleResultsFound, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.storage.held_connection import HeldConnection

_BY_NAME = sqlite.dialect(paramstyle="named")
AnyRow = Row[*tuple[Any, ...]]
AnySelect = Select[*tuple[Any, ...]]


class _Prepared(NamedTuple):
    """A statement as SQLite takes it, and what makes its row of what SQLite gives."""

    text: str
    read: Callable[[Sequence[Any]], Any]


class OnTheSpot:
    """Reads a row at a time; PostgreSQL over a held connection."""

    def __init__(self, engine: AsyncEngine, held: HeldConnection) -> None:
        self._held = held
        self._engine = _read_only(engine) if engine.dialect.name == "sqlite" else None
        self._connection: Connection | None = None
        self._prepared: dict[AnySelect, _Prepared] = {}  # a handful, each made once

    async def row(self, statement: AnySelect, values: Mapping[str, Any]) -> AnyRow | None:
        """The one row, or None. Raises DatabaseError."""
        if self._engine is not None:
            with suppress(SQLAlchemyError, sqlite3.Error):  # whatever is wrong, the other way says it
                self._connection = self._connection or self._engine.connect()
                return self._look(self._connection, statement, values)

        async def look(connection: AsyncConnection) -> AnyRow | None:
            return (await connection.execute(statement, values)).one_or_none()

        return await self._held.look_up(look)

    def _look(self, connection: Connection, statement: AnySelect, values: Mapping[str, Any]) -> AnyRow | None:
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        if statement not in self._prepared:
            self._prepared[statement] = _prepared(statement)
        text, read = self._prepared[statement]
        found = driver.execute(text, values).fetchall()
        if len(found) > 1:
            raise MultipleResultsFound
        return read(found[0]) if found else None

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


def _prepared(statement: AnySelect) -> _Prepared:
    columns = statement.selected_columns
    row = namedtuple("row", columns.keys())  # type: ignore[misc]
    types = [column.type.dialect_impl(_BY_NAME) for column in columns]
    processors = [of_type.result_processor(_BY_NAME, None) or _as_it_is for of_type in types]

    def read(found: Sequence[Any]) -> Any:
        return row(*(process(value) for process, value in zip(processors, found, strict=True)))

    return _Prepared(str(statement.compile(dialect=_BY_NAME)), read)


def _as_it_is(value: Any) -> Any:
    return value
