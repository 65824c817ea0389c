"""What a spreadsheet would take for a formula is written with an apostrophe before it, and read without.

A cell that begins with =, +, - or @ can make a spreadsheet call a program or fetch an address. Both
ways undo each other exactly, for texts that begin with apostrophes too. So is what begins with #,
which would be read as a remark.
"""

import re

REMARK = "#"  # a row that begins so is not data
_WOULD_BE_A_FORMULA = re.compile(r"'*[=+\-@#\t\r]")
_WAS_MADE_SAFE = re.compile(r"''*[=+\-@#\t\r]")


def made_safe(text: str) -> str:
    """The text as it may stand in a file that a spreadsheet opens."""
    return f"'{text}" if _WOULD_BE_A_FORMULA.match(text) else text


def as_it_was(text: str) -> str:
    """The text that was made safe; any other text as it is."""
    return text[1:] if text[:1] == "'" and _WAS_MADE_SAFE.match(text) else text
