"""Becoming more than the public, for every channel: each step gets a sentence to show, and none raises."""

import logging
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal, NamedTuple

from bot.changing import Change, change_by, change_to
from bot.mail import Mailer, MailError
from bot.words.catalogue import Words
from directory.accounts.binding import NotVerifiedError, Person, Verified
from directory.accounts.invitations import Offer
from directory.accounts.standing import Identity
from directory.directory import Directory
from directory.errors import DirectoryError
from routing.limits import Limits
from routing.policy import Policies
from routing.vocabulary import Standing

logger = logging.getLogger(__name__)

_GOOD_ONCE = ("invitation", "code")


class Told(NamedTuple):
    """What to show, and whether it went as wanted; or by what to agree to what it would change."""

    words: str
    done: bool = False
    agree_by: str = ""


@dataclass(frozen=True, slots=True)
class Verifying:
    """Invitations and proofs of an address, on an open directory."""

    directory: Directory
    mailer: Mailer

    async def invite(self, offer: Offer, by: Identity, channel: str, days: int | None = None) -> str:
        """The token of an invitation. Raises InvitationError where the asker may not."""
        return await self.directory.accounts.invite(offer, by, channel, _limits(), days)

    async def redeem(self, words: Words, token: str, channel: str, user: int, agreed: str = "") -> Told:
        """What a link or a typed token leads to. An account is changed only as its holder has `agreed`."""
        token = token.strip()
        try:
            person = Person(channel, user)
            change = await change_by(self.directory, words, person, token)
            if change and change.is_one and change.key != agreed:
                return Told(_said(words, change, "invitation"), agree_by=change.key)
            await self.directory.accounts.redeem(token, person, _limits())
        except NotVerifiedError as refused:
            return await self._shown_again(words, refused, channel, user)
        except DirectoryError:
            return Told(words.say("verify-trouble"))
        return Told(words.say("verify-done"), done=True)

    async def send_code(self, words: Words, address: str, channel: str, user: int) -> Told:
        """Send a code to an address, which is forgotten as soon as the letter is on its way."""
        directory = self.directory
        try:
            person = Person(channel, user)
            mail = await directory.accounts.begin_proof(person, address, directory.snapshot, _limits())
            change = await self._change_by_code(words, person, mail.agency)
            # Not by the catalogue's own memory of sentences: a code is not to be remembered.
            text = words.say("verify-mail-text", minutes=mail.minutes).replace("00000000", mail.code)
            await self.mailer.send(mail.address, words.say("verify-mail-subject"), text)
        except NotVerifiedError as refused:
            return _refused(words, refused)
        except (DirectoryError, MailError) as error:
            logger.error("A code could not be sent: %s", error)
            return Told(words.say("verify-trouble"))
        sent = words.say("verify-sent", minutes=mail.minutes)
        return Told(f"{sent}\n{_said(words, change, 'code')}" if change else sent, done=True)

    async def _change_by_code(self, words: Words, person: Person, agency: str) -> Change | None:
        """What a code would change; nothing where it shows that somebody still belongs to their agency."""
        area = (await self.directory.accounts.agencies()).get(agency)
        change = await change_to(self.directory, words, person, Verified(agency, Standing.PARTNER, area))
        return change if change and change.leaves else None

    async def take_code(self, words: Words, code: str, channel: str, user: int) -> Told:
        """Whether this is the code that was sent."""
        try:
            account = await self.directory.accounts.finish_proof(Person(channel, user), code, _limits())
        except NotVerifiedError as refused:
            return await self._shown_again(words, refused, channel, user)
        except DirectoryError:
            return Told(words.say("verify-trouble"))
        return Told(words.say("verify-done"), done=True) if account else Told(words.say("verify-wrong-code"))

    async def _shown_again(self, words: Words, refused: NotVerifiedError, channel: str, user: int) -> Told:
        """What is good once was good the first time, if whoever shows it is verified: they may not have
        been told, as where the answer to them got lost."""
        with suppress(DirectoryError):
            known = await self.directory.accounts.identity(channel, user)
            if refused.reason in _GOOD_ONCE and known.account:
                return Told(words.say("verify-already"))
        return _refused(words, refused)


def _said(words: Words, change: Change, by: Literal["invitation", "code"]) -> str:
    lines = [
        words.say("verify-change", by=by),
        f"{words.say('sign-in-change-now')}: {change.now}.",
        f"{words.say('sign-in-change-then')}: {change.then}.",
        *([words.say("sign-in-change-leaves", agency=change.leaves)] if change.leaves else []),
        words.say("verify-change-not", by=by),
    ]
    return "\n".join(lines)


def _limits() -> Limits:
    return Policies.bundled().limits


def _refused(words: Words, refused: NotVerifiedError) -> Told:
    return Told(words.say(f"verify-no-{refused.reason}"))
