"""A directory that is ready to use, made once and copied for each test, on SQLite and on PostgreSQL.

A test that takes `settings`, `empty` or `directory` runs twice, once on each. One that is about
SQLite alone is marked `@ON_SQLITE`, one about PostgreSQL alone `@ON_POSTGRESQL` (see backends.py).
"""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from directory.database import writing
from directory.directory import Directory
from directory.opening import open_database
from directory.settings import DirectorySettings
from tests.directory.postgresql import Server, running_server

_FILLED = "filled"


# The places of four areas are enough for tests: those of the whole country take a tenth of a second to read.
_FAR_AWAY = (
    "FROM places WHERE kind = 'postcode' OR area NOT IN ('west-mercia', 'thames-valley', 'london', 'dlnr')"
)


async def fill(settings: DirectorySettings) -> None:
    engine = await open_database(settings)
    async with writing(engine) as connection:
        await connection.execute(text(f"DELETE FROM place_names WHERE place IN (SELECT id {_FAR_AWAY})"))
        await connection.execute(text(f"DELETE {_FAR_AWAY}"))
    await engine.dispose()
    async with await Directory.open(settings):
        pass


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the bundled directory in SQLite and a case key."""
    folder = tmp_path_factory.mktemp("template") / "data"
    asyncio.run(fill(DirectorySettings(data_dir=folder)))
    return folder


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A PostgreSQL server with a database, `filled`, that holds the bundled directory."""
    folder = tmp_path_factory.mktemp("postgresql")
    with running_server() as server:
        url = server.url(server.create(name=_FILLED))
        asyncio.run(fill(DirectorySettings(data_dir=folder / "data", database_url=url)))
        yield server


@pytest.fixture(autouse=True)
def no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATA_DIR", "DATABASE_URL", "CASE_KEY_FILE", "AREA"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(params=["sqlite", "postgresql"])
def server(request: pytest.FixtureRequest) -> Server | None:
    """The PostgreSQL server, or None for SQLite: what makes a test run on both."""
    if request.param == "sqlite":
        return None
    started: Server = request.getfixturevalue("postgresql")
    return started


@pytest.fixture
def settings(tmp_path: Path, template: Path, server: Server | None) -> Iterator[DirectorySettings]:
    """Settings of a directory that is migrated and filled."""
    data = tmp_path / "data"
    if server is None:
        shutil.copytree(template, data)
        yield DirectorySettings(data_dir=data)
        return
    data.mkdir(mode=0o700)
    database = server.create(_FILLED)
    yield DirectorySettings(data_dir=data, database_url=server.url(database))
    server.drop(database)


@pytest.fixture
def empty(tmp_path: Path, server: Server | None) -> Iterator[DirectorySettings]:
    """Settings of a directory that nothing has opened yet."""
    if server is None:
        yield DirectorySettings(data_dir=tmp_path / "new")
        return
    database = server.create()
    yield DirectorySettings(data_dir=tmp_path / "new", database_url=server.url(database))
    server.drop(database)


@pytest.fixture
async def directory(settings: DirectorySettings) -> AsyncIterator[Directory]:
    async with await Directory.open(settings) as opened:
        yield opened
