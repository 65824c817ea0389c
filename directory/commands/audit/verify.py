"""python -m directory audit verify."""

import argparse
import sys

from directory.command_line.counting import counted
from directory.commands import refuse

HELP = "find a row of the audit that was removed, changed or moved"
DESCRIPTION = """\
Goes through the audit from its first row to its last. Exit status: 0 it is whole, 1 it is not; then
each row that was removed, changed or moved is named.

At the end it prints the seal of the newest row. Whoever may write to the database could make the whole
audit anew; note the seal somewhere else now and then, and give it to --sealed later.
"""
EXAMPLES = """\
examples:
  python -m directory audit verify
  python -m directory audit verify --sealed 12:9f86d0…    and that the first 12 rows are those of then
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a seal that was noted earlier."""
    parser.add_argument("--sealed", metavar="SEAL", help="a seal that an earlier `audit verify` printed")


async def run(arguments: argparse.Namespace) -> int:
    """Check the audit and say what was found."""
    from directory.audit.check import check_audit  # noqa: PLC0415
    from directory.opening import database_opened  # noqa: PLC0415
    from directory.settings import DirectorySettings  # noqa: PLC0415
    from directory.storage.database import database_errors, reading  # noqa: PLC0415

    sealed = None
    if arguments.sealed is not None and (sealed := _seal(arguments.sealed)) is None:
        return refuse(
            "--sealed is not a seal: write what `audit verify` printed, a number, a colon and 64 "
            "hexadecimal digits."
        )
    async with database_opened(DirectorySettings()) as engine:
        with database_errors(engine):
            async with reading(engine) as connection:
                check = await check_audit(connection, sealed)
    if check.faults:
        sys.stdout.write("".join(f"Audit: {fault}.\n" for fault in check.faults))
        sys.stdout.write("The audit is not whole: keep the database as it is and compare a backup.\n")
        return 1
    rows = counted(check.rows, "row")
    sys.stdout.write(f"The audit is whole: {rows}. Its seal: {check.seal}\n")
    return 0


def _seal(text: str) -> tuple[int, bytes] | None:
    number, _, digits = text.partition(":")
    try:
        sealed = int(number), bytes.fromhex(digits)
    except ValueError:
        return None
    return sealed if len(sealed[1]) == 32 and sealed[0] >= 0 else None
