"""python -m directory confirm NUMBER|RUN: its keeper has checked it today."""

import argparse
import sys

from directory.commands import refuse

HELP = "say that a number, or what is said of a programme, was checked today and is right"
EXAMPLES = """\
examples:
  python -m directory confirm "01905 723591"
  python -m directory confirm bbr-west-mercia
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the number or the code."""
    parser.add_argument(
        "what",
        metavar="NUMBER|RUN",
        help="the number, however it is typed; or the code of a run of a programme",
    )


async def run(arguments: argparse.Namespace) -> int:
    """Confirm it."""
    from directory.audit.audit import Entry  # noqa: PLC0415
    from directory.command_line.acting import at_the_command_line  # noqa: PLC0415
    from directory.command_line.days import today  # noqa: PLC0415
    from directory.command_line.reading_once import changing  # noqa: PLC0415
    from directory.exchange.cells.cell import CellError  # noqa: PLC0415
    from directory.exchange.cells.phone import read_number, written_number  # noqa: PLC0415
    from directory.keeping.freshness import confirm, confirm_run  # noqa: PLC0415

    typed = arguments.what.strip()
    is_run = any(letter.isalpha() for letter in typed)
    try:
        what = typed.lower() if is_run else read_number(typed)
    except CellError as error:
        return refuse(f'"{typed}" {error}.')
    entry = Entry(at_the_command_line(), "confirm", f"{'programme run' if is_run else 'number'} {what}")
    async with changing(entry) as connection:
        await (confirm_run if is_run else confirm)(connection, what, today())
    shown = what if is_run else written_number(what)
    sys.stdout.write(f"{shown} was checked on {today()} and is right.\n")
    return 0
