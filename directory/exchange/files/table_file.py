"""Reading a table that a person or a program has made, and saying what is wrong with it.

A CSV file, or a sheet of an XLSX file: the first, unless another is named. Rows are read one at a
time, so a file of any length takes the same memory. Nothing of a cell is repeated here: what a file of
cases holds is nobody's business but the register's.
"""

import csv
from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack, contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import NamedTuple

from directory.exchange.files.problems import FileError, Problems
from directory.exchange.files.progress import NO_PROGRESS, Progress
from directory.exchange.files.spreadsheet_safety import REMARK, as_it_was

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_OLD_SPREADSHEET = b"\xd0\xcf\x11\xe0"
_XLSX = b"PK\x03\x04"
_ICALENDAR = b"BEGI"  # of BEGIN:VCALENDAR
_ROWS_BETWEEN_PROGRESS = 2_000
_SAVE_AS = "save the file as 'CSV UTF-8 (comma delimited)'"
_ENOUGH_TO_BE_A_HEADING = 0.5
_BAD_QUOTES = "the quotation marks cannot be followed: check them in this row and the one before"
_TOO_LONG = (
    f"a cell of more than {csv.field_size_limit():,} characters: a quotation mark may not be closed; "
    "check them in this row"
)
_SPREADSHEET_ERRORS = ("#N/A", "#REF!", "#NAME?", "#DIV/0!", "#VALUE!", "#NULL!", "#NUM!")


class Line(NamedTuple):
    """One row of the file: its number as a spreadsheet counts, and its cells by column."""

    row: int
    cells: dict[str, str]


class Table:
    """A table that is open: its columns in the file's own order, and its rows as they were written.

    `rows` numbers them as a spreadsheet does; it is gone through once.
    """

    def __init__(self, names: list[str], rows: Iterator[tuple[int, list[str]]], problems: Problems) -> None:
        self.names = names
        self.rows = rows
        self._problems = problems

    def line(self, number: int, row: list[str]) -> Line | None:
        """What a row says, without what does not matter; None where it says nothing or is a problem."""
        cells = list(map(str.strip, row))
        text = "".join(cells)
        if not text.isprintable():
            cells = [cell.replace("\N{NO-BREAK SPACE}", " ").strip() for cell in row]
            text = "".join(cells)
        if cells and cells[0] in _SPREADSHEET_ERRORS:
            self._problems.add(number, f"begins with {cells[0]}, a formula that failed: write the value")
            return None
        if not text or cells[0].startswith(REMARK):
            return None  # an empty line, one of commas only, as spreadsheets leave at the end, or a remark
        if len(cells) != len(self.names):
            wrong = f"has {len(cells)} cells, not {len(self.names)}: put a cell with a comma in quotes"
            self._problems.add(number, wrong)
            return None
        if not text.isprintable():
            self._problems.add(number, _why_unprintable(text))
            return None
        return Line(number, dict(zip(self.names, map(as_it_was, cells), strict=True)))


@contextmanager
def open_table(
    file: Path,
    columns: tuple[str, ...],
    problems: Problems,
    optional: Collection[str] = (),
    progress: Progress = NO_PROGRESS,
) -> Iterator[Table]:
    """The table in a file while it is open; `optional` are those of the columns that may be left out.

    Raises FileError where the file cannot be opened or read, or its first row is not the columns.
    """
    try:
        with ExitStack() as opened:
            rows = _numbered(_open(file, problems, opened, progress), problems)
            heading = next(rows, None)
            if heading is None:
                raise FileError(f"{problems.table} is empty: its first row must be {','.join(columns)}.")
            yield Table(_columns_of(heading[1], problems.table, columns, optional), rows, problems)
    except OSError as error:
        raise FileError(f"{file} cannot be read ({error.strerror}): check the name of the file.") from None


def read_lines(
    file: Path,
    columns: tuple[str, ...],
    problems: Problems,
    optional: Collection[str] = (),
    progress: Progress = NO_PROGRESS,
) -> Iterator[Line]:
    """The rows of the file that have a cell for each column; the others become problems.

    A row whose first cell begins with # is a remark. Raises FileError as `open_table` does.
    """
    with open_table(file, columns, problems, optional, progress) as table:
        for number, row in table.rows:
            if (line := table.line(number, row)) is not None:
                yield line


