"""python -m directory alias list."""

import argparse
import sys

from directory.command_line.counting import counted

HELP = "every alias and what it stands for"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take nothing."""


async def run(arguments: argparse.Namespace) -> int:
    """List them."""
    from directory.command_line.reading_once import connected  # noqa: PLC0415
    from directory.keeping.aliases import aliases, said  # noqa: PLC0415 - so that --help needs no database

    async with connected() as connection:
        found = await aliases(connection)
    sys.stdout.write("".join(f'"{alias.phrase}" means the {said(alias)}\n' for alias in found))
    sys.stdout.write(counted(len(found), "alias", "aliases") + ".\n")
    return 0
