"""Where conversations stand: remembered across processes and restarts, and not for long."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from directory.directory import Directory, Running
from directory.settings import DirectorySettings
from directory.storage.database import make_engine, reading, writing
from directory.tables import Conversation
from tests.clock import NOON, Clock
from tests.directory.rows import rows_of

TOKEN = "n:do:n:worcester|case|n|||"
CHAT = "telegram 1001"


@pytest.fixture
async def opened(settings: DirectorySettings, clock: Clock) -> AsyncIterator[Directory]:
    async with await Directory.open(settings, Running(clock=clock)) as directory:
        yield directory


async def test_a_token_is_there_at_once_and_after_a_restart(
    settings: DirectorySettings, clock: Clock
) -> None:
    async with await Directory.open(settings, Running(clock=clock)) as directory:
        directory.conversations.keep(CHAT, "older", NOON)
        directory.conversations.keep(CHAT, TOKEN, NOON)
        assert await directory.conversations.recall(CHAT) == (TOKEN, NOON)

    async with await Directory.open(settings, Running(clock=clock)) as directory:
        assert await directory.conversations.recall(CHAT) == (TOKEN, NOON)
        assert await directory.conversations.recall("telegram 1002") is None


async def test_another_process_goes_on_from_where_this_one_stood(
    settings: DirectorySettings, opened: Directory, clock: Clock
) -> None:
    async with await Directory.open(settings, Running(clock=clock)) as other:
        other.conversations.keep(CHAT, TOKEN, NOON)

    assert await opened.conversations.recall(CHAT) == (TOKEN, NOON)


async def test_what_is_forgotten_is_gone_at_once_and_for_good(
    settings: DirectorySettings, clock: Clock
) -> None:
    async with await Directory.open(settings, Running(clock=clock)) as directory:
        directory.conversations.keep(CHAT, TOKEN, NOON)
        directory.conversations.forget(CHAT)
        assert await directory.conversations.recall(CHAT) is None

    assert await rows_of(settings, Conversation) == []


async def test_after_half_an_hour_nothing_of_it_is_left(settings: DirectorySettings, clock: Clock) -> None:
    for chat, minutes in (("telegram 1", 0), ("telegram 2", 30), ("telegram 3", 31)):
        clock.now = NOON + timedelta(minutes=minutes)
        async with await Directory.open(settings, Running(clock=clock)) as directory:
            directory.conversations.keep(chat, TOKEN, clock.now)

    assert len(await rows_of(settings, Conversation)) == 2


async def test_the_chat_is_not_to_be_seen_in_what_is_kept(settings: DirectorySettings, clock: Clock) -> None:
    async with await Directory.open(settings, Running(clock=clock)) as directory:
        directory.conversations.keep(CHAT, TOKEN, NOON)

    (row,) = await rows_of(settings, Conversation)
    assert len(row.chat) == 32
    assert b"1001" not in row.chat
    assert row.token == TOKEN


async def test_an_answer_does_not_wait_for_another_that_writes(
    settings: DirectorySettings, clock: Clock
) -> None:
    engine = make_engine(settings.database_url)
    async with await Directory.open(settings, Running(clock=clock)) as directory, writing(engine):
        directory.conversations.keep(CHAT, TOKEN, NOON)
        assert await directory.conversations.recall(CHAT) == (TOKEN, NOON)
    async with reading(engine) as connection:
        assert (await connection.execute(select(func.count()).select_from(Conversation))).scalar_one() == 1
    await engine.dispose()
