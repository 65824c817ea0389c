"""What the channels of one running process share."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.assistant import Assistant
from bot.channel import Channel
from bot.dialogue.dialogue import Dialogue
from bot.dialogue.reporting import Reporting
from bot.limits import Limits
from bot.mail import Mailer
from bot.operation.health import Health
from bot.settings import Settings
from bot.worker.following import Following

if TYPE_CHECKING:
    from redis.asyncio import Redis

    from bot.web.reception.boards import Boards

logger = logging.getLogger(__name__)
_PATIENCE = 2.0  # seconds that a page waits for the bot's name, which is remembered once it is known


@dataclass(slots=True)
class OnTelegram:
    """The bot, as people find it there; `name` is set by whatever serves Telegram."""

    name: Callable[[], Awaitable[str]] | None = None

    async def bot(self) -> str | None:
        """Its name, without an @; None where it is not served, or cannot be asked just now."""
        if self.name is None:
            return None
        try:
            async with asyncio.timeout(_PATIENCE):
                return (await self.name()).removeprefix("@")
        except Exception as error:
            logger.warning("Telegram cannot be asked for the bot's name (%s).", type(error).__name__)
            return None


@dataclass(frozen=True, slots=True)
class Service:
    """The parts of a process, for as long as it runs."""

    settings: Settings
    assistant: Assistant
    dialogue: Dialogue
    reporting: Reporting
    limits: Limits
    mailer: Mailer
    following: Following
    boards: "Boards"
    web: str = "http://127.0.0.1:8080"  # the address at which people reach the pages, without a / at its end
    redis: "Redis | None" = None
    health: Health = field(default_factory=Health)
    telegram: OnTelegram = field(default_factory=OnTelegram)

    def channel(self, name: str) -> Channel:
        """The door of a channel."""
        return Channel(name, self.settings.area, self.assistant, self.limits)
