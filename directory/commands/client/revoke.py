"""python -m directory client revoke ID."""

import argparse
import sys

HELP = "end a client for good, from its next request on"
DESCRIPTION = """\
Ends a client with its account and its addresses for calendars. To stop one for a while only, use
`account suspend ID` and `account restore ID`.
"""
EXAMPLES = "example:\n  python -m directory client revoke police-cad\n"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the client."""
    parser.add_argument("client", metavar="ID", help="id of the client")


async def run(arguments: argparse.Namespace) -> int:
    """End the client."""
    from directory.accounts.clients import revoke  # noqa: PLC0415
    from directory.command_line.acting import at_the_command_line  # noqa: PLC0415
    from directory.command_line.reading_once import changing_accounts  # noqa: PLC0415

    async with changing_accounts() as connection:
        await revoke(connection, arguments.client, at_the_command_line())
    sys.stdout.write(f"{arguments.client} is revoked: its token is good no longer.\n")
    return 0
