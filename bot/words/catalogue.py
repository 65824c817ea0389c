"""The words themselves, out of the Fluent files beside this one. No channel holds any of its own.

A message may have slots: a telephone number or a run in bold goes in as a run, and the sentence
around it is cut there, so that a translator may put it wherever the language wants it.
"""

from functools import lru_cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from bot.words.message import Line, LineKind, Phone, Text

LANGUAGE = "en"
_FOLDER = Path(__file__).parent
_SLOT = "\ufffc"  # OBJECT REPLACEMENT CHARACTER, which is what it is for

Run = Text | Phone


class CatalogueError(LookupError):
    """A message that the catalogue does not hold, or that wants a value it was not given."""


@lru_cache(maxsize=1)
def _bundle() -> FluentBundle:
    bundle = FluentBundle([LANGUAGE], use_isolating=False)
    bundle.add_resource(FluentResource((_FOLDER / f"{LANGUAGE}.ftl").read_text(encoding="utf-8")))
    return bundle


@lru_cache(maxsize=4096)
def _format(key: str, values: tuple[tuple[str, str], ...]) -> str:
    pattern = _bundle().get_message(key).value if _bundle().has_message(key) else None
    if pattern is None:
        raise CatalogueError(f"no message {key!r} in {LANGUAGE}.ftl")
    text, errors = _bundle().format_pattern(pattern, dict(values))
    if errors:
        raise CatalogueError(f"message {key!r} in {LANGUAGE}.ftl: {errors[0]}")
    return str(text)


def say(key: str, **values: str) -> str:
    """The message in words. Raises CatalogueError for an unknown key or a missing value.

    Sentences are remembered, so a value comes from the directory, never from what somebody typed.
    """
    return _format(key, tuple(values.items()))


def runs(key: str, **values: str | Run) -> tuple[Run, ...]:
    """The message as runs: values that are runs themselves stand whole where the sentence has them."""
    slots = {name: value for name, value in values.items() if not isinstance(value, str)}
    words = {name: value.replace(_SLOT, "") for name, value in values.items() if isinstance(value, str)}
    marks = {name: f"{_SLOT}{name}{_SLOT}" for name in slots}
    pieces = say(key, **words, **marks).split(_SLOT)
    found = (slots[piece] if index % 2 else Text(piece) for index, piece in enumerate(pieces))
    return tuple(run for run in found if not isinstance(run, Text) or run.text)


def line(kind: LineKind, key: str, **values: str | Run) -> Line:
    """One line of the message."""
    return Line(kind, runs(key, **values))
