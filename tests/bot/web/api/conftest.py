"""One service for all of these tests, made once: what one of them changes is its own client."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from directory.directory import Directory, Running
from directory.exchange.cases.importing import How, import_cases
from directory.settings import DirectorySettings
from directory.storage.database import make_engine, writing
from tests.bot.web.api.town import CASES, MONDAY, OFFERS, Town, service_on
from tests.clock import Clock
from tests.directory.acts import ACT
from tests.directory.people import add_agencies


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def town(template_with_rota: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Town]:
    data = shutil.copytree(template_with_rota, tmp_path_factory.mktemp("interface") / "data")
    settings, clock = DirectorySettings(data_dir=data), Clock(MONDAY)
    engine = make_engine(settings.database_url)
    async with writing(engine) as connection:
        await add_agencies(connection)
    (data / "cases.csv").write_text(CASES)
    await import_cases(engine, settings, data / "cases.csv", How(ACT))
    await engine.dispose()
    async with await Directory.open(settings, Running(clock)) as directory:
        town = Town(service_on(directory, clock, data), clock)
        for standing, offer in OFFERS.items():
            town.tokens[standing] = await town.client(f"sample-{standing}", offer, requests_a_minute=6_000)
        yield town


@pytest.fixture(autouse=True)
def on_monday(town: Town) -> None:
    town.begin_anew()
