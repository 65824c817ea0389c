"""Export and import as they are typed."""

from pathlib import Path

import pytest

from directory.__main__ import main
from directory.settings import DirectorySettings


@pytest.fixture
def folder(settings: DirectorySettings, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder whose directory is ready to use."""
    monkeypatch.chdir(settings.data_dir.parent)
    monkeypatch.setenv("DATABASE_URL", settings.database_url)
    return settings.data_dir.parent


def test_a_keeper_exports_changes_looks_and_imports(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "offices", "offices.csv"]) == 0
    file = folder / "offices.csv"
    file.write_text(file.read_text("utf-8").replace("Redditch probation office", "Redditch"), "utf-8")
    assert main(["import", "offices", "offices.csv", "--dry-run"]) == 0
    assert main(["import", "offices", "offices.csv"]) == 0
    assert main(["import", "offices", "offices.csv"]) == 0

    assert capsys.readouterr().out.splitlines() == [
        "Wrote offices.csv: 50 offices.",
        'change office redditch: name from "Redditch probation office" to "Redditch"',
        "Nothing was written. An import would give 0 added, 1 changed, 49 unchanged.",
        "Imported offices.csv: 0 added, 1 changed, 49 unchanged.",
        "Imported offices.csv: 0 added, 0 changed, 50 unchanged.",
    ]


def test_what_is_wrong_is_said_with_status_two(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "numbers.csv").write_text("e164,source\n999,me\n12,me\n", "utf-8")

    assert main(["import", "numbers", "numbers.csv"]) == 2
    assert main(["export", "offices", "offices.pdf"]) == 2
    assert main(["import", "numbers", "nowhere.csv"]) == 2

    said = capsys.readouterr()
    assert said.out == ""
    assert 'numbers.csv, row 2, e164: "999" is the number of the emergency services' in said.err
    assert 'numbers.csv, row 3, e164: "12" is not a number that can be rung' in said.err
    assert "Nothing was imported: 2 problems in numbers.csv.\n" in said.err
    assert "offices.pdf ends in neither" in said.err or "offices.pdf does not end in .csv" in said.err
    assert "nowhere.csv cannot be read (No such file or directory)" in said.err


def test_cases_go_out_without_their_references(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "in.csv").write_text(
        "crn,provider,area,office,officer,since,mappa,risk\n"
        "X320741,nps,west-mercia,worcester,Sample Officer 1,2014-06-02,yes,high\n",
        "utf-8",
    )

    assert main(["import", "cases", "in.csv"]) == 0
    assert main(["export", "cases", "out.csv"]) == 0

    assert "without their references" in capsys.readouterr().out
    assert (folder / "out.csv").read_text("utf-8-sig").splitlines() == [
        "provider,area,office,officer,since,mappa,risk",
        "nps,west-mercia,worcester,Sample Officer 1,2014-06-02,yes,high",
    ]
    assert (folder / "out.csv").stat().st_mode & 0o777 == 0o600


def test_contacts_go_out_as_cards(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "contacts", "contacts.vcf"]) == 0

    assert capsys.readouterr().out == (
        "Wrote contacts.vcf: 16 cards; 223 contacts have no number and no card.\n"
    )
    assert (folder / "contacts.vcf").read_bytes().startswith(b"BEGIN:VCARD\r\n")
