"""python -m directory information ask: record that an agency was asked for something."""

import argparse
import getpass
import sys
from collections.abc import Collection
from typing import TYPE_CHECKING

from directory.commands import refuse
from directory.errors import DirectoryError

if TYPE_CHECKING:
    from datetime import date, datetime

    from directory.information.requests import InformationRequests
    from routing.information.machine import WorkingDays
    from routing.information.request import InformationRequest

HELP = "record that an agency was asked for something, by which office and post, and when it is due"
DESCRIPTION = """\
Records that an agency was asked for information, so that it is chased when it is overdue. What is asked
about whom goes to the agency itself, and the reply to whoever asked: neither is recorded here. The kinds
are offences, domestic_abuse, children, adults, court_papers, address, health, youth and custody.
"""
EXAMPLES = """\
examples:
  python -m directory information ask west-mercia-police domestic_abuse --office worcester --provider nps
  python -m directory information ask worcestershire-council children --office redditch --provider crc \\
      --by 2026-12-11 --account 8f3c --reference       the reference is typed after that, unseen, and sealed
"""
_DAYS = 5


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take what was asked, of whom, by whom, and when it is due."""
    parser.add_argument("agency", metavar="AGENCY", help="id of the agency that was asked")
    parser.add_argument("kind", metavar="KIND", help="what it was asked for")
    parser.add_argument("--office", required=True, help="id of the office that asks")
    parser.add_argument("--provider", required=True, choices=["nps", "crc"], help="the provider that asks")
    parser.add_argument(
        "--post", default="responsible_officer", help="the post that asks; else responsible_officer"
    )
    parser.add_argument("--by", metavar="DAY", help=f"when it is due; else in {_DAYS} working days")
    parser.add_argument("--account", help="id of the account of whoever asks, who is then told on Telegram")
    parser.add_argument("--reference", action="store_true", help="a case reference follows, to be sealed")


async def run(arguments: argparse.Namespace) -> int:
    """Record it, and say under which number."""
    from directory.cases.cases import standardise_reference  # noqa: PLC0415 - so that --help needs no database
    from directory.command_line.days import day_of  # noqa: PLC0415
    from directory.information.opening import opened  # noqa: PLC0415

    by = day_of(arguments.by, "--by") if arguments.by else None
    reference = standardise_reference(_typed()) if arguments.reference else None
    if arguments.reference and reference is None:
        return refuse("That is not a case reference: a capital letter and six digits, as in X123456.")
    async with opened() as information:
        request = await _request(information, arguments, by)
        made = await information.ask(request, arguments.account, reference)
        reached = await information.reaches(made)
    sys.stdout.write(f"Recorded as No. {made.id}, due by {_said(made.wanted_by)}.\n")
    if not reached:
        sys.stdout.write(f"Nobody at {made.agency} uses Signpost: remind them yourself.\n")
    return 0


class AskError(DirectoryError):
    """What was typed cannot be asked; the message says which part, and what there is."""


async def _request(
    information: "InformationRequests", arguments: argparse.Namespace, by: "date | None"
) -> "InformationRequest":
    from routing.information.request import (  # noqa: PLC0415
        ASKING_POSTS,
        InformationKind,
        InformationRequest,
        kinds_asked_of,
    )
    from routing.vocabulary import Provider, Role  # noqa: PLC0415

    office = information.snapshot.offices.get(arguments.office)
    if office is None:
        raise AskError(f"--office {arguments.office!r} is not in the directory.")
    agencies = {one.id: one for one in await information.agencies.asked_in(office.area)}
    _one_of("AGENCY", arguments.agency, agencies)
    kinds = kinds_asked_of(agencies[arguments.agency].kind)
    _one_of("KIND", arguments.kind, kinds)
    _one_of("--post", arguments.post, ASKING_POSTS)
    if arguments.account and not await information.is_staff(arguments.account):
        raise AskError(f"--account {arguments.account!r} is no account of probation staff.")
    return InformationRequest(
        id=0,
        area=office.area,
        office=office.id,
        provider=Provider(arguments.provider),
        post=Role(arguments.post),
        kind=InformationKind(arguments.kind),
        agency=arguments.agency,
        asked_at=information.clock(),
        wanted_by=_due(information.working_days(office.area, office.id), by),
    )


def _due(there: "WorkingDays", by: "date | None") -> "datetime":
    """The end of that day's hours. Raises AskError."""
    due = there.closing_on(by) if by else there.closing(_DAYS)
    if due is None or due <= there.at:
        raise AskError(f"--by {by}: the office is not open on that day any more; give a later one.")
    return due


def _one_of(what: str, typed: str, known: "Collection[str]") -> None:
    if typed not in known:
        there = ", ".join(sorted(map(str, known))) or "none in this area"
        raise AskError(f"{what} {typed!r} is not known here; known are: {there}.")


def _typed() -> str:
    """A reference typed unseen; or read, where no person types."""
    return getpass.getpass("Case reference: ") if sys.stdin.isatty() else sys.stdin.readline()


def _said(moment: "datetime") -> str:
    from routing.hours import LONDON  # noqa: PLC0415

    return f"{moment.astimezone(LONDON):%A %-d %B %Y, %H:%M}"
