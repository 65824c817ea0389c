"""python -m directory rekey."""

import argparse
import sys

from directory.command_line.counting import counted

HELP = "give the register of cases another key"
DESCRIPTION = """\
Do this when the case key may have been seen by somebody who should not have it, or from time to time.

Every hash of the register is hashed again under a new key; no case reference is needed. The key file
then holds the new key besides the old ones, and all of it is needed: make a new backup of the key.
Where several machines serve from one database, each needs the new key file at once.
"""
EXAMPLES = "example:\n  python -m directory rekey\n"


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """Nothing can be chosen."""


async def run(_arguments: argparse.Namespace) -> int:
    """Re-key the register."""
    from directory.cases.rekeying import rekey  # noqa: PLC0415
    from directory.command_line.acting import at_the_command_line  # noqa: PLC0415
    from directory.opening import database_opened  # noqa: PLC0415
    from directory.settings import DirectorySettings  # noqa: PLC0415

    settings = DirectorySettings()
    async with database_opened(settings) as engine:
        cases = await rekey(engine, settings, at_the_command_line())
    held = counted(cases, "case")
    sys.stdout.write(
        f"The register has another key now ({held}). Make a backup of {settings.case_key_file}, and copy it "
        "to every machine that serves from this database. Backups of the database made before now are "
        "read with the key of their time: keep that too for as long as you keep them.\n"
    )
    return 0
