"""Who is asking: by invitation, and until when; whatever ends it holds for the next message."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.accounts import accounts
from directory.accounts.binding import NotVerifiedError, Person
from directory.accounts.invitations import InvitationError, Offer, may_invite
from directory.accounts.keepers import keepers_of
from directory.accounts.standing import PUBLIC, Asker, Lapse
from directory.audit.check import check_audit
from directory.directory import Directory, Running
from directory.settings import DirectorySettings
from directory.storage.database import make_engine, reading, table, writing
from directory.storage.moments import as_kept
from directory.tables import Account, Agency, AuditRow, CountedLookUp, Invitation
from routing.hours import LONDON
from routing.vocabulary import Standing
from tests.directory.acts import ACT
from tests.directory.people import (
    COUNCIL,
    LIMITS,
    NOON,
    PARTNER,
    POLICE,
    PROBATION,
    SOMEBODY,
    SOMEBODY_ELSE,
    TODAY,
    add_agencies,
    invited,
)

HOW = Running(clock=lambda: NOON)
Ends = Callable[[AsyncConnection, str], Awaitable[Any]]


@pytest.fixture
async def engine(settings: DirectorySettings) -> AsyncIterator[AsyncEngine]:
    engine = make_engine(settings.database_url)
    async with writing(engine) as connection:
        await add_agencies(connection)
    yield engine
    await engine.dispose()


@pytest.fixture
async def here(engine: AsyncEngine, settings: DirectorySettings) -> AsyncIterator[Directory]:
    """A directory that is open, at noon."""
    async with await Directory.open(settings, HOW) as opened:
        yield opened


async def joins(here: Directory, token: str, person: Person = SOMEBODY) -> str:
    return await here.accounts.redeem(token, person, LIMITS)


async def asker(here: Directory, person: Person = SOMEBODY, at: datetime | None = None) -> Asker:
    return await here.accounts.asker(person.channel, person.user, at)


async def reason(action: Awaitable[Any]) -> str:
    with pytest.raises(NotVerifiedError) as refused:
        await action
    return refused.value.reason


async def test_whoever_has_no_account_is_the_public(here: Directory) -> None:
    assert await asker(here) == PUBLIC
    assert await here.accounts.asker("web", 7001) == PUBLIC
    assert await here.accounts.asker("telegram", None) == PUBLIC


async def test_an_invitation_gives_what_it_was_bound_to(here: Directory, engine: AsyncEngine) -> None:
    offer = Offer(PROBATION, Standing.RECEPTION, "west-mercia", "redditch")

    account = await joins(here, await invited(engine, offer))

    assert await asker(here) == Asker(Standing.RECEPTION, "west-mercia", "redditch", account, PROBATION)
    assert await asker(here, SOMEBODY_ELSE) == PUBLIC


async def test_an_invitation_is_good_once(here: Directory, engine: AsyncEngine) -> None:
    token = await invited(engine)
    await joins(here, token)

    assert await reason(joins(here, token, SOMEBODY_ELSE)) == "invitation"
    assert await reason(joins(here, token)) == "invitation"


async def test_of_two_who_redeem_it_at_the_same_time_one_gets_it(
    here: Directory, engine: AsyncEngine, settings: DirectorySettings
) -> None:
    token = await invited(engine)
    async with await Directory.open(settings, HOW) as there:
        results = await asyncio.gather(
            joins(here, token), joins(there, token, SOMEBODY_ELSE), return_exceptions=True
        )

    assert [type(one) for one in results].count(NotVerifiedError) == 1


@pytest.mark.parametrize(("early", "good"), [(timedelta(microseconds=1), True), (timedelta(), False)])
async def test_an_invitation_ends_at_its_moment(
    settings: DirectorySettings, engine: AsyncEngine, early: timedelta, good: bool
) -> None:
    token = await invited(engine)
    ends = ACT.at + timedelta(days=LIMITS.invitation_days)
    async with await Directory.open(settings, Running(clock=lambda: ends - early)) as there:
        if good:
            assert await joins(there, token)
        else:
            assert await reason(joins(there, token)) == "invitation"


@pytest.mark.parametrize("token", ["", "x" * 22, "x" * 5000, "' OR 1=1 --", "\x00" * 22, "é" * 22])
async def test_what_was_never_issued_is_refused(here: Directory, token: str) -> None:
    assert await reason(joins(here, token)) == "invitation"


async def test_the_token_is_kept_nowhere(here: Directory, engine: AsyncEngine) -> None:
    token = await invited(engine)
    async with reading(engine) as connection:
        kept = repr((await connection.execute(select(Invitation))).all())
        kept += repr((await connection.execute(select(AuditRow))).all())

    assert token not in kept


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

    assert await asker(here) == Asker(lapse=lapse)


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

    assert await here.keepers_over(account) == (SOMEBODY.user,)
    assert await here.keepers_over(keeper) == ()
    assert await here.keepers_over("nobody") == ()


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
    assert await asker(here, at=ends) == Asker(lapse=Lapse.VERIFY_ANEW)
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
    assert await asker(here) == Asker(lapse=Lapse.SUSPENDED)


async def test_whoever_joins_another_agency_has_left_the_first(here: Directory, engine: AsyncEngine) -> None:
    first = await joins(here, await invited(engine))
    second = await joins(here, await invited(engine, Offer(COUNCIL, Standing.PARTNER, "west-mercia")))

    assert first != second
    assert (await asker(here)).agency == COUNCIL
    async with reading(engine) as connection:
        assert [row.id for row in await accounts.listed(connection)] == [second]


async def test_what_an_account_issued_is_taken_back_with_it(here: Directory, engine: AsyncEngine) -> None:
    tokens = []
    for end in (accounts.suspend, accounts.leave):
        account = await joins(
            here, await invited(engine, Offer(POLICE, area="west-mercia", coordinator=True))
        )
        tokens.append(await here.accounts.invite(PARTNER, await asker(here), "telegram", LIMITS))
        async with writing(engine) as connection:
            await end(connection, account, ACT)
            if end is accounts.suspend:
                await accounts.restore(connection, account, ACT)

    for token in tokens:
        assert await reason(joins(here, token, SOMEBODY_ELSE)) == "invitation"


async def test_revoking_an_agency_ends_its_open_invitations(here: Directory, engine: AsyncEngine) -> None:
    token = await invited(engine)
    async with writing(engine) as connection:
        await accounts.revoke_agency(connection, POLICE, ACT)
        await accounts.restore_agency(connection, POLICE, ACT)

    assert await reason(joins(here, token)) == "invitation"


KEEPER = Asker(Standing.ADMIN, account="a1")
AREA_KEEPER = Asker(Standing.ADMIN, "london", account="a2")
COORDINATOR = Asker(Standing.PARTNER, "west-mercia", None, "a3", POLICE, coordinator=True)


@pytest.mark.parametrize(
    ("by", "offer", "may"),
    [
        (KEEPER, PARTNER, True),
        (KEEPER, Offer(PROBATION, Standing.ADMIN), True),
        (AREA_KEEPER, PARTNER, False),
        (AREA_KEEPER, Offer(POLICE, Standing.PARTNER, "london"), True),
        (AREA_KEEPER, Offer(PROBATION, Standing.ADMIN, "london"), False),
        (AREA_KEEPER, Offer(PROBATION, Standing.OFFICER), False),
        (COORDINATOR, PARTNER, True),
        (COORDINATOR, Offer(COUNCIL, Standing.PARTNER, "west-mercia"), False),
        (COORDINATOR, Offer(POLICE, Standing.PARTNER), False),
        (COORDINATOR, Offer(POLICE, Standing.OFFICER, "west-mercia"), False),
        (COORDINATOR, Offer(POLICE, Standing.PARTNER, "west-mercia", coordinator=True), False),
        (Asker(Standing.PARTNER, "west-mercia", None, "a4", POLICE), PARTNER, False),
        (PUBLIC, PARTNER, False),
    ],
)
def test_who_may_invite_to_what(by: Asker, offer: Offer, may: bool) -> None:
    assert may_invite(by, offer) is may


async def test_nobody_invites_who_may_not(here: Directory) -> None:
    with pytest.raises(InvitationError, match="You may not invite"):
        await here.accounts.invite(PARTNER, PUBLIC, "telegram", LIMITS)


@pytest.mark.parametrize(
    ("offer", "says"),
    [
        (Offer("atlantis"), "There is no agency 'atlantis'"),
        (Offer(POLICE, Standing.OFFICER), "is not of probation"),
        (Offer(POLICE, Standing.PUBLIC), "Everybody is the public already"),
        (Offer(POLICE, area="atlantis"), "There is no area 'atlantis': write one of .*west-mercia"),
        (
            Offer(POLICE, area="london", office="redditch"),
            "There is no office 'redditch' in the area 'london'",
        ),
    ],
)
async def test_an_invitation_to_what_there_is_not_is_refused(
    engine: AsyncEngine, offer: Offer, says: str
) -> None:
    with pytest.raises(InvitationError, match=says):
        await invited(engine, offer)


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
