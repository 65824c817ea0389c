"""python -m directory unanswered: what was asked and not understood."""

import argparse
import sys

from directory.command_line.counting import counted
from directory.commands import refuse

HELP = "what was not understood, and the words that would have to be taught"
DESCRIPTION = """\
Lists how often messages were not understood, by their shape, and the words that nobody knows and that
three different askers have used in one month. What somebody wrote is kept nowhere; a word that fewer
have used cannot be read.
"""
EXAMPLES = """\
examples:
  python -m directory unanswered
  python -m directory unanswered --forget WORD      it is of no use: take it off the list
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a word to forget."""
    parser.add_argument("--forget", metavar="WORD", help="take this word off the list")


async def run(arguments: argparse.Namespace) -> int:
    """List it, or forget a word."""
    if arguments.forget:
        return await _forget(arguments.forget.lower())
    from directory.command_line.reading_once import connected  # noqa: PLC0415 - so that --help needs no database
    from directory.keeping.unanswered import UNHELPFUL, shapes, unknown_words  # noqa: PLC0415

    async with connected() as connection:
        found, words = await shapes(connection), await unknown_words(connection)
    for times, topic, place, length in found:
        where = "a place" if place else "no place"
        what = "an answer that did not help" if length == UNHELPFUL else f"{length} words"
        sys.stdout.write(f"{times:6,}  {what}, {where}, perhaps {topic or 'no topic'}\n")
    total = sum(times for times, _, _, length in found if length != UNHELPFUL)
    sys.stdout.write(counted(total, "message") + " not understood.\n")
    for word, times in words:
        sys.stdout.write(f"\n{word}: three askers, and {times:,} more times\n")
        sys.stdout.write(f'  python -m directory alias add "{word}" --topic TOPIC\n')
    return 0


async def _forget(word: str) -> int:
    from directory.audit.audit import Entry  # noqa: PLC0415
    from directory.command_line.acting import at_the_command_line  # noqa: PLC0415
    from directory.command_line.reading_once import changing, connected  # noqa: PLC0415
    from directory.keeping.unanswered import forget, unknown_words  # noqa: PLC0415

    async with connected() as connection:
        listed = {known for known, _ in await unknown_words(connection)}
    if word not in listed:
        return refuse("That word is not on the list: `python -m directory unanswered` shows those that are.")
    async with changing(Entry(at_the_command_line(), "forget", "unknown word")) as connection:
        await forget(connection, word)
    sys.stdout.write(f"{word} is off the list.\n")
    return 0
