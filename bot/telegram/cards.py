"""A contact as Telegram hands it over: for the address book, and an office on the map where it is known."""

from aiogram import Bot

from bot.words.buttons import Action
from bot.words.catalogue import Words
from bot.words.contact import who_and_where
from bot.words.times import say_hours
from directory.exchange.vcard import number_card
from routing.answer import Step

_LONGEST_NAME = 64  # characters, Telegram's limit


def is_card(data: str) -> bool:
    """Whether a button asks for a contact."""
    return data.startswith(f"{Action.CARD}:")


async def send_card(bot: Bot, chat: int, words: Words, step: Step) -> None:
    """Send a step's number as a contact. What is in the card is what the answer shows."""
    assert step.phone, "only a step with a number is shown"
    name = who_and_where(words, step)
    await bot.send_contact(chat, step.phone, name[:_LONGEST_NAME], vcard=vcard_of(words, step, name))


def vcard_of(words: Words, step: Step, name: str) -> str:
    """The card of a step, with its hours."""
    hours = step.hours and say_hours(words, step.hours)
    return number_card(name, step.phone or "", hours or "")
