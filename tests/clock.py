"""A clock that a test moves."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

NOON = datetime(2014, 7, 8, 12, tzinfo=UTC)  # a Tuesday


@dataclass
class Clock:
    """Shows `now`, an aware moment, until a test puts it forward."""

    now: datetime = NOON

    def __call__(self) -> datetime:
        return self.now

    def passes(self, seconds: float) -> None:
        """Time goes by."""
        self.now += timedelta(seconds=seconds)
