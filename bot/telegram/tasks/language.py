"""/language: in which language Signpost answers somebody."""

from aiogram.types import InlineKeyboardMarkup

from bot.telegram.page import Page
from bot.telegram.tasks.task import Doing, buttons
from bot.words.catalogue import Words
from bot.words.language import Language
from directory.accounts.standing import TELEGRAM
from directory.directory import Directory

_AS_THE_APP = "app"


class LanguageChoice:
    """Two languages to choose from; the third button forgets the choice."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory

    async def called(self, doing: Doing) -> Page | None:
        """Which it is, and the buttons."""
        return None if doing.typed else Page(doing.say("language"), _choices(doing.words))

    async def pressed(self, doing: Doing) -> Page:
        """From now on the other; said in it."""
        chosen = Language(doing.typed) if doing.typed in tuple(Language) else None
        await self._directory.languages.choose(TELEGRAM, doing.user, chosen)
        if chosen is None:
            return Page(doing.say("language-forgotten"), _choices(doing.words))
        doing = doing.in_words(Words(chosen))
        return Page(doing.say("language"), _choices(doing.words))


def _choices(words: Words) -> InlineKeyboardMarkup | None:
    names = [(words.say(f"language-{language}"), language) for language in Language]
    return buttons("language", *names, (words.say("telegram-language-app"), _AS_THE_APP))
