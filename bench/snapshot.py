"""`make bench-snapshot`: the snapshot of a directory of national size: how long it takes, how large it is.

Asked for: under two seconds and under 150 MB. Built on SQLite and on a real PostgreSQL; then the reader
that is made from it, which every process has besides.
"""

import asyncio
import gc
import sys
import time
import tracemalloc
from statistics import median

from sqlalchemy.ext.asyncio import AsyncConnection

from bench.national import SINCE, national
from directory.pictures.snapshot import load_pictures
from directory.settings import DirectorySettings
from directory.storage.database import make_engine, reading
from routing.policy import Policies
from routing.reading.reader import Reader
from routing.snapshot import Snapshot
from tests.directory.postgresql import running_server

_ROUNDS = 5


async def build(settings: DirectorySettings) -> tuple[Snapshot, list[float], float]:
    """The snapshot, the seconds that each of some rounds took, and the megabytes that it takes."""
    engine, seconds = make_engine(settings.database_url), []
    async with reading(engine) as connection:
        for _ in range(_ROUNDS):
            begun = time.perf_counter()
            snapshot = (await load_pictures(connection)).at(SINCE)
            seconds.append(time.perf_counter() - begun)
        del snapshot
        size, snapshot = await _traced(connection)
    await engine.dispose()
    return snapshot, seconds, size


async def _traced(connection: AsyncConnection) -> tuple[float, Snapshot]:
    gc.collect()
    tracemalloc.start()
    snapshot = (await load_pictures(connection)).at(SINCE)
    gc.collect()
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return size / 1e6, snapshot


def tell(what: str, settings: DirectorySettings) -> Snapshot:
    """Build and print."""
    snapshot, seconds, size = asyncio.run(build(settings))
    sys.stdout.write(
        f"{what}: built in {median(seconds):.2f} s ({min(seconds):.2f} to {max(seconds):.2f}), "
        f"{size:.0f} MB: {len(snapshot.offices):,} offices, {len(snapshot.posts):,} posts, "
        f"{len(snapshot.places):,} names of places, {len(snapshot.rota.people):,} people, "
        f"{len(snapshot.rota.kept_since):,} rotas\n"
    )
    return snapshot


def main() -> None:
    """Measure on directories of its own."""
    with running_server() as server, national(server.url(server.create())) as settings:
        tell("PostgreSQL", settings)
    with national() as settings:
        snapshot = tell("SQLite", settings)
    tracemalloc.start()
    begun = time.perf_counter()
    reader = Reader(snapshot.places, Policies.bundled().terms)
    taken = time.perf_counter() - begun
    size, _ = tracemalloc.get_traced_memory()
    sys.stdout.write(f"{type(reader).__name__}: made in {taken:.1f} s while measured, {size / 1e6:.0f} MB\n")


if __name__ == "__main__":
    main()
