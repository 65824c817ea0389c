"""python -m directory account leave ACCOUNT."""

import argparse
import sys

HELP = "end the account of somebody who has left their agency"
EXAMPLES = "example:\n  python -m directory account leave a3f09c2b7d51e864a\n"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the account."""
    parser.add_argument("account", metavar="ACCOUNT", help="id of the account")


async def run(arguments: argparse.Namespace) -> int:
    """End the account."""
    from directory.accounts.accounts import leave  # noqa: PLC0415
    from directory.command_line.acting import at_the_command_line  # noqa: PLC0415
    from directory.command_line.reading_once import changing_accounts  # noqa: PLC0415

    async with changing_accounts() as connection:
        await leave(connection, arguments.account, at_the_command_line())
    sys.stdout.write(f"{arguments.account} has left: it is gone, and so are the invitations it issued.\n")
    return 0
