"""The words themselves, out of the Fluent files of each language. No channel holds any of its own.

A message may have slots: a telephone number or a run in bold goes in as a run, and the sentence
around it is cut there, so that a translator may put it wherever the language wants it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from bot.words.language import Language
from bot.words.message import Line, LineKind, Run, Runs, Text
from bot.words.translations import translated, translations, with_english

FOLDER = Path(__file__).parent
_SLOT = "\ufffc"  # OBJECT REPLACEMENT CHARACTER, which is what it is for

Said = str | int | Run | Runs  # what may stand in a sentence


class CatalogueError(LookupError):
    """A message that the catalogue does not hold, or that wants a value it was not given."""


@cache
def _bundle(language: Language) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    # What a language lacks, which a test does not allow, is said in English rather than not at all.
    for spoken in dict.fromkeys((Language.ENGLISH, language)):
        for file in sorted((FOLDER / spoken).glob("*.ftl")):
            resource = FluentResource(file.read_text(encoding="utf-8"))
            bundle.add_resource(resource, allow_overrides=True)
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

    def runs(self, key: str, **values: Said) -> Runs:
        """The message as runs: values that are runs themselves stand whole where the sentence has them.

        They are not remembered with the sentence, so a case reference or a number is given as a run.
        """
        slots: dict[str, Runs] = {}
        plain: dict[str, str | int] = {}
        for name, value in values.items():
            if isinstance(value, int):
                plain[name] = value
            elif isinstance(value, str):
                plain[name] = value.replace(_SLOT, "")
            else:
                slots[name] = value if isinstance(value, tuple) else (value,)
                plain[name] = f"{_SLOT}{name}{_SLOT}"
        pieces = self.say(key, **plain).split(_SLOT)
        found = (slots[piece] if index % 2 else (Text(piece),) for index, piece in enumerate(pieces))
        return _joined(run for runs in found for run in runs)

    def line(self, kind: LineKind, key: str, **values: Said) -> Line:
        """One line of the message."""
        return Line(kind, self.runs(key, **values))

    def sentences(self, kind: LineKind, said: Iterable[str | Runs]) -> Line:
        """Several sentences in one line."""
        parts = ((Text(one),) if isinstance(one, str) else one for one in said)
        spaced = [run for part in parts for run in (Text(" "), *part)]
        return Line(kind, _joined(spaced[1:]))

    def in_words(self, english: str) -> str:
        """What routing or the directory says in English, in this language where it can be said in it."""
        return "".join(run.text for run in self.held(english))

    def held(self, english: str, *, typed: bool = False) -> tuple[Text, ...]:
        """The same, marked as English where it stays so in a message of another language.

        What repeats something that somebody has `typed` is not remembered.
        """
        said = translations(self.language).of(english) if typed else translated(self.language, english)
        if said is None:
            return (Text(english, english=self.language is not Language.ENGLISH),)
        return with_english(said)


def _joined(runs: Iterable[Run]) -> Runs:
    """The runs, with those that are alike and side by side made one, and empty ones left out."""
    joined: list[Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if isinstance(run, Text) and isinstance(last, Text) and replace(run, text=last.text) == last:
            joined[-1] = replace(run, text=last.text + run.text)
        elif not isinstance(run, Text) or run.text:
            joined.append(run)
    return tuple(joined)


ENGLISH = Words(Language.ENGLISH)
