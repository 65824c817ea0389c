"""A conversation on Telegram: a question gets an answer, a button the answer's next page."""

import logging
from contextlib import suppress
from html import escape

from aiogram import Bot, types
from aiogram.enums import ChatType
from aiogram.exceptions import AiogramError, TelegramBadRequest

from bot.channel import Channel
from bot.desk import Asker, Desk, Reply
from bot.limits import GROUP, PERSON, Admission
from bot.telegram.failures import place_of
from bot.telegram.incoming import Said, Verify, read
from bot.telegram.keepers import Settles, Word
from bot.telegram.memory import Keeps, Memory
from bot.telegram.middlewares import Seen
from bot.telegram.page import Page, page_of
from bot.telegram.words import say
from bot.verifying import Verifying
from bot.words.buttons import PressError
from bot.words.catalogue import ENGLISH, Words
from directory.standing import TELEGRAM

logger = logging.getLogger(__name__)


class Conversation:
    """Handles messages and presses. Of a chat it remembers where the conversation stands, for a while."""

    def __init__(
        self, desk: Desk, store: Keeps, settles: Settles, channel: Channel, verifying: Verifying
    ) -> None:
        self._desk = desk
        self._memory = Memory(store)
        self._settles = settles
        self._channel = channel
        self._verifying = verifying
        self._albums = Seen()

    async def hear(self, message: types.Message, bot: Bot) -> None:
        """Answer a message that is meant for us."""
        words = self._words(message.from_user)
        match await read(message, bot):
            case str(text) if await self._admits(message, text):
                reply = await self._reply(text, message.chat, message.from_user)
                page = page_of(reply.message) if reply else Page(say(words, "trouble"))
                if reply and reply.declined and not _is_private(message.chat):
                    name = (await bot.me()).username
                    page = page.with_line(say(words, "ask-in-private", bot=f"@{name}"))
                await message.answer(page.html, reply_markup=page.keyboard)
            case Verify() as shown if await self._admits(message, ""):
                await message.answer(escape(await self._verify(words, shown, message.chat.id), quote=False))
            case Said.START:
                self._memory.forget(message.chat.id)
                await message.answer(say(words, "start"))
            case Said.HELP:
                await message.answer(say(words, "help"))
            case Said.WORDLESS if self._first_of_album(message):
                await message.answer(say(words, "words-only"))

    async def press(self, query: types.CallbackQuery, bot: Bot) -> None:
        """Answer a pressed button by turning its message into the next page."""
        # First of all the button stops spinning. aiogram's CallbackAnswerMiddleware would give up
        # the whole press where this fails, as it does for a press made before a restart.
        with suppress(AiogramError):
            await query.answer()
        words = self._words(query.from_user)
        word = Word.decode(query.data or "")
        if word:
            await _show(bot, query, Page(await self._settles.settle(words, word, query.from_user.id)))
            return
        try:
            page = await self._pressed(query)
        except PressError:
            await _send(bot, query, Page(say(words, "old-button")))
            return
        await _show(bot, query, page)

    async def _admits(self, message: types.Message, text: str) -> bool:
        """Whether to answer this message. Whoever writes too much is told so, once in a while."""
        rate = PERSON if _is_private(message.chat) else GROUP
        verdict = await self._channel.admit(message.chat.id, text, self._desk.now, rate)
        if verdict.admission is Admission.TELL:
            words = self._words(message.from_user)
            await message.answer(words.say("too-many", seconds=verdict.seconds))
        return verdict.admission is Admission.ANSWER

    async def _verify(self, words: Words, shown: Verify, user: int) -> str:
        """What comes of an invitation, an address or a code, which are shown in private only."""
        by = {
            "invitation": self._verifying.redeem,
            "address": self._verifying.send_code,
            "code": self._verifying.take_code,
        }
        return (await by[shown.by](words, shown.shown, TELEGRAM, user)).words

    async def _reply(self, text: str, where: types.Chat, user: types.User | None) -> Reply | None:
        """The reply to a text; None where a fault of ours has to be told to the asker."""
        chat = where.id
        try:
            asker = await self._asker(where, user)
            reply = await self._desk.hear(text, asker, await self._memory.before(chat))
        except Exception as error:  # the asker is owed a line whatever went wrong
            logger.error("Telegram: no answer was made: %s", place_of(error))
            return None
        self._memory.after(chat, reply)
        return reply

    async def _pressed(self, query: types.CallbackQuery) -> Page:
        """The page that a press leads to. Raises PressError for a button that nobody can read."""
        chat = _chat_of(query)
        try:
            asker = await self._asker(query.message.chat if query.message else None, query.from_user)
            reply = await self._desk.press(query.data or "", asker)
        except PressError:
            raise
        except Exception as error:
            logger.error("Telegram: no answer was made: %s", place_of(error))
            return Page(say(self._words(query.from_user), "trouble"))
        self._memory.after(chat, reply)
        return page_of(reply.message)

    async def _asker(self, chat: types.Chat | None, user: types.User | None) -> Asker:
        """Who this is; in a group, where all read the answer, everybody is the public."""
        person = user.id if user else chat.id if chat else 0
        alone = chat is None or _is_private(chat)
        language = self._words(user).language
        return await self._channel.asker(person, person if alone else None, language=language)

    def _words(self, user: types.User | None) -> Words:
        """The words of the language that this person is answered in."""
        return ENGLISH

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


def _is_private(chat: types.Chat) -> bool:
    return chat.type == ChatType.PRIVATE


def _chat_of(query: types.CallbackQuery) -> int:
    """The chat of the button, which for a message we cannot see is the presser's own."""
    return query.message.chat.id if query.message else query.from_user.id
