"""One house for all tests of the keeper's pages, and for each file that changes a rota one with a rota."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.bot.web.house import NOON, House, open_house
from tests.directory.asked_once import asked_once


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def opened(tmp_path_factory: pytest.TempPathFactory, template: Path) -> AsyncIterator[House]:
    async with open_house(tmp_path_factory.mktemp("house"), template) as house:
        yield house


@pytest_asyncio.fixture(loop_scope="package")
async def house(opened: House, monkeypatch: pytest.MonkeyPatch) -> House:
    monkeypatch.setattr("directory.proof.proof.needs_of", asked_once)
    opened.now = NOON
    return opened


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def with_rota(
    tmp_path_factory: pytest.TempPathFactory, template_with_rota: Path
) -> AsyncIterator[House]:
    async with open_house(tmp_path_factory.mktemp("rota"), template_with_rota) as house:
        yield house


@pytest_asyncio.fixture(loop_scope="module")
async def rota_house(with_rota: House, monkeypatch: pytest.MonkeyPatch) -> House:
    monkeypatch.setattr("directory.proof.proof.needs_of", asked_once)
    with_rota.now = NOON
    return with_rota
