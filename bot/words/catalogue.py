"""The words themselves, out of the Fluent files of each language. No channel holds any of its own.

A message may have slots: a telephone number or a run in bold goes in as a run, and the sentence
around it is cut there, so that a translator may put it wherever the language wants it.
"""

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from bot.words.language import Language
from bot.words.message import Line, LineKind, Phone, Text

FOLDER = Path(__file__).parent
_SLOT = "\ufffc"  # OBJECT REPLACEMENT CHARACTER, which is what it is for

Run = Text | Phone


class CatalogueError(LookupError):
    """A message that the catalogue does not hold, or that wants a value it was not given."""


@cache
def _bundle(language: Language) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for file in sorted((FOLDER / language).glob("*.ftl")):
        bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return bundle


@lru_cache(maxsize=4096)
def _format(language: Language, key: str, values: tuple[tuple[str, str | int], ...]) -> str:
    bundle = _bundle(language)
    pattern = bundle.get_message(key).value if bundle.has_message(key) else None
    if pattern is None:
        raise CatalogueError(f"no message {key!r} in the language {language}")
    text, errors = bundle.format_pattern(pattern, dict(values))
    if errors:
        raise CatalogueError(f"message {key!r} in the language {language}: {errors[0]}")
    return str(text)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language. Whoever says anything is given them: no language goes without saying."""

    language: Language

    def say(self, key: str, **values: str | int) -> str:
        """The message in words. Raises CatalogueError for an unknown key or a missing value.

        A number chooses the plural form. Sentences are remembered, so a value comes from the directory,
        never from what somebody typed.
        """
        return _format(self.language, key, tuple(values.items()))

    def runs(self, key: str, **values: str | int | Run) -> tuple[Run, ...]:
        """The message as runs: values that are runs themselves stand whole where the sentence has them."""
        slots = {name: value for name, value in values.items() if isinstance(value, Run)}
        marks = {name: f"{_SLOT}{name}{_SLOT}" for name in slots}
        plain = {name: _without_slots(value) for name, value in values.items() if not isinstance(value, Run)}
        pieces = self.say(key, **plain, **marks).split(_SLOT)
        found = (slots[piece] if index % 2 else Text(piece) for index, piece in enumerate(pieces))
        return tuple(run for run in found if not isinstance(run, Text) or run.text)

    def line(self, kind: LineKind, key: str, **values: str | int | Run) -> Line:
        """One line of the message."""
        return Line(kind, self.runs(key, **values))


def _without_slots(value: str | int) -> str | int:
    return value.replace(_SLOT, "") if isinstance(value, str) else value


ENGLISH = Words(Language.ENGLISH)