def _open(file: Path, problems: Problems, opened: ExitStack, progress: Progress) -> Iterator[list[str]]:
    """The rows of the file, whatever kind it is; `opened` closes it."""
    if file.is_file():
        start = opened.enter_context(file.open("rb")).read(4)
        if start.startswith(_OLD_SPREADSHEET):
            raise FileError(f"{file} is an old or a locked spreadsheet: save it as XLSX, or {_SAVE_AS}.")
        if start.startswith(_UTF16):
            raise FileError(f"{file} is not UTF-8: {_SAVE_AS}.")
        if start.startswith(_ICALENDAR):
            from directory.exchange.formats.ical import rota_rows  # noqa: PLC0415 - needed for few files

            return rota_rows(file)
        if start.startswith(_XLSX):
            from directory.exchange.files.xlsx_file import xlsx_rows  # noqa: PLC0415 - needed for few files

            problems.sheet, length, rows = xlsx_rows(file, problems.sheet)
            return _told_by_row(rows, length, progress)
    content = opened.enter_context(file.open("rb"))
    text = opened.enter_context(
        TextIOWrapper(content, encoding="utf-8-sig", errors="surrogateescape", newline="")
    )
    return _told_by_byte(csv.reader(text, strict=True), content.tell, file.stat().st_size, progress)


def _told_by_row(rows: Iterator[list[str]], length: int, progress: Progress) -> Iterator[list[str]]:
    for number, row in enumerate(rows, start=1):
        yield row
        if number % _ROWS_BETWEEN_PROGRESS == 0:
            progress(number / max(length, 1))


def _told_by_byte(
    rows: Iterator[list[str]], position: Callable[[], int], size: int, progress: Progress
) -> Iterator[list[str]]:
    """Telling how many rows a CSV file has would mean to read it twice; how many bytes, it says itself."""
    if progress is NO_PROGRESS:
        yield from rows
        return
    for number, row in enumerate(rows, start=1):
        yield row
        if number % _ROWS_BETWEEN_PROGRESS == 0:
            progress(position() / max(size, 1))


def _numbered(rows: Iterator[list[str]], problems: Problems) -> Iterator[tuple[int, list[str]]]:
    """The rows and their numbers, up to where the quoting is so broken that nothing after it is sure."""
    number = 0
    try:
        for number, row in enumerate(rows, start=1):
            yield number, row
    except csv.Error as error:
        problems.add(number + 1, _TOO_LONG if "field larger" in str(error) else _BAD_QUOTES)
        if number == 0:
            yield 1, [""]


def _has_other_bytes(text: str) -> bool:
    """Whether there were bytes that are not UTF-8."""
    return any("\ud800" <= character <= "\udfff" for character in text)


def _why_unprintable(text: str) -> str:
    if _has_other_bytes(text):
        return f"is not UTF-8: {_SAVE_AS}"
    return "holds a line end or another character that cannot be shown: take it out"


def _columns_of(
    heading: list[str], table: str, columns: tuple[str, ...], optional: Collection[str]
) -> list[str]:
    """The names of the columns in the file's order. Raises FileError unless they are those expected."""
    expected = ",".join(columns)
    names = [name.strip().lower() for name in heading]
    known = [name for name in names if name in columns]
    if any("\0" in name or _has_other_bytes(name) for name in heading):
        raise FileError(f"{table} is not a table in UTF-8: {_SAVE_AS}.")
    for mark, called in ((";", "semicolons"), ("\t", "tabs")):
        if len(names) == 1 and mark in heading[0]:
            raise FileError(f"{table} has {called} between its cells, not commas: {_SAVE_AS}.")
    if len(known) < (len(columns) - len(optional)) * _ENOUGH_TO_BE_A_HEADING:
        # What stands there may be somebody's details, so it is not repeated.
        raise FileError(
            f"{table} does not begin with the names of its columns: its first row must be {expected}."
        )
    missing = [name for name in columns if name not in names and name not in optional]
    extra = [name or "(no name)" for name in names if name not in columns]
    twice = sorted({name for name in known if known.count(name) > 1})
    wrong = [
        f"{what} {', '.join(which)}"
        for what, which in (
            ("lacks the column", missing),
            ("has the unknown column", extra),
            ("has twice", twice),
        )
        if which
    ]
    if wrong:
        raise FileError(f"{table} {'; '.join(wrong)}: its first row must be {expected}.")
    return names
