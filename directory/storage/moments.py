"""Moments as the tables keep them: UTC in one width, so that they are in order as texts too."""

from datetime import UTC, datetime


def as_kept(moment: datetime) -> str:
    """An aware moment as a text."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def as_read(text: str) -> datetime:
    """The moment of such a text."""
    return datetime.fromisoformat(text)
