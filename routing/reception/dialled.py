"""Telephone numbers as people type them, half typed ones too: their digits as they are dialled here."""

import re

_NUMBER = re.compile(r"\+?\(?\d[\d\s().\-/]{3,}\d")
_TRUNK = "(0)"  # as in +44 (0)1905, where nobody dials it


def number_in(text: str) -> str | None:
    """The first number in a text, as `dialled`; None where there is none of five characters or more."""
    found = _NUMBER.search(text)
    return dialled(found[0]) if found else None


def dialled(number: str) -> str:
    """Its digits without the country's code and the nought before them: "1905723591"."""
    digits = re.sub(r"\D", "", number.replace(_TRUNK, ""))
    if number.lstrip("( ").startswith(("+", "00")):
        digits = digits.removeprefix("00").removeprefix("44")
    return digits.removeprefix("0")
