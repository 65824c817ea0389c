"""/language: in which language Signpost answers."""

from bot.telegram.page import Page
from bot.telegram.tasks.task import Doing


class Language:
    """There is one so far."""

    async def called(self, doing: Doing) -> Page | None:
        """Says so."""
        return None if doing.typed else Page(doing.say("language"))

    async def pressed(self, doing: Doing) -> Page:
        """It has no buttons."""
        return Page(doing.say("language"))
