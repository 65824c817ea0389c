"""python -m directory feed add ACCOUNT."""

import argparse
import sys

HELP = "make an address at which a calendar program reads somebody's shifts, or a rota"
DESCRIPTION = """\
Prints the address once. Whoever has it reads what the account may see, without any other proof, until it
is taken back or the account holds no longer: give it to the person whose account it is. Without --office
or --post it is of their own shifts.
"""
EXAMPLES = """\
examples:
  python -m directory feed add a3f09c2b7d51e864a                              their own shifts
  python -m directory feed add a3f09c2b7d51e864a --office worcester
  python -m directory feed add a3f09c2b7d51e864a --post west-mercia/worcester/nps/duty_officer
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the account, and what it is to read."""
    parser.add_argument("account", metavar="ACCOUNT", help="id of the account")
    of = parser.add_mutually_exclusive_group()
    of.add_argument("--office", metavar="ID", help="the rota of an office, and of its area's own posts")
    of.add_argument("--post", help="the rota of a post, as west-mercia/worcester/nps/duty_officer")


async def run(arguments: argparse.Namespace) -> int:
    """Make the feed and print its address."""
    from directory.accounts.feeds import Of, make  # noqa: PLC0415
    from directory.command_line.acting import at_the_command_line  # noqa: PLC0415 - so that --help needs no database
    from directory.command_line.reading_once import changing_accounts, read_snapshot  # noqa: PLC0415
    from directory.exchange.formats.ical import read_post  # noqa: PLC0415

    picture = await read_snapshot()
    post = read_post(arguments.post, picture) if arguments.post else None
    of = Of(arguments.office, post)
    async with changing_accounts() as connection:
        token = await make(connection, arguments.account, of, picture, at_the_command_line())
    sys.stdout.write(f"/calendars/{token}.ics\nPut the address of Signpost before it. It is kept nowhere.\n")
    return 0
