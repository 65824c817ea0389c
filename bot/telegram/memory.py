"""Where each chat's conversation stands, for half an hour: a token and a moment, no more."""

import logging
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Protocol

from bot.dialogue.reply import Before, Reply
from bot.operation.failures import place_of

logger = logging.getLogger(__name__)


class Keeps(Protocol):
    """A store of tokens by chat; `directory.conversations` is one."""

    async def recall(self, chat: str) -> tuple[str, datetime] | None:
        """The token kept last, and when."""
        ...

    def keep(self, chat: str, token: str, at: datetime) -> None:
        """Keep a token in place of the one before."""
        ...

    def forget(self, chat: str) -> None:
        """Keep nothing of this chat."""
        ...


Moves = Callable[[int, int], Awaitable[None]]  # from the number of a chat to another


async def _moves_nothing(chat: int, to: int) -> None:
    pass


class Memory:
    """Remembers in a store. A store that fails is as if nothing had been said before: that is no harm.

    Where a conversation stands after a reply is kept once the reply was `said`: a message that comes
    again, because it could not be, is read as it was read before.
    """

    def __init__(self, store: Keeps, moves: Moves = _moves_nothing) -> None:
        self._store = store
        self._moves = moves
        self._unsaid: dict[int, Reply] = {}
        self._moved: dict[int, int] = {}  # groups of which something may still be in hand

    async def before(self, chat: int) -> Before | None:
        """Where the conversation of this chat stood."""
        self._unsaid.pop(chat, None)
        return await self._stood(chat)

    async def _stood(self, chat: int) -> Before | None:
        try:
            found = await self._store.recall(self._key(chat))
        except Exception as error:  # the question is answered all the same
            logger.error("Telegram: a conversation could not be read: %s", place_of(error))
            return None
        return Before(*found) if found else None

    def after(self, chat: int, reply: Reply) -> None:
        """Where it stands once this reply is said."""
        self._unsaid[chat] = reply

    def said(self, chat: int) -> None:
        """The reply, if there was one, has reached the chat."""
        reply = self._unsaid.pop(chat, None)
        if reply is None:
            return
        if reply.forget:
            self._store.forget(self._key(chat))
        elif reply.before:
            self._store.keep(self._key(chat), reply.before.token, reply.before.at)

    def forget(self, chat: int) -> None:
        """Begin this chat's conversation anew."""
        self._store.forget(self._key(chat))

    async def move(self, chat: int, to: int) -> None:
        """A chat has another number from now on, for whatever else goes by it too."""
        await self._moves(chat, to)
        stood = await self._stood(chat)
        self._store.forget(self._key(chat))
        self._moved[chat] = to
        if stood:
            self._store.keep(self._key(to), stood.token, stood.at)

    def _key(self, chat: int) -> str:
        return f"telegram {self._moved.get(chat, chat)}"
