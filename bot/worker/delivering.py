"""A message out of the outbox is brought to whom it is for, and what became of it is written down."""

import asyncio
import logging
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Protocol

from sqlalchemy.exc import SQLAlchemyError

from bot.call_backs.saying import Saying
from bot.cover.saying import say_cover
from bot.information.saying import InformationSaying
from bot.words.catalogue import Words
from bot.words.message import LineKind, Message
from directory.call_backs.outbox import Outgoing
from directory.directory import Directory
from directory.errors import DirectoryError
from routing.call_backs.news import Said
from routing.information.machine import To, Told
from routing.rota.cover import CoverRefusedError, CoverSaid

logger = logging.getLogger(__name__)

SEND_WITHIN = 30.0  # seconds; well below how long a claim holds


class NotSentError(Exception):
    """It certainly was not sent; to be tried again, after `pause` where the channel says so."""

    def __init__(self, pause: timedelta | None = None) -> None:
        super().__init__("not sent")
        self.pause = pause


class NobodyThereError(Exception):
    """It can never be brought there: the chat is gone, or whoever it is does not want it."""


class Sends(Protocol):
    """A channel that brings messages to people."""

    async def words(self, chat: int) -> Words:
        """The words that whoever is in a chat is written to in."""
        ...

    async def send(self, chat: int, words: Words, message: Message, key: str) -> str:
        """Bring it to a chat; where it then stands. `key` is for a channel that can tell a message twice.

        Raises NotSentError or NobodyThereError; after any other error nobody knows whether it arrived.
        """
        ...

    async def replace(self, chat: int, place: str, words: Words, message: Message) -> None:
        """Put it in place of an earlier one. Raises as `send` does; doing it twice does no harm."""
        ...

    async def close(self) -> None:
        """Nothing more is to be sent."""
        ...


@dataclass(frozen=True, slots=True)
class Delivering:
    """Brings the messages of a directory by one channel."""

    directory: Directory
    sends: Sends

    async def send(self, one: Outgoing) -> None:
        """Send one message, and write down what became of it. Raises nothing but a fault of the database."""
        outbox, sends = self.directory.outbox, self.sends
        chat = await outbox.recipients_chat(one.recipient)
        try:
            if chat is None:
                raise NobodyThereError
            words = await sends.words(chat)
            message = await self._message(words, one)
            async with asyncio.timeout(SEND_WITHIN):
                if one.said != Said.OVER:
                    await outbox.sent(one, await sends.send(chat, words, message, one.key))
                elif one.instead_of:
                    await sends.replace(chat, one.instead_of, words, message)
                    await outbox.sent(one, None)
                else:
                    await outbox.sent(one, None)  # there is nothing that it could take the place of
        except NotSentError as error:
            await outbox.put_off(one, error.pause)
        except NobodyThereError:
            await self._not_delivered(one)
        except (DirectoryError, SQLAlchemyError):
            raise
        except Exception as error:  # nobody knows whether it arrived: it is sent again when the claim is over
            logger.warning("A message may not have arrived: %s", type(error).__name__)

    async def _message(self, words: Words, one: Outgoing) -> Message:
        """In words; where it may have come already, that is said too. Replaced twice, it is the same."""
        message = await self._said(words, one)
        if not one.again or one.said == Said.OVER:
            return message
        again = words.line(LineKind.NOTE, "call-back-again-note")
        return replace(message, lines=(*message.lines, again))

    async def _said(self, words: Words, one: Outgoing) -> Message:
        directory = self.directory
        if one.said in tuple(Told):
            names = await directory.information.agencies.names()
            return InformationSaying(words, directory.snapshot, directory.now(), names).message(one)
        if one.said in tuple(CoverSaid):
            return say_cover(words, directory.snapshot, one)
        account = one.recipient.removeprefix("account ")
        held = await directory.call_backs.held_by(account) if one.said == Said.SUMMARY else ()
        return Saying(words, directory.snapshot, directory.now()).message(one, held)

    async def _not_delivered(self, one: Outgoing) -> None:
        """Whoever cannot be reached is passed over at once, where a request was offered to them."""
        directory = self.directory
        if one.said == Said.OFFER and one.call_back and one.recipient.startswith("account "):
            await directory.call_backs.not_delivered(one.call_back, one.recipient.removeprefix("account "))
        await directory.outbox.give_up(one, "nobody there")
        if one.said in tuple(Told) and one.about["to"] == To.AGENCY:
            await directory.information.not_delivered(one.about["id"], one.key)
        if one.said == CoverSaid.ASKED:
            with suppress(CoverRefusedError):  # it has ended meanwhile
                await directory.covers.decline(one.about["id"], one.recipient.removeprefix("account "))
