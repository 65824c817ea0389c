"""Worcester, once on SQLite and once on PostgreSQL, for all stories of call backs and requests."""

import asyncio
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from directory.settings import DirectorySettings
from directory.storage.database import make_engine, writing
from tests.bot.call_backs.worcester import settle
from tests.bot.redis_server import PROGRAM, running_redis
from tests.directory.postgresql import Server


@pytest.fixture(scope="module")
def redis_url() -> Iterator[str]:
    if PROGRAM is None:
        pytest.skip("redis-server is not installed")
    with running_redis() as url:
        yield url


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def settled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> DirectorySettings:
    """A directory with the people of the stories."""
    folder: Path = tmp_path_factory.mktemp("worcester") / "data"
    if request.param == "sqlite":
        shutil.copytree(request.getfixturevalue("template"), folder)
        settings = DirectorySettings(data_dir=folder)
    else:
        folder.mkdir(mode=0o700)
        server: Server = request.getfixturevalue("postgresql")
        settings = DirectorySettings(data_dir=folder, database_url=server.url(server.create("filled")))
    asyncio.run(_settle(settings))
    return settings


async def _settle(settings: DirectorySettings) -> None:
    engine = make_engine(settings.database_url)
    async with writing(engine) as connection:
        await settle(connection)
    await engine.dispose()
