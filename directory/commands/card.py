"""python -m directory card OFFICE: the ladder of an office on one page, for the day the bot is down."""

import argparse
import sys
from datetime import time
from pathlib import Path

from directory.commands import refuse

HELP = "the numbers of an office on one page, to print"
EXAMPLES = """\
examples:
  python -m directory card worcester
  python -m directory card worcester --html worcester.html    prints on one sheet of A4
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the office and where to write the page."""
    parser.add_argument("office", metavar="OFFICE", help="id of the office, e.g. worcester")
    parser.add_argument(
        "--on", metavar="DATE", help="as the directory is on a day, as 2027-01-01; else today"
    )
    parser.add_argument("--html", type=Path, metavar="FILE", help="write it as a page to print")


async def run(arguments: argparse.Namespace) -> int:
    """Write the card."""
    from directory.clock import utc_now  # noqa: PLC0415
    from directory.command_line.days import day_of  # noqa: PLC0415
    from directory.command_line.reading_once import read_pictures  # noqa: PLC0415
    from directory.exchange.formats.card import as_html, as_text, card_of  # noqa: PLC0415
    from routing.moments import on_the_wall  # noqa: PLC0415

    issued = on_the_wall(day_of(arguments.on, "--on"), time.min) if arguments.on else utc_now()
    card = card_of(await read_pictures(), arguments.office, issued)
    if arguments.html is None:
        sys.stdout.write(as_text(card))
        return 0
    try:
        arguments.html.write_text(as_html(card), encoding="utf-8")
    except OSError as error:
        return refuse(
            f"{arguments.html} cannot be written ({error.strerror}): check the folder and its rights."
        )
    sys.stdout.write(f"Wrote {arguments.html}: print it on A4, and throw it away after {card.replace_by}.\n")
    return 0
