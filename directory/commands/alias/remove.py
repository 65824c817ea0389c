"""python -m directory alias remove PHRASE."""

import argparse
import sys

from directory.commands import refuse

HELP = "let a phrase stand for nothing again"
EXAMPLES = """\
examples:
  python -m directory alias remove "the old mill"
  python -m directory alias remove "the old mill" --area london    what it means in London, no more
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the phrase."""
    parser.add_argument("phrase", metavar="PHRASE", help="the phrase, as `alias list` shows it")
    parser.add_argument("--area", metavar="ID", help="only what it means in this area")


async def run(arguments: argparse.Namespace) -> int:
    """Remove it."""
    from directory.audit.audit import Entry  # noqa: PLC0415
    from directory.command_line.acting import at_the_command_line  # noqa: PLC0415 - so that --help needs no database
    from directory.command_line.reading_once import changing  # noqa: PLC0415
    from directory.keeping.aliases import remove_alias  # noqa: PLC0415
    from routing.reading.aliases import AliasError, spelt  # noqa: PLC0415

    try:
        phrase = spelt(arguments.phrase)
    except AliasError as error:
        return refuse(f'"{arguments.phrase}" {error}.')
    entry = Entry(at_the_command_line(), "alias remove", f"alias {phrase[:100]}", {"area": arguments.area})
    async with changing(entry) as connection:
        await remove_alias(connection, phrase, arguments.area)
    sys.stdout.write(f'"{phrase}" is no alias any more.\n')
    return 0
