"""What is written beside the answers, while the database cannot be written to."""

import asyncio
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import create_async_engine

from directory.storage.bare_sqlite import BareSqlite
from directory.storage.writing_behind import WriteBehind


async def test_while_the_database_is_away_no_more_waits_than_memory_has_room_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("directory.storage.writing_behind._MOST", 3)
    monkeypatch.setattr("directory.storage.writing_behind._TRY_AGAIN_AFTER", 0.001)
    written: list[int] = []
    away = True

    def write(_: Connection, items: list[int]) -> None:
        if away:
            raise OperationalError("", {}, Exception())
        written.extend(items)

    engine = create_async_engine(f"sqlite+aiosqlite:///{tmp_path / 'sample.db'}")
    behind = WriteBehind(engine, "samples")
    added = [behind.add(write, item) for item in range(6)]
    added[4].cancel()  # nobody waits for it any longer

    with pytest.raises(asyncio.CancelledError):
        await added[1]
    assert behind.length == 3
    away = False
    await added[5]
    await behind.close()
    await engine.dispose()
    assert written == [2, 3, 5]


async def test_what_can_wait_costs_no_transaction_of_its_own(tmp_path: Path) -> None:
    transactions: list[list[str]] = []

    def write(_: Connection, items: list[str]) -> None:
        transactions.append(items)

    engine = create_async_engine(f"sqlite+aiosqlite:///{tmp_path / 'sample.db'}")
    behind = WriteBehind(engine, "samples", pause=60.0)
    behind.add(write, "can wait")
    await behind.add(write, "cannot", within=0.0)
    await behind.add(write, "nor can this", within=0.0)
    await behind.close()
    await engine.dispose()
    assert transactions == [["can wait", "cannot"], ["nor can this"]]


async def test_what_is_quick_waits_in_a_thread_while_somebody_else_writes(tmp_path: Path) -> None:
    written: list[tuple[int, bool]] = []

    def write(_: Connection, items: list[int]) -> None:
        here = threading.current_thread() is threading.main_thread()
        written.extend((item, here) for item in items)

    file = tmp_path / "sample.db"
    engine = create_async_engine(f"sqlite+aiosqlite:///{file}")
    bare = BareSqlite.of(engine)
    assert bare is not None
    behind = WriteBehind(engine, "samples", bare=bare)
    await behind.add(write, 1)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        late = behind.add(write, 2)
        await asyncio.sleep(0.01)
        assert not late.done()
        other.execute("COMMIT")
    await late
    await behind.close()
    bare.close()
    await engine.dispose()
    assert written == [(1, True), (2, False)]
