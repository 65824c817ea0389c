"""What can stand in a cell: how it is read however people type it, and how it is written.

A cell that cannot be read raises CellError: what is wrong with it and what to write, to stand after
the value. Nothing here needs the database; the ids that it holds come in as `Known`. What is counted
and measured is in measures.py.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, Protocol

YES_OR_NO = {
    **dict.fromkeys(("yes", "y", "true", "1"), True),
    **dict.fromkeys(("no", "n", "false", "0"), False),
}
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_ID = 60
_LISTED = 8


class CellError(ValueError):
    """What is wrong with a cell and what to write there, to be read after the value itself."""


@dataclass(frozen=True, slots=True)
class KnownOffice:
    """Where an office is and what it is."""

    area: str
    kind: str


@dataclass(frozen=True, slots=True)
class Known:
    """The ids that the directory holds."""

    areas: frozenset[str] = frozenset()
    offices: Mapping[str, KnownOffice] = field(default_factory=dict)
    people: frozenset[str] = frozenset()
    providers: Mapping[str, str] = field(default_factory=dict)  # nps or crc, by code
    teams: frozenset[str] = frozenset()
    agencies: frozenset[str] = frozenset()
    programmes: frozenset[str] = frozenset()
    secure_domains: frozenset[str] = frozenset()  # accepted by any provider, at any time


class Cell(Protocol):
    """One sort of cell."""

    @property
    def holds(self) -> str:
        """What may stand there, for whoever fills it in."""

    def read(self, text: str, known: Known) -> Any:
        """The value of a cell that is not empty. Raises CellError."""

    def write(self, value: Any) -> str:
        """The text of a value that is not None."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words, on one line."""

    longest: int = 200

    @property
    def holds(self) -> str:
        return f"text of at most {self.longest} characters"

    def read(self, text: str, known: Known) -> str:
        if len(text) > self.longest:
            raise CellError(f"has {len(text)} characters; write {self.longest} at most")
        return " ".join(text.split())

    def write(self, value: str) -> str:
        return value


@dataclass(frozen=True, slots=True)
class NewId:
    """The id under which a thing is known everywhere, once and for all."""

    holds: str = "small letters, digits and hyphens"

    def read(self, text: str, known: Known) -> str:
        if len(text) > _LONGEST_ID or not _ID.fullmatch(text.lower()):
            raise CellError(
                f"is not an id; write at most {_LONGEST_ID} small letters, digits and hyphens, "
                "like braley-house"
            )
        return text.lower()

    def write(self, value: str) -> str:
        return value


@dataclass(frozen=True, slots=True)
class Code:
    """A code as nDelius has them."""

    longest: int = 10

    @property
    def holds(self) -> str:
        return f"a code of at most {self.longest} capital letters and digits, like N04 or C12"

    def read(self, text: str, known: Known) -> str:
        given = text.upper()
        if len(given) > self.longest or not (given.isascii() and given.isalnum()):
            raise CellError(f"is not a code; write {self.holds}")
        return given

    def write(self, value: str) -> str:
        return value


@dataclass(frozen=True, slots=True)
class IdOf:
    """An id that the directory holds already."""

    what: str  # "area", "office", "person", "provider", "team", "agency" or "programme"

    @property
    def _one(self) -> str:
        return f"an {self.what}" if self.what[0] in "aeiou" else f"a {self.what}"

    @property
    def holds(self) -> str:
        return f"id of {self._one} of the directory"

    def ids(self, known: Known) -> Collection[str]:
        """Those there are."""
        of: dict[str, Collection[str]] = {
            "area": known.areas,
            "office": known.offices,
            "person": known.people,
            "provider": known.providers,
            "team": known.teams,
            "agency": known.agencies,
            "programme": known.programmes,
        }
        return of[self.what]

    def read(self, text: str, known: Known) -> str:
        ids = self.ids(known)
        given = text.upper() if self.what == "provider" else text.lower()
        if given in ids:
            return given
        near = get_close_matches(given, ids, n=1)
        some = ", ".join(sorted(ids)[:_LISTED])
        remedy = (
            f"did you mean {near[0]}?" if near else f"import it first, or write one of its ids, e.g. {some}"
        )
        raise CellError(f"is not {self._one} of the directory; {remedy}")

    def write(self, value: str) -> str:
        return value


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a few words; capitals, spaces and hyphens do not matter."""

    words: tuple[str, ...]

    @property
    def holds(self) -> str:
        return f"{', '.join(self.words[:-1])} or {self.words[-1]}"

    def read(self, text: str, known: Known) -> str:
        given = text.lower().replace(" ", "_").replace("-", "_")
        if given not in self.words:
            raise CellError(f"is not one of the words allowed; write {self.holds}")
        return given

    def write(self, value: str) -> str:
        return value


@dataclass(frozen=True, slots=True)
class SomeOf:
    """Several of a few words, in one cell."""

    words: tuple[str, ...]

    @property
    def holds(self) -> str:
        return f"words with | between them, of {', '.join(self.words)}"

    def read(self, text: str, known: Known) -> tuple[str, ...]:
        one = OneOf(self.words)
        return tuple(sorted({one.read(word.strip(), known) for word in text.split("|") if word.strip()}))

    def write(self, value: tuple[str, ...]) -> str:
        return "|".join(value)


@dataclass(frozen=True, slots=True)
class YesNo:
    """Yes or no."""

    holds: str = "yes or no"

    def read(self, text: str, known: Known) -> bool:
        if text.lower() not in YES_OR_NO:
            raise CellError("is neither yes nor no; write one of the two")
        return YES_OR_NO[text.lower()]

    def write(self, value: bool) -> str:
        return "yes" if value else "no"


@dataclass(frozen=True, slots=True)
class Names:
    """Several names in one cell."""

    holds: str = "names with | between them"
    longest: int = 200

    def read(self, text: str, known: Known) -> tuple[str, ...]:
        names = {" ".join(name.split()) for name in text.split("|")} - {""}
        if any(len(name) > self.longest for name in names):
            raise CellError(f"has a name of more than {self.longest} characters; write | between two names")
        return tuple(sorted(names))

    def write(self, value: tuple[str, ...]) -> str:
        return "|".join(value)
