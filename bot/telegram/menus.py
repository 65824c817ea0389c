"""The commands that Telegram offers while somebody types: for everybody, for groups, for each standing.

Somebody's own menu follows their standing when they next write or press, so that whatever changed it (an
invitation, a suspension, an agency that is revoked elsewhere) needs to tell nobody.
"""

import asyncio
import logging
from collections import OrderedDict
from functools import cache

from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    MenuButtonCommands,
)

from bot.asker import Asker
from bot.operation.failures import place_of
from bot.telegram.commands import COMMANDS, Command
from bot.telegram.words import say
from bot.words.catalogue import Words
from bot.words.language import Language
from routing.vocabulary import Standing

logger = logging.getLogger(__name__)

_REMEMBERED = 10_000
Menu = tuple[Command, ...]


@cache
def menu_of(standing: Standing, *, coordinator: bool = False) -> Menu:
    """The commands that somebody has in private."""
    return tuple(one for one in COMMANDS if one.in_menus and one.is_for(standing, coordinator=coordinator))


EVERYBODYS = menu_of(Standing.PUBLIC)
OF_GROUPS = tuple(one for one in EVERYBODYS if one.in_groups)


async def set_up_menus(bot: Bot) -> None:
    """Show the commands that everybody has, and the button that opens them. Raises AiogramError."""
    for language in Language:
        code = None if language is Language.ENGLISH else language.value  # English is for all other apps too
        for menu, scope in (
            (EVERYBODYS, BotCommandScopeAllPrivateChats()),
            (OF_GROUPS, BotCommandScopeAllGroupChats()),
        ):
            await bot.set_my_commands(_listed(Words(language), menu), scope=scope, language_code=code)
    await bot.set_chat_menu_button(menu_button=MenuButtonCommands())


def _listed(words: Words, menu: Menu) -> list[BotCommand]:
    return [BotCommand(command=one.name, description=say(words, f"command-{one.name}")) for one in menu]


class Menus:
    """Each person's menu, as far as it is another than everybody's."""

    def __init__(self) -> None:
        self._shown: OrderedDict[int, tuple[Menu, Language]] = OrderedDict()
        self._setting: set[asyncio.Task[None]] = set()  # held, or they might be collected half way

    def follow(self, bot: Bot, chat: int, asker: Asker) -> None:
        """Have the menu of a private chat changed where the standing asks for another. Waits for nothing."""
        menu = menu_of(asker.standing, coordinator=asker.coordinator)
        # What everybody has, Telegram shows in the language of the app.
        wanted = menu, Language.ENGLISH if menu == EVERYBODYS else asker.language
        # Whoever has lost a standing may have been shown its menu before this process began.
        if wanted == self._shown.get(chat, (() if asker.lapse else EVERYBODYS, Language.ENGLISH)):
            return
        self._shown[chat] = wanted
        self._shown.move_to_end(chat)
        if len(self._shown) > _REMEMBERED:
            self._shown.popitem(last=False)
        setting = asyncio.create_task(self._set(bot, chat, asker.words, menu))
        self._setting.add(setting)
        setting.add_done_callback(self._setting.discard)

    async def _set(self, bot: Bot, chat: int, words: Words, menu: Menu) -> None:
        scope = BotCommandScopeChat(chat_id=chat)
        try:
            if menu == EVERYBODYS:
                await bot.delete_my_commands(scope=scope)
            else:
                await bot.set_my_commands(_listed(words, menu), scope=scope)
        except AiogramError as error:  # it is only a menu: what is typed is understood all the same
            logger.warning("Telegram: a menu could not be set: %s", place_of(error))
