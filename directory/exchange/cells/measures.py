"""Cells that hold days, hours, numbers and positions."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from directory.exchange.cells.cell import CellError, Known

_DATES = ("%Y-%m-%d", "%d/%m/%Y")
_NORTH, _EAST = (49.5, 56.0), (-6.5, 2.0)  # degrees that England and Wales lie within
_YEARS = range(1900, 3000)  # far from where the calendar ends, so that days can be reckoned from any


def not_a_date(text: str) -> str:
    """Why this is none, and what to write; where no format says date, spreadsheets show how they count."""
    if re.fullmatch(r"\d{5}(\.\d+)?", text):
        return "is how a spreadsheet counts days; format the column as dates, or write it like 2014-06-02"
    return "is not a date; write it like 2014-06-02"


def in_reach(day: date) -> date:
    """The day. Raises CellError where it is so early or late that no day before or after can be reckoned."""
    if day.year not in _YEARS:
        raise CellError(f"is not in the years {_YEARS[0]} to {_YEARS[-1]}; write the year that is meant")
    return day


@dataclass(frozen=True, slots=True)
class Day:
    """A day."""

    holds: str = "a date like 2014-06-02 or 02/06/2014"

    def read(self, text: str, known: Known) -> date:
        for form in _DATES:
            try:
                day = datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no time zone
            except ValueError:
                continue
            return in_reach(day)
        raise CellError(not_a_date(text))

    def write(self, value: date) -> str:
        return value.isoformat()


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number."""

    least: int
    most: int

    @property
    def holds(self) -> str:
        return f"a whole number from {self.least:,} to {self.most:,}"

    def read(self, text: str, known: Known) -> int:
        digits = text.replace(",", "")
        if not (digits.isascii() and digits.isdigit() and self.least <= int(digits[:12]) <= self.most):
            raise CellError(f"is not {self.holds}; write one")
        return int(digits)

    def write(self, value: int) -> str:
        return str(value)


@dataclass(frozen=True, slots=True)
class Hours:
    """Opening hours, in the notation of routing.hours."""

    holds: str = "opening hours like Mo-Fr 09:00-17:00; PH off, or 24/7"

    def read(self, text: str, known: Known) -> str:
        from routing.hours import HoursError, parse_hours  # noqa: PLC0415 - time zones take a while to load

        try:
            return parse_hours(text).text
        except HoursError as error:
            raise CellError(f"cannot be used: {error}") from None

    def write(self, value: str) -> str:
        return value


@dataclass(frozen=True, slots=True)
class OnTheMap:
    """A position in degrees."""

    holds: str = "degrees north and east, like 52.3065, -1.9457"

    def read(self, text: str, known: Known) -> str:
        from routing.positions import Position  # noqa: PLC0415 - most imports have no position

        try:
            north, east = Position.parse(text)
        except ValueError:
            raise CellError(f"is no position; write {self.holds}") from None
        if not (_NORTH[0] <= north <= _NORTH[1] and _EAST[0] <= east <= _EAST[1]):
            raise CellError(f"is not in England or Wales; write {self.holds}, in that order")
        return f"{north:.5f},{east:.5f}"

    def write(self, value: str) -> str:
        return value.replace(",", ", ")
