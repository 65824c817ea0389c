"""A text on its way to being understood: what was said, before it is known what was meant."""

from dataclasses import dataclass

from routing.reading.phrases import Match
from routing.reading.words import BOUNDARY, Word


@dataclass(frozen=True, slots=True)
class Said:
    """The words as written, the same as phrases match them (`norms`), and the phrases found."""

    words: list[Word]
    norms: list[str]
    sentences: list[int]
    matches: list[Match]

    def named(self, group: str, name: str | None = None) -> list[Match]:
        """The matches of a group, or of one name in it."""
        return [m for m in self.matches if m.label.group == group and name in (None, m.label.name)]

    def says(self, group: str, name: str) -> bool:
        """Whether anything in the text says this."""
        return any(m.label.group == group and m.label.name == name for m in self.matches)

    def wording(self, start: int, end: int) -> str:
        """The words from start up to end, as written."""
        return " ".join(word.raw for word in self.words[start:end] if word.norm != BOUNDARY)
