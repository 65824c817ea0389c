"""The command line, run for real."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from directory.__main__ import main
from directory.settings import DirectorySettings
from directory.storage.database import make_engine, writing
from tests.paths import ROOT

CASES = (
    "crn,provider,area,office,officer,since,mappa,risk\n"
    "X320741,nps,west-mercia,worcester,Officer Birch,2014-06-02,yes,high\n"
)


@pytest.fixture
def in_folder(settings: DirectorySettings, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder whose data/ holds a directory that is ready to use."""
    monkeypatch.setenv("DATABASE_URL", settings.database_url)
    monkeypatch.chdir(settings.data_dir.parent)
    return settings.data_dir.parent


def run(folder: Path, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "directory", *arguments],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_cases_are_imported_into_a_directory_that_was_not_there_before(tmp_path: Path) -> None:
    (tmp_path / "cases.csv").write_text(CASES)

    done = run(tmp_path, "import", "cases", "cases.csv")

    assert done.stdout == "Imported cases.csv: 1 added, 0 changed, 0 unchanged.\n"
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "data" / "case.key").stat().st_mode & 0o777 == 0o600


def test_a_dry_run_says_so(in_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (in_folder / "cases.csv").write_text(CASES)

    assert main(["import", "cases", "cases.csv", "--dry-run"]) == 0

    assert capsys.readouterr().out == (
        "Nothing was written. An import would give 1 added, 0 changed, 0 unchanged.\n"
    )


@pytest.mark.parametrize(
    ("cases", "environment", "says"),
    [
        (
            CASES.replace("nps", "npx"),
            {},
            'cases.csv, row 2, provider: "npx" is not a provider; write nps or crc\n'
            "Nothing was imported: 1 problem in cases.csv.\n",
        ),
        (CASES.replace("risk", "hazard"), {}, "lacks the column risk"),
        (None, {}, "cases.csv cannot be read (No such file or directory)"),
        (CASES, {"DATABASE_URL": "sqlite:///nowhere/x.db"}, "the folder nowhere does not exist"),
        (CASES, {"DATABASE_URL": "mysql://u:s3cret@host/x"}, "does not know (mysql)"),
    ],
)
def test_what_is_wrong_is_said_with_status_two_and_nothing_on_standard_output(
    in_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    cases: str | None,
    environment: dict[str, str],
    says: str,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    if cases is not None:
        (in_folder / "cases.csv").write_text(cases)

    assert main(["import", "cases", "cases.csv"]) == 2

    written = capsys.readouterr()
    assert says in written.err
    assert "s3cret" not in written.err
    assert written.out == ""


@pytest.mark.parametrize("arguments", [["--help"], ["import", "cases", "--help"]])
def test_help_shows_a_command_that_can_be_copied(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)

    assert ended.value.code == 0
    assert "python -m directory import cases cases.csv" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments", [["--help"], ["audit", "verify", "--help"], ["rekey", "--help"], ["restore", "--help"]]
)
def test_help_imports_no_database(arguments: list[str]) -> None:
    program = (
        "import sys\nfrom directory.__main__ import main\n"
        f"try: main({arguments!r})\n"
        "except SystemExit: print('loaded:', {'sqlalchemy', 'pydantic'} & set(sys.modules))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout.endswith("loaded: set()\n")


def test_a_move_back_from_the_nps_is_refused_until_it_is_forced(
    in_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (in_folder / "cases.csv").write_text(CASES)
    assert main(["import", "cases", "cases.csv"]) == 0
    (in_folder / "cases.csv").write_text(CASES.replace("nps", "crc").replace("2014-06", "2015-06"))
    assert main(["import", "cases", "cases.csv"]) == 2
    written = capsys.readouterr()
    assert "row 2, provider: the NPS owns this case" in written.err
    assert "Nothing was imported: 1 problem in cases.csv." in written.err

    assert main(["import", "cases", "cases.csv", "--force"]) == 0

    assert "0 moved to the NPS, 1 moved to the CRC" in capsys.readouterr().out


def test_the_audit_is_verified_and_its_seal_is_printed_and_taken(
    in_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (in_folder / "cases.csv").write_text(CASES)
    main(["import", "cases", "cases.csv"])
    capsys.readouterr()

    assert main(["audit", "verify"]) == 0
    begins, _, seal = capsys.readouterr().out.strip().rpartition(" ")
    assert begins == "The audit is whole: 1 row. Its seal:"
    assert main(["audit", "verify", "--sealed", seal]) == 0
    assert main(["audit", "verify", "--sealed", f"1:{'ab' * 32}"]) == 1
    assert "row 1 is not the one that was sealed" in capsys.readouterr().out
    assert main(["audit", "verify", "--sealed", "yesterday"]) == 2
    assert "--sealed is not a seal: write what" in capsys.readouterr().err


def test_an_audit_with_a_row_taken_out_is_status_one(
    in_folder: Path, settings: DirectorySettings, capsys: pytest.CaptureFixture[str]
) -> None:
    async def take_out() -> None:
        engine = make_engine(settings.database_url)
        async with writing(engine) as connection:
            await connection.execute(text("DELETE FROM audit"))
        await engine.dispose()

    (in_folder / "cases.csv").write_text(CASES)
    main(["import", "cases", "cases.csv"])
    asyncio.run(take_out())
    capsys.readouterr()

    assert main(["audit", "verify"]) == 1

    said = capsys.readouterr().out
    assert said.startswith("Audit: row 1 is missing at the end.\nThe audit is not whole: ")


def test_rekeying_says_what_has_to_be_kept(in_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (in_folder / "cases.csv").write_text(CASES)
    main(["import", "cases", "cases.csv"])
    before = (in_folder / "data" / "case.key").read_text()
    capsys.readouterr()

    assert main(["rekey"]) == 0

    said = capsys.readouterr().out
    assert "another key now (1 case). Make a backup of data/case.key" in said
    assert (in_folder / "data" / "case.key").read_text().startswith(before)
    assert main(["import", "cases", "cases.csv"]) == 0
    assert "0 added, 0 changed, 1 unchanged" in capsys.readouterr().out


def test_an_unknown_kind_of_file_is_status_two(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["import", "nonsense", "file.csv"])

    assert ended.value.code == 2
    assert "cases" in capsys.readouterr().err
