"""python -m directory rota remove NUMBER: one row less."""

import argparse
import sys

HELP = "take one row out of the rota, by the number that `rota list` shows"
DESCRIPTION = f"""\
{HELP[0].upper()}{HELP[1:]}. What that would leave is proved first: where somebody would find nobody, it is
refused, unless forced, and says when. A post whose last shift is taken out keeps its rota, with a gap.
"""
EXAMPLES = "example:\n  python -m directory rota remove 12\n"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the number."""
    parser.add_argument("number", metavar="NUMBER", help="as `rota list` shows it")
    parser.add_argument("--force", action="store_true", help="even if that opens a hole")


async def run(arguments: argparse.Namespace) -> int:
    """Remove the row."""
    from functools import partial  # noqa: PLC0415 - so that --help needs no database

    from directory.command_line.acting import at_the_command_line  # noqa: PLC0415
    from directory.command_line.days import today  # noqa: PLC0415
    from directory.commands import refuse  # noqa: PLC0415
    from directory.opening import database_opened  # noqa: PLC0415
    from directory.proof.guard import no_new_holes  # noqa: PLC0415
    from directory.rota.edits import remove_row  # noqa: PLC0415
    from directory.settings import DirectorySettings  # noqa: PLC0415

    typed = arguments.number
    if not (typed.isascii() and typed.isdigit() and len(typed) < 10):
        return refuse(f"{typed!r} is not the number of a row: `rota list` shows the number of each.")
    guard = partial(no_new_holes, today=today(), force=arguments.force)
    async with database_opened(DirectorySettings()) as engine:
        await remove_row(engine, int(typed), at_the_command_line(), guard)
    sys.stdout.write(f"Row {int(typed)} is off the rota.\n")
    return 0
