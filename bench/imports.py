"""`python -m bench.imports`: a national register of made-up cases, imported, beside the bare driver.

In the same run, on SQLite and on a real PostgreSQL: the bare driver puts the same rows, hashed and
checked beforehand, into the table that the register has (executemany, or COPY); Signpost reads the file,
checks and hashes each row, and brings the register up to date. Ratios, as machines differ.
"""

import argparse
import asyncio
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import asyncpg  # type: ignore[import-untyped]

from directory.cases.case_key import CaseKey
from directory.cases.cases import named_officer, reference_hash
from directory.command_line.acting import at_the_command_line
from directory.directory import Directory
from directory.exchange.cases.importing import How, import_cases
from directory.opening import open_database, register_key
from directory.samples.cases import NATIONAL_CASES, Place, sample_rows, write_sample
from directory.settings import DirectorySettings
from directory.storage.database import reading
from tests.directory.postgresql import running_server

_COLUMNS = ("reference_hash", "provider", "area", "office", "officer", "since", "mappa", "risk")
_SEED = 1
Row = tuple[Any, ...]
Measure = Callable[[Path, int, Path], tuple[float, float, int]]


async def prepare(settings: DirectorySettings) -> tuple[list[Place], CaseKey]:
    """A directory without cases: the offices it holds, and the key."""
    async with await Directory.open(settings) as directory:
        held = directory.snapshot
    engine = await open_database(settings)
    async with reading(engine) as connection:
        key = await register_key(connection, settings)
    await engine.dispose()
    return [Place(area, office.id) for area in held.areas for office in held.offices_of(area)], key


def rows_of(offices: list[Place], cases: int, key: CaseKey) -> list[Row]:
    """The same cases as in the file, ready for the table."""
    sampled = sample_rows(offices, cases, _SEED)
    return [
        (
            reference_hash(key, reference),
            provider,
            area,
            office,
            named_officer(officer),
            date.fromisoformat(since),
            mappa == "yes",
            risk,
        )
        for reference, provider, area, office, officer, since, mappa, risk in sampled
    ]


def bare_sqlite(file: Path, rows: list[Row]) -> float:
    """Seconds of a bare executemany, in one transaction."""
    ready = [(*row[:5], row[5].isoformat(), *row[6:]) for row in rows]
    connection = sqlite3.connect(file, isolation_level=None)
    for pragma in ("foreign_keys=ON", "synchronous=NORMAL", "journal_mode=WAL"):
        connection.execute(f"PRAGMA {pragma}")
    begun = time.perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    marks = ", ".join("?" * len(_COLUMNS))
    connection.executemany(f"INSERT INTO cases ({', '.join(_COLUMNS)}) VALUES ({marks})", ready)
    connection.execute("COMMIT")
    taken = time.perf_counter() - begun
    connection.close()
    return taken


async def bare_postgresql(url: str, rows: list[Row]) -> float:
    """Seconds of a bare COPY."""
    connection = await asyncpg.connect(url)
    begun = time.perf_counter()
    await connection.copy_records_to_table("cases", records=rows, columns=_COLUMNS)
    taken = time.perf_counter() - begun
    await connection.close()
    return taken


async def ours(settings: DirectorySettings, file: Path) -> tuple[float, int]:
    """Seconds of an import, and by how many bytes the process grew during it at most."""
    engine = await open_database(settings)
    before = most = resident()

    def look(_share: float) -> None:
        nonlocal most
        most = max(most, resident())

    begun = time.perf_counter()
    await import_cases(engine, settings, file, How(at_the_command_line()), look)
    taken = time.perf_counter() - begun
    await engine.dispose()
    return taken, max(most, resident()) - before


def resident() -> int:
    """Bytes of memory that the process has now."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * 4096


def tell(what: str, cases: int, bare: float, imported: float, grown: int) -> None:
    """One database's figures."""
    sys.stdout.write(
        f"{what}: bare driver {cases / bare:,.0f} rows a second, import {cases / imported:,.0f}, "
        f"ratio {bare / imported:.2f}; the process grew by {grown / 1e6:.0f} MB\n"
    )


def settings_in(folder: Path, url: str | None = None) -> DirectorySettings:
    """Settings of a directory of its own."""
    found = {"database_url": url or f"sqlite:///{folder}/bench.db"}
    return DirectorySettings(data_dir=folder, case_key_file=folder.parent / "case.key", **found)


def measure_sqlite(folder: Path, cases: int, file: Path) -> tuple[float, float, int]:
    """The bare driver and the import, each on a database of its own."""
    for name in ("bare", "ours"):
        (folder / name).mkdir(mode=0o700)
    offices, key = asyncio.run(prepare(settings_in(folder / "bare")))
    asyncio.run(prepare(settings_in(folder / "ours")))
    write_sample(file, offices, cases, _SEED)
    imported, grown = asyncio.run(ours(settings_in(folder / "ours"), file))
    return bare_sqlite(folder / "bare" / "bench.db", rows_of(offices, cases, key)), imported, grown


def measure_postgresql(folder: Path, cases: int, file: Path) -> tuple[float, float, int]:
    """The same on a real server, beside COPY."""
    with running_server() as server:
        urls = [server.url(server.create()) for _ in range(2)]
        bare_settings, our_settings = (settings_in(folder, url) for url in urls)
        offices, key = asyncio.run(prepare(bare_settings))
        asyncio.run(prepare(our_settings))
        write_sample(file, offices, cases, _SEED)
        imported, grown = asyncio.run(ours(our_settings, file))
        return asyncio.run(bare_postgresql(urls[0], rows_of(offices, cases, key))), imported, grown


def best_of(rounds: int, measure: Measure, cases: int) -> tuple[float, float, int]:
    """The quickest of some rounds for each of the two, so that a busy moment does not decide."""
    found = []
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name) / "data"
            folder.mkdir(mode=0o700)
            found.append(measure(folder, cases, Path(name) / "cases.csv"))
    bare, imported, grown = zip(*found, strict=True)
    return min(bare), min(imported), max(grown)


def main() -> None:
    """Measure on directories of its own."""
    parser = argparse.ArgumentParser(prog="python -m bench.imports", description=__doc__)
    parser.add_argument("--cases", type=int, default=NATIONAL_CASES)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    for what, measure in (("SQLite", measure_sqlite), ("PostgreSQL", measure_postgresql)):
        tell(what, arguments.cases, *best_of(arguments.rounds, measure, arguments.cases))


if __name__ == "__main__":
    main()
