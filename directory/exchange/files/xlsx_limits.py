"""How much a spreadsheet may unpack to, looked at a piece at a time before anything of it is read as a whole.

A sheet is read row by row, so of the longest honest one only a row takes memory; what is held whole is a
row, and whatever stands beside the sheets: the words that cells share, and how it looks.
"""

from pathlib import Path
from typing import IO
from xml.parsers.expat import ParserCreate
from zipfile import ZipFile

from directory.exchange.files.problems import FileError

# The cases of England and Wales, 267,146 of them, unpack to 126 MB; a directory of the whole country to 39.
_MOST_UNPACKED = 160 * 1024**2
_MOST_BESIDE_SHEETS = 32 * 1024**2
_SHEETS = "xl/worksheets/"
_MOST_CELLS_IN_A_ROW = 1_000  # no kind has thirty columns
_TOO_SMALL_TO_MATTER = 64 * 1024  # bytes
_PIECE = 64 * 1024


def check_unpacked(file: Path, parts: ZipFile) -> None:
    """That a workbook can be read in little memory. Raises FileError, BadZipFile and ExpatError."""
    found = parts.infolist()
    beside = sum(part.file_size for part in found if not part.filename.startswith(_SHEETS))
    if sum(part.file_size for part in found) > _MOST_UNPACKED or beside > _MOST_BESIDE_SHEETS:
        raise FileError(f"{file} unpacks to more than a directory takes: split it, or save it as CSV.")
    for part in found:
        if part.file_size > _TOO_SMALL_TO_MATTER and part.filename.endswith(".xml"):
            with parts.open(part) as opened:
                _check_rows(file, opened)


def _check_rows(file: Path, opened: IO[bytes]) -> None:
    parser, cells = ParserCreate(namespace_separator=" "), 0

    def begins(name: str, _: object) -> None:
        nonlocal cells
        local = name.rpartition(" ")[2]
        cells = 0 if local == "row" else cells + (local == "c")
        if cells > _MOST_CELLS_IN_A_ROW:
            raise FileError(
                f"{file} has a row of more than {_MOST_CELLS_IN_A_ROW:,} cells: no table here is so wide."
            )

    parser.StartElementHandler = begins
    while piece := opened.read(_PIECE):
        parser.Parse(piece)
    parser.Parse(b"", True)
