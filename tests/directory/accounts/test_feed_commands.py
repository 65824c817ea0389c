"""Addresses for calendars from the command line."""

import asyncio
import re

import pytest
from sqlalchemy import insert

from directory.__main__ import main
from directory.accounts.binding import NEW_ACCOUNT
from directory.settings import DirectorySettings
from directory.storage.database import make_engine, table, writing
from directory.tables import Account
from routing.vocabulary import Standing
from tests.directory.backends import ON_SQLITE
from tests.directory.people import PROBATION, add_agencies

pytestmark = ON_SQLITE
POST = "west-mercia/worcester/nps/duty_officer"


@pytest.fixture
def account(settings_with_rota: DirectorySettings, monkeypatch: pytest.MonkeyPatch) -> str:
    """Of an officer who is nobody on the rota."""
    granted = {"agency": PROBATION, "standing": Standing.OFFICER, "area": "west-mercia", "coordinator": False}

    async def make() -> None:
        engine = make_engine(settings_with_rota.database_url)
        async with writing(engine) as connection:
            await add_agencies(connection)
            row = {**NEW_ACCOUNT, **granted, "id": "sample-officer"}
            await connection.execute(insert(table(Account)), [row])
        await engine.dispose()

    asyncio.run(make())
    monkeypatch.setenv("DATA_DIR", str(settings_with_rota.data_dir))
    return "sample-officer"


def test_a_life_of_a_feed(account: str, capsys: pytest.CaptureFixture[str]) -> None:
    for of in (["--post", POST], ["--office", "worcester"]):
        assert main(["feed", "add", account, *of]) == 0
    assert len(set(re.findall(r"/calendars/[\w-]{43}\.ics\n", capsys.readouterr().out))) == 2
    assert main(["feed", "list"]) == 0
    first, second, count = capsys.readouterr().out.splitlines()
    assert re.fullmatch(rf"1  {account}  {POST}  since \d{{4}}-\d\d-\d\d", first)
    assert "  worcester  " in second
    assert count == "2 feeds."
    assert main(["feed", "revoke", "1"]) == main(["feed", "revoke", "--account", account]) == 0
    assert capsys.readouterr().out == "1 feed is taken back.\n1 feed is taken back.\n"
    assert main(["feed", "revoke", "1"]) == 2


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["sample-officer"], "is nobody on the rota"),
        (["nobody"], "The account 'nobody' is not there"),
        (["sample-officer", "--post", "west-mercia/nowhere/nps/spo"], "no rota is kept for this post"),
        (["sample-officer", "--office", "nowhere"], "There is no office 'nowhere'"),
    ],
)
def test_what_cannot_be_a_feed_is_refused(
    account: str, typed: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["feed", "add", *typed]) == 2
    assert said in capsys.readouterr().err
