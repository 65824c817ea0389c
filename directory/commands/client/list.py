"""python -m directory client list."""

import argparse
import sys
from datetime import date
from typing import Any

from directory.command_line.counting import counted

HELP = "list the clients: id, agency, standing, area, limits, and whether they hold today"
EXAMPLES = "example:\n  python -m directory client list\n"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take nothing."""


async def run(_: argparse.Namespace) -> int:
    """List them; tokens are kept nowhere."""
    from directory.accounts.clients import listed  # noqa: PLC0415
    from directory.command_line.days import today  # noqa: PLC0415
    from directory.command_line.reading_once import connected  # noqa: PLC0415

    async with connected() as connection:
        clients = await listed(connection)
    for client in clients:
        sys.stdout.write(_line(client, today()) + "\n")
    sys.stdout.write(counted(len(clients), "client") + ".\n")
    return 0


def _line(client: Any, today: date) -> str:
    from directory.accounts.clients import state_of  # noqa: PLC0415

    where = client.office or client.area or "all areas"
    look_ups = f", {client.look_ups_a_day} look-ups a day" if client.look_ups_a_day else ""
    limits = f"{client.requests_a_minute} requests a minute{look_ups}"
    return f"{client.id}  {client.agency}  {client.standing}  {where}  {limits}  {state_of(client, today)}"
