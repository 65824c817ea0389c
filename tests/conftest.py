"""What holds for every test, and how one is written that takes milliseconds.

Take a database that is ready (`settings`, `directory`, a copy of `template`), not one that migrates itself:
only what is about migrating or a first start takes `empty`. What cannot change (a Reader, a
Router, the bundled snapshot: see bundled.py) is made once, behind `functools.cache` or in a session's
fixture. Call `main([...])` in this process; start another only where processes, signals, pipes or what is
imported are what is tested, and let several assertions share it. A test over a file of labelled lines is
one test that names every wrong line, not a test for each line; so is what is refused and changes nothing, on
one directory. To make up what Hypothesis asks takes longer than to answer it: ask all of each example.
"""

import asyncio
import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from directory.directory import Directory
from directory.settings import DirectorySettings
from tests import bundled
from tests.compiling_once import keep_what_is_compiled
from tests.directory.made_up_rota import with_rota
from tests.directory.postgresql import Server, running_server

# The same examples each time: what fails here fails everywhere. A machine that is busy with something
# else is no fault of what is tested. HYPOTHESIS_PROFILE=thorough looks for more, at random.
settings.register_profile("same", deadline=None, derandomize=True, max_examples=50)
settings.register_profile("thorough", deadline=None, max_examples=1_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

# Collecting garbage after every 700 objects goes through all that was imported, and took a fifth of the time.
gc.set_threshold(50_000, 20, 100)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What drives real processes and browsers comes first: it waits most, and is all for one worker, so that
    each process is started once, while the others take from the end of its share. Then what is marked as
    long: begun last, it would be waited for when all the rest is done."""
    items.sort(
        key=lambda item: ("end_to_end" not in item.path.parts, item.get_closest_marker("long") is None)
    )


def pytest_collection_finish() -> None:
    """What was imported and collected stays until the end: it is no garbage to look through."""
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def _sql_is_compiled_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        keep_what_is_compiled(patch)
        yield


@pytest.fixture(scope="session")
def bundled_data() -> Path:
    """A data folder with the whole bundled directory in SQLite and a case key: copy it, do not change it."""
    return bundled.data_folder()


@pytest.fixture(scope="session")
def template() -> Path:
    """The same with few places, which is read in a tenth of the time."""
    return bundled.data_folder_with_few_places()


@pytest.fixture(scope="session")
def template_with_rota(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with the people and the rota of directory/made_up_rota.py."""
    data = shutil.copytree(template, tmp_path_factory.mktemp("rota") / "data")
    asyncio.run(with_rota(DirectorySettings(data_dir=data), force=True))
    return data


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A PostgreSQL server with a database, `filled`, that holds the bundled directory."""
    folder = tmp_path_factory.mktemp("postgresql")
    with running_server() as server:
        url = server.url(server.create(name="filled"))
        asyncio.run(_fill(DirectorySettings(data_dir=folder / "data", database_url=url)))
        # What was deleted would be read past in every copy.
        server.execute(*bundled.LEAVE_OUT, "VACUUM FULL", within="filled")
        yield server


async def _fill(settings: DirectorySettings) -> None:
    async with await Directory.open(settings):
        pass
