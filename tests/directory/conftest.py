"""A directory that is ready to use, made once and copied for each test."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from directory.directory import Directory
from directory.settings import DirectorySettings


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the bundled directory and a case key."""
    folder = tmp_path_factory.mktemp("template") / "data"

    async def fill() -> None:
        async with await Directory.open(DirectorySettings(data_dir=folder)):
            pass

    asyncio.run(fill())
    return folder


@pytest.fixture(autouse=True)
def no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATA_DIR", "DATABASE_URL", "CASE_KEY_FILE", "AREA"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def settings(tmp_path: Path, template: Path) -> DirectorySettings:
    """Settings of a directory that is migrated and filled."""
    shutil.copytree(template, tmp_path / "data")
    return DirectorySettings(data_dir=tmp_path / "data")


@pytest.fixture
def empty(tmp_path: Path) -> DirectorySettings:
    """Settings of a directory that nothing has opened yet."""
    return DirectorySettings(data_dir=tmp_path / "new")


@pytest.fixture
async def directory(settings: DirectorySettings) -> AsyncIterator[Directory]:
    async with await Directory.open(settings) as opened:
        yield opened
