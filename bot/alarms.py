"""Telling those who keep the directory that somebody is trying case references out."""

import logging
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Alarm:
    """What happened, and whose account it was; it stands in the audit too."""

    rule: str
    account: str
    channel: str | None
    at: datetime


class Alarms(Protocol):
    """Whatever reaches those who keep the directory; a channel that can, brings its own."""

    async def sound(self, alarm: Alarm) -> None:
        """Tell them. Raises nothing: the asker is waiting for an answer."""
        ...


class AlarmsInTheLog:
    """Writes alarms to the log, which is there without any channel."""

    async def sound(self, alarm: Alarm) -> None:
        """One line, with the account, which names no person, and the way to stop it."""
        logger.warning(
            "Account %s is trying out case references (%s, through %s). To stop it for good: "
            "python -m directory account suspend %s",
            alarm.account,
            alarm.rule,
            alarm.channel or "no channel",
            alarm.account,
        )
