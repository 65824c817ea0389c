"""The directory's command line: python -m directory COMMAND. Each command is a file in directory/commands."""

import argparse
import asyncio
import os
import sys
from collections.abc import Sequence

from directory.commands import RAW, add_commands, refuse
from directory.own_environment import use_project_environment

_NOBODY_READS = 141  # as a shell reports SIGPIPE
_EXAMPLES = """\
examples:
  python -m directory import cases cases.csv --dry-run    say what would change, and change nothing
  python -m directory import cases cases.csv              bring the cases into the register

DATABASE_URL picks the database (otherwise signpost.db in DATA_DIR, ./data); an empty one is migrated
and given the bundled directory first. Exit status: 0 done, 1 something asked about is not as it should
be, 2 something has to be mended first. Every command has a --help of its own.
"""


def parser(typed: Sequence[str]) -> argparse.ArgumentParser:
    """What can be typed, with no more imported than what was typed needs."""
    top = argparse.ArgumentParser(
        prog="python -m directory", description="Keep the directory.", epilog=_EXAMPLES, formatter_class=RAW
    )
    add_commands(top, "directory.commands", typed, "COMMAND")
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit status."""
    typed = sys.argv[1:] if arguments is None else arguments
    chosen = parser(typed).parse_args(typed)
    from directory.errors import DirectoryError  # noqa: PLC0415

    try:
        status: int = asyncio.run(chosen.run(chosen))
        sys.stdout.flush()  # here, where a reader that has gone is nothing to complain of
    except DirectoryError as error:
        return refuse(str(error))
    except KeyboardInterrupt:
        return refuse("Interrupted: nothing was written.") and 130
    except BrokenPipeError:
        # Whoever read the lines has gone; Python would complain once more when it closes the output.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _NOBODY_READS
    return status


if __name__ == "__main__":
    use_project_environment("directory")
    sys.exit(main())
