"""What is told and what is found in a text, as an assistant with the bundled directory reads it."""

import asyncio
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from directory.directory import Directory
from directory.settings import DirectorySettings
from routing.disclosure import refusal
from routing.policy import Policies
from routing.reading.reader import Reader
from routing.reading.reading import Fact, Reading
from routing.router import Router
from routing.snapshot import Snapshot
from routing.vocabulary import Standing


@cache
def snapshot() -> Snapshot:
    """The bundled directory."""

    async def open_once() -> Snapshot:
        with TemporaryDirectory() as folder:
            async with await Directory.open(DirectorySettings(data_dir=Path(folder))) as directory:
                return directory.snapshot

    return asyncio.run(open_once())


@cache
def reader() -> Reader:
    """A reader that knows every place of the bundled directory."""
    return Reader(snapshot().places, Policies.bundled().terms)


@cache
def router() -> Router:
    """A router on the bundled directory."""
    return Router(snapshot(), Policies.bundled())


def reading_of(text: str) -> Reading:
    """What is read in it in West Mercia."""
    return reader().read(text, "west-mercia")


def facts_in(text: str) -> tuple[Fact, ...]:
    """What that is read from."""
    return reader().facts(text, "west-mercia")


def verdict(text: str, by: str = "public") -> str:
    """ "declined" or "told"."""
    return "declined" if refusal(reading_of(text), Standing(by)) else "told"
