"""python -m directory backup FILE."""

import argparse
import sys
from pathlib import Path

HELP = "keep a copy of the whole database in one file"
DESCRIPTION = """\
Writes the whole database into a new file while it is being used: with SQLite's own online backup, or
for PostgreSQL with its program pg_dump, which has to be installed.

The case key is not in the file, and without it the register of cases in the file cannot be read. Keep
a copy of the key too, and keep it somewhere else: the two together open the register to whoever has them.
"""
EXAMPLES = "example:\n  python -m directory backup signpost-2026-11-22.backup\n"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the file to write."""
    parser.add_argument("file", type=Path, metavar="FILE", help="a file that does not exist yet")


async def run(arguments: argparse.Namespace) -> int:
    """Write the backup, and say what has to be kept besides."""
    from directory.backup.backup import back_up  # noqa: PLC0415
    from directory.opening import database_opened  # noqa: PLC0415
    from directory.settings import DirectorySettings  # noqa: PLC0415

    settings = DirectorySettings()
    async with database_opened(settings) as engine:
        await back_up(engine, arguments.file)
    sys.stdout.write(
        f"The database is in {arguments.file}. The case key is not: keep a copy of {settings.case_key_file} "
        "as well, in another place than this file. Without it the register of cases cannot be read.\n"
    )
    return 0
