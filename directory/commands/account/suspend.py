"""python -m directory account suspend ACCOUNT."""

import argparse
import sys

HELP = "let an account know no more than the public, until it is restored"
EXAMPLES = "example:\n  python -m directory account suspend a3f09c2b7d51e864a\n"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the account."""
    parser.add_argument("account", metavar="ACCOUNT", help="id of the account")


async def run(arguments: argparse.Namespace) -> int:
    """Suspend the account."""
    from directory.accounts.accounts import suspend  # noqa: PLC0415
    from directory.command_line.acting import at_the_command_line  # noqa: PLC0415
    from directory.command_line.reading_once import changing_accounts  # noqa: PLC0415

    async with changing_accounts() as connection:
        await suspend(connection, arguments.account, at_the_command_line())
    sys.stdout.write(f"{arguments.account} is suspended, from its next message on.\n")
    return 0
