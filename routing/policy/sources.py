"""The documents that rules rest on, and which sections they have."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Document:
    """A document, or another ground that a rule may have."""

    name: str
    about: str
    sections: tuple[str, ...]

    def covers(self, source: str) -> bool:
        """Whether a source names this document and a section that it has."""
        if not self.sections:
            return source == self.name
        return any(source == f"{self.name}, {section}" for section in self.sections)


@lru_cache(maxsize=1)
def documents() -> tuple[Document, ...]:
    """Every document that a source may name."""
    text = (files("routing.policy") / "sources.toml").read_text(encoding="utf-8")
    return tuple(
        Document(name, table["about"], tuple(table["sections"]))
        for name, table in tomllib.loads(text).items()
    )


def is_a_source(source: str) -> bool:
    """Whether every part of it names a document and a section of it."""
    return all(any(one.covers(part.strip()) for one in documents()) for part in source.split(";"))
