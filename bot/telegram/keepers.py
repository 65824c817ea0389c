"""Asking the keepers of a number, on Telegram, whether it is right; and taking their word for it.

A keeper presses one button. Their account decides whether that counts, at the moment of pressing: a
message may be passed on, and somebody may keep an area no longer.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.channel import Channel
from bot.operation.failures import place_of
from bot.telegram.words import say
from bot.words.catalogue import Words
from bot.words.numbers import phone
from directory.errors import DirectoryError
from directory.keeping.number_reports import Settled

logger = logging.getLogger(__name__)

_PREFIX = "k"
_ASKED = {"not-working": "keeper-not-working", "wrong-person": "keeper-wrong-person"}
_SAID = {
    Settled.CONFIRMED: "keeper-confirmed",
    Settled.STAYS_SUSPECT: "keeper-stays-suspect",
    Settled.SETTLED_BEFORE: "keeper-settled-before",
    Settled.NOT_THEIRS: "keeper-not-yours",
}


@dataclass(frozen=True, slots=True)
class Word:
    """A keeper's word on a number, as the button holds it: `k:y:+441905723591`."""

    number: str
    right: bool

    def encode(self) -> str:
        """As button data."""
        return f"{_PREFIX}:{'y' if self.right else 'n'}:{self.number}"

    @classmethod
    def decode(cls, data: str) -> "Word | None":
        """Read what `encode` wrote; None for any other button."""
        match data.split(":"):
            case [prefix, "y" | "n" as word, number] if prefix == _PREFIX:
                return cls(number, word == "y")
        return None


class SettlesNumbers(Protocol):
    """Where a keeper's word is written down."""

    async def settle(self, number: str, keeper: int, right: bool) -> Settled:
        """Take the word of the keeper with this account."""
        ...


class Settles:
    """Takes a keeper's word, and says what came of it."""

    def __init__(self, reports: SettlesNumbers) -> None:
        self._reports = reports

    async def settle(self, words: Words, word: Word, account: int) -> str:
        """What came of it, as HTML."""
        try:
            settled = await self._reports.settle(word.number, account, word.right)
        except DirectoryError as error:
            logger.error("Telegram: a number could not be settled: %s", place_of(error))
            return say(words, "trouble")
        return say(words, _SAID[settled], phone=phone(word.number).in_chat)


class AsksByTelegram:
    """Sends the keepers a message with two buttons."""

    def __init__(self, bot: Bot, channel: Channel) -> None:
        self._bot = bot
        self._channel = channel

    async def ask(self, keepers: Sequence[int], number: str, because: str) -> None:
        """Ask each of them. One who cannot be reached does not keep it from the others."""
        for keeper in keepers:
            words = await self._channel.words(keeper)
            text = say(words, _ASKED[because], phone=phone(number).in_chat)
            try:
                await self._bot.send_message(keeper, text, reply_markup=_buttons(words, number))
            except AiogramError as error:
                logger.error("Telegram: a keeper could not be asked: %s", place_of(error))


def _buttons(words: Words, number: str) -> InlineKeyboardMarkup:
    choices = {"keeper-right": Word(number, right=True), "keeper-wrong": Word(number, right=False)}
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [InlineKeyboardButton(text=say(words, key), callback_data=word.encode())]
            for key, word in choices.items()
        ]
    )
