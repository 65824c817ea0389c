"""python -m directory alias add PHRASE."""

import argparse
import sys

HELP = "let a phrase stand for a topic, a place, an office, a post or a term"
EXAMPLES = """\
examples:
  python -m directory alias add "clawed back" --topic recall
  python -m directory alias add "the old mill" --office redditch
  python -m directory alias add "brum road" --place Redditch --area west-mercia
  python -m directory alias add "the gaffer" --role spo
  python -m directory alias add "the risk tool" --term oasys
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the phrase and what it stands for."""
    parser.add_argument("phrase", metavar="PHRASE", help="one to eight words, as people say them")
    means = parser.add_mutually_exclusive_group(required=True)
    means.add_argument("--topic", metavar="TOPIC", help="a topic, as answers name it: breach, recall …")
    means.add_argument("--office", metavar="ID", help="id of an office")
    means.add_argument("--place", metavar="NAME", help="name of a place, with --area")
    means.add_argument("--role", metavar="ROLE", help="a post, as answers name it: duty_officer, spo …")
    means.add_argument("--term", metavar="ID", help="id of a term of the glossary")
    parser.add_argument("--area", metavar="ID", default="", help="area of the place")
    parser.add_argument("--source", default="heard by a keeper", help="where this is from")


async def run(arguments: argparse.Namespace) -> int:
    """Add it, or say why it cannot be added."""
    from directory.audit.audit import Detail, Entry  # noqa: PLC0415
    from directory.command_line.acting import at_the_command_line  # noqa: PLC0415 - so that --help needs no database
    from directory.command_line.reading_once import changing  # noqa: PLC0415
    from directory.keeping.aliases import add_alias, said  # noqa: PLC0415

    means, value = next(
        (name, given)
        for name in ("topic", "office", "place", "role", "term")
        if (given := getattr(arguments, name)) is not None
    )
    meant: dict[str, Detail] = {"means": means, "value": value[:200]}
    entry = Entry(at_the_command_line(), "alias add", f"alias {arguments.phrase[:100]}", meant)
    async with changing(entry) as connection:
        alias = await add_alias(
            connection,
            phrase=arguments.phrase,
            means=means,
            value=value,
            area=arguments.area,
            source=arguments.source,
        )
    sys.stdout.write(f'"{alias.phrase}" means the {said(alias)} from now on.\n')
    return 0
