"""Clients of the interface: who makes them, what is kept of them, and what they show."""

import asyncio
import json
import re
from dataclasses import replace

import pytest
from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncEngine

from directory.__main__ import main
from directory.accounts.clients import ClientError, NewClient
from directory.accounts.feeds import Of
from directory.accounts.invitations import InvitationError, Offer
from directory.accounts.standing import Identity
from directory.audit.check import check_audit
from directory.directory import Directory
from directory.settings import DirectorySettings
from directory.storage.database import make_engine, reading, writing
from directory.tables import Account, AuditRow, Client
from routing.vocabulary import Standing
from tests.directory.backends import ON_SQLITE
from tests.directory.people import COUNCIL, POLICE, PROBATION, add_agencies

KEEPER = Identity(Standing.ADMIN, account="sample-keeper")
OF_LONDON = replace(KEEPER, area="london")
CAD = NewClient("police-cad", Offer(POLICE, Standing.PARTNER, "west-mercia"), days=30)


async def test_a_token_shows_who_a_client_is_and_stands_nowhere(here: Directory, engine: AsyncEngine) -> None:
    token = await here.clients.add(replace(CAD, look_ups_a_day=200), KEEPER, "keep")
    program = await here.clients.showing(token)

    assert re.fullmatch(r"sp_[\w-]{43}", token)
    assert program is not None
    assert program.who == Identity(Standing.PARTNER, "west-mercia", None, "police-cad", POLICE)
    assert (program.requests_a_minute, program.look_ups_a_day) == (60, 200)
    assert await here.clients.showing(token[:-1] + ("a" if token[-1] != "a" else "b")) is None
    async with reading(engine) as connection:
        rows = [*await connection.execute(select(Client)), *await connection.execute(select(AuditRow))]
        entries = (await connection.execute(select(AuditRow.who, AuditRow.subject, AuditRow.details))).all()
        assert (await check_audit(connection)).faults == []
    assert token not in str(rows)
    who, subject, details = entries[-1]
    assert (who, subject) == ("sample-keeper", "client police-cad")
    assert json.loads(details)["until"] == "2014-08-07"


async def test_the_address_of_a_calendar_shows_whose_it_is(here: Directory) -> None:
    await here.clients.add(replace(CAD, offer=Offer(PROBATION, Standing.OFFICER)), KEEPER, "keep")
    secret = await here.calendar_feeds.make("police-cad", Of(office="worcester"), here.snapshot, "keep")
    feed = await here.calendar_feeds.read_at(secret)

    assert feed is not None
    assert (feed.who.account, feed.office, feed.post) == ("police-cad", "worcester", None)
    await here.clients.revoke("police-cad", KEEPER, "keep")
    assert await here.calendar_feeds.read_at(secret) is None


@ON_SQLITE
@pytest.mark.parametrize(
    ("new", "by", "said"),
    [
        (replace(CAD, id="Police CAD"), KEEPER, "is no id for a client"),
        (replace(CAD, requests_a_minute=0), KEEPER, "Requests a minute are a whole number from 1"),
        (replace(CAD, requests_a_minute=6_001), KEEPER, "from 1 to 6,000"),
        (replace(CAD, look_ups_a_day=10_001), KEEPER, "from 1 to 10,000"),
        (replace(CAD, days=0), KEEPER, "whole number of days"),
        (replace(CAD, offer=Offer(PROBATION, Standing.ADMIN)), KEEPER, "programs keep no directory"),
        (CAD, OF_LONDON, "may not make a client of that area"),
        (CAD, replace(KEEPER, standing=Standing.OFFICER), "may not make a client of that area"),
    ],
)
async def test_what_cannot_be_a_client_is_refused(
    here: Directory, new: NewClient, by: Identity, said: str
) -> None:
    with pytest.raises(ClientError, match=re.escape(said)):
        await here.clients.add(new, by, "keep")
    assert await here.clients.listed(KEEPER) == []


@ON_SQLITE
async def test_only_probation_has_clients_of_probation(here: Directory) -> None:
    with pytest.raises(InvitationError, match="is not of probation"):
        await here.clients.add(replace(CAD, offer=Offer(COUNCIL, Standing.OFFICER)), KEEPER, "keep")


@ON_SQLITE
async def test_a_keeper_has_the_clients_of_their_area(here: Directory) -> None:
    clients = here.clients
    await clients.add(CAD, KEEPER, "keep")

    (theirs,) = await clients.listed(replace(KEEPER, area="west-mercia"))
    assert theirs.id == "police-cad"
    assert await clients.listed(OF_LONDON) == []
    with pytest.raises(ClientError, match="There is no client 'police-cad'"):
        await clients.renew("police-cad", 30, OF_LONDON, "keep")
    with pytest.raises(ClientError, match="There is no client 'police-cad'"):
        await clients.revoke("police-cad", OF_LONDON, "keep")
    with pytest.raises(ClientError, match="There is an account police-cad already"):
        await here.clients.add(CAD, KEEPER, "keep")


@ON_SQLITE
async def test_an_account_of_a_person_is_no_client(here: Directory, engine: AsyncEngine) -> None:
    await here.clients.add(CAD, KEEPER, "keep")
    async with writing(engine) as connection:
        await connection.execute(delete(Client))
    with pytest.raises(ClientError):
        await here.clients.revoke("police-cad", KEEPER, "keep")
    async with reading(engine) as connection:
        assert (await connection.execute(select(Account.id))).scalars().all() == ["police-cad"]


@ON_SQLITE
def test_a_life_of_a_client_at_the_command_line(
    settings: DirectorySettings, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def with_agencies() -> None:
        engine = make_engine(settings.database_url)
        async with writing(engine) as connection:
            await add_agencies(connection)
        await engine.dispose()

    asyncio.run(with_agencies())
    monkeypatch.setenv("DATA_DIR", str(settings.data_dir))
    add = ["client", "add", "police-cad", "--agency", POLICE, "--area", "west-mercia"]

    assert main([*add, "--requests-a-minute", "300", "--look-ups-a-day", "200", "--days", "90"]) == 0
    first = capsys.readouterr().out
    assert re.fullmatch(r"sp_[\w-]{43}\nGood for 90 days, as `Authorization: Bearer …`\..*\n", first)
    assert main(["client", "list"]) == 0
    line, count = capsys.readouterr().out.splitlines()
    limits = "300 requests a minute, 200 look-ups a day"
    assert line.startswith(f"police-cad  {POLICE}  partner  west-mercia  {limits}  holds until ")
    assert count == "1 client."
    assert main(["account", "suspend", "police-cad"]) == main(["client", "list"]) == 0
    assert "suspended" in capsys.readouterr().out
    assert main(["client", "renew", "police-cad", "--days", "1"]) == 0
    assert "Good for 1 day," in capsys.readouterr().out
    assert main(["client", "revoke", "police-cad"]) == main(["client", "list"]) == 0
    assert capsys.readouterr().out.endswith("0 clients.\n")
    assert main(["client", "revoke", "police-cad"]) == 2
    assert main([*add, "--look-ups-a-day", "0"]) == 2
    assert "--look-ups-a-day '0' is not a number of look-ups" in capsys.readouterr().err
