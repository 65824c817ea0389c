import csv
import re
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from directory.__main__ import main
from directory.directory import Directory
from directory.exchange.cases.importing import How, import_cases
from directory.opening import open_database
from directory.samples.cases import MOST_CASES, Place, sample_rows, write_sample
from directory.settings import DirectorySettings
from tests.directory.acts import ACT

OFFICES = [Place("west-mercia", "worcester"), Place("london", "camden")]


def test_the_same_seed_makes_the_same_cases_and_another_seed_others() -> None:
    one, same, other = (list(sample_rows(OFFICES, 50, seed)) for seed in (7, 7, 8))

    assert one == same
    assert one != other


def test_no_reference_comes_up_twice() -> None:
    references = [row[0] for row in sample_rows(OFFICES, 20_000, 1)]

    assert len(set(references)) == len(references)
    assert all(re.fullmatch(r"[A-Z]\d{6}", reference) for reference in references)


def test_every_reference_there_is_could_be_made() -> None:
    assert MOST_CASES % 15_485_863 != 0
    assert len({number * 15_485_863 % 26_000 for number in range(26_000)}) == 26_000


def test_owners_are_those_that_the_rules_say_and_officers_are_marked() -> None:
    for _, provider, _, _, officer, _, mappa, risk in sample_rows(OFFICES, 500, 1):
        assert (provider == "nps") == (mappa == "yes" or risk in {"high", "very_high"})
        assert officer == "" or officer.startswith("Sample Officer ")


async def test_a_sample_says_that_it_is_one_and_can_be_imported(
    settings: DirectorySettings, tmp_path: Path
) -> None:
    async with await Directory.open(settings) as directory:
        held = directory.snapshot
    offices = [Place(area, office.id) for area in held.areas for office in held.offices_of(area)]
    file = tmp_path / "cases.csv"
    write_sample(file, offices, 300, 1)
    engine: AsyncEngine = await open_database(settings)

    done = await import_cases(engine, settings, file, How(ACT))

    await engine.dispose()
    assert (done.added, done.changed) == (300, 0)
    assert "# sample: made-up cases" in file.read_text("utf-8")


def test_a_file_of_national_size_can_be_asked_for(
    settings: DirectorySettings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = settings.data_dir.parent
    monkeypatch.chdir(folder)
    monkeypatch.setenv("DATABASE_URL", settings.database_url)

    assert main(["sample", "--national", "cases.csv", "--cases", "25"]) == 0
    assert main(["sample", "cases.csv", "--cases", "0"]) == 2

    with (folder / "cases.csv").open(encoding="utf-8-sig", newline="") as opened:
        assert len(list(csv.reader(opened))) == 2 + 25
    said = capsys.readouterr()
    assert said.out == "Wrote cases.csv: 25 made-up cases, for trials only.\n"
    assert said.err == "--cases 0 cannot be made: write a number from 1 to 26,000,000.\n"
