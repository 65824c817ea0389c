"""python -m directory information settle NUMBER WHAT: what became of a request."""

import argparse
import sys

from directory.commands import refuse

HELP = "say what became of a request: answered, came, not-come, not-theirs or not-needed"
DESCRIPTION = """\
Says what became of a request for information, and tells the other side as if it had been pressed in chat:
  answered    the agency says that it has answered; the asker is asked whether it came
  came        the reply has come: closed
  not-come    the agency says that it has answered, and nothing has come: it is chased again
  not-theirs  the agency says that it is to be asked of somebody else: closed
  not-needed  the asker needs it no longer: closed
"""
EXAMPLES = "example:\n  python -m directory information settle 12 came\n"
_WHAT = ("answered", "came", "not-come", "not-theirs", "not-needed")
_REFUSED = {
    "unknown": "There is no request No. {}: `python -m directory information list` shows what is open.",
    "closed": "No. {} is closed already.",
    "answered": "No. {} is answered already; write came or not-come.",
    "changed": "Nobody has said that No. {} is answered, so it is chased as it is.",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the request, and what became of it."""
    parser.add_argument("number", metavar="NUMBER", type=int, help="number of the request")
    parser.add_argument("what", metavar="WHAT", choices=_WHAT, help=", ".join(_WHAT))


async def run(arguments: argparse.Namespace) -> int:
    """Write it down."""
    from directory.information.opening import opened  # noqa: PLC0415 - so that --help needs no database
    from routing.information import machine  # noqa: PLC0415

    does = {
        "answered": machine.answered,
        "came": machine.came,
        "not-come": machine.not_come,
        "not-theirs": machine.not_theirs,
        "not-needed": machine.not_needed,
    }
    async with opened() as information:
        try:
            await information.settle(arguments.number, does[arguments.what])
        except machine.RefusedError as refused:
            return refuse(_REFUSED[refused.refusal].format(arguments.number))
    sys.stdout.write(f"No. {arguments.number}: {arguments.what.replace('-', ' ')}.\n")
    return 0
