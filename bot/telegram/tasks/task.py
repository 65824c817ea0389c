"""What a task is: it is called by its command or by a button of its own, and answers with a page.

Who may is looked up at every call and at every press, as a button outlives whatever it was drawn for.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol, runtime_checkable

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.telegram.commands import NAMED, TASK_BUTTON, Called
from bot.telegram.page import Page
from bot.telegram.words import say
from bot.words.buttons import LONGEST_DATA, PressError
from bot.words.catalogue import Words
from directory.accounts.binding import Person
from directory.accounts.standing import TELEGRAM, Identity
from directory.errors import DirectoryError


@dataclass(frozen=True, slots=True)
class Doing:
    """Somebody does something: who they are now, and what they wrote or pressed."""

    who: Identity
    user: int
    bot: str  # its name, for links
    words: Words  # of their language
    typed: str = field(default="", repr=False)
    chat: int = 0  # in which they wrote; their own number where that is private

    @property
    def person(self) -> Person:
        """As the accounts know them."""
        return Person(TELEGRAM, self.user)

    def in_words(self, words: Words) -> "Doing":
        """The same, said in other words."""
        return replace(self, words=words)

    def say(self, key: str, **values: str | int) -> str:
        """A sentence in their language."""
        return say(self.words, key, **values)


class Task(Protocol):
    """One command."""

    async def called(self, doing: Doing) -> Page | None:
        """What the command leads to; None where what stands behind it is not for this command."""
        ...


@runtime_checkable
class HasButtons(Protocol):
    """A task that has buttons of its own."""

    async def pressed(self, doing: Doing) -> Page:
        """What one of its buttons leads to."""
        ...


class Tasks:
    """All of them, by the names of their commands."""

    def __init__(self, tasks: Mapping[str, Task]) -> None:
        self._tasks = tasks

    async def call(self, called: Called, doing: Doing) -> Page | None:
        """What a command leads to; None where it is to be read as words."""
        name = called.command.name
        if not _may(name, doing.who):
            return None if called.rest else Page(doing.say("not-for-you"))
        try:
            return await self._tasks[name].called(doing)
        except DirectoryError:
            return Page(doing.say("trouble"))

    def is_for_groups(self, data: str) -> bool:
        """Whether a button may be pressed where others see it."""
        name = data.removeprefix(TASK_BUTTON).partition(":")[0]
        return data.startswith(TASK_BUTTON) and name in self._tasks and NAMED[name].buttons_in_groups

    async def press(self, data: str, doing: Doing) -> Page | None:
        """What a button leads to; None where it is no button of a task. Raises PressError."""
        name, _, typed = data.removeprefix(TASK_BUTTON).partition(":")
        if not data.startswith(TASK_BUTTON) or name not in self._tasks:
            return None
        if not _may(name, doing.who):
            return Page(doing.say("not-for-you"))
        task = self._tasks[name]
        if not isinstance(task, HasButtons):
            raise PressError(f"/{name} has no buttons")
        try:
            return await task.pressed(replace(doing, typed=typed))
        except DirectoryError:
            return Page(doing.say("trouble"))


def _may(name: str, who: Identity) -> bool:
    return NAMED[name].is_for(who.standing, coordinator=who.coordinator)


def buttons(name: str, *labelled: tuple[str, str]) -> InlineKeyboardMarkup | None:
    """Buttons of a task, each a label and what is pressed; what is too long for one is left out."""
    rows = [
        [InlineKeyboardButton(text=label, callback_data=data)]
        for label, words in labelled
        if len((data := f"{TASK_BUTTON}{name}:{words}").encode()) <= LONGEST_DATA
    ]
    return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None
