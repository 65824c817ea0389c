"""SQLite by its bare driver, in the thread of whoever asks: for the few statements of every message.

SQLAlchemy says once how SQLite takes a statement; through it each would take ten times as long, every
time. Whatever goes wrong is a `sqlite3.Error`, but that the file cannot be opened an SQLAlchemyError.
"""

import sqlite3
from collections import namedtuple
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple, cast

from sqlalchemy import Connection, Delete, Engine, Insert, Select, Update
from sqlalchemy.dialects import sqlite
from sqlalchemy.ext.asyncio import AsyncEngine

from directory.storage.database import on_the_spot

Values = Mapping[str, Any]
AnySelect = Select[*tuple[Any, ...]]
Statement = Insert | Update | Delete | AnySelect


class _Prepared(NamedTuple):
    """A statement as SQLite takes it, and the values that stand in it."""

    text: str
    values: Values


class _LookUp(NamedTuple):
    """A statement that finds rows, and what makes a row of what SQLite gives."""

    text: str
    values: Values
    read: Callable[[Sequence[Any]], Any]


class BareSqlite:
    """One connection, held. Statements that come with values are a handful, each made once and remembered."""

    dialect = sqlite.dialect(paramstyle="named")

    def __init__(self, engine: Engine) -> None:
        """`engine` is one that commits each statement by itself; it belongs to this from now on."""
        self._engine = engine
        self._held: Connection | None = None
        self._opened: sqlite3.Connection | None = None  # the driver's side of it
        self._look_ups: dict[AnySelect, _LookUp] = {}
        self._prepared: dict[Statement, _Prepared] = {}

    @classmethod
    def of(cls, engine: AsyncEngine) -> "BareSqlite | None":
        """One for this database; None on PostgreSQL.

        Who reads and who writes may share it: SQLite then need not read anew what was written.
        """
        twin = on_the_spot(engine)
        return cls(twin) if twin else None

    def look_up(self, statement: AnySelect, values: Values) -> list[Any]:
        """The rows that a statement finds, each with its columns by name."""
        if statement not in self._look_ups:
            self._look_ups[statement] = self._look_up_by(statement)
        text, given, read = self._look_ups[statement]
        return [read(row) for row in self._driver.execute(text, {**given, **values}).fetchall()]

    def execute(self, statement: Statement, rows: Sequence[Values] | None = None) -> list[tuple[Any, ...]]:
        """Do it for each row, or once where it comes with none; what it returns, as SQLite gives it."""
        driver = self._driver
        if rows is None:
            text, values = self._prepare(statement, None)
            return driver.execute(text, values).fetchall()
        if statement not in self._prepared:
            self._prepared[statement] = self._prepare(statement, list(rows[0]))
        text, values = self._prepared[statement]
        first, *others = ({**values, **row} for row in rows)
        cursor = driver.execute(text, first)
        if cursor.description is None:  # it returns nothing
            driver.executemany(text, others)
            return []
        return cursor.fetchall() + [found for row in others for found in driver.execute(text, row).fetchall()]

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """What is done within it is committed at its end, or none of it is. No other writer shares it."""
        driver = self._driver
        driver.execute("BEGIN IMMEDIATE")
        try:
            yield
            driver.execute("COMMIT")
        except BaseException:
            driver.rollback()
            raise

    def close(self) -> None:
        """Let go of the database."""
        if self._held is not None:
            self._held.close()
        self._engine.dispose()

    @property
    def _driver(self) -> sqlite3.Connection:
        if self._opened is None:
            self._held = self._engine.connect()
            self._opened = cast(sqlite3.Connection, self._held.connection.driver_connection)
        return self._opened

    def _prepare(self, statement: Statement, names: list[str] | None) -> _Prepared:
        """`names` are those of the values that come with each row; without, all of them stand in it."""
        options = {"render_postcompile": names is None}
        compiled = statement.compile(dialect=self.dialect, column_keys=names, compile_kwargs=options)
        return _Prepared(str(compiled), compiled.params)

    def _look_up_by(self, statement: AnySelect) -> _LookUp:
        columns = statement.selected_columns
        row = namedtuple("row", columns.keys())  # type: ignore[misc]
        types = [column.type.dialect_impl(self.dialect) for column in columns]
        made = [of_type.result_processor(self.dialect, None) for of_type in types]
        processors = [(at, process) for at, process in enumerate(made) if process]

        def read(found: Sequence[Any]) -> Any:
            if not processors:
                return row._make(found)
            values = list(found)
            for at, process in processors:
                values[at] = process(values[at])
            return row._make(values)

        return _LookUp(*self._prepare(statement, []), read)
