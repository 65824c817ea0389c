"""Reading a CSV file that a person or a program has made, and saying what is wrong with it.

Rows are read one at a time, so a file of any length takes the same memory. Nothing of a cell is
repeated here: what a file of cases holds is nobody's business but the register's.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SPREADSHEET = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_PROBLEMS_KEPT = 1_000
_SAVE_AS = "save the file as 'CSV UTF-8 (comma delimited)'"
_ENOUGH_TO_BE_A_HEADING = 0.5


class FileError(Exception):
    """The file as a whole cannot be used; the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the file: its number as a spreadsheet counts, and its cells by column."""

    row: int
    cells: dict[str, str]


@dataclass(slots=True)
class Problems:
    """What is wrong with a file: the first thousand in full, the rest counted."""

    file: Path
    count: int = 0
    kept: list[str] = field(default_factory=list)

    def add(self, row: int, what: str, column: str | None = None) -> None:
        """Note a problem of a row, or of one cell of it."""
        self.count += 1
        if len(self.kept) < _PROBLEMS_KEPT:
            where = f"row {row}, {column}" if column else f"row {row}"
            self.kept.append(f"{self.file.name}, {where}: {what}")

    def lines(self) -> list[str]:
        """Each problem as a line, in the order of the file."""
        more = self.count - len(self.kept)
        return [*self.kept, f"{self.file.name}: and {more} more"] if more else self.kept


def read_lines(file: Path, columns: tuple[str, ...], problems: Problems) -> Iterator[Line]:
    """The rows of the file that have a cell for each column; the others become problems.

    Raises FileError where the file cannot be opened, or its first row is not the columns.
    """
    try:
        if file.is_file():
            _refuse_other_kinds(file)
        with file.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as opened:
            yield from _lines(csv.reader(opened, strict=True), file, columns, problems)
    except OSError as error:
        raise FileError(f"{file} cannot be read ({error.strerror}): check the name of the file.") from None


def _refuse_other_kinds(file: Path) -> None:
    with file.open("rb") as opened:
        start = opened.read(4)
    if start.startswith(_SPREADSHEET):
        raise FileError(f"{file} is a spreadsheet, not CSV: {_SAVE_AS}.")
    if start.startswith(_UTF16):
        raise FileError(f"{file} is not UTF-8: {_SAVE_AS}.")


def _lines(
    rows: Iterator[list[str]], file: Path, columns: tuple[str, ...], problems: Problems
) -> Iterator[Line]:
    number, heading = 1, _next(rows, 1, problems)
    if heading is None:
        raise FileError(f"{file} is empty: its first row must be {','.join(columns)}.")
    names = _columns_of(heading, file, columns)
    while (row := _next(rows, number + 1, problems)) is not None:
        number += 1
        cells = [cell.replace("\N{NO-BREAK SPACE}", " ").strip() for cell in row]
        if not any(cells):
            continue  # an empty line, or one of commas only, as spreadsheets leave at the end
        if len(cells) != len(names):
            problems.add(
                number, f"has {len(cells)} cells, not {len(names)}: put a cell with a comma in quotes"
            )
        elif not "".join(cells).isprintable():
            problems.add(number, _why_unprintable("".join(cells)))
        else:
            yield Line(number, dict(zip(names, cells, strict=True)))


def _next(rows: Iterator[list[str]], number: int, problems: Problems) -> list[str] | None:
    """The next row, or None at the end, or where the quoting is so broken that nothing after it is sure."""
    try:
        return next(rows, None)
    except csv.Error:
        problems.add(
            number, "the quotation marks cannot be followed: check them in this row and the one before"
        )
        return None if number > 1 else [""]


def _why_unprintable(text: str) -> str:
    if any("\ud800" <= character <= "\udfff" for character in text):
        return f"is not UTF-8: {_SAVE_AS}"
    return "holds a line end or another character that cannot be shown: take it out"


def _columns_of(heading: list[str], file: Path, columns: tuple[str, ...]) -> list[str]:
    """The names of the columns in the file's order. Raises FileError unless they are those expected."""
    expected = ",".join(columns)
    names = [name.strip().lower() for name in heading]
    known = [name for name in names if name in columns]
    for mark, called in ((";", "semicolons"), ("\t", "tabs")):
        if len(names) == 1 and mark in heading[0]:
            raise FileError(f"{file} has {called} between its cells, not commas: {_SAVE_AS}.")
    if len(known) < len(columns) * _ENOUGH_TO_BE_A_HEADING:
        # What stands there may be somebody's details, so it is not repeated.
        raise FileError(
            f"{file} does not begin with the names of its columns: its first row must be {expected}."
        )
    missing = [name for name in columns if name not in names]
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
        raise FileError(f"{file} {'; '.join(wrong)}: its first row must be {expected}.")
    return names
