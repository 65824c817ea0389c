"""A directory of national size to measure on: made, and brought in as a keeper would."""

import asyncio
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path

from directory.command_line.acting import at_the_command_line
from directory.command_line.reading_once import connected
from directory.exchange.importing import How, import_parts
from directory.exchange.several import parts_of, several_tables
from directory.opening import database_opened
from directory.proof.guard import no_new_holes
from directory.samples.directory import append_directory
from directory.settings import DirectorySettings

SINCE = date(2026, 12, 1)


async def fill(settings: DirectorySettings, folder: Path) -> None:
    """Bring the sample in by force: the proof is measured by itself."""
    async with connected(settings) as connection:
        with several_tables(folder) as add_table:
            await append_directory(connection, add_table, SINCE)
    async with database_opened(settings) as engine:
        guard = partial(no_new_holes, today=SINCE, force=True)
        await import_parts(engine, parts_of(folder), How(at_the_command_line()), guard=guard)


@contextmanager
def national(url: str | None = None) -> Iterator[DirectorySettings]:
    """Settings of such a directory, on SQLite unless a database is named."""
    with tempfile.TemporaryDirectory() as name:
        data = Path(name) / "data"
        settings = DirectorySettings(data_dir=data, database_url=url or f"sqlite:///{data}/signpost.db")
        asyncio.run(fill(settings, Path(name) / "national"))
        yield settings
