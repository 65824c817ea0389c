"""E-mail addresses and domains, as a cell may hold them."""

import re
from dataclasses import dataclass

from directory.exchange.cells.cell import CellError, Known

_LABELS = r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}"
_DOMAIN = re.compile(_LABELS)
_ADDRESS = re.compile(rf"[a-z0-9.!#$%&'*+/=?^_`{{|}}~-]{{1,64}}@{_LABELS}")
_LONGEST = 253


@dataclass(frozen=True, slots=True)
class Address:
    """An e-mail address; capitals do not matter."""

    holds: str = "an e-mail address"

    def read(self, text: str, known: Known) -> str:
        given = text.lower().removeprefix("mailto:")
        if len(given) > _LONGEST or not _ADDRESS.fullmatch(given):
            raise CellError("is not an e-mail address; write one like duty@example.org")
        return given

    def write(self, value: str) -> str:
        return value


@dataclass(frozen=True, slots=True)
class Domain:
    """The end of an e-mail address: everything after the @, or the last parts of it."""

    holds: str = "a domain, like pnn.police.uk"

    def read(self, text: str, known: Known) -> str:
        given = text.lower().lstrip("@.*")
        if len(given) > _LONGEST or not _DOMAIN.fullmatch(given):
            raise CellError("is not a domain; write the end of the addresses, like pnn.police.uk")
        return given

    def write(self, value: str) -> str:
        return value
