"""python -m directory prove: that nobody who asks ends at a dead end, at any hour."""

import argparse
import sys
import time
from datetime import date
from typing import TYPE_CHECKING

from directory.command_line.counting import counted
from directory.commands import refuse

if TYPE_CHECKING:
    from directory.proof.proof import Proof

HELP = "prove that no hour has a dead end"
DESCRIPTION = """\
Goes through every moment at which something changes (an office opens or closes, a shift begins or ends,
a bank holiday, the nights the clocks change) and asks everything that can be asked, at every place, of
either provider, in every standing. Each ladder has to have a number that is answered at that hour, and
each post that a rota is kept for somebody on it in its hours.

Exit status: 0 proved, 1 there are holes, 2 something has to be mended first.
"""
EXAMPLES = """\
examples:
  python -m directory prove
  python -m directory prove --from 2026-12-01 --days 31 --area west-mercia
"""
_MOST_DAYS = 3_660


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the span and the area."""
    parser.add_argument("--from", dest="since", metavar="DATE", help="first day, as 2026-12-01; else today")
    parser.add_argument("--days", default="366", help="for how many days; else 366")
    parser.add_argument("--area", help="id of one area; else all")


async def run(arguments: argparse.Namespace) -> int:
    """Prove, and say what was proved and each hole."""
    from directory.command_line.days import day_of, today, whole_number  # noqa: PLC0415
    from directory.command_line.reading_once import read_pictures  # noqa: PLC0415
    from directory.proof.guard import said, year_from  # noqa: PLC0415
    from directory.proof.proof import prove  # noqa: PLC0415
    from routing.policy import Policies  # noqa: PLC0415

    since = day_of(arguments.since, "--from") if arguments.since is not None else today()
    days = whole_number(arguments.days, "--days", _MOST_DAYS)
    whole, policies = year_from(since, days), Policies.bundled()
    pictures, holes = (await read_pictures()).during(whole), 0
    areas = list(dict.fromkeys(area for _, snapshot in pictures for area in snapshot.areas))
    wrong = _wrong(areas, pictures[0][1].bank_holidays, arguments.area, since, days)
    if wrong:
        return refuse(wrong)
    areas = [arguments.area] if arguments.area else areas
    for area in areas:
        began = time.perf_counter()
        named = arguments.area is not None
        proof = prove(pictures, policies, area, whole, named=named)
        sys.stdout.write("".join(f"{said(hole)}\n" for hole in proof.holes))
        sys.stdout.write(f"{_outcome(proof, since, days, time.perf_counter() - began)}\n")
        holes += len(proof.holes)
    return 1 if holes else 0


def _wrong(
    areas: list[str], bank_holidays: frozenset[date], area: str | None, since: date, days: int
) -> str | None:
    if not areas:
        return "The directory holds no area: import areas first, or restore a backup."
    if area is not None and area not in areas:
        return f"--area {area}: the directory holds no such area; known are {', '.join(sorted(areas))}."
    years = {day.year for day in bank_holidays}
    if not years:
        return "The directory holds no bank holidays, on which offices are closed: import them first."
    if not (min(years) <= since.year and since.toordinal() + days <= date(max(years), 12, 31).toordinal()):
        return (
            f"Bank holidays are known for {min(years)} to {max(years)} only: choose --from and --days within."
        )
    return None


def _outcome(proof: "Proof", since: date, days: int, seconds: float) -> str:
    if not proof.holds_numbers:
        return f"{proof.area} holds no numbers: not proved."
    asked = (
        f"{proof.questions:,} questions, {proof.different:,} of them different, in {proof.spans:,} spans, "
        f"{days} days from {since}, {seconds:.1f} s"
    )
    if not proof.holes:
        return f"{proof.area}: proved ({asked})."
    count = counted(len(proof.holes), "hole")
    return f"{proof.area}: not proved, {count} ({asked})."
