"""python -m directory information list: what is open."""

import argparse
import sys

HELP = "every request for information that is open, whatever is due first before the rest"
DESCRIPTION = """\
Lists every request for information that is open: its number, the agency, what it was asked for, by which
office and post, when the reply is due, and where it stands.
Exit status: 0 nothing is overdue, 1 something is, 2 something has to be mended first.
"""
EXAMPLES = """\
examples:
  python -m directory information list
  python -m directory information list --agency west-mercia-police
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take which ones."""
    parser.add_argument("--agency", help="only what was asked of this agency, by id")
    parser.add_argument("--office", help="only what this office asked, by id")


async def run(arguments: argparse.Namespace) -> int:
    """List it."""
    from directory.information.opening import opened  # noqa: PLC0415 - so that --help needs no database
    from routing.hours import LONDON  # noqa: PLC0415

    async with opened() as information:
        found = [
            one
            for one in await information.all_open()
            if arguments.agency in (None, one.agency) and arguments.office in (None, one.office)
        ]
        now = information.clock()
    late = 0
    for one in found:
        stands = "overdue" if one.is_overdue(now) else one.progress
        late += stands == "overdue"
        by = "/".join(filter(None, (one.area, one.office, one.provider, one.post)))
        due = f"{one.wanted_by.astimezone(LONDON):%Y-%m-%d %H:%M}"
        sys.stdout.write(f"No. {one.id}  {one.agency}, {one.kind}, for {by}, due {due}: {stands}\n")
    sys.stdout.write(f"{len(found):,} open, {late:,} overdue.\n")
    return 1 if late else 0
