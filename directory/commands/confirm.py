"""python -m directory confirm NUMBER: its keeper has checked it today."""

import argparse
import sys

from directory.commands import refuse

HELP = "say that a number was checked today and is right"
EXAMPLES = """\
example:
  python -m directory confirm "01905 723591"
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the number."""
    parser.add_argument("number", metavar="NUMBER", help="the number, however it is typed")


async def run(arguments: argparse.Namespace) -> int:
    """Confirm the number."""
    from directory.acting import at_the_command_line  # noqa: PLC0415
    from directory.audit import Entry  # noqa: PLC0415
    from directory.days import today  # noqa: PLC0415
    from directory.exchange.cells import CellError  # noqa: PLC0415
    from directory.exchange.phone import read_number, written_number  # noqa: PLC0415
    from directory.freshness import confirm  # noqa: PLC0415
    from directory.reading_once import changing  # noqa: PLC0415

    try:
        number = read_number(arguments.number)
    except CellError as error:
        return refuse(f'"{arguments.number}" {error}.')
    entry = Entry(at_the_command_line(), "confirm", f"number {number}")
    async with changing(entry) as connection:
        await confirm(connection, number, today())
    sys.stdout.write(f"{written_number(number)} was checked on {today()} and is right.\n")
    return 0
