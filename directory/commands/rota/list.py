"""python -m directory rota list: every row, with its number."""

import argparse
import sys

from directory.commands.rota import add_choice

HELP = "every row of the rota, with its number"
EXAMPLES = """\
examples:
  python -m directory rota list --office worcester
  python -m directory rota list --person sample-birch
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take which posts, and which person."""
    add_choice(parser)
    parser.add_argument("--person", help="only with this person, by id")


async def run(arguments: argparse.Namespace) -> int:
    """Print the rows. Absences, and cover of every post, are there for whichever post is asked about."""
    from directory.command_line.days import today  # noqa: PLC0415 - so that --help needs no database
    from directory.command_line.reading_once import connected  # noqa: PLC0415
    from directory.pictures.snapshot import load_pictures  # noqa: PLC0415
    from directory.rota.view import posts_of, rows_of  # noqa: PLC0415

    chosen = {name: getattr(arguments, name) for name in ("area", "office", "post")}
    async with connected() as connection:
        held = (await load_pictures(connection)).at(today())
        posts = posts_of(held, **chosen) if any(chosen.values()) else None
        rows = list(await rows_of(connection, posts, arguments.person))
    sys.stdout.write("".join(f"{row}\n" for row in rows) or "The rota has no such row.\n")
    return 0
