"""A contact as Telegram hands it over: for the address book, and an office on the map where it is known."""

from collections.abc import Mapping
from typing import NamedTuple

from aiogram import Bot

from bot.words.buttons import Action
from bot.words.catalogue import Words
from bot.words.contact import who_and_where
from bot.words.times import say_hours
from directory.exchange.formats.vcard import number_card
from routing.answer import Step
from routing.snapshot import Office

_LONGEST_NAME = 64  # characters, Telegram's limit


def is_card(data: str) -> bool:
    """Whether a button asks for a contact."""
    return data.startswith(f"{Action.CARD}:")


class Card(NamedTuple):
    """A contact: its name, as short as Telegram wants it, and all of it as vCard."""

    name: str
    vcard: str


class Venue(NamedTuple):
    """An office on the map."""

    title: str
    address: str
    latitude: float
    longitude: float


async def send_card(bot: Bot, chat: int, words: Words, step: Step, offices: Mapping[str, Office]) -> None:
    """Send a step's number as a contact, and where to go. What is in the card is what the answer shows."""
    assert step.phone, "only a step with a number is shown"
    card = card_of(words, step)
    await bot.send_contact(chat, step.phone, card.name, vcard=card.vcard)
    if venue := venue_of(step, offices):
        await bot.send_venue(chat, venue.latitude, venue.longitude, title=venue.title, address=venue.address)


def venue_of(step: Step, offices: Mapping[str, Office]) -> Venue | None:
    """Where the office of a step is; None where the directory knows only its town, or no address."""
    office = offices.get(step.office or "")
    if office is None or office.address is None or office.position is None or office.position_is_towns:
        return None
    return Venue(office.name, office.address, *office.position)


def card_of(words: Words, step: Step) -> Card:
    """The card of a step that has a number, with its hours."""
    name = who_and_where(words, step)
    hours = step.hours and say_hours(words, step.hours)
    return Card(name[:_LONGEST_NAME], number_card(name, step.phone or "", hours or ""))
