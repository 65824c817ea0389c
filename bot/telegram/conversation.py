"""A conversation on Telegram: a question gets an answer, a button the answer's next page."""

import logging
from contextlib import suppress

from aiogram import Bot, types
from aiogram.exceptions import AiogramError, TelegramBadRequest

from bot.desk import Asker, Desk, Reply
from bot.telegram.failures import place_of
from bot.telegram.incoming import Said, read
from bot.telegram.keepers import Settles, Word
from bot.telegram.memory import Keeps, Memory
from bot.telegram.middlewares import Seen
from bot.telegram.page import Page, page_of
from bot.telegram.words import say
from bot.words.buttons import PressError

logger = logging.getLogger(__name__)


class Conversation:
    """Handles messages and presses. Of a chat it remembers where the conversation stands, for a while."""

    def __init__(self, desk: Desk, store: Keeps, settles: Settles, *, area: str) -> None:
        self._desk = desk
        self._memory = Memory(store)
        self._settles = settles
        self._area = area
        self._albums = Seen()

    async def hear(self, message: types.Message, bot: Bot) -> None:
        """Answer a message that is meant for us."""
        match await read(message, bot):
            case str(text):
                reply = await self._reply(text, message.chat.id, message.from_user)
                page = page_of(reply.message) if reply else Page(say("trouble"))
                await message.answer(page.html, reply_markup=page.keyboard)
            case Said.START:
                self._memory.forget(message.chat.id)
                await message.answer(say("start"))
            case Said.HELP:
                await message.answer(say("help"))
            case Said.WORDLESS if self._first_of_album(message):
                await message.answer(say("words-only"))

    async def press(self, query: types.CallbackQuery, bot: Bot) -> None:
        """Answer a pressed button by turning its message into the next page."""
        # First of all the button stops spinning. aiogram's CallbackAnswerMiddleware would give up
        # the whole press where this fails, as it does for a press made before a restart.
        with suppress(AiogramError):
            await query.answer()
        word = Word.decode(query.data or "")
        if word:
            await _show(bot, query, Page(await self._settles.settle(word, query.from_user.id)))
            return
        try:
            page = await self._pressed(query)
        except PressError:
            await _send(bot, query, Page(say("old-button")))
            return
        await _show(bot, query, page)

    async def _reply(self, text: str, chat: int, user: types.User | None) -> Reply | None:
        """The reply to a text; None where a fault of ours has to be told to the asker."""
        try:
            reply = await self._desk.hear(text, self._asker(chat, user), await self._memory.before(chat))
        except Exception as error:  # the asker is owed a line whatever went wrong
            logger.error("Telegram: no answer was made: %s", place_of(error))
            return None
        self._memory.after(chat, reply)
        return reply

    async def _pressed(self, query: types.CallbackQuery) -> Page:
        """The page that a press leads to. Raises PressError for a button that nobody can read."""
        chat = _chat_of(query)
        try:
            reply = await self._desk.press(query.data or "", self._asker(chat, query.from_user))
        except PressError:
            raise
        except Exception as error:
            logger.error("Telegram: no answer was made: %s", place_of(error))
            return Page(say("trouble"))
        self._memory.after(chat, reply)
        return page_of(reply.message)

    def _asker(self, chat: int, user: types.User | None) -> Asker:
        """Everybody is the public until they can be verified."""
        return Asker(self._area, channel="Telegram", key=f"telegram {user.id if user else chat}")

    def _first_of_album(self, message: types.Message) -> bool:
        """An album of ten pictures comes as ten messages and gets one line."""
        album = message.media_group_id
        return album is None or self._albums.first_time(album)


async def _show(bot: Bot, query: types.CallbackQuery, page: Page) -> None:
    """Put the page in place of the message with the button, or below where that cannot be changed."""
    if not isinstance(query.message, types.Message):
        await _send(bot, query, page)
        return
    try:
        await query.message.edit_text(page.html, reply_markup=page.keyboard)
    except TelegramBadRequest as error:
        if "message is not modified" not in error.message:
            await _send(bot, query, page)


async def _send(bot: Bot, query: types.CallbackQuery, page: Page) -> None:
    """Send to the chat of the button."""
    await bot.send_message(_chat_of(query), page.html, reply_markup=page.keyboard)


def _chat_of(query: types.CallbackQuery) -> int:
    """The chat of the button, which for a message we cannot see is the presser's own."""
    return query.message.chat.id if query.message else query.from_user.id
