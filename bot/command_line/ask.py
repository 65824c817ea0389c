"""`python -m bot ask` and `chat`: one question, a stream of them, or a conversation."""

import signal
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

import msgspec

from bot.asker import Asker
from bot.assistant import Assistant
from bot.dialogue.dialogue import Dialogue
from bot.enquiry_fields import Asking, EnquiryError, id_in
from bot.words.catalogue import Words
from bot.words.painters import to_plain
from bot.words.rendering import render
from routing.answer import for_programs, to_json
from routing.enquiry import Enquiry
from routing.reading.reading import Fact


async def ask_once(
    assistant: Assistant, enquiry: Enquiry, words: Words, *, as_json: bool, explain: bool = False
) -> None:
    """Answer one enquiry on standard output: as JSON, or in these words with the reasons.

    `explain` adds what was read, and from which words; those that tell of a person are masked.
    """
    answer = await assistant.answer(enquiry)
    facts = await assistant.facts_in(enquiry) if explain else ()
    if as_json:
        explained = {**msgspec.to_builtins(for_programs(answer)), "facts": facts} if explain else None
        _write(msgspec.json.encode(explained) if explained else to_json(answer))
        return
    lines = [to_plain(render(words, answer, why=True)), *map(_said_of, facts)]
    _write("\n".join(lines).encode())


def _said_of(fact: Fact) -> str:
    """A fact in one line; one that another took the place of stands in brackets."""
    read = f'{fact.name} {fact.value}: "{fact.words}" ({fact.weight:.2g})'
    return read if fact.taken else f"[{read}]"


async def ask_batch(assistant: Assistant, asking: Asking, source: str, clock: Callable[[], datetime]) -> None:
    """Answer a file of JSON lines ('-' for standard input), one line each, in order, as they come.

    A line that cannot be read gets an answer of kind `unknown` and does not stop the others. What
    says no time is asked at the time at which it came: a pipe may stay open for days.
    """
    # asyncio turns Ctrl-C into a cancellation, which cannot interrupt a read that waits.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for line in _lines(source):
        now = clock()
        try:
            answer = await assistant.answer(asking.from_line(line, now))
        except EnquiryError as error:
            answer = assistant.unreadable(str(error), id_in(line), now)
        _write(to_json(answer))


async def chat(dialogue: Dialogue, asker: Asker) -> None:
    """A conversation in the terminal, as one asker."""
    from bot.command_line.terminal import chat as converse  # noqa: PLC0415

    await converse(dialogue, asker)


def _lines(source: str) -> Iterator[bytes]:
    if source == "-":
        yield from _stripped(sys.stdin.buffer)
        return
    with Path(source).open("rb") as file:
        yield from _stripped(file)


def _stripped(lines: BinaryIO) -> Iterator[bytes]:
    for line in iter(lines.readline, b""):
        if line.strip():
            yield line.strip().removeprefix(b"\xef\xbb\xbf")


def _write(line: bytes) -> None:
    sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()
