"""One chat's turn is one update's at a time, in one process and among several."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack

import pytest
from aiogram import Dispatcher
from aiogram.types import CallbackQuery, Update

from bot.shared_redis import connect
from bot.telegram.answering import Answering
from bot.telegram.client import create_bot
from bot.telegram.turns import Turns, TurnsInRedis, meanwhile
from tests.bot.telegram.answers import InMemoryRecords
from tests.end_to_end.wire import TOKEN

BOT, CHAT = 123456, 1001


@pytest.fixture
async def processes(redis_url: str) -> AsyncIterator[list[TurnsInRedis]]:
    """Two, with the same Redis."""
    async with AsyncExitStack() as stack:
        clients = [await stack.enter_async_context(connect(redis_url)) for _ in range(2)]
        yield [TurnsInRedis(client, BOT) for client in clients]


async def take_turns(*turns: Turns) -> list[str]:
    """Each has a turn in the same chat; what happened, in order."""
    happened: list[str] = []

    async def one(number: int, turn: Turns) -> None:
        async with turn.turn(CHAT):
            happened.append(f"{number} begins")
            await asyncio.sleep(0.001)
            happened.append(f"{number} ends")

    await asyncio.gather(*(one(number, turn) for number, turn in enumerate(turns)))
    return happened


async def test_first_come_first_served() -> None:
    turns = Turns()
    assert await take_turns(turns, turns, turns) == [
        f"{number} {what}" for number in range(3) for what in ("begins", "ends")
    ]
    assert not turns._turns  # a chat leaves nothing behind


async def test_two_processes_are_not_in_one_chat_at_once(processes: list[TurnsInRedis]) -> None:
    happened = await take_turns(*processes * 2)
    assert [line.split()[1] for line in happened] == ["begins", "ends"] * 4
    assert all(a.split()[0] == b.split()[0] for a, b in zip(happened[::2], happened[1::2], strict=True))


async def test_different_chats_do_not_wait_for_each_other(processes: list[TurnsInRedis]) -> None:
    one, other = processes
    async with one.turn(CHAT), other.turn(CHAT + 1), one.turn(CHAT + 2):
        pass


async def test_a_turn_of_a_killed_process_ends_by_itself(
    processes: list[TurnsInRedis], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.telegram.turns.HELD_FOR", 0.1)
    monkeypatch.setattr("bot.telegram.turns.HOLD_EVERY", 10)  # it no longer says that it is alive
    killed, other = processes
    async with killed.turn(CHAT), asyncio.timeout(5), other.turn(CHAT):
        pass


async def test_a_turn_that_takes_long_is_kept(
    processes: list[TurnsInRedis], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.telegram.turns.HELD_FOR", 0.4)
    monkeypatch.setattr("bot.telegram.turns.HOLD_EVERY", 0.05)
    one, other = processes
    async with one.turn(CHAT):
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.8), other.turn(CHAT):
                pass


async def test_while_redis_is_away_each_process_keeps_its_own_order(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with connect("unix:///nowhere/redis.sock") as redis:
        turns = TurnsInRedis(redis, BOT)
        happened = await take_turns(turns, turns)
    assert happened == ["0 begins", "0 ends", "1 begins", "1 ends"]
    assert "chats are in order in this process" in caplog.text


async def test_what_is_done_meanwhile_may_fail() -> None:
    done = asyncio.Event()

    async def do() -> None:
        done.set()
        raise OSError

    async with meanwhile(0.001, do):
        await asyncio.wait_for(done.wait(), 5)


async def test_a_press_waits_for_the_turn_of_its_chat_and_a_message_nobody_can_see_for_the_pressers() -> None:
    taken: list[int] = []

    class Noted(Turns):
        def turn(self, chat: int) -> AbstractAsyncContextManager[None]:
            taken.append(chat)
            return super().turn(chat)

    async def nothing(_: CallbackQuery) -> None:
        pass

    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.callback_query.register(nothing)
    answering = Answering(create_bot(TOKEN), dispatcher, InMemoryRecords(), Noted())
    person = {"id": 7001, "is_bot": False, "first_name": "Sam Sample"}
    press = {"id": "1", "from": person, "chat_instance": "1", "data": "sample"}
    seen = {"message_id": 1, "date": 1_404_800_000, "chat": {"id": CHAT, "type": "group", "title": "sample"}}
    for number, query in enumerate((press | {"message": seen}, press)):
        update = Update.model_validate({"update_id": number, "callback_query": query})
        assert (await answering.answer(update)).outcome.settled
    assert taken == [CHAT, 7001]
