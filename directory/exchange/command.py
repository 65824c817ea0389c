"""`import KIND FILE`, for every kind alike."""

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from directory.commands import refuse
from directory.exchange.documentation import help_of
from directory.exchange.kind import Kind

if TYPE_CHECKING:
    from directory.exchange.importing import Imported, Part

_CHANGES_SHOWN = 20


class ImportCommand:
    """`import KIND`, made from the kind's description: a command as the modules of directory/commands are."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.HELP = f"{kind.about[0].lower()}{kind.about[1:]}".rstrip(".")
        self.DESCRIPTION = (
            f"{help_of(kind)}\n\nEither the whole file is taken or nothing of it; rows that are "
            "not in the file stay as\nthey are, unless --replace is given. An exported file can be imported."
        )
        self.EXAMPLES = (
            "examples:\n"
            f"  python -m directory export --template {kind.name} {kind.name}.xlsx\n"
            f"  python -m directory import {kind.name} {kind.name}.xlsx --dry-run\n"
            f"  python -m directory import {kind.name} {kind.name}.csv\n"
        )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Take the file and how to go about it."""
        parser.add_argument("file", type=Path, metavar="FILE", help="a CSV file in UTF-8, or an XLSX file")
        parser.add_argument("--dry-run", action="store_true", help="only say what would change")
        if self.kind.lasts:
            parser.add_argument(
                "--from",
                dest="since",
                metavar="DATE",
                help="what changes, changes from this day on",
            )
        parser.add_argument("--replace", action="store_true", help="take away what is not in the file")
        parser.add_argument(
            "--force", action="store_true", help="even if that opens a hole, or takes most away"
        )

    async def run(self, arguments: argparse.Namespace) -> int:
        """Import the file, or say everything that is wrong with it."""
        from directory.exchange.importing import Part  # noqa: PLC0415 - so that --help needs no database

        return await run_import([Part(self.kind, arguments.file)], arguments.file, arguments)


async def run_import(parts: "Sequence[Part]", file: Path, arguments: argparse.Namespace) -> int:
    """Import parts of a file or a folder, and say what that did or everything that is wrong."""
    from directory.command_line.acting import at_the_command_line  # noqa: PLC0415
    from directory.command_line.days import day_of, today  # noqa: PLC0415
    from directory.exchange.files.progress import progress_bar  # noqa: PLC0415
    from directory.exchange.importing import How, import_parts  # noqa: PLC0415
    from directory.exchange.rows.reading import ImportRefusedError  # noqa: PLC0415
    from directory.opening import database_opened  # noqa: PLC0415
    from directory.proof.guard import no_new_holes  # noqa: PLC0415
    from directory.settings import DirectorySettings  # noqa: PLC0415

    replace = getattr(arguments, "replace", False)
    guard = partial(no_new_holes, today=today(), force=arguments.force)
    since = day_of(arguments.since, "--from") if getattr(arguments, "since", None) else None
    how = How(at_the_command_line(), arguments.dry_run, replace, arguments.force, since)
    try:
        async with database_opened(DirectorySettings()) as engine:
            with progress_bar(f"Reading {file.name}") as progress:
                done = await import_parts(engine, parts, how, progress, guard)
    except ImportRefusedError as error:
        return refuse(*error.lines, f"Nothing was imported: {error.said} in {file}.")
    if how.dry_run:
        _show_changes(parts, done)
    begins = "Nothing was written. An import would give" if how.dry_run else f"Imported {file}:"
    several = len(parts) > 1
    for part, each in zip(parts, done, strict=True):
        counts = [f"{each.counted('add')} added", f"{each.counted('change')} changed"]
        counts.extend([f"{each.counted('remove')} removed"] if how.replace else [])
        named = f" {part.kind.name}:" if several else ""
        sys.stdout.write(f"{begins}{named} {', '.join(counts)}, {each.unchanged} unchanged.\n")
    return 0


def _show_changes(parts: "Sequence[Part]", done: "Sequence[Imported]") -> None:
    changes = [
        change.said(part.kind) for part, each in zip(parts, done, strict=True) for change in each.changes
    ]
    sys.stdout.write("".join(f"{line}\n" for line in changes[:_CHANGES_SHOWN]))
    if (more := len(changes) - _CHANGES_SHOWN) > 0:
        sys.stdout.write(f"and {more:,} more\n")
