"""Details of a person in a text, recognised well enough to say that they are not needed.

What is found is masked before anything else is read, and never leaves this module but as spans:
neither the words nor their number are kept.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from routing.reading.lexicon import common_words, given_names
from routing.reading.words import BOUNDARY, Word

Span = tuple[int, int]  # offsets in the text

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DATE = rf"(?:\d{{1,2}}[./\- ]\d{{1,2}}[./\- ]\d{{2,4}}|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH},? \d{{2,4}}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}})"
_ROAD = r"road|rd|street|st|lane|ln|avenue|ave|crescent|cres|terrace|gardens|gdns|grove|mews|close|villas"
_ROAD_OR_WORD = r"Drive|Way|Place|Court|Square|Row|Hill|Rise|Walk|Green|Park|View|Croft|Meadow|Meadows|Fields"
_OF_A_NAME = r"(?!(?:in|the|at|on|of|to|for|and|a|from|by|or|down|up|our|my) )[a-z']+ "
_DETAILS = re.compile(
    "|".join(
        f"(?:{pattern})"
        for pattern in (
            rf"\b(?:d\.?\s?o\.?\s?b\.?|date of birth|born(?: on)?|birth ?day)\W{{0,3}}(?:is |was )?{_DATE}",
            r"\bborn (?:in )?(?:19|20)\d\d\b",
            r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
            r"(?<![\w+])(?:\+44|0044|0)(?:[\s().-]?\d){9,10}\b",
            r"\b[a-z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[a-d]\b",  # National Insurance
            r"\bnhs (?:no|num|number)?\W{0,3}\d{3}[\s-]?\d{3}[\s-]?\d{4}\b",
            r"\b(?:19|20)?\d\d/\d{1,7}[a-z]\b",  # PNC
            r"\b[a-z]\d{4}[a-z]{2}\b",  # prison number
            r"\b(?:flat|apartment|apt) \d+[a-z]?\b",
            rf"\b\d{{1,4}}[a-z]?,? (?:{_OF_A_NAME}){{1,3}}(?:{_ROAD})\b",
            rf"(?-i:\b\d{{1,4}}[a-z]?,? (?:[A-Z][a-z']+ ){{1,3}}(?:{_ROAD_OR_WORD})\b)",
        )
    ),
    re.IGNORECASE,
)
_LOOSE_DATE = re.compile(rf"\b{_DATE}(?!\w)", re.IGNORECASE)
_EARLIEST_ADULT_BIRTH = 1920
_LATEST_BIRTH = 2012
_TITLES = frozenset(["mr", "mrs", "ms", "miss", "master"])
_SELF = frozenset(["im", "am", "is", "from", "name"])
_NAMING = frozenset(["called", "named"])
_PARTICLES = frozenset(["de", "da", "van", "von", "al", "el", "bin", "o", "mac", "mc"])
_NEVER_NAMES = frozenset(
    [
        "officer",
        "officers",
        "pc",
        "dc",
        "ds",
        "sgt",
        "sergeant",
        "dr",
        "house",
        "hostel",
        "centre",
        "court",
        "prison",
        "hmp",
        "hall",
        "office",
        "team",
        "service",
        "company",
        "probation",
        "magistrates",
        "crown",
        "police",
        "council",
        "trust",
        "unit",
        "board",
        "national",
        "community",
    ]
)


def find_details(text: str) -> list[Span]:
    """Dates of birth, addresses, telephone and other numbers, e-mail addresses."""
    spans = [found.span() for found in _DETAILS.finditer(text)]
    for found in _LOOSE_DATE.finditer(text):
        year = re.findall(r"\d+", found.group())[-1]
        if len(year) == 4 and _EARLIEST_ADULT_BIRTH <= int(year) < _LATEST_BIRTH:
            spans.append(found.span())
    return spans


def find_names(words: Sequence[Word], is_known: Callable[[str], bool]) -> Iterator[Span]:
    """Names of persons. `is_known` tells words of the field and of places, which are no surnames."""
    at = 0
    while at < len(words):
        length = _name_length(words, at, is_known)
        if length > 1 or (length and not _is_own_name(words, at)):
            yield words[at].start, words[at + length - 1].end
        at += length or 1


def _name_length(words: Sequence[Word], at: int, is_known: Callable[[str], bool]) -> int:
    """How many words of a name begin here; 0 for none."""
    word = words[at]
    before = words[at - 1].norm if at else BOUNDARY
    if word.norm in _TITLES or before in _NAMING:
        return _titled(words, at, is_known)
    if word.norm in given_names():
        return _given_and_surname(words, at, is_known)
    if word.capitalised and before not in (BOUNDARY,) and _unheard(word, is_known):
        return (
            2
            if at + 1 < len(words) and words[at + 1].capitalised and _unheard(words[at + 1], is_known)
            else 0
        )
    return 0


def _titled(words: Sequence[Word], at: int, is_known: Callable[[str], bool]) -> int:
    first = at + 1 if words[at].norm in _TITLES else at
    if first >= len(words) or not (words[first].capitalised or words[first].norm in given_names()):
        return 0
    if first == at and (is_known(words[at].norm) and words[at].norm not in given_names()):
        return 0
    more = first + 1 < len(words) and words[first + 1].capitalised and not is_known(words[first + 1].norm)
    return first - at + 1 + more


def _given_and_surname(words: Sequence[Word], at: int, is_known: Callable[[str], bool]) -> int:
    last = at + 1
    while last < len(words) and words[last].norm in _PARTICLES:
        last += 1
    if last >= len(words) or words[last].norm == BOUNDARY:
        return 0
    given, surname = words[at], words[last]
    if surname.norm in _NEVER_NAMES or not surname.norm.isalpha() or len(surname.norm) < 2:
        return 0
    # In small letters only an unheard-of word is a surname: "will ring", "mark it", "grace period".
    as_written = given.capitalised and surname.capitalised
    if as_written and not (given.norm in common_words() and at == 0 and is_known(surname.norm)):
        return last - at + 1
    plain = given.norm not in common_words() or surname.norm.endswith(("son", "ton"))
    return last - at + 1 if plain and _unheard(surname, is_known) else 0


def _unheard(word: Word, is_known: Callable[[str], bool]) -> bool:
    norm = word.norm.removesuffix("s") if word.raw.endswith(("'s", "’s")) else word.norm
    return (
        norm.isalpha()
        and len(norm) > 1
        and norm not in _NEVER_NAMES
        and norm not in common_words()
        and not is_known(norm)
    )


def _is_own_name(words: Sequence[Word], at: int) -> bool:
    """Whether the asker gives their own name: "I'm Jane Sample", "this is ...", "my name is ..."."""
    before = [word.norm for word in words[max(0, at - 3) : at]]
    if before[-1:] == ["im"] or before[-2:] in (["i", "am"], ["this", "is"], ["its", "me"]):
        return True
    return before == ["my", "name", "is"]
