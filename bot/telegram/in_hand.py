"""The updates that polling has fetched, each in a task of its own until it is settled."""

import asyncio
import logging

from aiogram.types import Update

from bot.telegram.answering import Answering
from bot.telegram.retries import Sleep

logger = logging.getLogger(__name__)

# Seconds between attempts, where Telegram delivers nothing a second time by itself: a minute in all.
PAUSES = (1.0, 2.0, 4.0, 8.0, 16.0, 30.0)
_LONGEST_PAUSE = 60


class InHand:
    """Answers updates side by side, knows how far Telegram may forget them, and can wait for all."""

    def __init__(self, answering: Answering, sleep: Sleep = asyncio.sleep) -> None:
        self._answering = answering
        self._sleep = sleep
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._taken: set[int] = set()  # from `offset` on
        self.offset = 0  # the first update that is not settled, as getUpdates wants it

    def take(self, update: Update) -> bool:
        """Begin to answer an update; whether it is new."""
        if update.update_id in self._taken:
            return False
        self._taken.add(update.update_id)
        task = asyncio.create_task(self._settle(update))
        self._tasks[update.update_id] = task
        task.add_done_callback(lambda _: self._tasks.pop(update.update_id))
        return True

    async def rest(self, seconds: float) -> None:
        """Wait for what is in hand, but no longer than this; then move `offset` on."""
        if self._tasks:
            await asyncio.wait(self._tasks.values(), timeout=seconds)
        self._move_on(min(self._tasks, default=None))

    def give_way(self) -> None:
        """Move `offset` past everything, settled or not: there is more, and it cannot be seen otherwise."""
        self._move_on(None)

    async def finish(self, seconds: float) -> None:
        """Wait for what is in hand, then give up the rest, which Telegram will deliver again."""
        await self.rest(seconds)
        late = dict(self._tasks)
        for task in late.values():
            task.cancel()
        await asyncio.gather(*late.values(), return_exceptions=True)
        if late:
            logger.error("Telegram: stopped with %d updates unanswered", len(late))

    def _move_on(self, to: int | None) -> None:
        self.offset = to if to is not None else max(self._taken, default=self.offset - 1) + 1
        self._taken = {number for number in self._taken if number >= self.offset}

    async def _settle(self, update: Update) -> None:
        for pause in (*PAUSES, None):
            result = await self._answering.answer(update)
            if result.outcome.settled:
                return
            if pause is None or result.again_in > _LONGEST_PAUSE:
                break
            await self._sleep(max(pause, result.again_in))
        logger.error("Telegram: an update was given up (%s)", result.outcome)
