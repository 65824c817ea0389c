"""What routing and the directory say in English, said in another language: found by the English words.

Rules, terms and sources are English data, so their translations are kept as gettext keeps them, in PO
files beside the Fluent ones. Whoever changes an English sentence is told by a test that its translation
is gone, and until then the English one is shown.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from bot.words.language import Language
from bot.words.message import Text

_FOLDER = Path(__file__).parent
_FILLED = ("directory.po", "keeping.po")  # what these hold is looked for with its {placeholders} filled
_ENGLISH_WITHIN = re.compile(r"[‹›]")
_PLACEHOLDER = re.compile(r"\\\{(\w+)\\\}")


@dataclass(frozen=True, slots=True)
class Translations:
    """All there are for one language."""

    exact: Mapping[str, str]
    filled: tuple[tuple[re.Pattern[str], str], ...]

    def of(self, text: str) -> str | None:
        """The text in the other language; None where there is none."""
        if text in self.exact:
            return self.exact[text]
        for pattern, translation in self.filled:
            if found := pattern.fullmatch(text):
                return translation.format(**found.groupdict())
        return None


@cache
def translations(language: Language) -> Translations:
    """Those of a language, read once; English needs none."""
    exact: dict[str, str] = {}
    filled = []
    for file in sorted((_FOLDER / language).glob("*.po")):
        pairs = dict(_pairs(file))
        exact |= pairs
        if file.name in _FILLED:
            filled += [(_filled(english), other) for english, other in pairs.items() if "{" in english]
    return Translations(exact, tuple(filled))


@lru_cache(maxsize=4096)
def translated(language: Language, text: str) -> str | None:
    """The text in this language, remembered, as the same few hundred are said all day."""
    return translations(language).of(text)


def with_english(said: str) -> tuple[Text, ...]:
    """A translation as runs: what stands in ‹these› is English all the same, such as the title of a post."""
    pieces = _ENGLISH_WITHIN.split(said)
    return tuple(Text(piece, english=bool(at % 2)) for at, piece in enumerate(pieces) if piece)


def _pairs(file: Path) -> Iterator[tuple[str, str]]:
    from babel.messages.pofile import read_po  # noqa: PLC0415 - what answers in English needs none of it

    with file.open("rb") as opened:
        for message in read_po(opened):
            if message.id and message.string:
                yield str(message.id), str(message.string)


def _filled(english: str) -> re.Pattern[str]:
    return re.compile(_PLACEHOLDER.sub(r"(?P<\1>.+)", re.escape(english)))
