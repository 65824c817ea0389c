"""What was logged at the desk, as a file."""

import asyncio
import csv
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import insert

from directory.__main__ import main
from directory.channels.callers_sent import CallersSent, Sent
from directory.settings import DirectorySettings
from directory.storage.database import make_engine, table, writing
from directory.tables import Account
from routing.snapshot import PostKey
from routing.vocabulary import Provider, Role, Standing, Topic
from tests.directory.people import PROBATION, add_agencies

FIRST, SECOND = datetime(2026, 11, 30, 23, 59, tzinfo=UTC), datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
DUTY = PostKey("west-mercia", "worcester", Provider.NPS, Role.DUTY_OFFICER)
DUTY_SPO = PostKey("west-mercia", None, Provider.CRC, Role.DUTY_SPO)


@pytest.fixture
def logged(template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose data/ holds a directory with two callers logged at two desks."""
    shutil.copytree(template, tmp_path / "data")
    settings = DirectorySettings(data_dir=tmp_path / "data")
    asyncio.run(_log(settings))
    monkeypatch.setenv("DATABASE_URL", settings.database_url)
    monkeypatch.chdir(tmp_path)
    return tmp_path


async def _log(settings: DirectorySettings) -> None:
    engine = make_engine(settings.database_url)
    async with writing(engine) as connection:
        await add_agencies(connection)
        await connection.execute(insert(table(Account)), [_ACCOUNT])
    await CallersSent(engine, lambda: FIRST).log(Sent("worcester", DUTY, "a-sample", topic=Topic.BREACH))
    spo = Sent("redditch", DUTY_SPO, "a-sample", topic=Topic.CONTACT, asked_for=Role.DUTY_SPO)
    await CallersSent(engine, lambda: SECOND).log(spo)
    await engine.dispose()


_ACCOUNT = {
    "id": "a-sample", "agency": PROBATION, "standing": Standing.RECEPTION, "area": "west-mercia",
    "coordinator": False, "suspended": False, "source": "sample", "assumed": False, "sample": True,
}  # fmt: skip


def rows(file: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(file.read_text("utf-8-sig").splitlines()))


def test_it_says_when_where_what_was_asked_and_where_the_caller_was_sent_but_not_who_logged_it(
    logged: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sent", "sent.csv", "--since", "2026-11-30", "--until", "2026-12-02"]) == 0
    assert capsys.readouterr().out == "Wrote sent.csv: 2 callers.\n"
    first, second = rows(logged / "sent.csv")
    assert list(first.values()) == [
        "2026-11-30 23:59", "worcester", "breach", "", "west-mercia", "worcester", "nps", "duty_officer",
    ]  # fmt: skip
    assert (second["asked_role"], second["office"], second["role"]) == ("duty_spo", "", "duty_spo")
    assert "a-sample" not in (logged / "sent.csv").read_text("utf-8-sig")


def test_of_one_desk_and_of_some_days(logged: Path) -> None:
    assert (
        main(["sent", "sent.csv", "--desk", "redditch", "--since", "2026-11-30", "--until", "2026-12-02"])
        == 0
    )
    assert [row["desk"] for row in rows(logged / "sent.csv")] == ["redditch"]
    assert main(["sent", "sent.csv", "--since", "2026-12-01", "--until", "2026-12-02"]) == 0
    assert [row["at"] for row in rows(logged / "sent.csv")] == ["2026-12-01 09:30"]


def test_what_cannot_be_written_is_said(logged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for typed, said in (
        (("sent.txt",), "does not end in .csv or .xlsx"),
        (("sent.csv", "--since", "yesterday"), "--since"),
        (("sent.csv", "--since", "2026-12-02", "--until", "2026-12-02"), "there is no day between them"),
        (("sent.csv", "--desk", "wooster"), "--desk 'wooster' is not in the directory"),
    ):
        assert main(["sent", *typed]) == 2
        assert said in capsys.readouterr().err
