"""An update is answered by one process at a time, and once it is done by none, whoever gets it."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from directory.channels.updates import HELD_FOR, KEPT, MOST_FAILURES, Claim
from directory.directory import Directory, Running
from directory.settings import DirectorySettings
from directory.storage.database import make_engine, reading, writing
from directory.tables import Conversation, TelegramUpdate
from tests.clock import NOON, Clock
from tests.directory.backends import ON_POSTGRESQL, ON_SQLITE

BOT = 123456
UPDATE = 7


@pytest.fixture
async def one(settings: DirectorySettings, clock: Clock) -> AsyncIterator[Directory]:
    """A process."""
    async with await Directory.open(settings, Running(clock=clock)) as opened:
        yield opened


@pytest.fixture
async def other(one: Directory, settings: DirectorySettings, clock: Clock) -> AsyncIterator[Directory]:
    """Another, on the same database."""
    async with await Directory.open(settings, Running(clock=clock)) as opened:
        yield opened


async def test_what_is_done_is_done_for_every_process(one: Directory, other: Directory) -> None:
    assert await one.updates.claim(BOT, UPDATE) is Claim.OURS
    await one.updates.done(BOT, UPDATE)

    assert await one.updates.claim(BOT, UPDATE) is Claim.DONE
    assert await other.updates.claim(BOT, UPDATE) is Claim.DONE
    assert await other.updates.claim(BOT + 1, UPDATE) is Claim.OURS  # another bot counts by itself


async def test_of_many_that_want_it_at_once_one_gets_it(one: Directory, other: Directory) -> None:
    wanted = [each.updates.claim(BOT, UPDATE) for each in (one, other) * 5]

    claims = await asyncio.gather(*wanted)

    assert sorted(claim.name for claim in claims) == ["OTHERS"] * 9 + ["OURS"]


async def test_of_many_updates_each_is_got_once(one: Directory, other: Directory) -> None:
    numbers = range(1, 101)
    wanted = [each.updates.claim(BOT, number) for number in numbers for each in (one, other)]

    claims = await asyncio.gather(*wanted)

    assert claims.count(Claim.OURS) == len(numbers)


async def test_who_was_killed_loses_it_after_a_few_seconds_and_not_before(
    one: Directory, other: Directory, clock: Clock
) -> None:
    await one.updates.claim(BOT, UPDATE)

    clock.passes(HELD_FOR - 1)
    assert await other.updates.claim(BOT, UPDATE) is Claim.OTHERS
    clock.passes(1)
    assert await other.updates.claim(BOT, UPDATE) is Claim.OURS
    assert await one.updates.claim(BOT, UPDATE) is Claim.OTHERS


async def test_who_holds_on_to_it_keeps_it(one: Directory, other: Directory, clock: Clock) -> None:
    await one.updates.claim(BOT, UPDATE)
    clock.passes(HELD_FOR - 1)
    one.updates.hold(BOT, UPDATE)
    await one.updates.claim(BOT, UPDATE + 1)  # written with it, or after it

    clock.passes(HELD_FOR - 1)

    assert await other.updates.claim(BOT, UPDATE) is Claim.OTHERS


async def test_what_is_let_go_can_be_had_at_once(one: Directory, other: Directory) -> None:
    for _ in range(MOST_FAILURES + 1):  # by no fault of ours, so as often as it takes
        assert await one.updates.claim(BOT, UPDATE) is Claim.OURS
        one.updates.let_go(BOT, UPDATE, failed=False)
        await one.updates.claim(BOT, UPDATE + 1)

    assert await other.updates.claim(BOT, UPDATE) is Claim.OURS


async def test_what_fails_by_our_fault_is_given_up_in_the_end(one: Directory, other: Directory) -> None:
    for _ in range(MOST_FAILURES):
        assert await one.updates.claim(BOT, UPDATE) is Claim.OURS
        one.updates.let_go(BOT, UPDATE, failed=True)
        await one.updates.claim(BOT, UPDATE + 1)

    assert await other.updates.claim(BOT, UPDATE) is Claim.DONE


async def test_what_was_settled_in_the_conversation_is_kept_with_it(
    one: Directory, settings: DirectorySettings
) -> None:
    """Whoever reads the database next, after a kill too, finds both."""
    one.conversations.keep("telegram 1001", "n:do:n:worcester|case|n|||", NOON)
    await one.updates.done(BOT, UPDATE)

    assert await rows_of(settings, Conversation) == 1
    assert await rows_of(settings, TelegramUpdate) == 1


@ON_SQLITE
async def test_an_update_is_answered_while_another_writes_for_long(
    one: Directory, settings: DirectorySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("directory.channels.updates._PATIENCE", 0.01)
    engine = make_engine(settings.database_url)
    async with writing(engine):
        assert await one.updates.claim(BOT, UPDATE) is Claim.OURS
        await one.updates.done(BOT, UPDATE)
    await engine.dispose()
    await one.close()

    assert await rows_of(settings, TelegramUpdate) == 1


@ON_SQLITE
async def test_who_is_stopped_while_a_claim_waits_has_claimed_nothing(one: Directory) -> None:
    claiming = asyncio.create_task(one.updates.claim(BOT, UPDATE))
    await asyncio.sleep(0)  # it waits by now
    claiming.cancel()
    with pytest.raises(asyncio.CancelledError):
        await claiming
    assert await one.updates.claim(BOT, UPDATE) is Claim.OURS


@ON_POSTGRESQL
async def test_on_postgresql_an_import_holds_nothing_up(one: Directory, settings: DirectorySettings) -> None:
    engine = make_engine(settings.database_url)
    async with writing(engine):
        await one.updates.claim(BOT, UPDATE)
        await one.updates.done(BOT, UPDATE)
        assert await rows_of(settings, TelegramUpdate) == 1
    await engine.dispose()


async def test_a_day_later_nothing_is_left_of_it(settings: DirectorySettings, clock: Clock) -> None:
    for number, hours in ((1, 0), (2, 1), (3, 26)):
        clock.now = NOON + timedelta(hours=hours)
        async with await Directory.open(settings, Running(clock=clock)) as directory:
            await directory.updates.claim(BOT, number)

    assert timedelta(hours=25) == KEPT
    assert await rows_of(settings, TelegramUpdate) == 2


async def rows_of(settings: DirectorySettings, model: type[Conversation] | type[TelegramUpdate]) -> int:
    engine = make_engine(settings.database_url)
    async with reading(engine) as connection:
        found: int = (await connection.execute(select(func.count()).select_from(model))).scalar_one()
    await engine.dispose()
    return found
