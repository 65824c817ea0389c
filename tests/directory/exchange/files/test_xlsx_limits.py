"""A workbook that would take much memory is refused before it is read; an honest one of any length is not."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from directory.exchange.files.problems import FileError
from directory.exchange.files.xlsx_limits import check_unpacked

FILE = Path("cases.xlsx")
SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
MEGABYTE = 1024**2


def workbook(**parts: str) -> BytesIO:
    packed = BytesIO()
    with ZipFile(packed, "w") as written:
        for name, content in parts.items():
            written.writestr(name, content)
    return packed


def saying_that_it_unpacks_to(part: str, size: int) -> BytesIO:
    """A packed file whose table of contents says how long its one part is."""
    before, entry, after = workbook(**{part: "<sst/>"}).getvalue().partition(b"PK\x01\x02")
    return BytesIO(before + entry + after[:20] + size.to_bytes(4, "little") + after[24:])


def check(packed: BytesIO) -> None:
    with ZipFile(packed) as parts:
        check_unpacked(FILE, parts)


@pytest.mark.parametrize(("part", "most"), [(SHEET, 160 * MEGABYTE), (STRINGS, 32 * MEGABYTE)])
def test_what_unpacks_to_more_than_the_cases_of_the_country_is_refused(part: str, most: int) -> None:
    with pytest.raises(FileError, match=r"cases.xlsx unpacks to more than a directory takes: split it"):
        check(saying_that_it_unpacks_to(part, most + 1))


def sheet(*rows: str) -> str:
    return f'<worksheet xmlns="urn:x"><sheetData>{"".join(rows)}</sheetData></worksheet>'


def row(cells: int) -> str:
    return f"<row>{'<c><v>1</v></c>' * cells}</row>"


def test_rows_are_as_wide_as_a_table_and_there_are_as_many_as_one_likes() -> None:
    check(workbook(**{SHEET: sheet(*[row(1000)] * 10)}))
    with pytest.raises(FileError, match="has a row of more than 1,000 cells"):
        check(workbook(**{SHEET: sheet(*[row(1000)] * 10, row(1001))}))
    with pytest.raises(FileError, match="has a row of more than 1,000 cells"):
        check(workbook(**{STRINGS: sheet(row(5000))}))  # whatever the sheet is called
