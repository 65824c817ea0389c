"""Days and numbers as they are typed on the command line."""

import argparse
from datetime import date, datetime, time, timedelta

from directory.errors import DirectoryError
from directory.typed import whole_number_in
from routing.hours import LONDON
from routing.moments import on_the_wall
from routing.rota.shifts import Span

_DAYS = 28


class DayError(DirectoryError):
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
    number = whole_number_in(text, most)
    if number is None:
        raise DayError(f"{option} {text!r} is not a number of {of}: write one from 1 to {most:,}.")
    return number


def add_period(parser: argparse.ArgumentParser) -> None:
    """Take the first day of a period and the one after its last."""
    parser.add_argument("--since", metavar="DAY", help=f"the first day, as 2026-11-01; else {_DAYS} days ago")
    parser.add_argument("--until", metavar="DAY", help="the first day that no longer counts; else tomorrow")


def period_of(arguments: argparse.Namespace) -> Span:
    """That period, from midnight to midnight in London. Raises DayError."""
    until = day_of(arguments.until, "--until") if arguments.until else today() + timedelta(days=1)
    since = day_of(arguments.since, "--since") if arguments.since else until - timedelta(days=_DAYS)
    if since >= until:
        raise DayError(f"--since {since} is not before --until {until}: there is no day between them.")
    return Span(on_the_wall(since, time.min), on_the_wall(until, time.min))
