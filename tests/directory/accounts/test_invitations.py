"""Invitations: who may invite whom to what, what one gives, and that it is good once."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from directory.accounts import accounts
from directory.accounts.binding import NotVerifiedError
from directory.accounts.invitations import InvitationError, Offer, may_invite
from directory.accounts.standing import PUBLIC, Identity
from directory.directory import Directory, Running
from directory.settings import DirectorySettings
from directory.storage.database import reading, writing
from directory.tables import Agency, AuditRow, Invitation
from routing.vocabulary import Standing
from tests.clock import NOON
from tests.directory.accounts.joining import asker, joins, reason
from tests.directory.acts import ACT
from tests.directory.people import COUNCIL, LIMITS, PARTNER, POLICE, PROBATION, SOMEBODY_ELSE, invited

HOW = Running(clock=lambda: NOON)


async def test_an_invitation_gives_what_it_was_bound_to(here: Directory, engine: AsyncEngine) -> None:
    offer = Offer(PROBATION, Standing.RECEPTION, "west-mercia", "redditch")

    account = await joins(here, await invited(engine, offer))

    assert await asker(here) == Identity(Standing.RECEPTION, "west-mercia", "redditch", account, PROBATION)
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


NEVER_ISSUED = ["", "x" * 22, "x" * 5000, "' OR 1=1 --", "\x00" * 22, "é" * 22]


async def test_what_was_never_issued_is_refused(here: Directory) -> None:
    for token in NEVER_ISSUED:
        assert await reason(joins(here, token)) == "invitation", token


async def test_the_token_is_kept_nowhere(here: Directory, engine: AsyncEngine) -> None:
    token = await invited(engine)
    async with reading(engine) as connection:
        kept = repr((await connection.execute(select(Invitation))).all())
        kept += repr((await connection.execute(select(AuditRow))).all())

    assert token not in kept


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
    token = await invited(engine)
    async with writing(engine) as connection:  # as a file brings it in
        await connection.execute(update(Agency).where(Agency.id == POLICE).values(revoked=True))
    assert await reason(joins(here, token)) == "invitation"


async def test_what_somebody_offered_ends_with_their_suspension_and_with_their_account(
    here: Directory, engine: AsyncEngine
) -> None:
    offer = replace(PARTNER, coordinator=True)
    for end in (accounts.suspend, accounts.leave):
        account = await joins(here, await invited(engine, offer))
        who = await asker(here)
        token = await here.accounts.invite(PARTNER, who, "test", LIMITS)
        async with writing(engine) as connection:
            await end(connection, account, ACT)
            if end is accounts.suspend:
                await accounts.restore(connection, account, ACT)
        assert await reason(joins(here, token, SOMEBODY_ELSE)) == "invitation"


KEEPER = Identity(Standing.ADMIN, account="a1")
AREA_KEEPER = Identity(Standing.ADMIN, "london", account="a2")
COORDINATOR = Identity(Standing.PARTNER, "west-mercia", None, "a3", POLICE, coordinator=True)


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
        (Identity(Standing.PARTNER, "west-mercia", None, "a4", POLICE), PARTNER, False),
        (PUBLIC, PARTNER, False),
    ],
)
def test_who_may_invite_to_what(by: Identity, offer: Offer, may: bool) -> None:
    assert may_invite(by, offer) is may


async def test_nobody_invites_who_may_not(here: Directory) -> None:
    with pytest.raises(InvitationError, match="You may not invite"):
        await here.accounts.invite(PARTNER, PUBLIC, "telegram", LIMITS)


NOT_THERE = [
    (Offer("atlantis"), "There is no agency 'atlantis'"),
    (Offer(POLICE, Standing.OFFICER), "is not of probation"),
    (Offer(POLICE, Standing.PUBLIC), "Everybody is the public already"),
    (Offer(POLICE, area="atlantis"), "There is no area 'atlantis': write one of .*west-mercia"),
    (
        Offer(POLICE, area="london", office="redditch"),
        "There is no office 'redditch' in the area 'london'",
    ),
]


async def test_an_invitation_to_what_there_is_not_is_refused(engine: AsyncEngine) -> None:
    for offer, says in NOT_THERE:
        with pytest.raises(InvitationError, match=says):
            await invited(engine, offer)
