"""Classes of ordinary words (grammar.toml), by which questions, persons and names are known."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from routing.reading.words import word_set


@cache
def word_classes(group: str) -> Mapping[str, frozenset[str]]:
    """The classes of a group by name: "questions", "people" or "names"."""
    text = (files("routing.reading") / "grammar.toml").read_text(encoding="utf-8")
    return {name: word_set(words) for name, words in tomllib.loads(text)[group].items()}
