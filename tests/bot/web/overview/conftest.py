"""One house for all tests of the overview, with four weeks of made-up figures."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from httpx import AsyncClient

from directory.settings import DirectorySettings
from tests.bot.web.house import OFFICER, House, open_house
from tests.bot.web.overview.made_up import fill


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def house(tmp_path_factory: pytest.TempPathFactory, template_with_rota: Path) -> AsyncIterator[House]:
    folder = tmp_path_factory.mktemp("overview")
    filled = shutil.copytree(template_with_rota, folder / "filled")
    await fill(DirectorySettings(data_dir=filled))
    async with open_house(folder, filled) as opened:
        yield opened


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def spo(house: House) -> AsyncClient:
    """The browser of an SPO of the NPS at Worcester, by the rota."""
    account = await house.account(OFFICER)
    await house.put_on_rota(account, "sample-cedar")
    return await house.signed_in(OFFICER, account)
