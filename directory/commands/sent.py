"""python -m directory sent: what was logged at the desk."""

import argparse
import sys
from pathlib import Path

from directory.command_line.days import add_period, period_of
from directory.commands import refuse

HELP = "what was logged at the desk: who asked for what was sent where, as a file"
DESCRIPTION = """\
Writes what reception has logged: when, at which office's desk, what it was about or which post was asked
for, and the post that the caller was sent to. Nothing of the caller is in it, nor who logged it.

Of the days that are given, 28 up to today where none are.
"""
EXAMPLES = """\
examples:
  python -m directory sent sent.csv
  python -m directory sent sent.xlsx --desk worcester --since 2026-11-01 --until 2026-12-01
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the file, whose desk, and of which days."""
    parser.add_argument("file", type=Path, metavar="FILE", help="ends in .csv or .xlsx")
    parser.add_argument("--desk", metavar="OFFICE", help="only of the desk of this office, by id")
    add_period(parser)


async def run(arguments: argparse.Namespace) -> int:
    """Write the file, or say why it cannot be written."""
    from directory.channels.callers_sent import COLUMNS, rows_sent  # noqa: PLC0415
    from directory.clock import utc_now  # noqa: PLC0415 - so that --help needs no database
    from directory.command_line.reading_once import connected  # noqa: PLC0415
    from directory.exchange.files.new_file import new_tables  # noqa: PLC0415
    from directory.pictures.snapshot import load_pictures  # noqa: PLC0415

    span = period_of(arguments)
    async with connected() as connection:
        offices = (await load_pictures(connection)).of(utc_now()).offices
        if arguments.desk and arguments.desk not in offices:
            known = ", ".join(sorted(offices))
            return refuse(f"--desk {arguments.desk!r} is not in the directory: write one of {known}.")
        rows = list(await rows_sent(connection, span, arguments.desk))
    with new_tables(arguments.file) as add_sheet:
        append = add_sheet("sent")
        for row in (list(COLUMNS), *rows):
            append(row)
    sys.stdout.write(f"Wrote {arguments.file}: {len(rows):,} callers.\n")
    return 0
