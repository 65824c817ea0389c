"""What is remembered of updates is bounded, and a failed one may come again."""

import pytest
from aiogram.dispatcher.middlewares.user_context import EVENT_CONTEXT_KEY, EventContext
from aiogram.types import Chat, Update

from bot.telegram.middlewares import AnsweredOnce, ChatsInOrder, Seen


def test_the_oldest_id_is_forgotten_when_there_are_too_many() -> None:
    seen = Seen(limit=2)
    assert [seen.first_time(key) for key in (1, 2, 3, 3, 2, 1)] == [True, True, True, False, False, True]


async def test_an_update_whose_handling_failed_is_handled_when_it_comes_again() -> None:
    once = AnsweredOnce()
    update = Update(update_id=1)
    handled: list[int] = []

    async def fail(*_: object) -> None:
        raise RuntimeError

    async def handle(*_: object) -> None:
        handled.append(1)

    with pytest.raises(RuntimeError):
        await once(fail, update, {})
    await once(handle, update, {})
    await once(handle, update, {})
    assert handled == [1]


async def test_a_chat_leaves_nothing_behind_once_it_is_answered() -> None:
    in_order = ChatsInOrder()

    async def handle(*_: object) -> int:
        return len(in_order._turns)

    context = {EVENT_CONTEXT_KEY: EventContext(chat=Chat(id=1, type="private"))}
    assert await in_order(handle, Update(update_id=1), context) == 1
    assert len(in_order._turns) == 0
