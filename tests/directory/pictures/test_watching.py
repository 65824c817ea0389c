"""A change shows in every process, whole, soon, and without a restart."""

import asyncio
import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import text, update

from directory import tables
from directory.directory import Directory, Running
from directory.pictures.pictures import Pictures
from directory.pictures.watching import Watch
from directory.settings import DirectorySettings
from directory.storage.database import count_change, make_engine, writing
from routing.snapshot import Snapshot

DAY = date(2014, 7, 8)

SOON = Running(clock=lambda: datetime(2014, 7, 8, 12, tzinfo=UTC), poll_every=0.02)
WITHIN_SECONDS = 2.0
ANOTHER_PROCESS = """
import asyncio, sys
from sqlalchemy import text
from directory.storage.database import count_change, make_engine, writing
async def main():
    engine = make_engine(sys.argv[1])
    async with writing(engine) as connection:
        await connection.execute(text("UPDATE offices SET name = 'Moved' WHERE id = 'redditch'"))
        await connection.execute(text("UPDATE areas SET name = 'Moved' WHERE id = 'west-mercia'"))
        await count_change(connection)
    await engine.dispose()
asyncio.run(main())
"""


class Seen:
    """Notes each new snapshot and lets a test wait for it."""

    def __init__(self, directory: Directory) -> None:
        self.snapshots: list[Snapshot] = []
        self._arrived = asyncio.Event()
        directory.on_change(self._prepare)

    def _prepare(self, pictures: Pictures) -> Callable[[], None]:
        def put_in_place() -> None:
            self.snapshots.append(pictures.at(DAY))
            self._arrived.set()

        return put_in_place

    async def next(self, within: float = 20.0) -> Snapshot:
        await asyncio.wait_for(self._arrived.wait(), within)
        self._arrived.clear()
        return self.snapshots[-1]


@pytest.fixture
async def watched(settings: DirectorySettings) -> AsyncIterator[Directory]:
    async with await Directory.open(settings, SOON) as directory:
        yield directory


async def edit(settings: DirectorySettings, name: str) -> None:
    engine = make_engine(settings.database_url)
    async with writing(engine) as connection:
        await connection.execute(
            update(tables.Office).where(tables.Office.id == "redditch").values(name=name)
        )
        await connection.execute(update(tables.Area).where(tables.Area.id == "west-mercia").values(name=name))
        await count_change(connection)
    await engine.dispose()


async def test_an_edit_in_another_process_shows_within_two_seconds(
    watched: Directory, settings: DirectorySettings
) -> None:
    seen = Seen(watched)
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", ANOTHER_PROCESS, settings.database_url, stderr=subprocess.PIPE
    )
    arriving = asyncio.create_task(seen.next(within=30))
    _, said = await process.communicate()
    assert process.returncode == 0, said

    async with asyncio.timeout(WITHIN_SECONDS):
        snapshot = await arriving
    assert snapshot.offices["redditch"].name == "Moved"
    assert watched.snapshot is snapshot


async def test_each_of_several_edits_shows_and_the_last_stays(
    watched: Directory, settings: DirectorySettings
) -> None:
    seen = Seen(watched)
    for name in ("one", "two", "three"):
        await edit(settings, name)
        snapshot = await seen.next()
        assert {snapshot.offices["redditch"].name, snapshot.areas["west-mercia"].name} == {name}

    assert watched.snapshot.offices["redditch"].name == "three"


async def test_a_snapshot_that_was_taken_does_not_change(
    watched: Directory, settings: DirectorySettings
) -> None:
    seen, before = Seen(watched), watched.snapshot
    await edit(settings, "Moved")
    await seen.next()

    assert before.offices["redditch"].name != "Moved"
    assert before.version < watched.snapshot.version


async def test_what_follows_the_directory_is_swapped_at_the_same_moment(
    watched: Directory, settings: DirectorySettings
) -> None:
    """Whoever looks when one of them is new finds all of them new."""
    versions: list[set[int]] = []
    ours = [watched.pictures]

    def prepare(pictures: Pictures) -> Callable[[], None]:
        versions.append({watched.pictures.version, ours[0].version})  # in the thread: both are of before

        def put_in_place() -> None:
            ours[0] = pictures
            versions.append({watched.pictures.version, ours[0].version})

        return put_in_place

    watched.on_change(prepare)
    seen = Seen(watched)
    await edit(settings, "Moved")
    await seen.next()

    assert versions == [{1}, {2}]


async def test_a_database_that_went_away_is_waited_for(
    watched: Directory, settings: DirectorySettings, caplog: pytest.LogCaptureFixture
) -> None:
    seen = Seen(watched)
    await edit(settings, "before")
    await seen.next()
    if not settings.database_url.startswith("sqlite"):
        engine = make_engine(settings.database_url)
        async with engine.connect() as connection:
            await connection.execute(
                text(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )
            )
        await engine.dispose()
    await edit(settings, "after")

    assert (await seen.next()).offices["redditch"].name == "after"


async def test_a_directory_that_cannot_be_read_leaves_the_one_of_before_in_place(
    watched: Directory, settings: DirectorySettings, caplog: pytest.LogCaptureFixture
) -> None:
    seen = Seen(watched)
    tried = asyncio.Event()
    loop = asyncio.get_running_loop()

    def refuse(pictures: Pictures) -> Callable[[], None]:
        loop.call_soon_threadsafe(tried.set)
        raise ValueError(pictures.at(DAY).offices["redditch"].name)

    watched.on_change(refuse)
    await edit(settings, "Secret")
    await asyncio.wait_for(tried.wait(), 20)

    assert watched.snapshot.version == 1
    assert seen.snapshots == []
    watched._followers.remove(refuse)
    assert (await seen.next()).version == 2
    assert "Secret" not in caplog.text
    assert "cannot be read anew (ValueError)" in caplog.text


def test_sqlite_is_looked_at_often_enough_for_two_seconds() -> None:
    assert Running().poll_every <= WITHIN_SECONDS / 2


def test_its_end_leaves_no_thread_that_answers_to_a_loop_that_is_gone(
    template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    complaints: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", complaints.append)

    async def watch_a_little(turns: int) -> None:
        engine = make_engine(f"sqlite+aiosqlite:///{template}/signpost.db")
        watch = Watch(engine, 1, lambda _: lambda: None, 0.01)
        watch.begin()
        for _ in range(turns):
            await asyncio.sleep(0)
        await watch.end()
        await engine.dispose()

    before = set(threading.enumerate())
    for turns in range(20):
        asyncio.run(watch_a_little(turns))

    for thread in set(threading.enumerate()) - before:
        thread.join(5)
    assert complaints == []
