"""python -m directory account link ACCOUNT."""

import argparse
import sys

from directory.commands import refuse

HELP = "print a link by which an account, or the first admin, signs in on the web"
DESCRIPTION = """\
Prints a link that signs in on the web once, for whoever has no other way left to. It is kept nowhere: give
it to the person whose account it is and to nobody else. With --first-admin it makes an admin of all areas,
where nobody keeps the directory.
"""
EXAMPLES = """\
examples:
  python -m directory account link a3f09c2b7d51e864a --web https://signpost.example.org
  python -m directory account link --first-admin
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the account, or that it is for the first admin."""
    whose = parser.add_mutually_exclusive_group(required=True)
    whose.add_argument("account", metavar="ACCOUNT", nargs="?", help="id of the account")
    whose.add_argument("--first-admin", action="store_true", help="where nobody keeps the directory yet")
    parser.add_argument(
        "--web", metavar="URL", help="address at which people reach the pages (http://127.0.0.1:8080)"
    )


async def run(arguments: argparse.Namespace) -> int:
    """Make the link and print it."""
    from directory.channels.web_addresses import link_to_use, read_web_address  # noqa: PLC0415
    from directory.command_line.acting import at_the_command_line  # noqa: PLC0415
    from directory.command_line.reading_once import changing_accounts  # noqa: PLC0415
    from directory.signing_in.links import at_the_command_line_for, for_first_admin  # noqa: PLC0415
    from routing.policy import Policies  # noqa: PLC0415

    web, act = read_web_address(arguments.web), at_the_command_line()
    async with changing_accounts() as connection:
        if arguments.first_admin:
            token = await for_first_admin(connection, act.at)
        else:
            token = await at_the_command_line_for(connection, arguments.account, act)
    if token is None:
        return refuse(
            "Somebody keeps this directory: `python -m directory account list` shows who, for a link."
        )
    minutes = Policies.bundled().limits.link_minutes
    sys.stdout.write(f"{link_to_use(web, token)}\nGood once, for {minutes} minutes. It is kept nowhere.\n")
    return 0
