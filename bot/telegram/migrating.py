"""A group that becomes a supergroup has another number from then on: its conversation moves along, and so
do the offers that it gets as a duty group.

Telegram says so by a message in the group, which the conversation hears, and to whoever sends to the old
number by an error.
"""

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramMigrateToChat
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType

from bot.telegram.memory import Memory


class FollowsWhenRefused(BaseRequestMiddleware):
    """Sends to the new number what the old one does not take."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """Make the request, where it has to be twice."""
        try:
            return await make_request(bot, method)
        except TelegramMigrateToChat as error:
            await self._memory.move(getattr(method, "chat_id", 0), error.migrate_to_chat_id)
            there = method.model_copy(update={"chat_id": error.migrate_to_chat_id})
            return await make_request(bot, there)
