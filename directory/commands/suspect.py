"""python -m directory suspect NUMBER: a caller says that it is wrong."""

import argparse
import sys

from directory.commands import refuse

HELP = "mark a number as suspect, so that every answer warns of it"
EXAMPLES = """\
examples:
  python -m directory suspect "01905 723591" --because not-working
  python -m directory confirm "01905 723591"
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the number and what is wrong with it."""
    parser.add_argument("number", metavar="NUMBER", help="the number, however it is typed")
    parser.add_argument("--because", required=True, choices=("wrong-person", "not-working"))


async def run(arguments: argparse.Namespace) -> int:
    """Mark the number."""
    from directory.audit.audit import Entry  # noqa: PLC0415
    from directory.command_line.acting import at_the_command_line  # noqa: PLC0415
    from directory.command_line.days import today  # noqa: PLC0415
    from directory.command_line.reading_once import changing  # noqa: PLC0415
    from directory.exchange.cells.cell import CellError  # noqa: PLC0415
    from directory.exchange.cells.phone import read_number, written_number  # noqa: PLC0415
    from directory.keeping.freshness import suspect  # noqa: PLC0415

    try:
        number = read_number(arguments.number)
    except CellError as error:
        return refuse(f'"{arguments.number}" {error}.')
    entry = Entry(at_the_command_line(), "suspect", f"number {number}", {"because": arguments.because})
    async with changing(entry) as connection:
        await suspect(connection, number, arguments.because, today())
    shown = written_number(number)
    sys.stdout.write(
        f"{shown} is suspect: every answer with it says so, until `python -m directory confirm` of it.\n"
    )
    return 0
