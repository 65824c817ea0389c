"""The lexicon: what people say, in readable files. A folder or file is a group of phrases.

`topics/breach.toml` holds `says` (each enough by itself), `hints` (each counts half, and tells an
asker in the trade's topic), `leans` (common words, of which two count as a hint) and `together`
(two sides, each enough only where the other stands near it in either order). Every
other file holds such a table for each name of its group (`[can_wait]` in `urgency.toml`) and may
hold classes of its own beside those of `classes.toml`.
"""

import tomllib
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from routing.reading.phrases import Label, PhraseBook, PhraseError
from routing.reading.words import words_listed

_SAYS, _HINTS, _LEANS = 1.0, 0.4, 0.2
TOGETHER = "together "  # begins the name of a group that is one side of a pair
# Whose phrases may overlap: "his officer" is a status, and has a case.
_EACH_A_GROUP = frozenset({"private", "programmes"})
_Classes = dict[str, list[str]]


def _load(file: Traversable) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise PhraseError(f"{file.name}: {error}") from None


def _enter(book: PhraseBook, group: str, name: str, table: dict[str, Any], classes: _Classes) -> None:
    for key, weight in (("says", _SAYS), ("hints", _HINTS), ("leans", _LEANS)):
        label = Label(group, name, weight)
        for phrase in table.get(key, ()):
            book.add(phrase, label, classes)


def _enter_pairs(book: PhraseBook, topic: str, pairs: Iterable[list[list[str]]], classes: _Classes) -> None:
    """Each side of a pair is a group of its own, so that the matches of one do not hide another's."""
    for number, pair in enumerate(pairs):
        if len(pair) != 2:
            raise PhraseError(f"pair {number + 1} of topics/{topic}.toml has {len(pair)} lists: give two")
        for side, phrases in enumerate(pair):
            label = Label(f"{TOGETHER}{topic} {number} {side}", topic, _SAYS)
            for phrase in phrases:
                book.add(phrase, label, classes)


@lru_cache(maxsize=1)
def lexicon() -> PhraseBook:
    """The bundled lexicon, read once. Raises PhraseError that quotes a phrase it cannot read."""
    folder = files("routing.reading") / "lexicon"
    shared: _Classes = _load(folder / "classes.toml")
    book = PhraseBook()
    for file in folder.iterdir():
        if not file.name.endswith(".toml") or file.name == "classes.toml":
            continue
        tables = _load(file)
        classes = shared | tables.pop("classes", {})
        group = file.name.removesuffix(".toml")
        if "says" in tables:
            tables = {group: tables}
        for name, table in tables.items():
            _enter(book, name if group in _EACH_A_GROUP else group, name, table, classes)
    for file in (folder / "topics").iterdir():
        topic, table = file.name.removesuffix(".toml"), _load(file)
        _enter(book, "topic", topic, table, shared)
        _enter_pairs(book, topic, table.get("together", ()), shared)
    return book


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """Ordinary English words, which are never taken for slips of something else."""
    return words_listed("common_words.txt")


@lru_cache(maxsize=1)
def rarer_words() -> frozenset[str]:
    """Less common English words: a chaplain is no complaint and a ranger no danger."""
    return words_listed("rarer_words.txt")


@lru_cache(maxsize=1)
def family_names() -> frozenset[str]:
    """Surnames that many people in England and Wales bear, which are never taken for slips of a place."""
    return words_listed("family_names.txt")


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """First names that people in England and Wales bear, for recognising that a person is named."""
    return words_listed("given_names.txt")
