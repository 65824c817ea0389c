"""What a message asks, if it asks anything of us: the words, a command, a position, or a picture."""

import re
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Literal

from aiogram import Bot, types
from aiogram.enums import ChatType, ContentType

from bot.telegram.commands import NAMED, TASK_BUTTON, Called
from bot.telegram.nearby import Nearby
from routing.positions import Position

_COMMAND = re.compile(r"/(?P<name>\w*)(?:@(?P<addressee>\w+))?\s*(?P<rest>.*)", re.DOTALL)

# What a person sends instead of words. The rest (somebody joined, a message was pinned) asks nothing.
_WORDLESS = frozenset(
    {
        ContentType.ANIMATION,
        ContentType.AUDIO,
        ContentType.CONTACT,
        ContentType.DICE,
        ContentType.DOCUMENT,
        ContentType.PHOTO,
        ContentType.POLL,
        ContentType.STICKER,
        ContentType.STORY,
        ContentType.VIDEO,
        ContentType.VIDEO_NOTE,
        ContentType.VOICE,
    }
)


@dataclass(frozen=True, slots=True)
class Verify:
    """Somebody shows who they are: by an address, or the code that was sent to it."""

    by: Literal["address", "code"]
    shown: str = field(repr=False)


class Said(Enum):
    """A message that is not a question."""

    START = auto()
    HELP = auto()
    WORDLESS = auto()
    NOT_TO_US = auto()


Read = str | Said | Verify | Called | Nearby


async def read(message: types.Message, bot: Bot) -> Read:
    """The question in the message, or what it is instead.

    In a group only what begins with a command, names the bot or replies to an answer is meant for us.
    An unknown command is read as words: a call for help is not to be lost behind a slash.
    """
    if message.from_user and message.from_user.is_bot and not message.sender_chat:
        return Said.NOT_TO_US
    text = message.text or message.caption or ""
    if message.chat.type == ChatType.PRIVATE:
        if shown := _shown(text.strip()):
            return shown
        if text.startswith("/"):
            return _command(text, None)
        if text.strip(" !?.").casefold() in _HELP:
            return Said.HELP
        return text if text.strip() else _without_words(message)
    if any(member.id == bot.id for member in message.new_chat_members or ()):
        return Said.HELP  # we have just been added
    goes_on = bool(text.strip()) and _is_an_answer(message.reply_to_message, bot)
    return _in_group(text, (await bot.me()).username or "", goes_on=goes_on)


_HELP = frozenset({"help", "cymorth"})  # by itself; what is shown begins with 999
# Opened, or pasted; one that was cut is to be told that it cannot be used.
_INVITATION = re.compile(r"(?:/start\s+|https://t\.me/\w+\?start=)([\w-]{12,64})")
_ADDRESS = r"/verify\s+(\S{1,300}@\S{1,300})|([^\s@]{1,300}@[^\s@]{1,300}\.[^\s@]{1,300})"
_CODE = r"/code\s+([\d\s]{1,30})|(\d{4}[ -]?\d{4})"
_VERIFIES: tuple[tuple[Literal["address", "code"], re.Pattern[str]], ...] = (
    ("address", re.compile(_ADDRESS)),
    ("code", re.compile(_CODE)),
)


def _shown(text: str) -> Verify | Called | None:
    """What shows who somebody is, behind its command or by itself. Only in private: others would read it.

    Whatever else stands behind such a command is told how it is used, or read as words.
    """
    if invited := _INVITATION.fullmatch(text):
        return Called(NAMED["start"], invited[1])
    for by, pattern in _VERIFIES:
        if found := pattern.fullmatch(text):
            return Verify(by, found[1] or found[2])
    return None


def _without_words(message: types.Message) -> Said | Nearby:
    where = message.location or (message.venue and message.venue.location)
    if where:
        return Nearby(Position(where.latitude, where.longitude))
    return Said.WORDLESS if message.content_type in _WORDLESS else Said.NOT_TO_US


def _is_an_answer(message: types.Message | None, bot: Bot) -> bool:
    """Whether that is an answer of ours; about an offer to a duty group its members talk by themselves."""
    if message is None or message.from_user is None or message.from_user.id != bot.id:
        return False
    rows = message.reply_markup.inline_keyboard if message.reply_markup else []
    return not any((key.callback_data or "").startswith(TASK_BUTTON) for row in rows for key in row)


def _in_group(text: str, username: str, *, goes_on: bool) -> Read:
    if text.startswith("/"):
        return _command(text, username)
    words, mentions = re.subn(rf"(?i)(?<!\w)@{re.escape(username)}\b", " ", text)
    if not (username and (mentions or goes_on)):
        return Said.NOT_TO_US
    return words.strip() or Said.HELP


def _command(text: str, username: str | None) -> Read:
    """Read a command; `username` is ours in a group, where a command may be meant for another bot."""
    found = _COMMAND.match(text)
    name, addressee, rest = found.groups() if found else ("", None, text)
    to_us = username is None or (addressee or "").casefold() == username.casefold()
    if addressee and not to_us:
        return Said.NOT_TO_US
    command = NAMED.get(name.casefold())
    if command and (to_us or command.in_groups or command.name == "start"):
        alone = {"start": Said.START, "help": Said.HELP}
        return alone.get(command.name) or Called(command, rest.strip())
    if not to_us:
        return Said.NOT_TO_US
    return f"{name} {rest}".strip() or Said.HELP
