"""A message as Telegram shows it: HTML, and buttons under it, one a row: labels are sentences."""

from functools import lru_cache
from typing import NamedTuple

from aiogram.types import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup

from bot.telegram.words import say
from bot.words.catalogue import Words
from bot.words.message import Message
from bot.words.painters import to_telegram_html


class Page(NamedTuple):
    """What is sent or put in place of an earlier page."""

    html: str
    keyboard: InlineKeyboardMarkup | None = None
    below: bool = False  # it is a message of its own, to whoever pressed; nothing where it is empty

    def with_line(self, words: str) -> "Page":
        """The page with one more line, which is HTML already, at its end."""
        return self._replace(html=f"{self.html}\n\n{words}")


@lru_cache(maxsize=2048)
def page_of(words: Words, message: Message) -> Page:
    """The page of a message, remembered: the same few hundred are shown all day."""
    return fresh_page(words, message)


def fresh_page(words: Words, message: Message) -> Page:
    """The page of a message that is one person's, and not to be remembered."""
    rows = [[_button(button.label, button.data)] for button in message.buttons]
    keys = _of_the_number(words, message)
    keyboard = InlineKeyboardMarkup(inline_keyboard=[*rows, *([keys] if keys else [])])
    return Page(to_telegram_html(message), keyboard if keyboard.inline_keyboard else None)


def _of_the_number(words: Words, message: Message) -> list[InlineKeyboardButton]:
    """Beside each other: the number to copy, where a press cannot ring it, and the contact to save."""
    if not message.card or message.number is None:
        return []
    copied = CopyTextButton(text=message.number.in_chat)
    copy = InlineKeyboardButton(text=say(words, "copy", phone=message.number.shown), copy_text=copied)
    return [copy, _button(say(words, "card"), message.card)]


def _button(label: str, data: str) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=label, callback_data=data)
