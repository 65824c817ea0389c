"""A conversation on Telegram: a question gets an answer, a button the answer's next page."""

import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime

from aiogram import Bot, types
from aiogram.exceptions import AiogramError, TelegramBadRequest

from bot.assistant import Answers
from bot.telegram.failures import place_of
from bot.telegram.incoming import Said, read
from bot.telegram.middlewares import Seen
from bot.telegram.page import Page, page_of
from bot.telegram.words import say
from bot.words.buttons import Action, Press, PressError, understood
from routing.enquiry import Enquiry, FollowUp
from routing.vocabulary import Standing

logger = logging.getLogger(__name__)


class Conversation:
    """Handles messages and presses. Keeps nothing of them: what a press needs is in its button."""

    def __init__(
        self,
        answers: Answers,
        *,
        area: str,
        area_of_office: Mapping[str, str],
        clock: Callable[[], datetime],
    ) -> None:
        self._answers = answers
        self._area = area
        self._area_of_office = area_of_office
        self._clock = clock
        self._albums = Seen()

    async def hear(self, message: types.Message, bot: Bot) -> None:
        """Answer a message that is meant for us."""
        match await read(message, bot):
            case str(text):
                page = await self._page(self._enquiry(text))
                await message.answer(page.html, reply_markup=page.keyboard)
            case Said.START:
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
        try:
            press = Press.decode(query.data or "")
            follow_up = understood(press.follow_up, self._area_of_office)
        except PressError:
            await _send(bot, query, Page(say("old-button")))
            return
        page = await self._page(self._enquiry("", follow_up), press)
        await _show(bot, query, page)

    def _enquiry(self, text: str, follow_up: FollowUp | None = None) -> Enquiry:
        return Enquiry(
            text=text,
            at=self._clock(),
            area=follow_up.area if follow_up else self._area,
            standing=Standing.PUBLIC,
            follow_up=follow_up,
        )

    async def _page(self, enquiry: Enquiry, press: Press | None = None) -> Page:
        """The answer's page. A fault of ours is told to the asker, with a way on."""
        try:
            answer = await self._answers.answer(enquiry)
            if press is None:
                return page_of(answer, None, False)
            return page_of(answer, press.tried, press.action is Action.WHY)
        except Exception as error:  # the asker is owed a line whatever went wrong
            logger.error("Telegram: no answer was made: %s", place_of(error))
            return Page(say("trouble"))

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
    """Send to the chat of the button, which for a message we cannot see is the presser's own."""
    chat_id = query.message.chat.id if query.message else query.from_user.id
    await bot.send_message(chat_id, page.html, reply_markup=page.keyboard)
