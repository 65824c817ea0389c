"""python -m directory feed list."""

import argparse
import sys
from typing import Any

from directory.command_line.counting import counted

HELP = "list the feeds: number, account, what it is of, since when; never the address"
EXAMPLES = "example:\n  python -m directory feed list\n"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take nothing."""


async def run(_: argparse.Namespace) -> int:
    """List them."""
    from directory.accounts.feeds import listed  # noqa: PLC0415
    from directory.command_line.reading_once import connected  # noqa: PLC0415

    async with connected() as connection:
        feeds = await listed(connection)
    sys.stdout.write("".join(f"{_line(feed)}\n" for feed in feeds))
    sys.stdout.write(counted(len(feeds), "feed") + ".\n")
    return 0


def _line(feed: Any) -> str:
    return f"{feed.id}  {feed.account}  {feed.post or feed.office or 'own shifts'}  since {feed.made_at[:10]}"
