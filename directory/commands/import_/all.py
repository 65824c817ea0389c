"""python -m directory import all WORKBOOK, or a folder."""

import argparse
from pathlib import Path

HELP = "everything but cases at once: a workbook with a sheet for each kind, or a folder of such files"
DESCRIPTION = """\
A workbook (.xlsx) whose sheets are named after kinds (areas, offices, contacts ...), or a folder of files
that are (areas.csv, offices.csv ...). Not every kind has to be there. A row may name what comes in with
it: so a new area comes in at once, with its offices, its people and their rota.

Either all of it is taken or nothing; rows that are not in it stay as they are. Every fault is named with
its file, its sheet, its row and its column. What `export all` wrote changes nothing.
"""
EXAMPLES = """\
examples:
  python -m directory export --template all new-area.xlsx
  python -m directory import all new-area.xlsx --dry-run
  python -m directory import all new-area.xlsx
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the workbook or the folder, and how to go about it."""
    parser.add_argument("file", type=Path, metavar="FILE", help="an XLSX file, or a folder of files")
    parser.add_argument("--dry-run", action="store_true", help="only say what would change")
    parser.add_argument("--force", action="store_true", help="even if that opens a hole")


async def run(arguments: argparse.Namespace) -> int:
    """Import it, or say everything that is wrong with it."""
    from directory.exchange.command import run_import  # noqa: PLC0415 - so that --help needs no database
    from directory.exchange.several import parts_of  # noqa: PLC0415

    parts = parts_of(arguments.file)
    return await run_import(parts, arguments.file, arguments)
