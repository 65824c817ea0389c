"""Reading XLSX files a row at a time, so that a sheet of any length takes the same memory."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException


def xlsx_rows(file: Path, opened: ExitStack) -> tuple[str, int, Iterator[list[str]]] | None:
    """The name of the first sheet, about how many rows it has, and these; None where it cannot be read.

    Values are those that were saved: a formula's result, not the formula.
    """
    try:
        book = load_workbook(file, read_only=True, data_only=True)
    except (BadZipFile, InvalidFileException, KeyError, ValueError):
        return None
    opened.callback(book.close)
    if not book.worksheets:
        return None
    sheet = book.worksheets[0]
    length = sheet.max_row or 0
    sheet.reset_dimensions()  # what programs write there is often wrong, and rows would be missing
    cells = ([_text(value) for value in row] for row in sheet.iter_rows(values_only=True))
    return sheet.title, length, _as_wide_as_the_heading(cells)


def _as_wide_as_the_heading(rows: Iterator[list[str]]) -> Iterator[list[str]]:
    """A sheet has no rows of a certain length: empty cells at the end may be there or not."""
    width = 0
    for row in rows:
        while row and not row[-1]:
            row.pop()
        width = width or len(row)
        yield row + [""] * (width - len(row))


def _text(value: Any) -> str:
    """The cell as somebody would have typed it."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float() if value.is_integer():
            return str(int(value))
        case datetime() if value.time() == time.min:
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case _:
            return str(value)
