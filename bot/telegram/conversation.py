"""A conversation on Telegram: a question gets an answer, a button the answer's next page."""

import logging
from collections.abc import Awaitable
from contextlib import suppress
from dataclasses import replace
from html import escape

from aiogram import Bot, types
from aiogram.exceptions import AiogramError

from bot.asker import Asker
from bot.channel import Channel
from bot.dialogue.dialogue import Dialogue
from bot.limits import GROUP, PERSON, PRESS, Admission
from bot.operation.failures import place_of
from bot.telegram.cards import is_card, send_card
from bot.telegram.commands import Called
from bot.telegram.help import help_for, help_for_group
from bot.telegram.incoming import Said, Verify, read
from bot.telegram.keepers import Settles, Word
from bot.telegram.memory import Memory
from bot.telegram.menus import Menus
from bot.telegram.nearby import Nearby, ask_about, is_far, nearest_to
from bot.telegram.page import Page, page_of
from bot.telegram.seen import Seen
from bot.telegram.sending import answer, chat_of, is_private, name_of, send, show
from bot.telegram.tasks.task import Doing, Tasks
from bot.telegram.words import say
from bot.verifying import Verifying
from bot.words.buttons import PressError
from bot.words.catalogue import ENGLISH, Words
from bot.words.times import say_wait
from directory.accounts.standing import PUBLIC, TELEGRAM, Identity

logger = logging.getLogger(__name__)


async def calmly(words: Words, page: Awaitable[Page]) -> Page:
    """The page; whatever goes wrong in making it, whoever asked is owed a line. Raises PressError."""
    try:
        return await page
    except (PressError, AiogramError):  # the one is said otherwise, and after the other it is tried again
        raise
    except Exception as error:
        logger.error("Telegram: no answer was made: %s", place_of(error))
        return Page(say(words, "trouble"))


