"""Files for a keeper to take away: what they keep of a kind, or an empty one to fill in."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncEngine

from directory.accounts.standing import Identity
from directory.exchange.areas_imported import kinds_imported
from directory.exchange.areas_kept import of_area
from directory.exchange.exporting import export_kind, write_template
from directory.exchange.kind import Kind
from directory.exchange.kinds.cases import CASES
from directory.exchange.several import export_several, write_templates
from directory.storage.aside import aside
from directory.storage.held_files import held_folder


def kinds_exported(area: str | None) -> tuple[Kind, ...]:
    """The kinds whose rows the keeper of an area, or (None) of all, may take away; never the register."""
    return tuple(kind for kind in kinds_imported(area) if kind is not CASES)


@dataclass(frozen=True, slots=True)
class ExportKeeping:
    """One for an open directory; each gives the bytes of a file, whose ending is ".csv" or ".xlsx"."""

    engine: AsyncEngine
    data_dir: Path

    async def rows(self, who: Identity, kind: Kind | None, ending: str) -> bytes:
        """What this keeper keeps of a kind; None: all kinds, for whoever keeps all. Raises DatabaseError."""

        async def write(engine: AsyncEngine) -> bytes:
            with held_folder(self.data_dir) as folder:
                file = folder / f"rows{ending}"
                if kind is None:
                    await export_several(engine, file)
                else:
                    which = of_area(kind, who.area) if who.area else None
                    await export_kind(engine, kind, file, which=which)
                return file.read_bytes()

        return await aside(self.engine, write)


def template(kind: Kind | None, ending: str) -> bytes:
    """An empty file that explains its columns; None: a workbook of every kind."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"template{ending}"
        if kind is None:
            write_templates(file)
        else:
            write_template(kind, file)
        return file.read_bytes()
