"""A keeper looks at the rota, puts a row on it and takes one out."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from directory.__main__ import main
from directory.settings import DirectorySettings

pytestmark = pytest.mark.long

Captured = pytest.CaptureFixture[str]
POST = "west-mercia/worcester/nps/duty_officer"
CHRISTMAS = ["--starts", "2026-12-23 00:00", "--ends", "2026-12-25 00:00"]


@pytest.fixture(autouse=True)
def in_folder(settings_with_rota: DirectorySettings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Birch is on from Monday to Wednesday, Elm on Thursday and Friday; it is 22 November 2026."""
    monkeypatch.setattr(
        "directory.command_line.days.today", lambda: datetime(2026, 11, 22, tzinfo=UTC).date()
    )
    monkeypatch.setenv("DATABASE_URL", settings_with_rota.database_url)
    monkeypatch.chdir(settings_with_rota.data_dir.parent)


def numbers(capsys: Captured) -> list[str]:
    """The numbers of the rows."""
    capsys.readouterr()
    assert main(["rota", "list"]) == 0
    return [line.split()[0] for line in capsys.readouterr().out.splitlines()]


def test_who_is_on_and_who_is_next(capsys: Captured) -> None:
    assert main(["rota", "now", "--office", "worcester", "--at", "2026-12-02 10:00"]) == 0
    assert main(["rota", "now", "--post", POST, "--at", "2026-12-05 10:00"]) == 0

    assert capsys.readouterr().out.splitlines() == [
        f"{POST}: Birch (sample) (sample-birch) until Wed 2 Dec 2026 17:00; "
        "next Elm (sample) (sample-elm) from Thu 3 Dec 2026 09:00 to Thu 3 Dec 2026 17:00.",
        f"{POST}: nobody; "
        "next Birch (sample) (sample-birch) from Mon 7 Dec 2026 09:00 to Mon 7 Dec 2026 17:00.",
    ]


def test_an_absence_opens_a_gap_and_cover_closes_it(capsys: Captured) -> None:
    gaps = ["rota", "gaps", "--at", "2026-12-21 00:00", "--days", "7", "--area", "west-mercia"]
    assert main(gaps) == 0

    assert main(["rota", "add", "absence", "--person", "sample-birch", *CHRISTMAS]) == 2
    assert "nobody is on the rota" in capsys.readouterr().err
    assert main(["rota", "add", "absence", "--person", "sample-birch", *CHRISTMAS, "--force"]) == 0
    capsys.readouterr()
    assert main(gaps) == 1
    assert capsys.readouterr().out == (
        f"{POST}: nobody from Wed 23 Dec 2026 09:00 to Wed 23 Dec 2026 17:00.\n"
    )

    cover = ["--person", "sample-elm", "--other", "sample-birch", *CHRISTMAS]
    assert main(["rota", "add", "cover", *cover]) == 0
    assert main(gaps) == 0
    assert capsys.readouterr().out.endswith("No gap in 7 days, in 1 rota.\n")


def test_a_row_is_taken_out_by_its_number_unless_that_opens_a_hole(capsys: Captured) -> None:
    _, thursday = numbers(capsys)

    assert main(["rota", "remove", thursday]) == 2
    assert "2026-12-03T09:00+00:00 to 2026-12-03T17:00+00:00" in capsys.readouterr().err
    assert main(["rota", "remove", thursday, "--force"]) == 0

    assert thursday not in numbers(capsys)
    assert main(["audit", "verify"]) == 0


def test_a_shift_a_swap_and_a_weekly_row_come_and_go(capsys: Captured) -> None:
    shift = ["--post", POST, "--person", "sample-elm"]
    times = ["--starts", "2026-12-05 10:00", "--ends", "2026-12-05 12:00"]
    before = numbers(capsys)
    assert main(["rota", "add", "shift", *shift, *times, "--sample"]) == 0
    assert main(["rota", "add", "swap", "--person", "sample-elm", "--other", "sample-birch", *CHRISTMAS]) == 0
    weekly = [*shift, "--days", "Sa,Su", "--starts", "10:00", "--ends", "12:00", "--valid-from", "2026-11-30"]
    assert main(["rota", "add", "weekly", *weekly]) == 0

    capsys.readouterr()
    assert main(["rota", "list", "--person", "sample-elm"]) == 0
    listed = [" ".join(line.split()[1:]) for line in capsys.readouterr().out.splitlines()]
    assert listed == [
        f"weekly {POST} sample-elm Th,Fr 09:00-17:00 from 2026-11-30 (sample)",
        f"shift {POST} sample-elm 2026-12-05 10:00 to 2026-12-05 12:00 (sample)",
        "swap every post sample-elm and sample-birch 2026-12-23 00:00 to 2026-12-25 00:00",
        f"weekly {POST} sample-elm Sa,Su 10:00-12:00 from 2026-11-30",
    ]
    for number in numbers(capsys)[2:]:
        assert main(["rota", "remove", number]) == 0
    assert numbers(capsys) == before


def test_what_the_feed_of_a_post_says_can_be_imported_again(capsys: Captured) -> None:
    assert main(["export", "rota", "feed.ics", "--post", POST]) == 0
    assert main(["import", "rota", "feed.ics"]) == 0
    assert main(["export", "rota", "again.ics", "--post", POST]) == 0

    feed, again = (Path(name).read_text() for name in ("feed.ics", "again.ics"))
    assert feed.count("BEGIN:VEVENT") > 200
    assert again == feed


CANNOT_BE_DONE = [
    (
        "add shift --person sample-elm --starts 2026-12-05T10:00 --ends 2026-12-05T12:00",
        "--post: nothing stands there; say of which post this shift is\n",
    ),
    ("add absence --person sample-oak", '--person: "sample-oak" is not a person of the directory'),
    ("add shift --post worcester --person sample-elm", "--post worcester: write it in four parts"),
    (
        f"add weekly --post {POST} --person sample-elm --days Th,Fr --starts 09:00 --ends 17:00 "
        "--valid-from 2026-11-30",
        "The rota has this row already, as number",
    ),
    ("remove 99999", "The rota has no row 99999: `rota list` shows the number of each."),
    ("remove twelve", "'twelve' is not the number of a row"),
    ("now --at tomorrow", "--at 'tomorrow' is not a moment: write it like '2026-12-24 18:00'."),
    ("now --office redditch", f"No rota is kept for redditch: there is one for {POST}."),
    ("gaps --days 0", "--days '0' is not a number of days"),
    ("list --area london", "No rota is kept for london"),
]


def test_what_cannot_be_done_is_said_with_status_two(capsys: Captured) -> None:
    for typed, says in CANNOT_BE_DONE:
        assert main(["rota", *typed.split()]) == 2, typed

        written = capsys.readouterr()
        assert says in written.err
        assert written.out == ""
