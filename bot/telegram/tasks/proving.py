"""/verify and /code without an address or a code that can be read: how each is used.

That is what a press on one of them sends, where /help names it.
"""

from bot.telegram.page import Page
from bot.telegram.tasks.task import Doing

_SENTENCE = 3  # words: so many are no address and no code, and are heard as words


class HowToProve:
    """Says what to write behind "verify" or "code"; what is right there never comes as far as here."""

    def __init__(self, shown: str) -> None:
        self._how = f"use-{shown}"

    async def called(self, doing: Doing) -> Page | None:
        """How it is used."""
        return None if len(doing.typed.split()) >= _SENTENCE else Page(doing.say(self._how))
