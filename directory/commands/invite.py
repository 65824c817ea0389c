"""python -m directory invite: a token that makes whoever brings it an account."""

import argparse
import sys

from directory.command_line.counting import counted

HELP = "invite somebody of an agency; the token is shown once"
DESCRIPTION = """\
Prints a token that whoever brings it can redeem once: on Telegram by opening the link, or by sending
/start and the token to the bot. Only a hash of it is kept, so it cannot be shown again. Give it to the
person it is meant for and to nobody else. With --web, on the web.
"""
EXAMPLES = """\
examples:
  python -m directory invite --agency west-mercia-police --standing partner --area west-mercia
  python -m directory invite --agency west-mercia-police --coordinator --area west-mercia --days 2
  python -m directory invite --agency probation --standing reception --area west-mercia --office redditch
  python -m directory invite --agency probation --standing admin --web https://signpost.example.org
"""
_STANDINGS = ("partner", "reception", "officer", "admin")
_MOST_DAYS = 90


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take what the invitation gives."""
    parser.add_argument("--agency", required=True, metavar="ID", help="the agency they belong to")
    parser.add_argument(
        "--standing", choices=_STANDINGS, default="partner", help="what they may know (partner)"
    )
    parser.add_argument("--area", metavar="ID", help="their area; without one, all")
    parser.add_argument("--office", metavar="ID", help="their office, in that area")
    parser.add_argument("--coordinator", action="store_true", help="they may invite others of the agency")
    parser.add_argument("--days", metavar="N", help="how many days it can be redeemed (the policy's)")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--bot", metavar="NAME", help="the bot's name on Telegram, to make a link")
    how.add_argument("--web", metavar="URL", help="address at which people reach the pages, to make a link")


async def run(arguments: argparse.Namespace) -> int:
    """Issue the invitation and print its token."""
    from directory.accounts.invitations import Offer, issue  # noqa: PLC0415
    from directory.channels.web_addresses import link_to_redeem, read_web_address  # noqa: PLC0415
    from directory.command_line.acting import at_the_command_line  # noqa: PLC0415
    from directory.command_line.days import whole_number  # noqa: PLC0415
    from directory.command_line.reading_once import changing_accounts  # noqa: PLC0415
    from routing.policy import Policies  # noqa: PLC0415
    from routing.vocabulary import Standing  # noqa: PLC0415

    days = whole_number(arguments.days, "--days", _MOST_DAYS) if arguments.days else None
    days = days or Policies.bundled().limits.invitation_days
    web = read_web_address(arguments.web) if arguments.web else None
    offer = Offer(
        agency=arguments.agency,
        standing=Standing(arguments.standing),
        area=arguments.area,
        office=arguments.office,
        coordinator=arguments.coordinator,
    )
    async with changing_accounts() as connection:
        token = await issue(connection, offer, at_the_command_line(), days)
    how = link_to_redeem(web, token) if web else _on_telegram(token, arguments.bot)
    sys.stdout.write(_said(how, days))
    return 0


def _on_telegram(token: str, bot: str | None) -> str:
    return f"https://t.me/{bot.removeprefix('@')}?start={token}" if bot else f"/start {token}"


def _said(how: str, days: int) -> str:
    for_days = counted(days, "day")
    return f"{how}\nGood once, for {for_days}. It is kept nowhere: pass it on now.\n"
