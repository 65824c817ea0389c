"""The directory's command line: python -m directory import cases FILE."""

import argparse
import asyncio
import sys
from pathlib import Path

from directory.own_environment import use_project_environment

_EXAMPLES = """\
examples:
  python -m directory import cases cases.csv --dry-run    say what would change, and change nothing
  python -m directory import cases cases.csv              bring the cases into the register

DATABASE_URL picks the database (otherwise signpost.db in DATA_DIR, ./data); an empty one is migrated
and given the bundled directory first. Exit status: 0 done, 2 something has to be mended first.
"""
_CASES = """\
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
to date; cases that are not in the file stay as they are.
"""


def parser() -> argparse.ArgumentParser:
    """What can be typed."""
    raw = argparse.RawDescriptionHelpFormatter
    top = argparse.ArgumentParser(
        prog="python -m directory", description="Keep the directory.", epilog=_EXAMPLES, formatter_class=raw
    )
    commands = top.add_subparsers(metavar="COMMAND", required=True)
    importing = commands.add_parser("import", help="bring a file into the directory")
    kinds = importing.add_subparsers(metavar="KIND", required=True)
    cases = kinds.add_parser(
        "cases", help="who owns which case", description=_CASES, epilog=_EXAMPLES, formatter_class=raw
    )
    cases.add_argument("file", type=Path, metavar="FILE", help="a CSV file in UTF-8")
    cases.add_argument("--dry-run", action="store_true", help="only say what would change")
    cases.set_defaults(run=_import_cases)
    return top


async def _import_cases(arguments: argparse.Namespace) -> int:
    from directory.directory import open_database  # noqa: PLC0415 - so that --help needs no database
    from directory.exchange.cases import CasesRefusedError, import_cases  # noqa: PLC0415
    from directory.exchange.csv_file import FileError  # noqa: PLC0415
    from directory.settings import DirectorySettings  # noqa: PLC0415

    settings, file = DirectorySettings(), arguments.file
    engine = await open_database(settings)
    try:
        done = await import_cases(engine, settings, file, arguments.dry_run)
    except FileError as error:
        return _refuse(str(error))
    except CasesRefusedError as error:
        found = "1 problem" if error.problems.count == 1 else f"{error.problems.count} problems"
        return _refuse(*error.problems.lines(), f"Nothing was imported: {found} in {file}.")
    finally:
        await engine.dispose()
    counts = f"{done.added} added, {done.changed} changed, {done.unchanged} unchanged"
    begins = "Nothing was written. An import would give" if arguments.dry_run else f"Imported {file}:"
    sys.stdout.write(f"{begins} {counts}.\n")
    return 0


def _refuse(*lines: str) -> int:
    sys.stderr.write("".join(f"{line}\n" for line in lines))
    return 2


def main(arguments: list[str] | None = None) -> int:
    """Run one command; its exit status."""
    chosen = parser().parse_args(arguments)
    from directory.errors import DirectoryError  # noqa: PLC0415

    try:
        status: int = asyncio.run(chosen.run(chosen))
    except DirectoryError as error:
        return _refuse(str(error))
    except KeyboardInterrupt:
        return _refuse("Interrupted: nothing was written.") and 130
    return status


if __name__ == "__main__":
    use_project_environment("directory")
    sys.exit(main())
