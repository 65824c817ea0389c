"""python -m directory agency revoke AGENCY."""

import argparse
import sys

HELP = "let nobody of an agency know more than the public"
EXAMPLES = "example:\n  python -m directory agency revoke west-mercia-police\n"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the agency."""
    parser.add_argument("agency", metavar="AGENCY", help="id of the agency")


async def run(arguments: argparse.Namespace) -> int:
    """Revoke the agency."""
    from directory.accounts.accounts import revoke_agency  # noqa: PLC0415
    from directory.command_line.acting import at_the_command_line  # noqa: PLC0415
    from directory.command_line.reading_once import changing_accounts  # noqa: PLC0415

    async with changing_accounts() as connection:
        people = await revoke_agency(connection, arguments.agency, at_the_command_line())
    sys.stdout.write(
        f"{arguments.agency} is revoked, from the next message on: {people} of its accounts know no more "
        "than the public, and its open invitations are gone.\n"
    )
    return 0
