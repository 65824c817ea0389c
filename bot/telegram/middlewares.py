"""What holds for every update before anybody reads it: answered once, and in its chat's order."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from typing import Any, cast
from weakref import WeakValueDictionary

from aiogram import BaseMiddleware
from aiogram.dispatcher.middlewares.user_context import EVENT_CONTEXT_KEY, EventContext
from aiogram.exceptions import ClientDecodeError
from aiogram.types import TelegramObject, Update

REMEMBERED = 10_000

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class Seen:
    """The latest few thousand ids; older ones are forgotten, so memory stays bounded."""

    def __init__(self, limit: int = REMEMBERED) -> None:
        self._ids: OrderedDict[Hashable, None] = OrderedDict()
        self._limit = limit

    def first_time(self, key: Hashable) -> bool:
        """Whether this id is new; from now on it is not."""
        if key in self._ids:
            return False
        self._ids[key] = None
        if len(self._ids) > self._limit:
            self._ids.popitem(last=False)
        return True

    def forget(self, key: Hashable) -> None:
        """Let this id be new again."""
        self._ids.pop(key, None)


class AnsweredOnce(BaseMiddleware):
    """Telegram may deliver an update twice; the second is dropped, even while the first is in hand.

    An update whose handling failed is forgotten, so that a delivery made because of the failure
    gets its answer. Not where only Telegram's receipt could not be read: the answer is delivered.
    """

    def __init__(self) -> None:
        self._seen = Seen()

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Hand on an update that is new."""
        update_id = cast(Update, event).update_id
        if not self._seen.first_time(update_id):
            return None
        try:
            return await handler(event, data)
        except ClientDecodeError:
            raise
        except BaseException:
            self._seen.forget(update_id)
            raise


class ChatsInOrder(BaseMiddleware):
    """One chat's updates are handled one after another; different chats do not wait for each other.

    aiogram's SimpleEventIsolation does the same but keeps a lock for every chat ever seen. Here a
    lock lives only as long as somebody holds or awaits it. asyncio's locks are first come, first
    served.
    """

    def __init__(self) -> None:
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Hand on the update when it is its turn."""
        chat = cast(EventContext, data[EVENT_CONTEXT_KEY]).chat
        if chat is None:
            return await handler(event, data)
        turn = self._turns.get(chat.id)
        if turn is None:
            turn = self._turns[chat.id] = asyncio.Lock()
        async with turn:
            return await handler(event, data)
