"""Telephone numbers: taken however people type them, kept as E.164, written as people read them.

Ofcom keeps some numbers for drama; they reach nobody, so they are taken only in rows marked `sample`.
"""

import re
from dataclasses import dataclass

from directory.exchange.cells.cell import CellError, Known

# Ofcom, "Telephone numbers for use in TV and radio drama programmes": no number of a real person.
_DRAMA = re.compile(r"\+44(?:1632960\d{3}|2079460\d{3}|7700900\d{3})")
_EMERGENCY = {"999", "112", "+44999", "+44112"}
_REGION = "GB"
_LONGEST_EXTENSION = 10


def is_for_drama(e164: str) -> bool:
    """Whether this is a number that Ofcom keeps for drama."""
    return _DRAMA.fullmatch(e164) is not None


def read_number(text: str) -> str:
    """The number in E.164. Raises CellError, which says what to write."""
    import phonenumbers  # noqa: PLC0415 - takes a fifth of a second to import

    if re.sub(r"[^\d+]", "", text) in _EMERGENCY:
        raise CellError(
            "is the number of the emergency services, which Signpost gives by itself where somebody is in "
            "danger; write the number of the post, or leave it empty"
        )
    try:
        parsed = phonenumbers.parse(text, _REGION)
    except phonenumbers.NumberParseException:
        raise CellError("is not a telephone number; write it like 01905 723591 or +44 1905 723591") from None
    if parsed.extension:
        raise CellError(f"has an extension; write the number alone, and {parsed.extension} under extension")
    e164 = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    if not (phonenumbers.is_valid_number(parsed) or is_for_drama(e164)):
        raise CellError("is not a number that can be rung; check its digits, and write it like 01905 723591")
    return e164


def written_number(e164: str) -> str:
    """The number as people here write it: with spaces, so that no spreadsheet takes it for a sum."""
    import phonenumbers  # noqa: PLC0415

    parsed = phonenumbers.parse(e164, _REGION)
    at_home = parsed.country_code == phonenumbers.country_code_for_region(_REGION)
    form = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(parsed, form.NATIONAL if at_home else form.INTERNATIONAL)


@dataclass(frozen=True, slots=True)
class Extension:
    """The digits to dial or to ask for once somebody has answered."""

    holds: str = "at most 10 digits"

    def read(self, text: str, known: Known) -> str:
        digits = re.sub(r"(?i)^(?:extension|ext\.?|x)\s*", "", text).replace(" ", "")
        if not (digits.isascii() and digits.isdigit() and len(digits) <= _LONGEST_EXTENSION):
            raise CellError("is not an extension; write its digits, like 204")
        return digits

    def write(self, value: str) -> str:
        return value


@dataclass(frozen=True, slots=True)
class Phone:
    """A telephone number."""

    holds: str = "a telephone number, like 01905 723591 or +44 1905 723591"

    def read(self, text: str, known: Known) -> str:
        return read_number(text)

    def write(self, value: str) -> str:
        return written_number(value)