class Conversation:
    """Handles messages and presses. Of a chat it remembers where the conversation stands, for a while."""

    def __init__(
        self,
        dialogue: Dialogue,
        memory: Memory,
        settles: Settles,
        channel: Channel,
        verifying: Verifying,
        tasks: Tasks,
    ) -> None:
        self._dialogue = dialogue
        self._memory = memory
        self._settles = settles
        self._channel = channel
        self._verifying = verifying
        self._tasks = tasks
        self._menus = Menus()
        self._albums = Seen()

    async def hear(self, message: types.Message, bot: Bot) -> None:
        """Answer a message that is meant for us."""
        if message.migrate_to_chat_id:
            await self._memory.move(message.chat.id, message.migrate_to_chat_id)
            return
        words, known = await self._met(message.from_user)
        match await read(message, bot):
            case str(text) if await self._admits(words, message, text):
                page = self._asked(words, text, message, bot, known)
                await answer(bot, message, await calmly(words, page))
            case Called() as called if await self._admits(words, message, called.words):
                await answer(bot, message, await calmly(words, self._called(words, called, message, bot)))
            case Verify() as shown if await self._admits(words, message, ""):
                await answer(bot, message, await calmly(words, self._verified(words, shown, message, bot)))
            case Nearby() as nearby if await self._admits(words, message, ""):
                await answer(bot, message, await calmly(words, self._nearest(words, nearby, message, bot)))
            case Said.START if await self._admits(words, message, ""):
                self._memory.forget(message.chat.id)
                await message.answer(say(words, "start"))
            case Said.HELP if await self._admits(words, message, ""):
                await message.answer(await self._help(words, message, bot))
            case Said.WORDLESS if self._first_of_album(message) and await self._admits(words, message, ""):
                await message.answer(say(words, "words-only"))
        self._memory.said(message.chat.id)

    async def hear_changed(self, message: types.Message, bot: Bot) -> None:
        """Answer anew a question that was put right in private. What does something is not done again."""
        said = await read(message, bot) if is_private(message.chat) else Said.NOT_TO_US
        if isinstance(said, str) or (isinstance(said, Called) and said.command.asks):
            await self.hear(message, bot)

    async def press(self, query: types.CallbackQuery, bot: Bot) -> None:
        """Answer a pressed button by turning its message into the next page."""
        words, _ = await self._met(query.from_user)
        verdict = await self._channel.admit(f"press {query.from_user.id}", "", self._dialogue.now, PRESS)
        held_back = verdict.admission is not Admission.ANSWER
        # First of all the button stops spinning. aiogram's CallbackAnswerMiddleware would give up
        # the whole press where this fails, as it does for a press made before a restart.
        with suppress(AiogramError):
            await query.answer(say_wait(words, verdict.seconds) if held_back else None)
        if held_back:
            return
        word = Word.decode(query.data or "")
        if word:
            await show(bot, query, Page(await self._settles.settle(words, word, query.from_user.id)))
            return
        try:
            if is_card(query.data or ""):
                await self._send_card(words, query, bot)
                return
            page = await calmly(words, self._turned(words, query, bot))
        except PressError:
            await send(bot, query, Page(say(words, "old-button")))
            return
        await show(bot, query, page)

    async def _admits(self, words: Words, message: types.Message, text: str) -> bool:
        """Whether to answer this message. Whoever writes too much is told so, once in a while."""
        rate = PERSON if is_private(message.chat) else GROUP
        verdict = await self._channel.admit(message.chat.id, text, self._dialogue.now, rate)
        if verdict.admission is Admission.TELL:
            await message.answer(say_wait(words, verdict.seconds))
        return verdict.admission is Admission.ANSWER

    async def _help(self, words: Words, message: types.Message, bot: Bot) -> str:
        if not is_private(message.chat):
            return help_for_group(words, await name_of(bot))
        return help_for(await self._asker(words, message.chat, message.from_user, bot))

    async def _verified(self, words: Words, shown: Verify, message: types.Message, bot: Bot) -> Page:
        """What comes of an address or a code, which are shown in private only."""
        by = {
            "address": self._verifying.send_code,
            "code": self._verifying.take_code,
        }
        told = await by[shown.by](words, shown.shown, TELEGRAM, message.chat.id)
        await self._asker(words, message.chat, message.from_user, bot)  # and with it their menu
        return Page(escape(told.words, quote=False))

    async def _asked(
        self, words: Words, text: str, message: types.Message, bot: Bot, known: Identity | None = None
    ) -> Page:
        """The page that a question leads to."""
        chat = message.chat
        asker = await self._asker(words, chat, message.from_user, bot, known)
        reply = await self._dialogue.hear(text, asker, await self._memory.before(chat.id))
        self._memory.after(chat.id, reply)
        page = page_of(asker.words, reply.message)
        if reply.more_to_tell and not is_private(chat):
            return page.with_line(say(words, "ask-in-private", bot=await name_of(bot)))
        if reply.more_to_tell and asker.lapse:
            return page.with_line(say(words, f"lapse-{asker.lapse}"))
        return page

    async def _called(self, words: Words, called: Called, message: types.Message, bot: Bot) -> Page:
        """The page that a command leads to."""
        command = called.command
        if called.rest and self._channel.in_danger(called.rest):
            return await self._asked(words, called.rest, message, bot)
        if not (command.in_groups or is_private(message.chat)):
            return Page(say(words, "only-in-private", bot=await name_of(bot)))
        if not command.asks:
            doing = await self._doing(words, message.from_user, bot, called.rest)
            page = await self._tasks.call(called, replace(doing, chat=message.chat.id))
            if page is None:
                return await self._asked(words, called.words, message, bot)
            await self._asker(words, message.chat, message.from_user, bot)  # and with it their menu
            return page
        if called.rest:
            return await self._asked(words, called.question, message, bot)
        how = say(words, f"use-{command.name}")
        if command.needs_words:
            return Page(how)
        return (await self._asked(words, called.question, message, bot)).with_line(how)

    async def _nearest(self, words: Words, nearby: Nearby, message: types.Message, bot: Bot) -> Page:
        """The page about the nearest office."""
        asker = await self._asker(words, message.chat, message.from_user, bot)
        found = nearest_to(self._dialogue, asker, nearby)
        if found is None:
            return Page(say(words, "nearby-none"))
        if is_far(found):
            return Page(say(words, "nearby-far"))
        page, reply = await ask_about(self._dialogue, asker, found)
        self._memory.after(message.chat.id, reply)
        return page

    async def _turned(self, words: Words, query: types.CallbackQuery, bot: Bot) -> Page:
        """The page that takes the place of the one with the button. Raises PressError."""
        return await self._task_pressed(words, query, bot) or await self._pressed(words, query, bot)

    async def _task_pressed(self, words: Words, query: types.CallbackQuery, bot: Bot) -> Page | None:
        """The page that a task's button leads to; None where it is no task's, or others can read it."""
        alone = query.message is None or is_private(query.message.chat)
        if not (alone or self._tasks.is_for_groups(query.data or "")):
            return None
        page = await self._tasks.press(query.data or "", await self._doing(words, query.from_user, bot))
        if page and alone:
            await self._asker(words, None, query.from_user, bot)  # and with it their menu
        return page

    async def _doing(self, words: Words, user: types.User | None, bot: Bot, typed: str = "") -> Doing:
        """Who does something, with all that is known of them at this moment."""
        who = await self._channel.who(user.id) if user else PUBLIC
        name = (await bot.me()).username or ""
        return Doing(who, user.id if user else 0, name, words, typed)

    async def _send_card(self, words: Words, query: types.CallbackQuery, bot: Bot) -> None:
        """The contact of an answer, as a message of its own. Raises PressError."""
        asker = await self._asker(words, query.message.chat if query.message else None, query.from_user, bot)
        step = await self._dialogue.contact(query.data or "", asker)
        if step is None:
            await send(bot, query, Page(say(words, "card-none")))
        else:
            await send_card(bot, chat_of(query), words, step, self._dialogue.snapshot.offices)

    async def _pressed(self, words: Words, query: types.CallbackQuery, bot: Bot) -> Page:
        """The page that a press leads to. Raises PressError for a button that nobody can read."""
        chat = chat_of(query)
        asker = await self._asker(words, query.message.chat if query.message else None, query.from_user, bot)
        reply = await self._dialogue.press(query.data or "", asker)
        self._memory.after(chat, reply)
        self._memory.said(chat)  # a press that comes again leads to the same page
        return page_of(asker.words, reply.message)

    async def _asker(
        self,
        words: Words,
        chat: types.Chat | None,
        user: types.User | None,
        bot: Bot,
        known: Identity | None = None,
    ) -> Asker:
        """Who this is, as it was found out a moment ago or is now.

        In a group, where all read the answer, everybody is the public.
        """
        person = user.id if user else chat.id if chat else 0
        if not (chat is None or is_private(chat)):
            return self._channel.recognised(person, PUBLIC, words.language)
        who = known or await self._channel.who(person)
        asker = self._channel.recognised(person, who, words.language)
        self._menus.follow(bot, person, asker)
        return asker

    async def _met(self, user: types.User | None) -> tuple[Words, Identity]:
        """Who wrote or pressed, and the words that they are answered in."""
        return await self._channel.met(user.id, user.language_code) if user else (ENGLISH, PUBLIC)

    def _first_of_album(self, message: types.Message) -> bool:
        """An album of ten pictures comes as ten messages and gets one line."""
        album = message.media_group_id
        return album is None or self._albums.first_time(album)
