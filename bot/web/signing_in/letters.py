"""Letters with a link that signs somebody in, sent beside the answer: it never depends on who has an account.

Whoever asks for one is told the same at once, whether or not the address is known. To an address on a
secure domain a letter goes in any case: with a link, or with why there is none and what to do.
"""

import asyncio
import logging
from dataclasses import dataclass, field

from bot.mail import Mailer, MailError
from bot.words.catalogue import Words
from directory.accounts.binding import NotVerifiedError
from directory.channels.web_addresses import link_to_use
from directory.directory import Directory
from directory.errors import DirectoryError
from directory.signing_in.signing_in import LetterTo
from routing.policy import Policies

logger = logging.getLogger(__name__)

_MOST = 50  # that wait for the mail server at a time
_HERE = "\ufffd"  # where the link is to stand: a sentence with a link in it is not to be remembered


@dataclass(frozen=True, slots=True)
class Letters:
    """Sends them. `web` is the address at which people reach the pages: no request is trusted to say it."""

    directory: Directory
    mailer: Mailer
    web: str
    _sending: "set[asyncio.Task[None]]" = field(default_factory=set)

    def send_soon(self, words: Words, to: LetterTo, way_on: str, account: str | None = None) -> bool:
        """Have a letter sent; False where too many wait. `account` is to be given the address."""
        if len(self._sending) >= _MOST:
            return False
        task = asyncio.create_task(self._send(words, to, way_on, account))
        self._sending.add(task)
        task.add_done_callback(self._sending.discard)
        return True

    async def _send(self, words: Words, to: LetterTo, way_on: str, account: str | None) -> None:
        try:
            text = await self._text(words, to, way_on, account)
            await self.mailer.send(to.address, words.say("sign-in-letter-subject"), text)
        except (DirectoryError, MailError) as error:
            logger.error("A letter with a link could not be sent: %s", error)

    async def _text(self, words: Words, to: LetterTo, way_on: str, account: str | None) -> str:
        try:
            token = await self.directory.signing_in.link_to(to, self.directory.snapshot, account)
        except NotVerifiedError as refused:
            return words.say(f"sign-in-letter-no-{refused.reason}")
        minutes = Policies.bundled().limits.link_minutes
        text = words.say("sign-in-letter", minutes=minutes, link=_HERE)
        return text.replace(_HERE, link_to_use(self.web, token, way_on))
