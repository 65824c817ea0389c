"""The desk on a real directory: two people share the NPS duty at Worcester, and it is a Tuesday at noon."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from httpx import AsyncClient

from tests.bot.web.house import RECEPTION, House, open_house


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory, template_with_rota: Path) -> AsyncIterator[House]:
    """One directory for all tests of a file."""
    async with open_house(tmp_path_factory.mktemp("desk"), template_with_rota) as opened:
        yield opened


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def desk(house: House) -> AsyncClient:
    """The browser of somebody at the desk of Worcester."""
    return await house.signed_in(RECEPTION)
