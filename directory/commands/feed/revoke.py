"""python -m directory feed revoke NUMBER."""

import argparse
import sys

from directory.command_line.counting import counted
from directory.commands import refuse

HELP = "take an address back: nothing is read there any longer"
EXAMPLES = """\
examples:
  python -m directory feed revoke 17
  python -m directory feed revoke --account a3f09c2b7d51e864a      all of an account
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take which."""
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument(
        "feed", nargs="?", type=int, metavar="NUMBER", help="its number, as `feed list` shows it"
    )
    which.add_argument("--account", metavar="ACCOUNT", help="all feeds of this account")


async def run(arguments: argparse.Namespace) -> int:
    """Take them back."""
    from directory.accounts.feeds import take_back  # noqa: PLC0415
    from directory.command_line.acting import at_the_command_line  # noqa: PLC0415
    from directory.command_line.reading_once import changing_accounts  # noqa: PLC0415

    async with changing_accounts() as connection:
        count = await take_back(connection, arguments.account, arguments.feed, at_the_command_line())
    if not count:
        return refuse("There is no such feed: `python -m directory feed list` shows those there are.")
    sys.stdout.write(counted(count, "feed is", "feeds are") + " taken back.\n")
    return 0
