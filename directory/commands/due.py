"""python -m directory due: which numbers and programmes have to be checked, and by whom."""

import argparse
import sys

from directory.command_line.counting import counted

HELP = "which numbers and programmes are due for review, and to whom"
EXAMPLES = """\
examples:
  python -m directory due
  python -m directory due --by 2026-12-31
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the day."""
    parser.add_argument("--by", metavar="DATE", help="due by this day, as 2026-12-31; else today")


async def run(arguments: argparse.Namespace) -> int:
    """List what is due."""
    from directory.command_line.days import day_of, today  # noqa: PLC0415
    from directory.command_line.reading_once import connected  # noqa: PLC0415
    from directory.keeping.freshness import all_due  # noqa: PLC0415

    by = day_of(arguments.by, "--by") if arguments.by else today()
    async with connected() as connection:
        found = await all_due(connection, by)
    sys.stdout.write("".join(f"{one.said()}\n" for one in found))
    count = counted(len(found), "thing is", "things are")
    sys.stdout.write(f"{count} due for review by {by}.\n")
    return 0
