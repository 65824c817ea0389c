"""python -m directory agency restore AGENCY."""

import argparse
import sys

HELP = "let the people of an agency know again what they might"
EXAMPLES = "example:\n  python -m directory agency restore west-mercia-police\n"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the agency."""
    parser.add_argument("agency", metavar="AGENCY", help="id of the agency")


async def run(arguments: argparse.Namespace) -> int:
    """Restore the agency."""
    from directory.accounts.accounts import restore_agency  # noqa: PLC0415
    from directory.command_line.acting import at_the_command_line  # noqa: PLC0415
    from directory.command_line.reading_once import changing_accounts  # noqa: PLC0415

    async with changing_accounts() as connection:
        await restore_agency(connection, arguments.agency, at_the_command_line())
    sys.stdout.write(f"The people of {arguments.agency} are what they were before it was revoked.\n")
    return 0
