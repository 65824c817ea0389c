"""Signing in, on both databases: links that prove an address, and what is counted of whoever comes back."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from sqlalchemy import insert, select, update

from directory.accounts.binding import NotVerifiedError, Person
from directory.audit.check import check_audit
from directory.cases.rekeying import rekey
from directory.directory import Directory, Running
from directory.settings import DirectorySettings
from directory.storage.database import reading, table, writing
from directory.storage.moments import as_kept, as_read
from directory.tables import Account, CountedLookUp, WebSession
from routing.vocabulary import Standing
from tests.clock import NOON
from tests.directory.acts import ACT
from tests.directory.people import LIMITS, POLICE, SOMEBODY, add_agencies, invited

ADDRESS = "sample.sergeant@westmercia.pnn.police.uk"


@pytest.fixture
async def here(settings: DirectorySettings) -> AsyncIterator[Directory]:
    async with await Directory.open(settings, Running(clock=lambda: NOON)) as directory:
        async with writing(directory.accounts.engine) as connection:
            await add_agencies(connection)
        yield directory


async def proves(here: Directory, address: str = ADDRESS, signed_in: str | None = None) -> str:
    """Have a letter sent, and use its link; the account."""
    letter = here.signing_in.letter_to(address, here.snapshot)
    token = await here.signing_in.link_to(letter, here.snapshot, signed_in)
    session = await here.sessions.current(await here.signing_in.use(token, signed_in))
    assert session is not None
    return session.account


async def looks_up(here: Directory, account: str, reference: bytes) -> None:
    row = {
        "account": account,
        "reference_hash": reference,
        "at": as_kept(NOON),
        "known": True,
        "beside": False,
    }
    async with writing(here.accounts.engine) as connection:
        await connection.execute(insert(table(CountedLookUp)), [row])


async def looked_up(here: Directory, account: str) -> set[bytes]:
    found = select(CountedLookUp.reference_hash).where(CountedLookUp.account == account)
    async with reading(here.accounts.engine) as connection:
        return set((await connection.execute(found)).scalars())


async def test_an_address_makes_a_partner_whom_it_then_signs_in_and_renews(here: Directory) -> None:
    account = await proves(here)
    who = await here.accounts.holder(account)
    assert (who.standing, who.agency, who.area) == (Standing.PARTNER, POLICE, "west-mercia")

    async with writing(here.accounts.engine) as connection:
        lapsed = {"verified_until": NOON.date()}
        await connection.execute(update(Account).where(Account.id == account).values(lapsed))
    assert (await here.accounts.holder(account)).account is None
    assert await proves(here) == account
    assert (await here.accounts.holder(account)).account == account
    async with reading(here.accounts.engine) as connection:
        assert (await check_audit(connection)).faults == []


async def test_an_account_of_telegram_and_one_of_the_web_become_one(here: Directory) -> None:
    on_the_web = await proves(here)
    on_telegram = await here.accounts.redeem(await invited(here.accounts.engine), SOMEBODY, LIMITS)
    assert await proves(here, signed_in=on_the_web) == on_the_web

    mail = await here.accounts.begin_proof(SOMEBODY, ADDRESS, here.snapshot, LIMITS)
    assert await here.accounts.finish_proof(SOMEBODY, mail.code, LIMITS) == on_telegram
    assert (await here.accounts.holder(on_the_web)).account is None
    assert await proves(here) == on_telegram
    assert (await here.accounts.identity(SOMEBODY.channel, SOMEBODY.user)).account == on_telegram


async def test_whoever_leaves_and_comes_back_another_way_does_not_begin_to_count_anew(
    here: Directory,
) -> None:
    account = await here.accounts.redeem(await invited(here.accounts.engine), SOMEBODY, LIMITS)
    await proves(here, signed_in=account)
    await looks_up(here, account, bytes(32))
    await here.accounts.leave(SOMEBODY)

    again = await proves(here)
    assert again != account
    assert await looked_up(here, again) == {bytes(32)}

    await looks_up(here, again, bytes(31) + b"1")
    await here.accounts.leave(Person("web", account=again))
    assert await looked_up(here, await proves(here)) == {bytes(32), bytes(31) + b"1"}


async def test_an_address_is_known_again_at_once_after_a_change_of_key(
    here: Directory, settings: DirectorySettings
) -> None:
    account = await proves(here)
    await rekey(here.accounts.engine, settings, ACT)

    assert await proves(here) == account


async def test_of_two_who_use_a_link_one_comes_too_late(here: Directory) -> None:
    account = await here.accounts.redeem(await invited(here.accounts.engine), SOMEBODY, LIMITS)
    token = await here.signing_in.link_for(account, "telegram")
    await here.signing_in.use(token)

    with pytest.raises(NotVerifiedError, match="link"):
        await here.signing_in.use(token)


async def test_sessions_are_noted_ended_and_forgotten(here: Directory, settings: DirectorySettings) -> None:
    account = await here.accounts.redeem(await invited(here.accounts.engine), SOMEBODY, LIMITS)
    tokens = [await here.signing_in.use(await here.signing_in.link_for(account, "mail")) for _ in range(3)]
    first, second, third = [await here.sessions.current(token) for token in tokens]
    assert first and second and third

    async with writing(here.accounts.engine) as connection:
        old = {"used": as_kept(NOON - timedelta(minutes=2))}
        await connection.execute(update(WebSession).where(WebSession.token_hash == first.key).values(old))
        gone = {"used": as_kept(NOON - timedelta(minutes=LIMITS.session_idle_minutes))}
        await connection.execute(update(WebSession).where(WebSession.token_hash == second.key).values(gone))
    async with await Directory.open(settings, Running(clock=lambda: NOON)) as another_replica:
        assert await another_replica.sessions.current(tokens[0]) is not None
    assert await here.sessions.current(tokens[0]) is not None
    assert await here.sessions.current(tokens[1]) is None
    assert await here.sessions.forget_old() == 1
    await here.sessions.end(account, third.key)
    await here.close()

    async with reading(here.accounts.engine) as connection:
        left = (await connection.execute(select(WebSession.token_hash, WebSession.used))).all()
    assert [(row.token_hash, as_read(row.used)) for row in left] == [(first.key, NOON)]
