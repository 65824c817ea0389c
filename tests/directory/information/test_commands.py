"""What was asked of other agencies, and the figures, at the command line."""

import asyncio
import csv
import io
import shutil
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import insert

from directory.__main__ import main
from directory.commands.overview import _written
from directory.settings import DirectorySettings
from directory.storage.database import make_engine, table, writing
from directory.tables import EnquiryCount
from routing.overview.table import Row
from tests.directory.people import add_agencies

ASK = ("information", "ask", "sample-police", "domestic_abuse", "--office", "worcester", "--provider", "nps")


@pytest.fixture
def filled(template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose data/ holds a directory with agencies."""
    shutil.copytree(template, tmp_path / "data")
    settings = DirectorySettings(data_dir=tmp_path / "data")
    asyncio.run(_add(settings))
    monkeypatch.setenv("DATABASE_URL", settings.database_url)
    monkeypatch.chdir(tmp_path)
    return tmp_path


async def _add(settings: DirectorySettings) -> None:
    engine = make_engine(settings.database_url)
    async with writing(engine) as connection:
        await add_agencies(connection)
    await engine.dispose()


def test_a_request_is_recorded_listed_settled_and_counted(
    filled: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("x123456\n"))

    assert main([*ASK, "--reference"]) == 0
    assert capsys.readouterr().out.startswith("Recorded as No. 1, due by ")
    assert not [one for one in (filled / "data").iterdir() if b"123456" in one.read_bytes()]

    assert main(["information", "list"]) == 0
    assert "No. 1  sample-police, domestic_abuse, for west-mercia/worcester/nps" in capsys.readouterr().out
    assert main(["information", "settle", "1", "not-come"]) == 2
    assert "Nobody has said that No. 1 is answered" in capsys.readouterr().err
    assert main(["information", "settle", "1", "came"]) == 0
    assert main(["information", "settle", "1", "came"]) == 2
    assert main(["information", "settle", "2", "came"]) == 2
    capsys.readouterr()

    assert main(["overview", "--office", "worcester", "--provider", "nps"]) == 0
    shown = capsys.readouterr().out
    assert "1  information asked" in shown
    assert "1  information ended, came" in shown
    assert main(["overview", "--file", "overview.csv"]) == 0
    rows = list(csv.DictReader((filled / "overview.csv").read_text("utf-8-sig").splitlines()))
    assert {"measure": "information ended", "value": "1", "of": "came"}.items() <= rows[-1].items()
    assert main(["overview", "--file", "nowhere/overview.csv"]) == 2


def test_enquiries_are_told_to_the_nearest_five_with_their_day(
    filled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asyncio.run(_count(DirectorySettings(data_dir=filled / "data"), 7))

    assert main(["overview", "--since", "2026-11-01", "--until", "2026-11-08"]) == 0
    shown = capsys.readouterr().out
    assert "   5  enquiries\n" in shown
    assert "   5  enquiries of a day ended, answered, 2026-11-07\n" in shown
    assert main(["overview", "--since", "2026-11-08", "--until", "2026-11-09"]) == 0
    assert "   0  enquiries\n" in capsys.readouterr().out


async def _count(settings: DirectorySettings, times: int) -> None:
    row = {"day": date(2026, 11, 7), "area": "west-mercia", "office": "", "provider": "", "times": times}
    engine = make_engine(settings.database_url)
    async with writing(engine) as connection:
        await connection.execute(
            insert(table(EnquiryCount)), [{**row, "measure": "ended", "value": "answered"}]
        )
    await engine.dispose()


def test_no_cell_of_the_file_is_a_formula(tmp_path: Path) -> None:
    _written(str(tmp_path / "overview.csv"), [Row("=1+1", 3, of="@sum")])
    assert (tmp_path / "overview.csv").read_text("utf-8-sig").splitlines()[1].startswith("'=1+1,3,'@sum,")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            (*ASK[:2], "sample-polis", *ASK[3:]),
            "'sample-polis' is not known here; known are: sample-council",
        ),
        ((*ASK[:2], "sample-probation", *ASK[3:]), "AGENCY 'sample-probation' is not known here"),
        (
            (*ASK[:3], "health", *ASK[4:]),
            "KIND 'health' is not known here; known are: address,",
        ),
        ((*ASK[:5], "wooster", *ASK[6:]), "--office 'wooster' is not in the directory."),
        ((*ASK, "--by", "2014-07-08"), "the office is not open on that day any more"),
        ((*ASK, "--by", "soon"), "--by 'soon' is not a day"),
        ((*ASK, "--account", "nobody"), "--account 'nobody' is no account of probation staff."),
        ((*ASK, "--post", "boss"), "--post 'boss' is not known here"),
        ((*ASK, "--reference"), "That is not a case reference"),
        (("overview", "--office", "wooster"), "--office 'wooster' is not in the directory"),
        (("overview", "--since", "2026-12-02", "--until", "2026-12-02"), "there is no day between them"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_recorded(
    filled: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    typed: tuple[str, ...],
    said: str,
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("John Smith\n"))
    assert main(list(typed)) == 2
    error = capsys.readouterr().err
    assert said in error
    assert "John" not in error
