"""Cells that hold what a thing is known by: its own id or code, or the id of another."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from difflib import get_close_matches

from directory.exchange.cells.cell import CellError, Known

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_ID = 60
_LISTED = 8


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
