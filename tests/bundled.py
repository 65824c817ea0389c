"""The bundled directory, imported once in a run, for tests that only read it."""

import asyncio
import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from directory.directory import Directory
from directory.settings import DirectorySettings
from routing.snapshot import Snapshot

# The places of West Mercia, and elsewhere the counties and districts of three areas, are enough for most
# tests: those of the whole country take a tenth of a second to read.
FAR_AWAY = (
    "FROM places WHERE kind = 'postcode' OR area NOT IN ('west-mercia', 'thames-valley', 'london', 'dlnr')"
    " OR (area <> 'west-mercia' AND kind NOT IN ('county', 'district'))"
)
LEAVE_OUT = (f"DELETE FROM place_names WHERE place IN (SELECT id {FAR_AWAY})", f"DELETE {FAR_AWAY}")


@cache
def _folder() -> "TemporaryDirectory[str]":
    """It goes when the run ends."""
    return TemporaryDirectory(prefix="bundled-")


@cache
def data_folder() -> Path:
    """A data folder with the whole bundled directory in SQLite and a case key: copy it, do not change it."""
    folder = Path(_folder().name) / "data"
    asyncio.run(_open(folder))
    return folder


@cache
def data_folder_with_few_places() -> Path:
    """The same with few places: see above."""
    folder = copytree(data_folder(), Path(_folder().name) / "few-places")
    with closing(sqlite3.connect(folder / "signpost.db")) as connection:
        connection.executescript(";".join((*LEAVE_OUT, "VACUUM")))
    return folder


@cache
def snapshot() -> Snapshot:
    """The whole bundled directory as routing reads it."""
    return asyncio.run(_open(data_folder()))


async def _open(folder: Path) -> Snapshot:
    async with await Directory.open(DirectorySettings(data_dir=folder)) as directory:
        return directory.snapshot
