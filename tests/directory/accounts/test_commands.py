"""Keeping accounts from the command line."""

import asyncio
import re

import pytest

from directory.__main__ import main
from directory.accounts.binding import Person
from directory.accounts.standing import Identity, Lapse
from directory.directory import Directory
from directory.settings import DirectorySettings
from directory.storage.database import make_engine, writing
from tests.directory.people import LIMITS, POLICE, PROBATION, add_agencies


@pytest.fixture
def with_agencies(settings: DirectorySettings, monkeypatch: pytest.MonkeyPatch) -> DirectorySettings:
    """Settings of a directory with agencies, which the commands use too."""

    async def add() -> None:
        engine = make_engine(settings.database_url)
        async with writing(engine) as connection:
            await add_agencies(connection)
        await engine.dispose()

    asyncio.run(add())
    monkeypatch.setenv("DATABASE_URL", settings.database_url)
    monkeypatch.setenv("DATA_DIR", str(settings.data_dir))
    return settings


def redeemed(settings: DirectorySettings, token: str) -> str:
    async def redeem() -> str:
        async with await Directory.open(settings) as directory:
            return await directory.accounts.redeem(token, Person("telegram", 7001), LIMITS)

    return asyncio.run(redeem())


def asker(settings: DirectorySettings) -> Identity:
    async def ask() -> Identity:
        async with await Directory.open(settings) as directory:
            return await directory.accounts.identity("telegram", 7001)

    return asyncio.run(ask())


def invited(capsys: pytest.CaptureFixture[str], *more: str) -> str:
    assert main(["invite", "--agency", POLICE, "--area", "west-mercia", *more]) == 0
    found = re.search(r"(?:/start |\?start=)([\w-]{22})\n", capsys.readouterr().out)
    assert found is not None
    return found[1]


def test_a_life_of_an_account(with_agencies: DirectorySettings, capsys: pytest.CaptureFixture[str]) -> None:
    account = redeemed(with_agencies, invited(capsys))

    assert main(["account", "list", "--agency", POLICE]) == 0
    first, count = capsys.readouterr().out.splitlines()
    assert re.fullmatch(rf"{account}  {POLICE}  partner  west-mercia  holds until \d{{4}}-\d\d-\d\d", first)
    assert count == "1 account."

    assert main(["account", "suspend", account]) == 0
    assert asker(with_agencies).lapse is Lapse.SUSPENDED
    assert main(["account", "restore", account]) == 0
    assert main(["agency", "revoke", POLICE]) == 0
    assert "1 of its accounts" in capsys.readouterr().out
    assert asker(with_agencies).lapse is Lapse.AGENCY_REVOKED
    assert main(["account", "list"]) == 0
    assert "agency revoked" in capsys.readouterr().out
    assert main(["agency", "restore", POLICE]) == 0
    assert asker(with_agencies).account == account
    assert main(["account", "leave", account]) == 0
    assert asker(with_agencies) == Identity()


def test_an_invitation_is_a_link_where_the_bot_is_named(
    with_agencies: DirectorySettings, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = [
        "invite",
        "--agency",
        PROBATION,
        "--standing",
        "officer",
        "--bot",
        "@sample_bot",
        "--days",
        "1",
    ]
    assert main(arguments) == 0

    said = capsys.readouterr().out
    assert re.match(r"https://t\.me/sample_bot\?start=[\w-]{22}\nGood once, for 1 day\.", said)


def test_a_link_signs_an_account_in_and_the_first_admin_is_one(
    with_agencies: DirectorySettings, capsys: pytest.CaptureFixture[str]
) -> None:
    def used(said: str) -> str:
        found = re.match(r"https://signpost\.example\.org/sign-in/link/([\w-]{43})\nGood once, for 15", said)
        assert found is not None

        async def use() -> str:
            async with await Directory.open(with_agencies) as directory:
                session = await directory.sessions.current(await directory.signing_in.use(found[1]))
                assert session is not None
                return session.account

        return asyncio.run(use())

    web = ("--web", "https://signpost.example.org/")
    assert main(["account", "link", "--first-admin", *web]) == 0
    admin = used(capsys.readouterr().out)
    assert main(["account", "link", "--first-admin"]) == 2
    assert "Somebody keeps this directory" in capsys.readouterr().err
    assert main(["account", "link", admin, *web]) == 0
    assert used(capsys.readouterr().out) == admin
    assert main(["account", "list"]) == 0
    assert f"{admin}  {PROBATION}  admin  all areas" in capsys.readouterr().out

    assert main(["invite", "--agency", POLICE, *web]) == 0
    assert re.match(r"https://signpost\.example\.org/sign-in/invitation/[\w-]{22}\n", capsys.readouterr().out)


NOT_THERE = [
    (["invite", "--agency", "atlantis"], "There is no agency 'atlantis'"),
    (["invite", "--agency", POLICE, "--standing", "officer"], "is not of probation"),
    (["invite", "--agency", POLICE, "--days", "0"], "--days '0' is not a number of days"),
    (["account", "suspend", "nobody"], "`python -m directory account list` shows those there are"),
    (["account", "restore", "nobody"], "There is no account 'nobody'"),
    (["account", "link", "nobody"], "There is no account 'nobody'"),
    (["account", "link", "a1", "--web", "signpost"], "is not an address that people can open"),
    (["account", "leave", "nobody"], "There is no account 'nobody'"),
    (["agency", "revoke", "atlantis"], "There is no agency 'atlantis'"),
    (["agency", "restore", "atlantis"], "There is no agency 'atlantis'"),
]


def test_what_is_not_there_is_named_with_what_to_do(
    with_agencies: DirectorySettings, capsys: pytest.CaptureFixture[str]
) -> None:
    for arguments, says in NOT_THERE:
        assert main(arguments) == 2, arguments
        assert says in capsys.readouterr().err
