"""python -m directory client renew ID."""

import argparse
import sys

HELP = "give a client a new token; the one before is good no longer"
EXAMPLES = "example:\n  python -m directory client renew police-cad --days 90\n"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the client."""
    parser.add_argument("client", metavar="ID", help="id of the client")
    parser.add_argument("--days", metavar="N", help="for how many days the token is good (365)")


async def run(arguments: argparse.Namespace) -> int:
    """Print the new token."""
    from directory.accounts.clients import MOST_DAYS, renew  # noqa: PLC0415
    from directory.command_line.acting import at_the_command_line  # noqa: PLC0415
    from directory.command_line.days import whole_number  # noqa: PLC0415
    from directory.command_line.reading_once import changing_accounts  # noqa: PLC0415
    from directory.commands.client.add import said  # noqa: PLC0415
    from routing.policy import Policies  # noqa: PLC0415

    days = whole_number(arguments.days, "--days", MOST_DAYS) if arguments.days else None
    days = days or Policies.bundled().limits.verified_days
    async with changing_accounts() as connection:
        token = await renew(connection, arguments.client, days, at_the_command_line())
    sys.stdout.write(said(token, days))
    return 0
