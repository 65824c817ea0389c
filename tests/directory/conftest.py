"""A directory that is ready to use, made once and copied for each test, on SQLite and on PostgreSQL.

A test that takes `settings`, `empty` or `directory` runs twice, once on each. One that is about
SQLite alone is marked `@ON_SQLITE`, one about PostgreSQL alone `@ON_POSTGRESQL` (see backends.py).
"""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from directory.directory import Directory
from directory.opening import open_database
from directory.settings import DirectorySettings
from tests.clock import Clock
from tests.directory.asked_once import asked_once
from tests.directory.made_up_rota import with_rota
from tests.directory.postgresql import Server

_FILLED, _WITH_ROTA = "filled", "with_rota"


@pytest.fixture(autouse=True)
def no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATA_DIR", "DATABASE_URL", "CASE_KEY_FILE", "AREA"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def everything_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("directory.proof.proof.needs_of", asked_once)


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
    with _copied(template, server, _FILLED, tmp_path / "data") as copied:
        yield copied


@pytest.fixture
def settings_with_rota(
    tmp_path: Path, server: Server | None, request: pytest.FixtureRequest
) -> Iterator[DirectorySettings]:
    """The same with the people and the rota of made_up_rota.py."""
    made: Path = request.getfixturevalue("rota_in_postgresql" if server else "template_with_rota")
    with _copied(made, server, _WITH_ROTA, tmp_path / "data") as copied:
        yield copied


@contextmanager
def _copied(template: Path, server: Server | None, database: str, data: Path) -> Iterator[DirectorySettings]:
    if server is None:
        yield DirectorySettings(data_dir=shutil.copytree(template, data))
        return
    data.mkdir(mode=0o700)
    copy = server.create(database)
    yield DirectorySettings(data_dir=data, database_url=server.url(copy))
    server.drop(copy)


@pytest.fixture(scope="session")
def rota_in_postgresql(postgresql: Server, tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("rota")
    url = postgresql.url(postgresql.create(_FILLED, _WITH_ROTA))
    asyncio.run(with_rota(DirectorySettings(data_dir=data, database_url=url), force=True))
    return data


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
async def engine(settings: DirectorySettings) -> AsyncIterator[AsyncEngine]:
    """The database of such a directory, opened by itself."""
    engine = await open_database(settings)
    yield engine
    await engine.dispose()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def directory(settings: DirectorySettings) -> AsyncIterator[Directory]:
    async with await Directory.open(settings) as opened:
        yield opened
