"""Who is at the other end of a channel, as far as that is known."""

from dataclasses import dataclass

from bot.words.catalogue import Words
from bot.words.language import Language
from directory.accounts.standing import Lapse
from routing.vocabulary import Standing


@dataclass(frozen=True, slots=True)
class Asker:
    """Who is at the other end, as far as that is known.

    `key` tells one asker of a channel from another, so that nobody reports numbers by the dozen; it
    is never shown, and kept only as a keyed hash.
    """

    area: str
    standing: Standing = Standing.PUBLIC
    office: str | None = None
    channel: str = "terminal"
    key: str = ""
    account: str | None = None  # whose look-ups are counted
    agency: str | None = None
    coordinator: bool = False  # may invite others of their agency
    lapse: Lapse | None = None  # why somebody who has an account is the public
    language: Language = Language.ENGLISH

    @property
    def words(self) -> Words:
        """The words that they are answered in."""
        return Words(self.language)
