"""python -m directory import cases FILE."""

import argparse
import sys
from pathlib import Path

from directory.commands import refuse

HELP = "who owns which case"
DESCRIPTION = """\
A CSV file in UTF-8 whose first row is
  crn,provider,area,office,officer,since,mappa,risk

  crn       case reference: a letter and six digits; kept as a keyed hash only
  provider  nps or crc
  area      id of the area, e.g. west-mercia
  office    id of the office or unit, e.g. worcester, tower-hamlets
  officer   name of the responsible officer, or empty
  since     date from which this holds, e.g. 2014-06-02
  mappa     yes or no
  risk      low, medium, high, very_high, or empty

Either the whole file is taken or nothing of it. A case that is in the register already is brought up
to date, and who owned it before is kept; cases that are not in the file stay as they are. A case that
the NPS owns stays with it to the end of the order: a file that would move one to the CRC is refused.
"""
EXAMPLES = """\
examples:
  python -m directory import cases cases.csv --dry-run    say what would change, and change nothing
  python -m directory import cases cases.csv              bring the cases into the register
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the file and how to go about it."""
    parser.add_argument("file", type=Path, metavar="FILE", help="a CSV file in UTF-8")
    parser.add_argument("--dry-run", action="store_true", help="only say what would change")
    parser.add_argument("--force", action="store_true", help="even move cases from the NPS to the CRC")


async def run(arguments: argparse.Namespace) -> int:
    """Import the file, or say everything that is wrong with it."""
    from directory.command_line.acting import at_the_command_line  # noqa: PLC0415
    from directory.exchange.cases.importing import How, import_cases  # noqa: PLC0415
    from directory.exchange.files.progress import progress_bar  # noqa: PLC0415
    from directory.exchange.rows.reading import ImportRefusedError  # noqa: PLC0415
    from directory.opening import database_opened  # noqa: PLC0415
    from directory.settings import DirectorySettings  # noqa: PLC0415

    settings, file = DirectorySettings(), arguments.file
    try:
        async with database_opened(settings) as engine:
            how = How(at_the_command_line(), arguments.dry_run, arguments.force)
            with progress_bar(str(file)) as progress:
                done = await import_cases(engine, settings, file, how, progress)
    except ImportRefusedError as error:
        return refuse(*error.lines, f"Nothing was imported: {error.said} in {file}.")
    counts = f"{done.added} added, {done.changed} changed, {done.unchanged} unchanged"
    if done.moved_to_nps or done.moved_to_crc:
        counts += f"; {done.moved_to_nps} moved to the NPS, {done.moved_to_crc} moved to the CRC"
    begins = "Nothing was written. An import would give" if arguments.dry_run else f"Imported {file}:"
    sys.stdout.write(f"{begins} {counts}.\n")
    return 0
