"""Days and numbers as they are typed on the command line."""

from datetime import date, datetime

from routing.hours import LONDON


class DayError(ValueError):
    """What was typed cannot be read; the message says which part and what to write."""


def today() -> date:
    """The day that it is in London; for command lines only, all else is told the time."""
    return datetime.now(LONDON).date()


def day_of(text: str, option: str) -> date:
    """A day. Raises DayError."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise DayError(f"{option} {text!r} is not a day: write it like 2026-12-01.") from None


def whole_number(text: str, option: str, most: int, of: str = "days") -> int:
    """A whole number from 1 on. Raises DayError."""
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= most):
        raise DayError(f"{option} {text!r} is not a number of {of}: write one from 1 to {most:,}.")
    return int(text)
