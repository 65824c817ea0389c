"""A finder for each language, made anew when the directory changes: in a thread, so that nobody waits."""

import asyncio
from collections.abc import Callable

from bot.words.catalogue import Words
from bot.words.language import Language
from directory.directory import Directory
from directory.pictures.pictures import Pictures
from routing.policy import Policies
from routing.reception.finding import Finder
from routing.reception.finding_index import Labels
from routing.snapshot import Snapshot
from routing.vocabulary import Provider, Role, Topic

Made = tuple[Snapshot, dict[Language, Finder]]


class Finders:
    """Those of an open directory, as it is today."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._made: Made | None = None
        directory.on_change(self.prepare)

    def prepare(self, pictures: Pictures) -> Callable[[], None]:
        """Make those of new pictures, where anybody has looked; what is returned puts them into place."""
        made = _made_of(pictures.of(self._directory.now())) if self._made else None

        def put_in_place() -> None:
            self._made = made

        return put_in_place

    async def of(self, language: Language) -> Finder:
        """The one that finds by the words of a language."""
        snapshot = self._directory.snapshot
        if self._made is None or self._made[0] is not snapshot:  # nobody has looked yet, or it is another day
            self._made = await asyncio.to_thread(_made_of, snapshot)
        return self._made[1][language]


def _made_of(snapshot: Snapshot) -> Made:
    return snapshot, {one: Finder(snapshot, Policies.bundled(), labels(Words(one))) for one in Language}


def labels(words: Words) -> Labels:
    """What posts and topics are called in a language."""
    posts = {
        (role, provider): words.say(f"role-{role}", provider=provider or "none")
        for role in Role
        for provider in (None, *Provider)
    }
    return Labels(posts, {topic: words.say("topic", topic=topic) for topic in Topic})
