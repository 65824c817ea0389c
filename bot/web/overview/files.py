"""Figures as spreadsheets to take along."""

import asyncio
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from starlette.responses import Response

from directory.overview.figures_file import write_figures
from routing.overview.table import Row

MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


async def as_file(name: str, rows: Iterable[Row]) -> Response:
    """The rows as a file of this name, whose ending is one of MEDIA_TYPES."""
    content = await asyncio.to_thread(_written, name, rows)
    shown = {"content-disposition": f'attachment; filename="signpost-{name}"'}
    return Response(content, media_type=MEDIA_TYPES[name.rpartition(".")[2]], headers=shown)


def _written(name: str, rows: Iterable[Row]) -> bytes:
    with TemporaryDirectory() as folder:
        file = Path(folder) / name
        write_figures(file, rows)
        return file.read_bytes()
