"""The machine's clock: where nobody brings another, as tests do, the directory goes by this one."""

from datetime import UTC, datetime


def utc_now() -> datetime:
    """The moment it is."""
    return datetime.now(UTC)
