"""Signpost's command line: python -m bot run | ask | chat."""

import argparse
import asyncio
import gc
import os
import sys
from collections.abc import Sequence
from dataclasses import replace

from directory.own_environment import use_project_environment

_INTERRUPTED, _NOBODY_READS = 130, 141  # as a shell reports SIGINT and SIGPIPE
_ROLES = "public, partner, reception, officer or admin"
_EXAMPLES = """\
examples:
  python -m bot run                                     serve the web chat (and Telegram)
  python -m bot ask "breach of a community order, Redditch"
  python -m bot ask "duty spo nps" --as reception --office worcester --json
  python -m bot ask --batch enquiries.jsonl             one answer a line; '-' reads standard input
  python -m bot chat --as partner

Settings are environment variables: see README.md. Exit status: 0 done, 2 something has to be mended.
"""


def parser() -> argparse.ArgumentParser:
    """What can be typed."""
    raw = argparse.RawDescriptionHelpFormatter
    top = argparse.ArgumentParser(
        prog="python -m bot",
        description="Tells partner agencies whom to ring in probation, in order, and why.",
        epilog=_EXAMPLES,
        formatter_class=raw,
    )
    commands = top.add_subparsers(metavar="COMMAND", required=True, dest="command")
    commands.add_parser(
        "run", help="serve the web chat, and Telegram where TELEGRAM_TOKEN is set", formatter_class=raw,
        description="Serve the web chat at http://WEB_HOST:WEB_PORT (127.0.0.1:8080), and Telegram where "
        "TELEGRAM_TOKEN is set (by long polling, or by a webhook where TELEGRAM_WEBHOOK_URL is set), until "
        "Ctrl-C or SIGTERM.",
    )  # fmt: skip
    ask = commands.add_parser(
        "ask", help="ask one question, or a file of them", epilog=_EXAMPLES, formatter_class=raw
    )
    ask.add_argument("text", nargs="?", metavar="TEXT", help="the question, in your own words")
    ask.add_argument("--batch", metavar="FILE", help="enquiries as JSON lines; '-' for standard input")
    ask.add_argument("--json", action="store_true", help="the answer as one line of JSON")
    ask.add_argument("--explain", action="store_true", help="show too what was read, and from which words")
    chat = commands.add_parser(
        "chat", help="a conversation in the terminal", epilog=_EXAMPLES, formatter_class=raw
    )
    for command in (ask, chat):
        command.add_argument("--as", dest="standing", metavar="ROLE", help=f"who asks: {_ROLES} (public)")
        command.add_argument("--area", help="id of the area asked in (the deployment's, AREA)")
        command.add_argument("--office", help="id of the asker's own office, such as worcester")
        command.add_argument(
            "--language", choices=("en", "cy"), help="English or Welsh (Welsh where LANG is, else English)"
        )
    ask.add_argument("--at", metavar="ISO8601", help="the moment asked about, such as 2014-07-08T10:30 (now)")
    return top


async def _run(chosen: argparse.Namespace) -> None:
    from bot.app import now_in_london, open_assistant, run  # noqa: PLC0415 - so that --help is quick
    from bot.settings import load_settings  # noqa: PLC0415

    settings = load_settings()
    if chosen.command == "run":
        return await run(settings)
    from bot.command_line.ask import ask_batch, ask_once, chat  # noqa: PLC0415
    from bot.dialogue.dialogue import Dialogue  # noqa: PLC0415
    from bot.dialogue.reporting import Reporting  # noqa: PLC0415
    from bot.enquiry_fields import Asking  # noqa: PLC0415
    from bot.words.catalogue import Words  # noqa: PLC0415
    from bot.words.language import Language, named  # noqa: PLC0415

    of_the_terminal = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), None)
    language = named(chosen.language or of_the_terminal) or Language.ENGLISH
    async with open_assistant(settings) as assistant:
        asking = Asking(assistant.snapshot, settings.area)
        said = {"as": chosen.standing, "area": chosen.area, "office": chosen.office}
        if chosen.command == "chat":
            reporting = Reporting(assistant.directory.number_reports, assistant.directory.count_unanswered)
            dialogue = Dialogue(assistant, now_in_london, reporting)
            return await chat(dialogue, replace(asking.asker(**said), language=language))
        if chosen.batch is not None:
            return await ask_batch(assistant, asking, chosen.batch, now_in_london)
        enquiry = asking.enquiry(chosen.text, now_in_london(), at=chosen.at, **said)
        return await ask_once(
            assistant, enquiry, Words(language), as_json=chosen.json, explain=chosen.explain
        )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit status."""
    top = parser()
    chosen = top.parse_args(arguments)
    if chosen.command == "ask":
        _check_question(top, chosen)
    try:
        asyncio.run(_run(chosen))
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # Whoever read the answers has gone; Python would complain once more when it closes the output.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _NOBODY_READS
    except BaseExceptionGroup as group:
        return _fail(group)
    except Exception as error:
        return _fail(error)
    return 0


def _check_question(top: argparse.ArgumentParser, chosen: argparse.Namespace) -> None:
    if (chosen.text is None) == (chosen.batch is None):
        top.error("ask wants either a question or --batch FILE; see python -m bot ask --help")
    for option in ("as", "area", "office", "at"):
        if chosen.batch is not None and getattr(chosen, "standing" if option == "as" else option) is not None:
            top.error(f'with --batch each line says "{option}" for itself: leave --{option} out')


def _fail(error: BaseException) -> int:
    """One sentence on standard error, and status 2, for what whoever runs this can mend."""
    from bot.enquiry_fields import EnquiryError  # noqa: PLC0415
    from bot.errors import StartError  # noqa: PLC0415
    from bot.settings import SettingsError  # noqa: PLC0415
    from bot.telegram.errors import TelegramError  # noqa: PLC0415
    from directory.errors import DirectoryError  # noqa: PLC0415
    from routing.policy import PolicyError  # noqa: PLC0415
    from routing.reading.phrases import PhraseError  # noqa: PLC0415

    while isinstance(error, BaseExceptionGroup) and len(error.exceptions) == 1:
        error = error.exceptions[0]
    mendable = (
        StartError,
        EnquiryError,
        SettingsError,
        TelegramError,
        DirectoryError,
        PolicyError,
        PhraseError,
    )
    if isinstance(error, OSError) and error.filename:
        sys.stderr.write(f"The file {error.filename} cannot be read ({error.strerror}): check the name.\n")
        return 2
    if not isinstance(error, mendable):
        raise error
    sys.stderr.write(f"{str(error)[:1].upper()}{str(error)[1:].rstrip('.')}.\n")
    return 2


if __name__ == "__main__":
    use_project_environment("bot")
    gc.disable()  # until the start-up is over: bot/app.py settles it
    sys.exit(main())
