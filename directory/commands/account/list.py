"""python -m directory account list."""

import argparse
import sys
from datetime import date
from typing import Any

from directory.command_line.counting import counted

HELP = "list the accounts: id, agency, standing, area, and whether they hold today"
EXAMPLES = """\
examples:
  python -m directory account list
  python -m directory account list --agency west-mercia-police
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take an agency."""
    parser.add_argument("--agency", metavar="ID", help="those of this agency only")


async def run(arguments: argparse.Namespace) -> int:
    """List them. Of a person nothing is known that could be shown."""
    from directory.accounts.accounts import listed  # noqa: PLC0415
    from directory.command_line.days import today  # noqa: PLC0415
    from directory.command_line.reading_once import connected  # noqa: PLC0415

    async with connected() as connection:
        accounts = await listed(connection, arguments.agency)
    for account in accounts:
        sys.stdout.write(_line(account, today()) + "\n")
    sys.stdout.write(counted(len(accounts), "account") + ".\n")
    return 0


def _line(account: Any, day: date) -> str:
    where = account.office or account.area or "all areas"
    role = f"{account.standing}, coordinator" if account.coordinator else account.standing
    return f"{account.id}  {account.agency}  {role}  {where}  {_holds(account, day)}"


def _holds(account: Any, day: date) -> str:
    if account.revoked:
        return "agency revoked"
    if account.suspended:
        return "suspended"
    if account.verified_until is None:
        return "holds"
    if day >= account.verified_until:
        return f"to be verified anew since {account.verified_until}"
    return f"holds until {account.verified_until}"
