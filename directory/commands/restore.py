"""python -m directory restore FILE."""

import argparse
import sys
from pathlib import Path

HELP = "put a backup in the place of the database"
DESCRIPTION = """\
Puts the database of a backup in the place of the one there is: all of it, or nothing. Processes that
run go on with it at once. What was entered after the backup was made is gone, the audit's rows too: the
audit says that a backup was restored. Make a backup of the present state first.

The case key is not in a backup: the key of its time has to be in CASE_KEY_FILE.
PostgreSQL's program pg_restore is used for PostgreSQL, and has to be installed.
"""
EXAMPLES = "example:\n  python -m directory restore signpost-2026-11-22.backup\n"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the backup."""
    parser.add_argument("file", type=Path, metavar="FILE", help="a file that `backup` wrote")


async def run(arguments: argparse.Namespace) -> int:
    """Restore the backup."""
    from directory.backup.backup import restore  # noqa: PLC0415
    from directory.command_line.acting import at_the_command_line  # noqa: PLC0415
    from directory.opening import database_opened, register_key  # noqa: PLC0415
    from directory.settings import DirectorySettings  # noqa: PLC0415
    from directory.storage.database import reading  # noqa: PLC0415

    settings = DirectorySettings()
    async with database_opened(settings) as engine:
        await restore(engine, settings, arguments.file, at_the_command_line())
        async with reading(engine) as connection:
            await register_key(connection, settings)  # says at once if the key is not that of the backup
    sys.stdout.write(
        f"The database is that of {arguments.file} again; every process that runs reads it anew.\n"
    )
    return 0
