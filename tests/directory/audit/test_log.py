"""The audit is searched by day, by who and by what; whoever keeps an area sees what its accounts did."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import insert

from directory.accounts.standing import Identity
from directory.audit import audit
from directory.audit.log import AT_A_TIME, AuditLog, Wanted
from directory.directory import Directory
from directory.storage.database import writing
from directory.tables import Account, Agency
from routing.vocabulary import Standing
from tests.directory.backends import ON_SQLITE

FACT = {"source": "a test", "assumed": False, "sample": True}
KEEPER_OF_ALL = Identity(Standing.ADMIN, account="keeper-of-all")
KEEPER = Identity(Standing.ADMIN, "west-mercia", account="keeper")
LONG_AGO = Wanted(until=date(2014, 12, 31))


async def done(log: AuditLog, who: str, action: audit.Action, subject: str, at: str) -> None:
    act = audit.Act(who, "web", datetime.fromisoformat(at).replace(tzinfo=UTC))
    async with writing(log.engine) as connection:
        await audit.record(connection, [audit.Entry(act, action, subject, {"columns": "hours"})])


@pytest.fixture
async def log(directory: Directory) -> AuditLog:
    log = directory.audit_log
    async with writing(log.engine) as connection:
        agency = {"id": "police", "name": "Police", "kind": "police", "revoked": False, **FACT}
        await connection.execute(insert(Agency), agency)
        account = {"id": "partner", "agency": "police", "standing": "partner", "area": "west-mercia"}
        await connection.execute(
            insert(Account), {**account, "coordinator": False, "suspended": False, **FACT}
        )
    await done(log, "keeper", "change", "contact west-mercia, worcester", "2014-07-08T22:59")
    await done(log, "partner", "disclose", "case m1", "2014-07-08T23:30")
    await done(log, "elsewhere", "disclose", "case m_2", "2014-07-09T10:00")
    return log


async def found(log: AuditLog, by: Identity = KEEPER_OF_ALL, **wanted: object) -> list[str]:
    rows = await log.rows(by, Wanted(**{"until": date(2014, 12, 31), **wanted}))  # type: ignore[arg-type]
    return [row.who for row in rows]


async def test_the_newest_come_first_and_days_are_those_in_london(log: AuditLog) -> None:
    assert await found(log) == ["elsewhere", "partner", "keeper"]
    assert await found(log, until=date(2014, 7, 8)) == ["keeper"]
    assert await found(log, since=date(2014, 7, 9)) == ["elsewhere", "partner"]


@ON_SQLITE
async def test_it_is_searched_by_who_and_by_part_of_what(log: AuditLog) -> None:
    assert await found(log, who="partner") == ["partner"]
    assert await found(log, what="DISCLOSE") == ["elsewhere", "partner"]
    assert await found(log, what="worcester") == ["keeper"]
    assert await found(log, what="m_") == ["elsewhere"]


@ON_SQLITE
async def test_the_keeper_of_an_area_sees_what_its_accounts_did(log: AuditLog) -> None:
    assert await found(log, KEEPER) == ["partner", "keeper"]


@ON_SQLITE
async def test_more_are_seen_page_by_page_and_all_of_it_is_checked(log: AuditLog) -> None:
    for _ in range(AT_A_TIME):
        await done(log, "keeper", "confirm", "number", "2014-07-10T10:00")

    rows = await log.rows(KEEPER_OF_ALL, LONG_AGO)
    assert len(rows) == AT_A_TIME + 1
    assert await found(log, before=rows[AT_A_TIME - 1].number) == ["elsewhere", "partner", "keeper"]
    assert (await log.check()).faults == []
