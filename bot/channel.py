"""The door of every channel: who this is, and whether they write too much."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from bot.asker import Asker
from bot.limits import LONGEST_TEXT, PERSON, BucketsInMemory, Limits, Rate, Verdict
from bot.words.catalogue import Words
from bot.words.language import Language, named
from directory.accounts.standing import PUBLIC, Identity


class Knows(Protocol):
    """Whatever knows who asks and what is danger; the assistant does."""

    async def identity(self, channel: str, user: int | None) -> Identity:
        """Who this user of a channel is, now. Never raises."""
        ...

    def in_danger(self, text: str, area: str) -> bool:
        """Whether a text says that somebody is in danger."""
        ...


class KnowsNobody:
    """For a channel that stands alone: everybody is the public."""

    async def identity(self, channel: str, user: int | None) -> Identity:
        """The public."""
        return PUBLIC

    def in_danger(self, text: str, area: str) -> bool:
        """Taken to be, as nobody has read it."""
        return True


@dataclass(frozen=True, slots=True)
class Channel:
    """One channel. Only here does somebody get a standing, so no channel has a way of its own to give one."""

    name: str
    area: str  # the deployment's
    knows: Knows = field(default_factory=KnowsNobody)
    limits: Limits = field(default_factory=lambda: Limits(BucketsInMemory()))

    async def asker(
        self, key: str | int, user: int | None = None, *, language: Language = Language.ENGLISH
    ) -> Asker:
        """Somebody with the standing that they have at this moment; `key` tells them from others.

        `user` is None where others can read the answer, as in a group: then everybody is the public.
        """
        known = PUBLIC if user is None else await self.knows.identity(self.name, user)
        return self.recognised(key, known, language)

    def recognised(self, key: str | int, known: Identity, language: Language) -> Asker:
        """Somebody whose standing the directory has just said."""
        return Asker(
            area=known.area or self.area,
            standing=known.standing,
            office=known.office,
            channel=self.name,
            key=f"{self.name} {key}",
            account=known.account,
            agency=known.agency,
            language=language,
            coordinator=known.coordinator,
            lapse=known.lapse,
        )

    async def met(self, user: int, of_the_app: str | None = None) -> tuple[Words, Identity]:
        """Who a user is at this moment, and the words that they are answered in.

        These are of the language chosen, else of their app, else English.
        """
        who = await self.who(user)
        return Words(named(who.language) or named(of_the_app) or Language.ENGLISH), who

    async def words(self, user: int, of_the_app: str | None = None) -> Words:
        """The words that a user is answered in."""
        words, _ = await self.met(user, of_the_app)
        return words

    async def who(self, user: int) -> Identity:
        """Who a user is at this moment, with all that is known of them, for what is no question."""
        return await self.knows.identity(self.name, user)

    def in_danger(self, text: str) -> bool:
        """Whether a text says that somebody is in danger."""
        return self.knows.in_danger(text[:LONGEST_TEXT], self.area)

    async def admit(self, key: str | int, text: str, at: datetime, rate: Rate = PERSON) -> Verdict:
        """Whether a message is answered; one with words of danger always is."""
        return await self.limits.admit(
            f"{self.name}:{key}", at, rate, lambda: bool(text) and self.in_danger(text)
        )
