"""One row of a file of cases: read strictly, with every fault of it said at once.

A case reference and an officer's name are never repeated, and what stands in another column only
where it looks like a code: in a file whose columns have slipped, a name may stand anywhere.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from operator import itemgetter
from typing import Any, TypeVar

from directory.cases.cases import is_standard, named_officer, standardise_reference
from directory.exchange.cells.measures import not_a_date
from directory.exchange.cells.words import YES_OR_NO
from directory.exchange.files.problems import Problems
from directory.exchange.files.table_file import Line, Table
from directory.storage.bulk import Values
from routing.vocabulary import Provider, Risk

COLUMNS = ("crn", "provider", "area", "office", "officer", "since", "mappa", "risk")
_LOOKS_LIKE_A_CODE = re.compile(r"[a-z0-9_/.-]{1,30}|[A-Z]{1,4}")
_RISKS = {**{risk.value: risk for risk in Risk}, "": None}
_DATES = ("%Y-%m-%d", "%d/%m/%Y")
_LONGEST_NAME = 200
_LISTED = 8

Value = TypeVar("Value")
_REMEMBERED = 65_536  # more than the officers of the whole country; a file of any length takes no more
Kept = TypeVar("Kept")


@dataclass(frozen=True, slots=True)
class AsKept:
    """How the register keeps what stands in a file: a reference hashed, a day as its driver takes it."""

    hashed: Callable[[bytes], bytes]
    day: Callable[[date], Any]


class _CellError(ValueError):
    """What is wrong with a cell, and what to write there."""


class CaseReader:
    """Reads the rows of one file of cases. `offices` holds the ids of the offices and units of each area.

    The words of a file are few: each is looked at closely once, and remembered as it was written. Of a
    row whose words are all known only the reference is new, so that most rows cost a few look-ups.
    """

    def __init__(self, offices: dict[str, list[str]], problems: Problems, kept: AsKept) -> None:
        self._offices = offices
        self._problems = problems
        self._kept = kept
        self._owners: dict[tuple[str, ...], tuple[str, str, str, bool, str | None]] = {}
        self._officers: dict[str, str | None] = {}
        self._days: dict[str, Any] = {}

    def read(self, table: Table) -> Iterator[Values]:
        """The cases as the register keeps them, each with its row at its end; what is wrong is a problem."""
        in_our_order, width = itemgetter(*map(table.names.index, COLUMNS)), len(table.names)
        owners, officers, days, hashed = self._owners, self._officers, self._days, self._kept.hashed
        for number, row in table.rows:
            if len(row) == width:
                reference, provider, area, office, officer, since, mappa, risk = in_our_order(row)
                owner = owners.get((provider, area, office, mappa, risk))
                if owner and is_standard(reference) and officer in officers and since in days:
                    whose, where, at, eligible, how_high = owner
                    key, name, day = hashed(reference.encode("ascii")), officers[officer], days[since]
                    yield key, whose, where, at, name, day, eligible, how_high, number
                    continue
            line = table.line(number, row)
            if line is not None and (case := self._case(line, in_our_order(row))) is not None:
                yield case

    def _case(self, line: Line, written: tuple[str, ...]) -> Values | None:
        """The case in this row, or None and a problem for each cell that is wrong."""
        cells = line.cells
        try:
            reference = _reference(cells["crn"])
            area = self._area(cells["area"])
            provider, risk = _provider(cells["provider"]), _risk(cells["risk"])
            owner = (
                provider.value,
                area,
                _office(cells["office"], area, self._offices),
                _yes_or_no(cells["mappa"]),
                risk.value if risk else None,
            )
            officer, day = _officer(cells["officer"]), self._kept.day(_date(cells["since"]))
        except _CellError:
            self._note_problems(line)
            return None
        _, provider_as, area_as, office_as, officer_as, since_as, mappa_as, risk_as = written
        _remember(self._owners, (provider_as, area_as, office_as, mappa_as, risk_as), owner)
        _remember(self._officers, officer_as, officer)
        _remember(self._days, since_as, day)
        hashed = self._kept.hashed(reference.encode("ascii"))
        return (hashed, *owner[:3], officer, day, *owner[3:], line.row)

    def _area(self, text: str) -> str:
        return _known(text, list(self._offices), "an area of the directory")

    def _note_problems(self, line: Line) -> None:
        """Once more, cell by cell, so that each that is wrong is named, in the order of the columns."""

        def check(column: str, read: Callable[[str], Value]) -> Value | None:
            try:
                return read(line.cells[column])
            except _CellError as error:
                self._problems.add(line.row, str(error), column)
                return None

        check("crn", _reference)
        check("provider", _provider)
        area = check("area", self._area)
        check("office", lambda text: _office(text, area, self._offices))
        check("officer", _officer)
        check("since", _date)
        check("mappa", _yes_or_no)
        check("risk", _risk)


def _remember(known: dict[Any, Kept], written: Any, kept: Kept) -> None:
    if len(known) >= _REMEMBERED:
        known.clear()
    known[written] = kept


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
    raise _CellError(f"{_shown(text)} {not_a_date(text)}")


def _yes_or_no(text: str) -> bool:
    if text.lower() not in YES_OR_NO:
        raise _CellError(f"{_shown(text)} is neither yes nor no; write one of the two")
    return YES_OR_NO[text.lower()]


def _risk(text: str) -> Risk | None:
    given = text.lower().replace(" ", "_").replace("-", "_")
    if given not in _RISKS:
        raise _CellError(
            f"{_shown(text)} is not a level of risk; write low, medium, high or very_high, or leave it empty"
        )
    return _RISKS[given]
