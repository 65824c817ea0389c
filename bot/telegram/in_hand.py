"""The updates being answered at this moment, each in a task of its own."""

import asyncio
import logging

from aiogram import Bot, Dispatcher
from aiogram.types import Update

from bot.telegram.failures import place_of

logger = logging.getLogger(__name__)

MOST_AT_ONCE = 256


class InHand:
    """Runs updates side by side, no more than MOST_AT_ONCE, and can wait for all of them."""

    def __init__(self, bot: Bot, dispatcher: Dispatcher) -> None:
        self._bot = bot
        self._dispatcher = dispatcher
        self._kinds = dispatcher.resolve_used_update_types()
        self._tasks: dict[asyncio.Task[None], int] = {}

    async def take(self, update: Update) -> None:
        """Begin to answer an update; waits only where too many are in hand already."""
        while len(self._tasks) >= MOST_AT_ONCE:
            await asyncio.wait(self._tasks, return_when=asyncio.FIRST_COMPLETED)
        # aiogram warns of an update of an unknown kind by quoting all of it.
        if any(getattr(update, kind) for kind in self._kinds):
            task = asyncio.create_task(self._answer(update))
            self._tasks[task] = update.update_id
            task.add_done_callback(self._tasks.pop)

    async def finish(self, seconds: float) -> int | None:
        """Wait for what is in hand, then give up the rest. Returns the first update given up, or None."""
        if not self._tasks:
            return None
        _, late = await asyncio.wait(dict(self._tasks), timeout=seconds)
        given_up = [self._tasks[task] for task in late]
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
        if given_up:
            logger.error("Telegram: stopped with %d updates unanswered", len(given_up))
        return min(given_up, default=None)

    async def _answer(self, update: Update) -> None:
        try:
            await self._dispatcher.feed_update(self._bot, update)
        except Exception as error:  # one update's failure is not another's
            logger.error("Telegram: update %d failed: %s", update.update_id, place_of(error))
