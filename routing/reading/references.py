"""Case references (CRN: a letter and six digits) however they are typed.

An apostrophe may be left out: "E205631s officer". Source: shared formats of nDelius; a prison number
(letter, four digits, two letters) is none.
"""

import re

_REFERENCE = re.compile(r"(?<![A-Za-z0-9])([A-Za-z])[\s\-./]?((?:\d[\s\-./]?){5}\d)(?=[sS]?(?![A-Za-z0-9]))")


def find_references(text: str) -> list[tuple[str, int, int]]:
    """Each reference in standard form, with where it stands in the text."""
    return [
        (found[1].upper() + re.sub(r"\D", "", found[2]), found.start(), found.end())
        for found in _REFERENCE.finditer(text)
    ]
