"""python -m directory sample FILE."""

import argparse
import sys
from pathlib import Path

from directory.commands import refuse

HELP = "make made-up cases, or a made-up directory of national size, to try things with"
DESCRIPTION = """\
With --directory: writes a whole directory of the size of England and Wales, to be brought in with `import
all`: 500 offices, 100 Approved Premises, 20,000 staff, 30,000 places, a number for each post, and a rota for
each office. All of it is marked as a sample, with numbers that are kept for drama.

Otherwise: writes a file of made-up cases over the areas and offices that the directory holds. Officers are
called "Sample Officer" and a number; the same seed makes the same file.

For trials only: bring none of it into a directory or a register that somebody relies on.
"""
EXAMPLES = """\
examples:
  python -m directory sample --national cases.csv            267,146 cases, as many as in England and Wales
  python -m directory sample cases.csv --cases 500 --seed 7
  python -m directory sample --directory national         a folder; or a workbook, national.xlsx
  python -m directory import all national --force         slow to prove, so by force
"""
_CASES, _SEED = 1_000, 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the file and how many cases."""
    parser.add_argument("file", type=Path, metavar="FILE", help="ends in .csv or .xlsx")
    parser.add_argument(
        "--directory", action="store_true", help="a whole directory; FILE is a folder or .xlsx"
    )
    parser.add_argument("--national", action="store_true", help="as many cases as in England and Wales")
    parser.add_argument("--cases", type=int, metavar="N", help=f"so many cases (otherwise {_CASES:,})")
    parser.add_argument("--seed", type=int, default=_SEED, metavar="N", help=f"otherwise {_SEED}")


async def run(arguments: argparse.Namespace) -> int:
    """Write the file, or say why it cannot be written."""
    from directory.directory import Directory  # noqa: PLC0415 - so that --help needs no database
    from directory.samples.cases import MOST_CASES, NATIONAL_CASES, Place, write_sample  # noqa: PLC0415
    from directory.settings import DirectorySettings  # noqa: PLC0415

    if arguments.directory:
        return await _directory(arguments.file)
    cases = arguments.cases
    if cases is None:
        cases = NATIONAL_CASES if arguments.national else _CASES
    if not 1 <= cases <= MOST_CASES:
        return refuse(f"--cases {cases} cannot be made: write a number from 1 to {MOST_CASES:,}.")
    async with await Directory.open(DirectorySettings()) as directory:
        held = directory.snapshot
        offices = [Place(area, office.id) for area in sorted(held.areas) for office in held.offices_of(area)]
    write_sample(arguments.file, offices, cases, arguments.seed)
    sys.stdout.write(f"Wrote {arguments.file}: {cases:,} made-up cases, for trials only.\n")
    return 0


async def _directory(path: Path) -> int:
    from directory.command_line.days import today  # noqa: PLC0415
    from directory.command_line.reading_once import connected  # noqa: PLC0415
    from directory.exchange.several import several_tables  # noqa: PLC0415
    from directory.samples.directory import append_directory  # noqa: PLC0415

    with several_tables(path) as add_table:
        async with connected() as connection:
            counts = await append_directory(connection, add_table, today())
    rows = ", ".join(f"{count:,} {name}" for name, count in counts.items())
    sys.stdout.write(f"Wrote {path}: {rows}, for trials only.\n")
    return 0
