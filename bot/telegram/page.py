"""A message as Telegram shows it: HTML, and buttons under it."""

from functools import lru_cache
from typing import NamedTuple

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.words.message import Button, Message
from bot.words.painters import to_telegram_html


class Page(NamedTuple):
    """What is sent or put in place of an earlier page."""

    html: str
    keyboard: InlineKeyboardMarkup | None = None

    def with_line(self, words: str) -> "Page":
        """The page with one more line, which is HTML already, at its end."""
        return self._replace(html=f"{self.html}\n\n{words}")


@lru_cache(maxsize=2048)
def page_of(message: Message) -> Page:
    """The page of a message, remembered: the same few hundred are shown all day."""
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
