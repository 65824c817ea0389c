"""Case references (CRN: a letter and six digits) however they are typed.

An apostrophe may be left out ("E205631s officer"), and a letter typed for a figure ("J24O918"). Source:
shared formats of nDelius; a prison number (letter, four digits, two letters) is none.
"""

import re

_REFERENCE = re.compile(
    r"""(?<![A-Za-z0-9]) ([A-Za-z])
    (?: [\s\-./]? ((?:\d[\s\-./]?){5}\d)
      | ((?=(?:[OoIl]*\d){4}) [\dOoIl]{6}) )  # at least four are figures
    (?=[sS]?(?![A-Za-z0-9]))""",
    re.VERBOSE,
)
_FIGURES = str.maketrans("OoIl", "0011")  # what is meant by letters that look like them


def find_references(text: str) -> list[tuple[str, int, int]]:
    """Each reference in standard form, with where it stands in the text."""
    return [
        (found[1].upper() + re.sub(r"\D", "", found[2] or found[3].translate(_FIGURES)), *found.span())
        for found in _REFERENCE.finditer(text)
    ]
