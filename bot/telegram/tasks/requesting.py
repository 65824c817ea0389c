"""/requests: information that was asked of other agencies, for those who asked and those who were asked."""

from bot.information.requesting import Requesting
from bot.telegram.page import Page, fresh_page
from bot.telegram.tasks.task import Doing
from directory.directory import Directory


class Requests:
    """The list, one request, and recording a new one a choice at a time."""

    def __init__(self, directory: Directory) -> None:
        self._requesting = Requesting(directory)

    async def called(self, doing: Doing) -> Page | None:
        """What is open; a case reference behind the command is sealed with the newest."""
        if not doing.typed:
            return fresh_page(doing.words, await self._requesting.listed(doing.words, doing.who))
        kept = await self._requesting.add_reference(doing.words, doing.who, doing.typed)
        return fresh_page(doing.words, kept) if kept else None

    async def pressed(self, doing: Doing) -> Page:
        """What a button leads to. Raises PressError."""
        return fresh_page(doing.words, await self._requesting.pressed(doing.words, doing.who, doing.typed))
