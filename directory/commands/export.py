"""python -m directory export KIND FILE."""

import argparse
import sys
from datetime import date
from pathlib import Path

from directory.exchange.kinds import KINDS

HELP = "write what the directory holds to a file, or an empty file to fill in"
DESCRIPTION = """\
Writes every row of a kind to a CSV or an XLSX file, by the ending of its name; contacts also as vCard
(.vcf), the rota also as iCalendar (.ics). An exported file can be changed and imported. Cases go out
without their references, which are kept as keyed hashes only: such a file shows what the register holds
and cannot be imported. `all` is every kind but cases: one workbook (.xlsx) with a sheet for each, or a
folder with a file for each.
"""
EXAMPLES = """\
examples:
  python -m directory export offices offices.csv
  python -m directory export contacts contacts.vcf
  python -m directory export contacts january.csv --on 2027-01-01    what holds on that day
  python -m directory export --template contacts contacts.xlsx    an empty file that explains its columns
  python -m directory export all directory.xlsx
  python -m directory export rota feed.ics --person sample-birch
  python -m directory export rota feed.ics --post west-mercia/worcester/nps/duty_officer
"""
_ALL = "all"
_VCF = ".vcf"
_ICS = ".ics"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the kind and the file."""
    parser.add_argument("--template", action="store_true", help="an empty file to fill in")
    parser.add_argument("kind", choices=[*KINDS, _ALL], metavar="KIND", help=", ".join([*KINDS, _ALL]))
    parser.add_argument(
        "file",
        type=Path,
        metavar="FILE",
        help="ends in .csv or .xlsx; contacts also .vcf, rota also .ics; all: .xlsx or a folder",
    )
    parser.add_argument("--on", metavar="DATE", help="only what holds on a day, as 2027-01-01")
    parser.add_argument("--post", help="of rota as .ics: one post, as west-mercia/worcester/nps/duty_officer")
    parser.add_argument("--person", help="of rota as .ics: one person, by id")


async def run(arguments: argparse.Namespace) -> int:
    """Write the file, or say why it cannot be written."""
    from directory.command_line.days import day_of  # noqa: PLC0415 - so that --help needs no database

    file: Path = arguments.file
    if arguments.template:
        return _template(arguments.kind, file)
    if arguments.kind == "rota" and file.suffix.lower() == _ICS:
        return await _feed(file, arguments.post, arguments.person)
    if arguments.kind == "contacts" and file.suffix.lower() == _VCF:
        return await _cards(file)
    on = day_of(arguments.on, "--on") if arguments.on else None
    return await _rows(arguments.kind, file, on)


def _template(kind: str, file: Path) -> int:
    from directory.exchange.exporting import write_template  # noqa: PLC0415
    from directory.exchange.several import write_templates  # noqa: PLC0415

    if kind == _ALL:
        write_templates(file)
    else:
        write_template(KINDS[kind], file)
    sys.stdout.write(
        f"Wrote {file}: fill it in, then `python -m directory import {kind} {file} --dry-run`.\n"
    )
    return 0


async def _rows(kind: str, file: Path, on: date | None) -> int:
    from directory.exchange.exporting import export_kind  # noqa: PLC0415
    from directory.exchange.several import export_several  # noqa: PLC0415
    from directory.opening import database_opened  # noqa: PLC0415
    from directory.settings import DirectorySettings  # noqa: PLC0415

    async with database_opened(DirectorySettings()) as engine:
        if kind == _ALL:
            counts = await export_several(engine, file, on)
            sys.stdout.write(f"Wrote {file}: {', '.join(f'{counts[name]:,} {name}' for name in counts)}.\n")
            return 0
        count = await export_kind(engine, KINDS[kind], file, on)
    without = ", without their references: those are kept as keyed hashes only" if kind == "cases" else ""
    sys.stdout.write(f"Wrote {file}: {count:,} {kind}{without}.\n")
    return 0


async def _cards(file: Path) -> int:
    from directory.directory import Directory  # noqa: PLC0415
    from directory.exchange.formats.vcard import write_vcards  # noqa: PLC0415
    from directory.settings import DirectorySettings  # noqa: PLC0415

    async with await Directory.open(DirectorySettings()) as directory:
        written, without = write_vcards(directory.snapshot, file)
    sys.stdout.write(f"Wrote {file}: {written:,} cards; {without:,} contacts have no number and no card.\n")
    return 0


async def _feed(file: Path, post: str | None, person: str | None) -> int:
    from directory.command_line.days import today  # noqa: PLC0415
    from directory.command_line.reading_once import read_snapshot  # noqa: PLC0415
    from directory.exchange.files.problems import FileError  # noqa: PLC0415
    from directory.exchange.formats.ical import (  # noqa: PLC0415
        Shows,
        feed_span,
        posts_with_rota,
        read_post,
        save_feed,
        write_feed,
    )

    snapshot = await read_snapshot()
    if person is not None and person not in snapshot.rota.people:
        raise FileError(f"--person {person}: nobody of this id is on a rota: `export people` lists them.")
    posts = posts_with_rota(snapshot) if post is None else [read_post(post, snapshot)]
    feed = write_feed(snapshot, feed_span(today()), Shows(posts, post or person or "all posts", person))
    save_feed(feed, file)
    sys.stdout.write(f"Wrote {file}: {feed.count(b'BEGIN:VEVENT'):,} shifts.\n")
    return 0
