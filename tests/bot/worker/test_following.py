"""The worker goes on whatever fails."""

import asyncio
import shutil
from pathlib import Path

import pytest

from bot.worker import following
from bot.worker.following import Following
from directory.directory import Directory
from directory.settings import DirectorySettings


async def test_a_fault_that_lasts_is_waited_out_and_logged_once(
    template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    settings = DirectorySettings(data_dir=shutil.copytree(template, tmp_path / "data"))
    stop, tried = asyncio.Event(), 0

    async def look() -> None:
        nonlocal tried
        tried += 1
        if tried == 6:
            stop.set()
        if tried != 4:
            raise OSError("of Sam Sample")

    monkeypatch.setattr(Following, "look", lambda _: look())
    monkeypatch.setattr(following, "_AFTER_A_FAULT", 0.0)
    monkeypatch.setattr(following, "LOOK_EVERY", 0.0)
    async with await Directory.open(settings) as directory:
        await Following(directory).run(stop)
    assert caplog.text.count("Requests wait (OSError); trying again.") == 2  # it was well in between
    assert "Sam Sample" not in caplog.text
