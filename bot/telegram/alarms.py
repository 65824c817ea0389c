"""Telling the keepers of an area on Telegram that one of its accounts is trying case references out."""

import asyncio
import logging

from aiogram import Bot
from aiogram.exceptions import AiogramError

from bot.alarms import Alarm, Alarms
from bot.channel import Channel
from bot.limits import Admission, Rate
from bot.operation.failures import place_of
from bot.telegram.tasks.task import buttons
from bot.telegram.words import say
from directory.accounts.keepers import Keepers
from directory.errors import DirectoryError

logger = logging.getLogger(__name__)

# Of one account once an hour, and of all together no more than a keeper reads.
_OF_ONE = Rate(burst=1, every=3600.0, patience=1)
_OF_ALL = Rate(burst=10, every=360.0, patience=1)


class AlarmsByTelegram:
    """Sounds an alarm as before, and tells the keepers besides. The asker waits for neither."""

    def __init__(self, bot: Bot, channel: Channel, keepers: Keepers, before: Alarms) -> None:
        self._bot = bot
        self._channel = channel
        self._keepers = keepers
        self._before = before
        self._telling: set[asyncio.Task[None]] = set()  # held, or they might be collected half way

    async def sound(self, alarm: Alarm) -> None:
        """Tell them, within limits."""
        await self._before.sound(alarm)
        telling = asyncio.create_task(self._tell(alarm))
        self._telling.add(telling)
        telling.add_done_callback(self._telling.discard)

    async def _tell(self, alarm: Alarm) -> None:
        for key, rate in ((f"alarm {alarm.account}", _OF_ONE), ("alarms", _OF_ALL)):
            if (await self._channel.admit(key, "", alarm.at, rate)).admission is not Admission.ANSWER:
                return
        try:
            keepers = await self._keepers.over(alarm.account)
        except DirectoryError as error:
            logger.error("Telegram: no keeper could be told of an alarm: %s", place_of(error))
            return
        for keeper in keepers:
            try:
                words = await self._channel.words(keeper)
                keys = buttons("suspend", (say(words, "suspend-button"), alarm.account))
                text = say(words, "alarm", account=alarm.account)
                await self._bot.send_message(keeper, text, reply_markup=keys)
            except AiogramError as error:  # one who cannot be reached does not keep it from the others
                logger.error("Telegram: a keeper could not be told: %s", place_of(error))
