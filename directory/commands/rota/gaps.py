"""python -m directory rota gaps: where nobody is on."""

import argparse
import sys

from directory.command_line.counting import counted
from directory.commands.rota import add_choice, now_or

HELP = "when nobody is on in the coming days, in the hours in which somebody ought to be"
DESCRIPTION = f"""\
{HELP[0].upper()}{HELP[1:]}.
Exit status: 0 there is no gap, 1 there are, 2 something has to be mended first.
"""
EXAMPLES = """\
examples:
  python -m directory rota gaps
  python -m directory rota gaps --days 28 --area west-mercia
"""
_DAYS, _MOST_DAYS = "14", 366


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take which posts, and how far to look."""
    add_choice(parser)
    parser.add_argument("--days", default=_DAYS, help=f"for how many days; else {_DAYS}")
    parser.add_argument(
        "--at", metavar="MOMENT", help="from then on, as '2026-12-24 18:00'; else from now on"
    )


async def run(arguments: argparse.Namespace) -> int:
    """Say each gap, a line each."""
    from datetime import timedelta  # noqa: PLC0415 - so that --help needs no database

    from directory.command_line.days import whole_number  # noqa: PLC0415
    from directory.command_line.reading_once import read_snapshot  # noqa: PLC0415
    from directory.rota.view import gaps, posts_of  # noqa: PLC0415
    from routing.moments import day_in_london  # noqa: PLC0415
    from routing.rota.shifts import Span  # noqa: PLC0415

    days, at = whole_number(arguments.days, "--days", _MOST_DAYS), now_or(arguments.at)
    snapshot = await read_snapshot(day=day_in_london(at))
    posts = posts_of(snapshot, area=arguments.area, office=arguments.office, post=arguments.post)
    whole = Span(at, at + timedelta(days=days))
    found = [line for post in posts for line in gaps(snapshot, post, whole)]
    sys.stdout.write("".join(f"{line}\n" for line in found))
    if not found:
        rotas = counted(len(posts), "rota")
        sys.stdout.write(f"No gap in {days} days, in {rotas}.\n")
    return 1 if found else 0
