"""python -m directory overview: how the service works, in figures."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from directory.command_line.days import add_period, period_of
from directory.commands import refuse

if TYPE_CHECKING:
    from routing.overview.scope import Scope
    from routing.overview.table import Row
    from routing.snapshot import Snapshot

HELP = "how the service works, in figures: what is open, how long it takes, where nobody answers"
DESCRIPTION = """\
How many enquiries there were, to the nearest five, and how they ended, by hour, topic, channel and office.
Figures of the requests for a call back and for information: what is open and oldest, how long it takes
until somebody takes a request and until it is closed (median and 90th percentile), steps that nobody
answered by post and hour, posts that nobody was on, what moved between providers and why, conversations
about a risk and how they ended, and which agencies are overdue.

What is open is open now; all else is of the days that are given, 28 up to today where none are. Nobody
who asked, no case and no member of staff is in it.
"""
EXAMPLES = """\
examples:
  python -m directory overview
  python -m directory overview --office worcester --provider nps --since 2026-11-01 --until 2026-12-01
  python -m directory overview --file overview.csv      for a spreadsheet; or overview.xlsx
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take whose figures, of which days, and where to write them."""
    parser.add_argument("--area", help="only of this area, by id")
    parser.add_argument("--office", help="only of this office, by id")
    parser.add_argument("--provider", choices=["nps", "crc"], help="only what this provider had to do with")
    add_period(parser)
    parser.add_argument("--file", metavar="FILE", help="write them into this file, .csv or .xlsx")


async def run(arguments: argparse.Namespace) -> int:
    """Print the figures, or write the file."""
    from directory.clock import utc_now  # noqa: PLC0415 - so that --help needs no database
    from directory.command_line.reading_once import connected  # noqa: PLC0415
    from directory.overview.overviews import read_overview  # noqa: PLC0415
    from directory.pictures.snapshot import load_pictures  # noqa: PLC0415
    from routing.overview.scope import Scope  # noqa: PLC0415
    from routing.overview.table import rows_of  # noqa: PLC0415
    from routing.vocabulary import Provider  # noqa: PLC0415

    span = period_of(arguments)
    provider = Provider(arguments.provider) if arguments.provider else None
    scope = Scope(arguments.area, arguments.office, provider)
    async with connected() as connection:
        now = utc_now()
        if wrong := _unknown((await load_pictures(connection)).of(now), scope):
            return refuse(wrong)
        figures = await read_overview(connection, [scope], span, now)
    rows = list(rows_of(figures))
    if arguments.file:
        return _written(arguments.file, rows)
    sys.stdout.write(f"From {span.begins.date()} up to, not including, {span.ends.date()}:\n")
    sys.stdout.write("".join(f"{_said(row)}\n" for row in rows))
    return 0


def _unknown(snapshot: "Snapshot", scope: "Scope") -> str | None:
    """What of a scope is not in the directory, in a sentence."""
    for option, wanted, known in (
        ("--area", scope.area, snapshot.areas),
        ("--office", scope.office, snapshot.offices),
    ):
        if wanted and wanted not in known:
            return f"{option} {wanted!r} is not in the directory: write one of {', '.join(sorted(known))}."
    return None


def _said(row: "Row") -> str:
    """One figure in a line: how much, what, of what, where and when."""
    post = "/".join(filter(None, (row.area, row.office, row.provider, row.post)))
    hour = f"from {row.hour}:00" if row.hour else ""
    said = filter(None, (row.measure, row.of, post, row.day, hour))
    return f"{row.value:>16}  {', '.join(said)}"


def _written(name: str, rows: "Sequence[Row]") -> int:
    from directory.overview.figures_file import write_figures  # noqa: PLC0415

    write_figures(Path(name), rows)
    sys.stdout.write(f"Wrote {name}: {len(rows):,} figures.\n")
    return 0
