"""The town of the stories, with its worker."""

from collections.abc import AsyncIterator

import pytest_asyncio

from directory.directory import Directory, Running
from directory.settings import DirectorySettings
from tests.bot.call_backs.worcester import Town


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def town(settled: DirectorySettings) -> AsyncIterator[Town]:
    """The town with its worker."""
    made = Town()
    async with await Directory.open(settled, Running(clock=made.clock)) as directory:
        made.open(directory)
        yield made
