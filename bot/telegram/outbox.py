"""Bringing messages about call backs to people on Telegram, each tried once: the outbox tries again.

Telegram takes no key by which it would know a message again. So what certainly was not sent is told
from what may have been: the one is sent again at once, the other only when the claim on it is over.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from aiogram import Bot
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiohttp import ClientConnectorError

from bot.channel import Channel
from bot.telegram.page import fresh_page
from bot.words.catalogue import Words
from bot.words.message import Message
from bot.worker.delivering import NobodyThereError, NotSentError


class SendsByTelegram:
    """Sends with a bot that does not try again by itself."""

    def __init__(self, bot: Bot, channel: Channel) -> None:
        self._bot = bot
        self._channel = channel

    async def words(self, chat: int) -> Words:
        """The words that somebody is written to in; a group in English."""
        return await self._channel.words(chat)

    async def send(self, chat: int, words: Words, message: Message, key: str) -> str:
        """Bring it to a chat; the number that it has there. Raises as `Sends` says."""
        page = fresh_page(words, message)
        with _told_apart():
            sent = await self._bot.send_message(chat, page.html, reply_markup=page.keyboard)
        return str(sent.message_id)

    async def replace(self, chat: int, place: str, words: Words, message: Message) -> None:
        """Put it in place of an earlier one; one that is gone, or says this already, is left."""
        page = fresh_page(words, message)
        with _told_apart():
            try:
                await self._bot.edit_message_text(
                    page.html, chat_id=chat, message_id=int(place), reply_markup=page.keyboard
                )
            except TelegramBadRequest:
                return

    async def close(self) -> None:
        """Let go of the connection."""
        await self._bot.session.close()


@contextmanager
def _told_apart() -> Iterator[None]:
    """Whether it certainly was not sent, never can be, or may have been."""
    try:
        yield
    except TelegramRetryAfter as error:
        raise NotSentError(timedelta(seconds=error.retry_after)) from None
    except TelegramServerError:
        raise NotSentError from None
    except (TelegramForbiddenError, TelegramBadRequest, TelegramNotFound):
        raise NobodyThereError from None
    except TelegramNetworkError as error:
        if isinstance(error.__cause__, ClientConnectorError):
            raise NotSentError from None
        raise
