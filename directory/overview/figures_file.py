"""The figures for managers as a file, one way for the command line and for pages."""

from collections.abc import Iterable
from pathlib import Path

from directory.exchange.files.new_file import new_tables
from directory.exchange.files.spreadsheet_safety import made_safe
from routing.overview.table import COLUMNS, Row


def write_figures(file: Path, rows: Iterable[Row]) -> None:
    """Write them as .csv or .xlsx, by the name of the file. Raises FileError."""
    with new_tables(file) as add_sheet:
        append = add_sheet("overview")
        append(list(COLUMNS))
        for row in rows:
            append([made_safe(str(cell)) for cell in row])
