"""An answer as Telegram shows it: HTML, and buttons under it."""

from functools import lru_cache
from typing import NamedTuple

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.words.buttons import Tried
from bot.words.message import Button
from bot.words.painters import to_telegram_html
from bot.words.rendering import render
from routing.answer import Answer


class Page(NamedTuple):
    """What is sent or put in place of an earlier page."""

    html: str
    keyboard: InlineKeyboardMarkup | None = None


@lru_cache(maxsize=2048)
def page_of(answer: Answer, tried: Tried | None, why: bool) -> Page:
    """The page of an answer, remembered: the same few hundred answers are asked for all day.

    An answer is immutable and is all that its page depends on. It holds nothing of what the asker
    wrote, so neither does the memory of it.
    """
    message = render(answer, tried=tried, why=why)
    return Page(to_telegram_html(message), _keyboard(message.buttons))


def _keyboard(buttons: tuple[Button, ...]) -> InlineKeyboardMarkup | None:
    """One button a row: labels are sentences, and a phone is narrow."""
    if not buttons:
        return None
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [InlineKeyboardButton(text=button.label, callback_data=button.data)] for button in buttons
        ]
    )
