"""Reading XLSX files a row at a time, so that of a sheet of any length only what is packed takes memory."""

import zlib
from collections.abc import Hashable, Iterator
from datetime import date, datetime, time
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from directory.exchange.files.problems import FileError
from directory.exchange.files.xlsx_limits import check_unpacked

_NOT_XML = (ParseError, ExpatError)
_DAMAGED = (BadZipFile, InvalidFileException, KeyError, ValueError, EOFError, *_NOT_XML, zlib.error)


def sheet_names(file: Path) -> list[str]:
    """The names of the sheets, in their order. Raises FileError."""
    return list(_sheets(file))


def xlsx_rows(file: Path, named: str | None = None) -> tuple[str, int, Iterator[list[str]]]:
    """The name of a sheet (the first, unless one is named), about how many rows it has, and these.

    Values are those that were saved: a formula's result, not the formula. Raises FileError.
    """
    sheets = _sheets(file)
    if not sheets:
        raise FileError(f"{file} has no sheet with cells: put the rows into one.")
    sheet, length = sheets[named] if named else next(iter(sheets.values()))
    return sheet.title, length, _as_wide_as_the_heading(_rows(file, sheet))


def _rows(file: Path, sheet: Any) -> Iterator[list[str]]:
    """The rows as text. A damaged file may show only when one of them is reached."""
    try:
        for row in sheet.iter_rows(values_only=True):
            yield [_text(value) for value in row]
    except _DAMAGED:
        raise _cannot_be_opened(file) from None


def _sheets(file: Path) -> dict[str, tuple[Any, int]]:
    """Each sheet by its name, and about how many rows it has. Raises FileError."""
    try:
        found = file.stat()
        return _opened(file, (found.st_ino, found.st_mtime_ns, found.st_size))
    except OSError as error:
        raise FileError(f"{file} cannot be read ({error.strerror}): check the name of the file.") from None
    except _DAMAGED:
        raise _cannot_be_opened(file) from None


@lru_cache(maxsize=1)
def _opened(file: Path, _as_it_was_saved: Hashable) -> dict[str, tuple[Any, int]]:
    """Opened once, however many of its sheets are read: to open a workbook is to go through all of them.

    It is held as it was packed, so that no file stays open.
    """
    packed = BytesIO(file.read_bytes())
    with ZipFile(packed) as parts:
        check_unpacked(file, parts)
    book = load_workbook(packed, read_only=True, data_only=True)
    sheets = {sheet.title: (sheet, sheet.max_row or 0) for sheet in book.worksheets}
    for sheet, _ in sheets.values():
        sheet.reset_dimensions()  # what programs write there is often wrong, and rows would be missing
    return sheets


def _cannot_be_opened(file: Path) -> FileError:
    return FileError(f"{file} is a spreadsheet that cannot be opened: save it as XLSX once more.")


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
