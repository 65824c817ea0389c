"""One row of a file of cases: read strictly, with every fault of it said at once.

A case reference and an officer's name are never repeated, and what stands in another column only
where it looks like a code: in a file whose columns have slipped, a name may stand anywhere.
"""

import re
from collections.abc import Callable
from datetime import date, datetime
from difflib import get_close_matches
from functools import lru_cache
from typing import NamedTuple, TypeVar

from directory.cases import named_officer, standardise_reference
from directory.exchange.csv_file import Line, Problems
from routing.vocabulary import Provider, Risk

COLUMNS = ("crn", "provider", "area", "office", "officer", "since", "mappa", "risk")
_LOOKS_LIKE_A_CODE = re.compile(r"[a-z0-9_/.-]{1,30}|[A-Z]{1,4}")
_YES_OR_NO = {
    "yes": True,
    "y": True,
    "true": True,
    "1": True,
    "no": False,
    "n": False,
    "false": False,
    "0": False,
}
_RISKS = {**{risk.value: risk for risk in Risk}, "": None}
_DATES = ("%Y-%m-%d", "%d/%m/%Y")
_LONGEST_NAME = 200
_LISTED = 8

Value = TypeVar("Value")
_REMEMBERED = 65_536  # more than the officers of the whole country; a file of any length takes no more


class CaseRow(NamedTuple):
    """A case as a file gives it, its reference standardised."""

    row: int
    reference: str
    provider: Provider
    area: str
    office: str
    officer: str | None
    since: date
    mappa: bool
    risk: Risk | None


class _CellError(ValueError):
    """What is wrong with a cell, and what to write there."""


class CaseReader:
    """Reads the rows of one file of cases, and what stands in many of them only once.

    `offices` holds the ids of the offices and units of each area.
    """

    def __init__(self, offices: dict[str, list[str]], problems: Problems) -> None:
        self._problems = problems
        remember = lru_cache(maxsize=_REMEMBERED)
        self._provider = remember(_provider)
        self._area = remember(lambda text: _known(text, list(offices), "an area of the directory"))
        self._office = remember(lambda text, area: _office(text, area, offices))
        self._officer = remember(_officer)
        self._since = remember(_date)
        self._mappa = remember(_yes_or_no)
        self._risk = remember(_risk)

    def read(self, line: Line) -> CaseRow | None:
        """The case in this row, or None and a problem for each cell that is wrong."""
        cells = line.cells
        try:
            area = self._area(cells["area"])
            return CaseRow(
                line.row,
                _reference(cells["crn"]),
                self._provider(cells["provider"]),
                area,
                self._office(cells["office"], area),
                self._officer(cells["officer"]),
                self._since(cells["since"]),
                self._mappa(cells["mappa"]),
                self._risk(cells["risk"]),
            )
        except _CellError:
            self._note_problems(line)
            return None

    def _note_problems(self, line: Line) -> None:
        """Once more, cell by cell, so that each that is wrong is named, in the order of the columns."""

        def check(column: str, read: Callable[[str], Value]) -> Value | None:
            try:
                return read(line.cells[column])
            except _CellError as error:
                self._problems.add(line.row, str(error), column)
                return None

        check("crn", _reference)
        check("provider", self._provider)
        area = check("area", self._area)
        check("office", lambda text: self._office(text, area))
        check("officer", self._officer)
        check("since", self._since)
        check("mappa", self._mappa)
        check("risk", self._risk)


def _shown(text: str) -> str:
    """The value in quotes where it may be repeated, else a word for it."""
    if not text:
        return "nothing"
    if _LOOKS_LIKE_A_CODE.fullmatch(text) and standardise_reference(text) is None:
        return f'"{text}"'
    return "what is written there"


def _known(text: str, ids: list[str], what: str) -> str:
    given = text.lower()
    if given in ids:
        return given
    near = get_close_matches(given, ids, n=1)
    remedy = f"did you mean {near[0]}?" if near else f"write its id, e.g. {', '.join(sorted(ids)[:_LISTED])}"
    raise _CellError(f"{_shown(text)} is not {what}; {remedy}")


def _reference(text: str) -> str:
    standard = standardise_reference(text)
    if standard is None:
        raise _CellError("not a case reference; write one letter and six digits")
    return standard


def _provider(text: str) -> Provider:
    given = text.lower()
    if given not in (Provider.NPS, Provider.CRC):
        raise _CellError(f"{_shown(text)} is not a provider; write nps or crc")
    return Provider(given)


def _office(text: str, area: str | None, offices: dict[str, list[str]]) -> str:
    """An office of the row's area; where the area is wrong too, of any."""
    if area is not None:
        elsewhere = [other for other, known in offices.items() if other != area and text.lower() in known]
        if elsewhere:
            raise _CellError(
                f"{_shown(text)} is in {elsewhere[0]}, not in {area}; mend the one that is wrong"
            )
        return _known(text, offices[area], f"an office or unit of {area}")
    return _known(text, [office for known in offices.values() for office in known], "an office or unit")


def _officer(text: str) -> str | None:
    if len(text) > _LONGEST_NAME:
        raise _CellError(f"longer than {_LONGEST_NAME} characters; write the officer's name only")
    return named_officer(text)


def _date(text: str) -> date:
    for form in _DATES:
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            continue
    raise _CellError(f"{_shown(text)} is not a date; write it like 2014-06-02")


def _yes_or_no(text: str) -> bool:
    if text.lower() not in _YES_OR_NO:
        raise _CellError(f"{_shown(text)} is neither yes nor no; write one of the two")
    return _YES_OR_NO[text.lower()]


def _risk(text: str) -> Risk | None:
    given = text.lower().replace(" ", "_").replace("-", "_")
    if given not in _RISKS:
        raise _CellError(
            f"{_shown(text)} is not a level of risk; write low, medium, high or very_high, or leave it empty"
        )
    return _RISKS[given]
