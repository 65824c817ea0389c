"""The directory that comes with Signpost: loaded once, into an empty database.

Facts of the four sources, districts of the Office for National Statistics, places of GeoNames; what
no source says is marked `assumed`. Places are derived by tools/bundle_places.py.
"""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from directory.storage.database import count_change, table
from directory.tables import (
    Area,
    BankHoliday,
    Number,
    Office,
    Place,
    PlaceName,
    Post,
    ProbationProvider,
    Programme,
    ProgrammeRun,
    SecureDomain,
)

_FOLDER = Path(__file__).parent
_BANK_HOLIDAY_YEARS = range(2012, 2041)
_LAST_YEAR_COMPARED = 2028  # with the government's own list; later ones follow the rules of today
_DAYS = ("valid_from", "valid_to", "next_start", "confirmed_on")
_NUMBERS = ("age_from", "age_to", "waiting_weeks", "places", "confirmed_days")
_YES_OR_NO = ("accredited", "rate_card", "any_time")
_AREA_POINTS_TO = ("out_of_hours", "fallback_office")

Row = dict[str, Any]


async def load_bundled_directory(connection: AsyncConnection) -> None:
    """Fill an empty database, inside the connection's transaction, and count the change."""
    areas = list(_rows("areas"))
    without_offices = [{**area, **dict.fromkeys(_AREA_POINTS_TO)} for area in areas]
    numbers = [
        {
            **row,
            "id": identity,
            "verified_on": date.fromisoformat(row["verified_on"]),
            "review_days": int(row["review_days"]),
        }
        for identity, row in enumerate(_rows("numbers"), start=1)
    ]
    number_of = {row["e164"]: row["id"] for row in numbers}
    posts = [{**row, "number": number_of.get(row["number"])} for row in _rows("posts")]
    places, names = _places()
    for model, rows in (
        (ProbationProvider, list(_rows("providers"))),
        (Area, without_offices),
        (Office, [{**row, "hours_assumed": bool(row["hours_assumed"])} for row in _rows("offices")]),
        (Number, numbers),
        (Post, posts),
        (SecureDomain, [{**row, "accepted": row["accepted"] == "yes"} for row in _rows("secure_domains")]),
        (Place, places),
        (PlaceName, names),
        (BankHoliday, _bank_holidays()),
        (Programme, list(_rows("programmes"))),
        (ProgrammeRun, [{**row, "any_time": bool(row["any_time"])} for row in _rows("programme_runs")]),
    ):
        await connection.execute(insert(table(model)), rows)
    for area in areas:
        points_to = {column: area[column] for column in _AREA_POINTS_TO}
        await connection.execute(update(Area).where(Area.id == area["id"]).values(points_to))
    if connection.dialect.name == "postgresql":
        await _continue_numbering(connection, Number, Place)
    await count_change(connection)


async def _continue_numbering(connection: AsyncConnection, *models: type[Number | Place]) -> None:
    """PostgreSQL does not notice ids that it has not given itself."""
    for model in models:
        sequence = func.pg_get_serial_sequence(model.__tablename__, "id")
        await connection.execute(select(func.setval(sequence, select(func.max(model.id)).scalar_subquery())))


def _rows(name: str) -> Iterator[Row]:
    """The rows of a bundled file; an empty cell is None. Only of the catalogue is anything a sample."""
    with (_FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as opened:
        for row in csv.DictReader(opened):
            yield {
                **{column: _cell(column, cell) for column, cell in row.items()},
                "assumed": bool(row.get("assumed")),
                "sample": bool(row.get("sample")),
            }


def _cell(column: str, cell: str) -> str | date | int | bool | None:
    if not cell:
        return None
    if column in _YES_OR_NO:
        return cell == "yes"
    if column in _NUMBERS:
        return int(cell)
    return date.fromisoformat(cell) if column in _DAYS else cell


def _places() -> tuple[list[Row], list[Row]]:
    """The places, and apart from them their alternative names."""
    places: list[Row] = []
    names: list[Row] = []
    for identity, row in enumerate(_rows("places"), start=1):
        alternatives = row.pop("alternative_names") or ""
        names.extend({"place": identity, "name": name} for name in alternatives.split("|") if name)
        places.append({**row, "id": identity, "population": int(row["population"] or 0)})
    return places, names


def _bank_holidays() -> list[Row]:
    """England and Wales share theirs, so one list serves both."""
    from holidays import country_holidays  # noqa: PLC0415 - takes long to import, and is needed once

    days = country_holidays("GB", subdiv="ENG", years=_BANK_HOLIDAY_YEARS)
    return [
        {
            "day": day,
            "name": name,
            "source": "Python library holidays, England",
            "assumed": day.year > _LAST_YEAR_COMPARED,
            "sample": False,
        }
        for day, name in sorted(days.items())
    ]
