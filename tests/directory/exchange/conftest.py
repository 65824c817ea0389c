"""Files to import, and a database to import them into."""

from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from directory.exchange.importing import How, Imported, import_kind
from directory.exchange.kinds import KINDS
from directory.exchange.rows.reading import ImportRefusedError
from tests.directory.acts import ACT
from tests.directory.exchange.cases.taken import HEADING, Write

HOW = How(ACT)


class Importer:
    """Imports rows of text as a CSV file named after their kind."""

    def __init__(self, engine: AsyncEngine, folder: Path) -> None:
        self.engine = engine
        self.folder = folder

    def write(self, kind: str, *rows: str) -> Path:
        """A file whose first row is the heading."""
        file = self.folder / f"{kind}.csv"
        file.write_text("".join(f"{row}\n" for row in rows), "utf-8")
        return file

    async def take(self, kind: str, *rows: str, how: How | None = None) -> Imported:
        """Import a file of these rows."""
        return await self.file(kind, self.write(kind, *rows), how)

    async def file(self, kind: str, file: Path, how: How | None = None) -> Imported:
        """Import a file."""
        return await import_kind(self.engine, KINDS[kind], file, how or HOW)

    async def refused(self, kind: str, *rows: str) -> list[str]:
        """The problems of a file of these rows."""
        with pytest.raises(ImportRefusedError) as refused:
            await self.take(kind, *rows)
        return refused.value.lines


@pytest.fixture
def importer(engine: AsyncEngine, tmp_path: Path) -> Importer:
    return Importer(engine, tmp_path)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a file of cases: rows under the heading, or bytes as they are."""

    def write(*rows: str, heading: str = HEADING, raw: bytes | None = None) -> Path:
        file = tmp_path / "cases.csv"
        file.write_bytes(raw if raw is not None else "".join(f"{row}\n" for row in (heading, *rows)).encode())
        return file

    return write
