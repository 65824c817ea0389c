"""python -m directory rota add: one row more."""

import argparse
import sys

HELP = "put one row on the rota: a weekly shift, a single one, an absence, cover or a swap"
DESCRIPTION = """\
Puts one row on the rota. What it would leave is proved first: a row that would open an hour with nobody is
refused, unless forced, and says which.

  weekly   --post, --person, --days, --starts and --ends as times; --valid-from (else today), --valid-to
  shift    --post, --person, --starts and --ends as moments
  absence  --person, --starts and --ends as moments
  cover    --person takes the shifts of --other between two moments, at every post or at --post
  swap     --person and --other take each other's, between two moments, at every post or at --post
"""
_POST = "west-mercia/worcester/nps/duty_officer"
EXAMPLES = f"""\
examples:
  python -m directory rota add weekly --post {_POST} --person sample-birch \\
      --days Mo-We --starts 09:00 --ends 17:00
  python -m directory rota add absence --person sample-elm \\
      --starts "2026-12-24 00:00" --ends "2026-12-28 00:00"
  python -m directory rota add cover --person sample-birch --other sample-elm \\
      --starts "2026-12-24 00:00" --ends "2026-12-28 00:00"
"""
_KINDS = ("weekly", "shift", "absence", "cover", "swap")
_TYPED = ("person", "other", "days", "starts", "ends", "valid_from", "valid_to")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the row as a file would have it, and how to go about it."""
    parser.add_argument("kind", choices=_KINDS, metavar="KIND", help=", ".join(_KINDS))
    parser.add_argument("--post", default="", help=f"as {_POST}; of a whole area, no office")
    parser.add_argument("--person", default="", help="who is on, is away, covers or swaps, by id")
    parser.add_argument("--other", default="", help="who is covered, or swapped with, by id")
    parser.add_argument("--days", default="", help="of a weekly shift, as Mo-Fr or Mo,We")
    parser.add_argument("--starts", default="", help="a time like 18:00, or a moment like '2026-12-24 18:00'")
    parser.add_argument("--ends", default="", help="the same; a weekly shift may end on the next day")
    parser.add_argument("--valid-from", default="", help="of a weekly shift: the first day")
    parser.add_argument("--valid-to", default="", help="of a weekly shift: the first day without it")
    parser.add_argument("--on-bank-holidays", action="store_true", help="of a weekly shift: on those too")
    parser.add_argument("--source", default="entered by hand", help="where this is from")
    parser.add_argument("--sample", action="store_true", help="made up for a demonstration")
    parser.add_argument("--force", action="store_true", help="even if that opens a hole")


async def run(arguments: argparse.Namespace) -> int:
    """Add the row, and say its number."""
    from functools import partial  # noqa: PLC0415 - so that --help needs no database

    from directory.command_line.acting import at_the_command_line  # noqa: PLC0415
    from directory.command_line.days import today  # noqa: PLC0415
    from directory.commands import refuse  # noqa: PLC0415
    from directory.opening import database_opened  # noqa: PLC0415
    from directory.proof.guard import no_new_holes  # noqa: PLC0415
    from directory.rota.edits import add_row  # noqa: PLC0415
    from directory.settings import DirectorySettings  # noqa: PLC0415

    cells = _cells(arguments)
    if cells is None:
        return refuse(
            f"--post {arguments.post}: write it in four parts, as {_POST}; of a whole area, no office; "
            "of a team, its id at the end."
        )
    if arguments.kind == "weekly" and not cells["valid_from"]:
        cells["valid_from"] = today().isoformat()
    guard = partial(no_new_holes, today=today(), force=arguments.force)
    async with database_opened(DirectorySettings()) as engine:
        number = await add_row(engine, cells, at_the_command_line(), guard)
    sys.stdout.write(f"The rota has row {number} now; `rota remove {number}` takes it out again.\n")
    return 0


def _cells(arguments: argparse.Namespace) -> dict[str, str] | None:
    """The row as a file would have it, or None where the post cannot be read."""
    post = arguments.post.split("/") if arguments.post else [""] * 4
    if len(post) not in {4, 5}:
        return None
    yes = {name: "yes" if getattr(arguments, name) else "no" for name in ("on_bank_holidays", "sample")}
    typed = {name: getattr(arguments, name).strip() for name in _TYPED}
    where = dict(zip(("area", "office", "provider", "role", "team"), post, strict=False))
    return {"kind": arguments.kind, **where, **typed, **yes, "source": arguments.source}
