"""Who is asking: by invitation, and until when; whatever ends it holds for the next message."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.accounts import accounts
from directory.accounts.invitations import Offer
from directory.accounts.keepers import keepers_of
from directory.accounts.standing import PUBLIC, Identity, Lapse
from directory.audit.check import check_audit
from directory.directory import Directory, Running
from directory.settings import DirectorySettings
from directory.storage.database import reading, table, writing
from directory.storage.moments import as_kept
from directory.tables import Account, Agency, AuditRow, CountedLookUp
from routing.hours import LONDON
from routing.vocabulary import Standing
from tests.clock import NOON
from tests.directory.accounts.joining import asker, joins, reason
from tests.directory.acts import ACT
from tests.directory.people import (
    COUNCIL,
    LIMITS,
    POLICE,
    PROBATION,
    SOMEBODY,
    SOMEBODY_ELSE,
    TODAY,
    invited,
)

Ends = Callable[[AsyncConnection, str], Awaitable[Any]]


async def test_whoever_has_no_account_is_the_public(here: Directory) -> None:
    assert await asker(here) == PUBLIC
    assert await here.accounts.identity("web", 7001) == PUBLIC
    assert await here.accounts.identity("telegram", None) == PUBLIC


ENDS: dict[str, tuple[Ends, Lapse]] = {
    "a suspension": (lambda c, a: accounts.suspend(c, a, ACT), Lapse.SUSPENDED),
    "an agency that is revoked": (lambda c, _: accounts.revoke_agency(c, POLICE, ACT), Lapse.AGENCY_REVOKED),
    "an agency that has ended": (
        lambda c, _: c.execute(update(Agency).where(Agency.id == POLICE).values(valid_to=TODAY)),
        Lapse.NOT_NOW,
    ),
    "an account that has not begun": (
        lambda c, _: c.execute(update(Account).values(valid_from=date(2014, 7, 9))),
        Lapse.NOT_NOW,
    ),
}


@pytest.mark.parametrize("what", ENDS)
async def test_what_ends_a_standing_holds_for_the_next_message_in_every_process(
    here: Directory, engine: AsyncEngine, what: str
) -> None:
    end, lapse = ENDS[what]
    account = await joins(here, await invited(engine))
    assert (await asker(here)).standing is Standing.PARTNER

    async with writing(engine) as connection:
        await end(connection, account)

    assert await asker(here) == Identity(lapse=lapse)


@pytest.mark.parametrize("what", ["a suspension", "an agency that is revoked"])
async def test_a_keeper_whose_standing_has_ended_keeps_no_number(
    here: Directory, engine: AsyncEngine, what: str
) -> None:
    account = await joins(here, await invited(engine, Offer(POLICE, Standing.ADMIN, "west-mercia")))
    async with writing(engine) as connection:
        assert await keepers_of(connection, ["west-mercia"], TODAY) == (SOMEBODY.user,)
        ends = TODAY + timedelta(days=LIMITS.verified_days)
        assert await keepers_of(connection, ["west-mercia"], ends) == ()
        await ENDS[what][0](connection, account)
        assert await keepers_of(connection, ["west-mercia"], TODAY) == ()


async def test_an_alarm_is_for_those_who_keep_the_area_and_not_for_whom_it_is_about(
    here: Directory, engine: AsyncEngine
) -> None:
    admin = Offer(PROBATION, Standing.ADMIN, "west-mercia")
    keeper = await joins(here, await invited(engine, admin))
    account = await joins(here, await invited(engine), SOMEBODY_ELSE)

    assert await here.keepers.over(account) == (SOMEBODY.user,)
    assert await here.keepers.over(keeper) == ()
    assert await here.keepers.over("nobody") == ()


async def test_whoever_has_left_is_forgotten(here: Directory, engine: AsyncEngine) -> None:
    account = await joins(here, await invited(engine))
    async with writing(engine) as connection:
        await accounts.leave(connection, account, ACT)

    assert await asker(here) == PUBLIC
    async with reading(engine) as connection:
        assert await accounts.listed(connection) == []


async def test_what_was_ended_can_be_restored(here: Directory, engine: AsyncEngine) -> None:
    account = await joins(here, await invited(engine))
    before = await asker(here)
    async with writing(engine) as connection:
        await accounts.suspend(connection, account, ACT)
        assert await accounts.revoke_agency(connection, POLICE, ACT) == 1
        await accounts.restore(connection, account, ACT)
        await accounts.restore_agency(connection, POLICE, ACT)

    assert await asker(here) == before


async def test_standing_ends_on_its_day_in_london_and_is_renewed_by_another_invitation(
    here: Directory, engine: AsyncEngine, settings: DirectorySettings
) -> None:
    account = await joins(here, await invited(engine))
    ends = datetime.combine(TODAY + timedelta(days=LIMITS.verified_days), datetime.min.time(), LONDON)

    assert (await asker(here, at=ends - timedelta(microseconds=1))).account == account
    assert await asker(here, at=ends) == Identity(lapse=Lapse.VERIFY_ANEW)
    token = await invited(engine)
    async with await Directory.open(settings, Running(clock=lambda: NOON + timedelta(days=6))) as later:
        assert await joins(later, token) == account
        assert (await asker(later, at=ends)).account == account


async def test_a_suspension_is_not_got_rid_of_by_another_invitation(
    here: Directory, engine: AsyncEngine
) -> None:
    account = await joins(here, await invited(engine))
    elsewhere = await invited(engine, Offer(COUNCIL, Standing.PARTNER, "west-mercia"))
    async with writing(engine) as connection:
        await accounts.suspend(connection, account, ACT)

    assert await reason(joins(here, elsewhere)) == "suspended"
    assert await asker(here) == Identity(lapse=Lapse.SUSPENDED)


async def test_whoever_joins_another_agency_has_left_the_first(here: Directory, engine: AsyncEngine) -> None:
    first = await joins(here, await invited(engine))
    second = await joins(here, await invited(engine, Offer(COUNCIL, Standing.PARTNER, "west-mercia")))

    assert first != second
    assert (await asker(here)).agency == COUNCIL
    async with reading(engine) as connection:
        assert [row.id for row in await accounts.listed(connection)] == [second]


async def test_all_of_it_is_in_the_audit_and_nothing_personal(here: Directory, engine: AsyncEngine) -> None:
    account = await joins(here, await invited(engine))
    async with writing(engine) as connection:
        await accounts.suspend(connection, account, ACT)
        await accounts.restore(connection, account, ACT)
        await accounts.revoke_agency(connection, POLICE, ACT)
        await accounts.leave(connection, account, ACT)
    async with reading(engine) as connection:
        assert (await check_audit(connection)).faults == []
        rows = (await connection.execute(select(AuditRow).order_by(AuditRow.number))).all()

    assert [row.action for row in rows] == ["invite", "verify", "suspend", "restore", "revoke", "leave"]
    assert str(SOMEBODY.user) not in repr([tuple(row)[:7] for row in rows])


async def test_whoever_leaves_and_comes_back_has_looked_up_what_they_looked_up(
    here: Directory, engine: AsyncEngine
) -> None:
    first = await joins(here, await invited(engine))
    async with writing(engine) as connection:
        row = {"account": first, "reference_hash": b"x" * 32, "at": as_kept(NOON), "known": True}
        await connection.execute(insert(table(CountedLookUp)), [{**row, "beside": False}])

    await here.accounts.leave(SOMEBODY)
    assert await here.accounts.membership(SOMEBODY) is None
    async with reading(engine) as connection:
        (kept,) = (await connection.execute(select(CountedLookUp.account))).scalars()
    assert kept.startswith("left ")
    assert first not in kept

    second = await joins(here, await invited(engine))
    third = await joins(here, await invited(engine, Offer(COUNCIL, Standing.PARTNER, "west-mercia")))
    assert len({first, second, third}) == 3
    async with reading(engine) as connection:
        assert list((await connection.execute(select(CountedLookUp.account))).scalars()) == [third]


async def test_a_suspension_is_not_got_rid_of_by_leaving(here: Directory, engine: AsyncEngine) -> None:
    account = await joins(here, await invited(engine))
    async with writing(engine) as connection:
        await accounts.suspend(connection, account, ACT)

    assert await reason(here.accounts.leave(SOMEBODY)) == "suspended"
    await here.accounts.leave(SOMEBODY_ELSE)  # who never came
