"""python -m directory client add ID."""

import argparse
import sys

from directory.command_line.counting import counted

HELP = "let a program use the interface; its token is shown once"
DESCRIPTION = """\
Makes a client: a program of an agency, which shows its token with every request to /api. Only a hash
of the token is kept, so it cannot be shown again. A client is an account: `account suspend` and
`agency revoke` hold for it from its next request on. docs/interface.md says what each standing is told.
"""
EXAMPLES = """\
examples:
  python -m directory client add police-cad --agency west-mercia-police --area west-mercia
  python -m directory client add switchboard --agency probation --standing reception \\
      --area west-mercia --office worcester --requests-a-minute 300
  python -m directory client add police-cad --agency west-mercia-police --look-ups-a-day 200 --days 90
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take what the client is and how much it may ask."""
    parser.add_argument("client", metavar="ID", help="its id, for good: no name of a person")
    parser.add_argument("--agency", required=True, metavar="ID", help="the agency whose program it is")
    parser.add_argument(
        "--standing",
        choices=("partner", "reception", "officer"),
        default="partner",
        help="what it may be told (partner)",
    )
    parser.add_argument("--area", metavar="ID", help="its area; without one, all")
    parser.add_argument("--office", metavar="ID", help="its office, in that area")
    parser.add_argument("--days", metavar="N", help="for how many days the token is good (365)")
    parser.add_argument("--requests-a-minute", metavar="N", help="how many requests it may make (60)")
    parser.add_argument(
        "--look-ups-a-day", metavar="N", help="how many different cases it may look up (the policy's, 40)"
    )


async def run(arguments: argparse.Namespace) -> int:
    """Make the client and print its token."""
    from directory.accounts.clients import (  # noqa: PLC0415
        MOST_DAYS,
        MOST_LOOK_UPS,
        MOST_REQUESTS,
        REQUESTS_A_MINUTE,
        NewClient,
        add,
    )
    from directory.accounts.invitations import Offer  # noqa: PLC0415
    from directory.command_line.acting import at_the_command_line  # noqa: PLC0415 - so that --help needs no database
    from directory.command_line.days import whole_number  # noqa: PLC0415
    from directory.command_line.reading_once import changing_accounts  # noqa: PLC0415
    from routing.policy import Policies  # noqa: PLC0415
    from routing.vocabulary import Standing  # noqa: PLC0415

    asked, look_ups = arguments.requests_a_minute, arguments.look_ups_a_day
    days = whole_number(arguments.days, "--days", MOST_DAYS) if arguments.days else None
    a_minute = (
        whole_number(asked, "--requests-a-minute", MOST_REQUESTS, "requests") if asked else REQUESTS_A_MINUTE
    )
    a_day = whole_number(look_ups, "--look-ups-a-day", MOST_LOOK_UPS, "look-ups") if look_ups else None
    days = days or Policies.bundled().limits.verified_days
    offer = Offer(arguments.agency, Standing(arguments.standing), arguments.area, arguments.office)
    async with changing_accounts() as connection:
        client = NewClient(arguments.client, offer, days, a_minute, a_day)
        token = await add(connection, client, at_the_command_line())
    sys.stdout.write(said(token, days))
    return 0


def said(token: str, days: int) -> str:
    """The token, and that nobody can show it again."""
    for_days = counted(days, "day")
    return f"{token}\nGood for {for_days}, as `Authorization: Bearer …`. It is kept nowhere: pass it on.\n"
