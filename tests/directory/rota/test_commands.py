"""prove, due, suspect, confirm, card and the feed, as they are typed."""

from pathlib import Path

import pytest

from directory.__main__ import main
from directory.settings import DirectorySettings
from tests.directory.backends import ON_SQLITE
from tests.directory.made_up_rota import HEADING, MONDAY_TO_WEDNESDAY, PEOPLE, ROTA

pytestmark = ON_SQLITE
Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def in_folder(settings: DirectorySettings, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder whose data/ holds a directory that is ready to use."""
    monkeypatch.chdir(settings.data_dir.parent)
    Path("people.csv").write_text(PEOPLE)
    Path("rota.csv").write_text(ROTA)
    Path("less.csv").write_text(HEADING + MONDAY_TO_WEDNESDAY)
    return settings.data_dir.parent


def test_west_mercia_is_proved_and_an_area_without_numbers_is_said_to_be_one(capsys: Captured) -> None:
    assert main(["prove", "--from", "2026-12-01", "--days", "31"]) == 0

    said = capsys.readouterr().out
    assert "west-mercia: proved (" in said
    assert "thames-valley holds no numbers: not proved.\n" in said


def test_the_proof_fails_when_one_row_of_the_rota_is_deleted(capsys: Captured) -> None:
    assert main(["import", "people", "people.csv"]) == 0
    assert main(["import", "rota", "rota.csv"]) == 0
    assert main(["import", "rota", "less.csv", "--replace", "--force"]) == 0
    capsys.readouterr()

    assert main(["prove", "--area", "west-mercia", "--from", "2026-11-30", "--days", "7"]) == 1

    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(",")[0] for line in lines[:-1]] == [
        "2026-12-03T09:00+00:00 to 2026-12-03T17:00+00:00",
        "2026-12-04T09:00+00:00 to 2026-12-04T17:00+00:00",
    ]
    assert lines[-1].startswith("west-mercia: not proved, 2 holes (")


def test_an_import_that_would_open_a_hole_is_refused_with_status_two(capsys: Captured) -> None:
    main(["import", "people", "people.csv"])

    assert main(["import", "rota", "less.csv"]) == 2

    assert "nobody is on the rota" in capsys.readouterr().err


def test_an_area_named_that_holds_no_numbers_is_a_hole(capsys: Captured) -> None:
    assert main(["prove", "--area", "thames-valley", "--days", "2"]) == 1

    assert "the area holds no numbers; enter the numbers of its offices" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("prove --area x", "--area x: the directory holds no such area; known are bench, bgsw"),
        ("prove --from tuesday", "--from 'tuesday' is not a day: write it like 2026-12-01."),
        ("prove --days 0", "--days '0' is not a number of days: write one from 1 to 3,660."),
        ("prove --from 2050-01-01", "Bank holidays are known for 2012 to 2040 only"),
        ("due --by 31", "--by '31' is not a day"),
        ("confirm 12", '"12" is not a'),
        ("suspect 01905723592 --because not-working", "The directory holds no number 01905 723592"),
        ("card nowhere", "nowhere: the directory holds no office of this id"),
        ("card worcester --html nowhere/x.html", "nowhere/x.html cannot be written"),
        ("export rota feed.ics --person nobody", "--person nobody: nobody of this id is on a rota"),
        (
            "export rota feed.ics --post x",
            "--post x: no rota is kept for this post; there is one for no post yet",
        ),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence_with_status_two(capsys: Captured, typed: str, says: str) -> None:
    assert main(typed.split()) == 2

    written = capsys.readouterr()
    assert says in written.err
    assert written.out == ""


def test_a_number_goes_from_suspect_to_confirmed(capsys: Captured) -> None:
    assert main(["suspect", "01905 723591", "--because", "wrong-person"]) == 0
    assert main(["due", "--by", "2099-01-01"]) == 0
    assert "suspect: a caller says that it reached the wrong person" in capsys.readouterr().out

    assert main(["confirm", "+44 1905 723591"]) == 0
    assert main(["due"]) == 0
    assert "723591" not in capsys.readouterr().out.partition("is right.\n")[2]


def test_a_card_is_printed_or_written_as_a_page(capsys: Captured) -> None:
    assert main(["card", "worcester"]) == 0
    assert "Worcester probation office: whom to ring" in capsys.readouterr().out

    assert main(["card", "worcester", "--html", "card.html"]) == 0
    assert Path("card.html").read_text().startswith("<!doctype html>")


def test_the_feed_of_a_person_is_written(capsys: Captured) -> None:
    main(["import", "people", "people.csv"])
    main(["import", "rota", "rota.csv"])

    assert main(["export", "rota", "feed.ics", "--person", "sample-elm"]) == 0

    assert Path("feed.ics").read_text().startswith("BEGIN:VCALENDAR")
    assert "Wrote feed.ics: " in capsys.readouterr().out
