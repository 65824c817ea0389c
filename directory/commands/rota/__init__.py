"""python -m directory rota …: looking at the rota, and changing a row of it."""

import argparse
from datetime import UTC, datetime

HELP = "who is on, who is next, where is a gap; put a row on the rota or take one out"
METAVAR = "WHAT"


def add_choice(parser: argparse.ArgumentParser) -> None:
    """Take which posts are meant."""
    parser.add_argument("--area", help="only of this area, by id")
    parser.add_argument("--office", help="only of this office, by id")
    parser.add_argument("--post", help="only this one, as west-mercia/worcester/nps/duty_officer")


def now_or(text: str | None) -> datetime:
    """The moment that was typed, by the clock on the wall, or now. Raises DayError."""
    from directory.command_line.days import DayError  # noqa: PLC0415 - so that --help needs no database
    from directory.rota.rota import moment_of  # noqa: PLC0415

    if text is None:
        return datetime.now(UTC)
    try:
        return moment_of(text)
    except ValueError:
        raise DayError(f"--at {text!r} is not a moment: write it like '2026-12-24 18:00'.") from None
