"""The webhook: Telegram delivers each update by a request, which is answered once the update is done.

A request is not held for long. Where an answer has to wait for more than a few seconds, the update is
handed back with status 503 and the moment from which to deliver it again, which Telegram keeps to; it
delivers the updates of a chat one after another, so that nobody else waits.
"""

import asyncio
import logging

from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    TelegramBadRequest,
    TelegramNotFound,
    TelegramUnauthorizedError,
)
from aiogram.types import Update
from pydantic import ValidationError

from bot.operation.failures import place_of
from bot.telegram.answering import Answering
from bot.telegram.errors import NOT_ACCEPTED, TelegramError
from bot.telegram.menus import set_up_menus
from bot.web.webhook import Delivered

logger = logging.getLogger(__name__)

PAUSE_SECONDS = 5.0  # in all, while one request to Telegram is tried again
PATIENCE_SECONDS = 20.0  # for everything that one update needs
_MOST_AT_ONCE = 100  # connections from Telegram, as many as it allows
_CHECK_EVERY = 60.0
_TRY_AGAIN_AFTER = 3.0


class Webhook:
    """Takes what Telegram delivers, and sees to it that Telegram does deliver it here."""

    def __init__(self, answering: Answering, url: str, secret: str) -> None:
        self._answering = answering
        self._bot: Bot = answering.bot
        self._url = url
        self._secret = secret
        self.registered = False
        self.pending = 0  # updates that wait at Telegram, as it said last

    async def take(self, body: bytes) -> Delivered:
        """Answer an update. One that cannot be read is passed over: it would come again the same."""
        try:
            update = Update.model_validate_json(body, context={"bot": self._bot})
        except ValidationError:  # whose text quotes what somebody wrote
            logger.error("Telegram: an update that cannot be read was passed over")
            return Delivered(True)
        result = await self._answering.answer(update)
        return Delivered(result.outcome.settled, result.again_in)

    async def keep_registered(self) -> None:
        """Register at once and look every minute whether that still holds, until cancelled.

        Somebody who polls with the same token takes the webhook away. Raises TelegramError where Telegram
        refuses the token or the address at the start.
        """
        known = False  # to be accepted; what is refused later is no mistake in the settings
        while True:
            try:
                if not known or not await self._holds():
                    await self._register()
                    if not known:
                        known = True
                        await set_up_menus(self._bot)
            except TelegramError as error:
                if not known:
                    raise
                logger.error("%s", error)
            except AiogramError as error:
                logger.warning("Telegram: the webhook is in doubt: %s", place_of(error))
            await asyncio.sleep(_CHECK_EVERY if known else _TRY_AGAIN_AFTER)

    async def _holds(self) -> bool:
        try:
            info = await self._bot.get_webhook_info()
        except AiogramError:
            self.registered = False  # while Telegram cannot be asked, nobody can be answered either
            raise
        self.pending = info.pending_update_count
        self.registered = info.url == self._url
        if not self.registered:
            logger.warning("Telegram: the webhook was gone, and is set again")
        return self.registered

    async def _register(self) -> None:
        """Several processes may do so at once: all of them say the same."""
        try:
            await self._bot.me()  # raises for a wrong token, and is remembered for mentions in groups
            await self._bot.set_webhook(
                self._url,
                allowed_updates=self._answering.kinds,
                secret_token=self._secret,
                max_connections=_MOST_AT_ONCE,
                drop_pending_updates=False,
            )
        except (TelegramUnauthorizedError, TelegramNotFound):
            raise TelegramError(NOT_ACCEPTED) from None
        except TelegramBadRequest as error:
            reason = error.message.removeprefix("Bad Request: ")
            raise TelegramError(
                f"Telegram does not accept TELEGRAM_WEBHOOK_URL ({reason}): "
                "set it to an address that can be reached from the internet, such as https://HOST/telegram."
            ) from None
        self.registered = True
