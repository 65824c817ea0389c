"""python -m directory rota now: who is on, and who is next."""

import argparse
import sys

from directory.commands.rota import add_choice, now_or

HELP = "who is on now, or at another moment, until when, and who is next"
EXAMPLES = """\
examples:
  python -m directory rota now
  python -m directory rota now --office worcester --at "2026-12-24 18:00"
  python -m directory rota now --post west-mercia/worcester/nps/duty_officer
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take which posts, and the moment."""
    add_choice(parser)
    parser.add_argument(
        "--at", metavar="MOMENT", help="as '2026-12-24 18:00', by the clock in London; else now"
    )


async def run(arguments: argparse.Namespace) -> int:
    """Say it of each post, a line each."""
    from directory.command_line.reading_once import read_snapshot  # noqa: PLC0415
    from directory.rota.view import posts_of, who_is_on  # noqa: PLC0415
    from routing.moments import day_in_london  # noqa: PLC0415

    at = now_or(arguments.at)
    snapshot = await read_snapshot(day=day_in_london(at))
    posts = posts_of(snapshot, area=arguments.area, office=arguments.office, post=arguments.post)
    sys.stdout.write("".join(f"{who_is_on(snapshot, post, at)}\n" for post in posts))
    return 0
