"""/unanswered: what was not understood, by its shape, and the words that would have to be taught."""

from bot.telegram.page import Page
from bot.telegram.tasks.task import Doing
from directory.directory import Directory
from directory.keeping.unanswered import UNHELPFUL

_MOST = 10


class Unanswered:
    """A list to read; phrases are taught at the command line."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory

    async def called(self, doing: Doing) -> Page | None:
        """The list."""
        if doing.typed:
            return None
        shapes, words = await self._directory.keeping.not_understood()
        total = sum(times for times, _, _, length in shapes if length != UNHELPFUL)
        if not shapes:
            return Page(doing.say("unanswered-none"))
        lines = [doing.say("unanswered-total", count=str(total))]
        for times, topic, place, length in shapes[:_MOST]:
            about = doing.words.say("topic", topic=topic) if topic else doing.say("unanswered-no-topic")
            where = "yes" if place else "no"
            lines.append(doing.say("unanswered-shape", count=times, about=about, place=where, length=length))
        if words:
            told = ", ".join(word for word, _ in words[:_MOST])
            lines.append(doing.say("unanswered-words", words=told))
        return Page("\n".join(lines))
