"""Details of a person in a text (names: names.py), recognised well enough to say they are not needed.

What is found is masked before anything else is read, and never leaves this module but as spans:
neither the words nor their number are kept.
"""

import re
from collections.abc import Iterator

Span = tuple[int, int]  # offsets in the text

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:\d{{1,2}}[./\- ]\d{{1,2}}[./\- ]\d{{2,4}}|{_DAY}(?: of)? {_MONTH},? \d{{2,4}}"
    rf"|{_MONTH} {_DAY},? \d{{4}})"
)
_ROAD = r"road|rd|street|st|lane|ln|avenue|ave|crescent|cres|terrace|gardens|gdns|grove|mews|close|villas"
_ROAD_OR_WORD = r"Drive|Way|Place|Court|Square|Row|Hill|Rise|Walk|Green|Park|View|Croft|Meadow|Meadows|Fields"
_OF_A_NAME = r"(?!(?:in|the|at|on|of|to|for|and|a|from|by|or|down|up|our|my) )[a-z']+ "
_AT_A_WORD = (
    rf"(?:d\.?\s?o\.?\s?b\.?|date of birth|born(?: on)?|birth ?day)\W{{0,3}}(?:is |was )?{_DATE}",
    rf"(?:born|b\.|dob)\W{{0,2}}(?:in )?(?:{_MONTH} )?(?:19|20)\d\d\b",
    r"(?:on|tel|tel no|phone|mobile|mob|ring|call|number is|no is)\W{1,2}\d{6}\b",  # no code
    r"[a-z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[a-d]\b",  # National Insurance
    r"nhs (?:no|num|number)?(?: is)?\W{0,3}\d{3}[\s-]?\d{3}[\s-]?\d{4}\b",
    r"(?:19|20)?\d\d/\d{1,7}[a-z]\b",  # PNC
    r"cro(?: no| number)?\W{0,3}\d{1,6}/\d\d[a-z]\b",
    r"passport(?: no| num| number)?(?: is)?\W{0,3}\d{9}\b",
    r"(?:reg|registration|vrm|plate)(?: no| number)?(?: is)?\W{0,3}[a-z]{2}\d\d\s?[a-z]{3}\b",
    r"[a-z]\d{4}[a-z]{2}\b",  # prison number
    r"(?:flat|apartment|apt) \d+[a-z]?\b",
    rf"\d{{1,4}}[a-z]?,? (?:the )?(?:{_OF_A_NAME}){{1,3}}(?:{_ROAD})\b",
    rf"(?-i:\d{{1,4}}[a-z]?,? (?:[A-Z][a-z']+ ){{1,3}}(?:{_ROAD_OR_WORD})\b)",
)
_ANYWHERE = (
    r"(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+",
    r"(?<![\w+])(?:\+44|0044|0)(?:[\s().-]{0,2}\d){9,10}\b",
    r"(?<![\d-])[1-9]\d\d[ -]\d{3}[ -]\d{4}\b",  # NHS, without saying so
)
# One look at whether a word begins, for all that begin with one: most characters of a text are within words.
_DETAILS = re.compile(rf"\b(?:{'|'.join(_AT_A_WORD)})|{'|'.join(_ANYWHERE)}", re.IGNORECASE)
_TELLING = re.compile(r"[\d@]+")  # each of them has one; most texts have neither
_REACH = 80  # characters of a detail before the first of these, or after the last
_LOOSE_DATE = re.compile(rf"\b{_DATE}(?!\w)", re.IGNORECASE)
_TEN_DIGITS = re.compile(r"(?<![\d+.-])[1-9]\d{9}(?![\d-])")
_EARLIEST_BIRTH = 1920
_LATEST_BIRTH = 2012
_SHORT_YEARS = range(
    1940, 2000
)  # two figures are read as a year of birth only where they can be nothing else


def may_hold_details(text: str) -> bool:
    """Whether there is a figure or an @ in it: a text without either holds no detail and no reference."""
    return _TELLING.search(text) is not None


def find_details(text: str) -> list[Span]:
    """Dates of birth, addresses, telephone and other numbers, e-mail addresses."""
    return [span for start, end in _stretches(text) for span in _details_within(text, start, end)]


def _stretches(text: str) -> Iterator[Span]:
    """Where a figure or an @ stands, with as much around it as a detail may take: of a long text little."""
    begins = ends = 0
    for found in _TELLING.finditer(text):
        if found.start() - _REACH > ends:
            if ends:
                yield begins, ends
            begins = text.rfind(" ", 0, found.start() - _REACH) + 1
        after = text.find(" ", found.end() + _REACH)
        ends = after if after >= 0 else len(text)
    if ends:
        yield begins, ends


def _details_within(text: str, start: int, end: int) -> Iterator[Span]:
    yield from (found.span() for found in _DETAILS.finditer(text, start, end))
    for found in _LOOSE_DATE.finditer(text, start, end):
        year = re.findall(r"\d+", found.group())[-1]
        births = range(_EARLIEST_BIRTH, _LATEST_BIRTH) if len(year) == 4 else _SHORT_YEARS
        if int(year) + (0 if len(year) == 4 else 1900) in births:
            yield found.span()
    for found in _TEN_DIGITS.finditer(text, start, end):
        if _is_nhs_number(found.group()):
            yield found.span()


def _is_nhs_number(digits: str) -> bool:
    """Whether ten digits end in the check digit of an NHS number, as one run in eleven does by chance."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 0, -1), strict=True))
    return total % 11 == 0
