"""A directory with agencies, open at noon."""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from directory.directory import Directory, Running
from directory.settings import DirectorySettings
from directory.storage.database import make_engine, writing
from tests.clock import NOON
from tests.directory.people import add_agencies


@pytest.fixture
async def engine(settings: DirectorySettings) -> AsyncIterator[AsyncEngine]:
    """Of a database that holds agencies."""
    engine = make_engine(settings.database_url)
    async with writing(engine) as connection:
        await add_agencies(connection)
    yield engine
    await engine.dispose()


@pytest.fixture
async def here(engine: AsyncEngine, settings: DirectorySettings) -> AsyncIterator[Directory]:
    """A directory on it, open at noon."""
    async with await Directory.open(settings, Running(clock=lambda: NOON)) as opened:
        yield opened
