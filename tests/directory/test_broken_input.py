"""What is broken is said in a sentence that a keeper can act on, with status two, and nothing is written."""

import gc
import sqlite3
from contextlib import closing
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from directory.__main__ import main
from directory.command_line.reading_once import read_snapshot
from directory.errors import DirectoryError
from directory.settings import DirectorySettings
from tests.directory.backends import ON_SQLITE

pytestmark = ON_SQLITE
Captured = pytest.CaptureFixture[str]
HEADING = "day,name,source"


@pytest.fixture(autouse=True)
def database(settings: DirectorySettings, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder whose data/ holds a directory; its database file."""
    monkeypatch.chdir(settings.data_dir.parent)
    return settings.data_dir / "signpost.db"


def changed(file: Path, script: str) -> None:
    """Change a database behind Signpost's back."""
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(script)


def workbook(*rows: list[str], name: str = "days.xlsx") -> Path:
    book = Workbook()
    assert book.active is not None
    for row in (HEADING.split(","), *rows):
        book.active.append(row)
    book.save(name)
    return Path(name)


def refused(capsys: Captured, *typed: str) -> str:
    """What is said on standard error."""
    capsys.readouterr()
    assert main(typed) == 2
    said = capsys.readouterr()
    assert said.out == ""
    return said.err


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (
            f"{HEADING}\n2014-06-02,S,me\n".encode("utf-16-le"),
            "is not a table in UTF-8: save the file as 'CSV UTF-8",
        ),
        (f"{HEADING},caf\xe9\n".encode("latin-1"), "is not a table in UTF-8: save the file as 'CSV UTF-8"),
        (
            f"{HEADING}\n2014-06-02,{'N' * 140_000},me\n".encode(),
            "row 2: a cell of more than 131,072 characters",
        ),
        (f"{HEADING}\n2014-06-02,{'N' * 2_000},me\n".encode(), f'"{"N" * 60}…" has 2000 characters'),
        (f"{HEADING}\n41792,S,me\n".encode(), '"41792" is how a spreadsheet counts days; format the column'),
        (f"{HEADING}\n#REF!,S,me\n".encode(), "row 2: begins with #REF!, a formula that failed"),
    ],
)
def test_a_file_that_is_no_table(capsys: Captured, content: bytes, says: str) -> None:
    Path("days.csv").write_bytes(content)

    assert says in refused(capsys, "import", "bank-holidays", "days.csv")


def test_a_formula_that_failed_in_the_first_column_is_no_remark(capsys: Captured) -> None:
    workbook(["#N/A", "Late", "me"], ["2014-06-02", "Good", "me"])

    said = refused(capsys, "import", "bank-holidays", "days.xlsx")
    assert "days.xlsx, sheet Sheet, row 2: begins with #N/A, a formula that failed: write the value" in said


def test_a_workbook_whose_sheet_is_cut_off(capsys: Captured) -> None:
    whole = ZipFile(workbook(["2014-06-02", "Good", "me"]))
    with ZipFile("cut.xlsx", "w") as cut:
        for name in whole.namelist():
            content = whole.read(name)
            cut.writestr(name, content[:200] if "sheet1" in name else content)

    said = refused(capsys, "import", "bank-holidays", "cut.xlsx")
    assert "cut.xlsx is a spreadsheet that cannot be opened: save it as XLSX once more." in said
    assert "nowhere.xlsx cannot be read (No such file" in refused(capsys, "import", "all", "nowhere.xlsx")


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("postgresql://u:secret@host:port/name", "DATABASE_URL cannot be read as a URL"),
        ("sqlite://", "DATABASE_URL names no file, so nothing would be kept"),
        ("postgresql://u:secret@127.0.0.1:1/name", "cannot be reached: check that the server runs"),
    ],
)
def test_a_database_that_is_none(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, url: str, says: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", url)

    for command in (["prove"], ["audit", "verify"], ["rekey"], ["import", "offices", "x.csv"]):
        said = refused(capsys, *command)
        assert says in said
        assert "secret" not in said


@pytest.mark.parametrize(
    ("script", "says"),
    [
        ("DROP TABLE posts", "is not whole (no such table: posts): restore a backup"),
        ("UPDATE offices SET hours = 'never'", "opening hours 'never' cannot be read"),
        ("DELETE FROM directory_version", "a row that has to be there once is missing or double"),
        ("DELETE FROM areas", "The directory holds no area: import areas first, or restore a backup."),
        (
            "DELETE FROM bank_holidays",
            "holds no bank holidays, on which offices are closed: import them first",
        ),
    ],
)
def test_a_directory_that_was_changed_behind_our_back(
    capsys: Captured, database: Path, script: str, says: str
) -> None:
    changed(database, script)

    assert says in refused(capsys, "prove", "--area", "west-mercia", "--days", "2")


def test_a_database_of_another_program(capsys: Captured, database: Path) -> None:
    database.unlink()
    changed(database, "CREATE TABLE areas (x)")

    assert "it holds tables of another program: set DATABASE_URL" in refused(capsys, "prove")


@pytest.mark.parametrize(
    "script",
    [
        "DELETE FROM audit_head",
        "INSERT INTO audit_head VALUES (2, 3, x'00')",
        "UPDATE audit_head SET number = 0",
    ],
)
def test_nothing_is_changed_where_the_audit_cannot_be_gone_on_with(
    capsys: Captured, database: Path, script: str
) -> None:
    Path("one.csv").write_text(f"{HEADING}\n2051-01-02,X,me\n")
    Path("two.csv").write_text(f"{HEADING}\n2052-01-02,X,me\n")
    assert main(["import", "bank-holidays", "one.csv"]) == 0
    changed(database, script)

    assert "is not whole" in refused(capsys, "import", "bank-holidays", "two.csv")
    assert main(["audit", "verify"]) != 0


@pytest.mark.parametrize(
    "script",
    [
        "DROP TABLE offices",
        "DELETE FROM audit_head",
        "UPDATE alembic_version SET version_num = '0000'",
        "UPDATE offices SET hours = 'never'",
    ],
)
def test_a_backup_that_is_not_whole_does_not_replace_a_directory_that_is(
    capsys: Captured, script: str
) -> None:
    assert main(["backup", "kept.backup"]) == 0
    changed(Path("kept.backup"), script)

    said = refused(capsys, "restore", "kept.backup")
    assert said.startswith("kept.backup ")
    assert said.endswith("restore from another one.\n")
    assert main(["export", "offices", "offices.csv"]) == 0


def test_an_empty_day_is_not_taken_for_today(capsys: Captured) -> None:
    assert "--from '' is not a day" in refused(capsys, "prove", "--from", "")


async def test_garbage_is_collected_again_where_a_directory_could_not_be_read(
    settings: DirectorySettings, database: Path
) -> None:
    changed(database, "UPDATE offices SET hours = 'never'")

    with pytest.raises(DirectoryError, match="holds what cannot be read"):
        await read_snapshot(settings)

    assert gc.isenabled()
