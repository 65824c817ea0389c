"""Writing tables to a file, a row at a time. The file is there whole or not at all."""

import csv
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from directory.exchange.files.problems import FileError

CSV, XLSX = ".csv", ".xlsx"
Append = Callable[[list[str]], None]
AddSheet = Callable[[str], Append]


@contextmanager
def new_content(file: Path) -> Iterator[Path]:
    """A draft beside the file, which takes its name at the end. Raises FileError.

    Readable by its owner only: an export may hold names.
    """
    draft = file.with_name(f".{file.name}.{secrets.token_hex(8)}")
    try:
        os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        try:
            yield draft
            draft.replace(file)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise FileError(
            f"{file} cannot be written ({error.strerror}): name a file in a folder that you may write to."
        ) from None


@contextmanager
def new_tables(file: Path) -> Iterator[AddSheet]:
    """Add sheets to a new file, and rows of text to each, as they are; a CSV file has one sheet only.

    Raises FileError.
    """
    ending = file.suffix.lower()
    if ending not in {CSV, XLSX}:
        raise FileError(
            f"{file} does not end in {CSV} or {XLSX}, so it is not clear what to write: name it so."
        )
    with new_content(file) as draft, (_csv_sheet if ending == CSV else _xlsx_sheets)(draft) as add_sheet:
        yield add_sheet


@contextmanager
def _csv_sheet(draft: Path) -> Iterator[AddSheet]:
    """With a byte-order mark, without which Excel takes UTF-8 for something else."""
    with TextIOWrapper(draft.open("wb"), encoding="utf-8-sig", newline="") as opened:
        writer = csv.writer(opened)

        def append(row: list[str]) -> None:
            writer.writerow(row)

        yield lambda _title: append


@contextmanager
def _xlsx_sheets(draft: Path) -> Iterator[AddSheet]:
    from openpyxl import Workbook  # noqa: PLC0415 - needed for few files

    book = Workbook(write_only=True)

    def add_sheet(title: str) -> Append:
        sheet: Any = book.create_sheet(title)
        sheet.freeze_panes = "A2"  # the names of the columns stay in sight

        def append(row: list[str]) -> None:
            sheet.append(row)

        return append

    yield add_sheet
    book.save(draft)
