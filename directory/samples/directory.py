"""A made-up directory of national size, over the areas that are held: for trials of size, never for use.

Everything in it is marked as a sample, and every number is one that Ofcom keeps for drama. The same day
makes the same files.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import count, islice, product

from sqlalchemy.ext.asyncio import AsyncConnection

from directory.exchange.files.new_file import AddSheet
from directory.exchange.kind import Values
from directory.exchange.kinds import KINDS
from directory.exchange.kinds.areas import AREAS
from directory.exchange.rows.stores import store_of

# domain.md: 500 offices, 100 Approved Premises, 20,000 staff, 30,000 places in some 350 local authorities.
OFFICES, PREMISES, STAFF, PLACES, DISTRICTS = 500, 100, 20_000, 30_000, 350
_FACT = {"source": "made up for a trial of size", "assumed": "no", "sample": "yes"}
_PROVIDERS = ("nps", "crc")
_DAYS = ("Mo", "Tu", "We", "Th", "Fr")
_ASK_FOR = {"duty_officer": "the duty officer (sample)", "spo": "the Senior Probation Officer (sample)"}
_RANGES = ("+441632960", "+442079460", "+447700900")  # of a thousand numbers each
_WORKING_HOURS, _ALWAYS = "Mo-Fr 09:00-17:00; PH off", "24/7"
_BEFORE = ("", "Great ", "Little ", "Upper ", "Lower ", "North ", "South ", "East ", "West ", "Old ")
_FIRST = (
    "Ab", "Alder", "Ash", "Bar", "Beck", "Birch", "Black", "Bram", "Brook", "Cal", "Chal", "Clay", "Cop",
    "Cran", "Dal", "Den", "Dun", "Elm", "Fal", "Fen", "Fern", "Gar", "Hal", "Hawk", "Hazel", "Holm", "Kel",
    "King", "Lang", "Lin", "Mar", "Mill", "Nether", "Oak", "Pel", "Quarn", "Raven", "Red", "Sal", "Sedge",
    "Stan", "Swin", "Thorn", "Wal", "Wen", "White", "Wil", "Wood", "Yar", "Yel",
)  # fmt: skip
_LAST = (
    "beck", "borough", "bourne", "bridge", "brook", "bury", "by", "cliffe", "combe", "cote", "croft", "dale",
    "den", "fell", "field", "ford", "gate", "grave", "ham", "hampton", "head", "hill", "holme", "hurst",
    "land", "leigh", "ley", "low", "mere", "minster", "mouth", "ness", "over", "pool", "port", "ridge",
    "shaw", "stead", "stoke", "stone", "stow", "thorpe", "ton", "tree", "wade", "well", "wich", "wick",
    "wood", "worth", "yard", "ley Green", "ton Heath", "ford End", "ham Cross", "wick Common", "by Moor",
    "ton Park", "ley Vale", "worth Hill",
)  # fmt: skip

Row = Mapping[str, str]


async def append_directory(connection: AsyncConnection, add_table: AddSheet, since: date) -> dict[str, int]:
    """Write the tables, each to be imported as it is; how many rows of each. The rota begins on `since`."""
    held = [values for _, values in (await store_of(AREAS).load(connection)).values()]
    areas = [values["id"] for values in held]
    made: dict[str, Iterable[Row]] = {
        "areas": _areas(held),
        "offices": _offices(areas),
        "contacts": _contacts(areas),
        "places": _places(areas),
        "people": _people(areas),
        "rota": _rota(areas, since),
    }
    counts = {}
    for name, rows in made.items():
        columns, append = KINDS[name].column_names, add_table(name)
        append(list(columns))
        written = 0
        for row in rows:
            append([{**_FACT, **row}.get(column, "") for column in columns])
            written += 1
        counts[name] = written
    return counts


def _areas(held: list[Values]) -> Iterator[Row]:
    """Each area that has no line for the night gets one, and an office for whoever names no place."""
    for number, values in enumerate(held, start=1):
        if values["out_of_hours"] is None:
            yield {
                **{column.name: column.write(values[column.name]) for column in AREAS.columns},
                **_FACT,
                "out_of_hours": f"sample-house-{number}",
                "fallback_office": f"sample-office-{number}",
            }


def _area_of(number: int, areas: list[str]) -> str:
    """Offices and houses are dealt out to the areas in turn, so that each has some."""
    return areas[(number - 1) % len(areas)]


def _offices(areas: list[str]) -> Iterator[Row]:
    for number in range(1, OFFICES + 1):
        yield {
            "id": f"sample-office-{number}",
            "area": _area_of(number, areas),
            "name": f"Sample Office {number}",
            "kind": "office",
            "hours": _WORKING_HOURS,
        }
    for number in range(1, PREMISES + 1):
        yield {
            "id": f"sample-house-{number}",
            "area": _area_of(number, areas),
            "name": f"Sample House {number}",
            "kind": "approved_premises",
            "hours": _ALWAYS,
        }


def _contacts(areas: list[str]) -> Iterator[Row]:
    """Every post has a number of its own, so that none is reached by another's."""
    drama = (f"{prefix}{number:03}" for prefix in _RANGES for number in range(1000))
    for number in range(1, OFFICES + 1):
        at = {"area": _area_of(number, areas), "office": f"sample-office-{number}"}
        yield {**at, "role": "reception", "ask_for": "reception (sample)", "number": next(drama)}
        for provider, (role, ask_for) in product(_PROVIDERS, _ASK_FOR.items()):
            yield {**at, "provider": provider, "role": role, "ask_for": ask_for, "number": next(drama)}
    for number in range(1, PREMISES + 1):
        at = {"area": _area_of(number, areas), "office": f"sample-house-{number}"}
        line = {"provider": "nps", "role": "approved_premises", "ask_for": "the duty worker (sample)"}
        yield {**at, **line, "number": next(drama)}


def _places(areas: list[str]) -> Iterator[Row]:
    """Districts, then places in them, each served by an office of its area."""
    names = (f"{before}{first}{last}" for before, first, last in product(_BEFORE, _FIRST, _LAST))
    for number in range(1, DISTRICTS + 1):
        district = {"name": f"Sample District {number}", "kind": "district"}
        yield {**district, **_served(number, areas), "population": "150000"}
    for number, name in zip(count(1), islice(names, PLACES - DISTRICTS), strict=False):
        within = (number - 1) % DISTRICTS + 1
        place = {"name": name, "kind": "place", "district": f"Sample District {within}"}
        yield {**place, **_served(within, areas), "population": str(100 + number % 40_000)}


def _served(district: int, areas: list[str]) -> Row:
    return {"area": _area_of(district, areas), "office": f"sample-office-{district}"}


def _people(areas: list[str]) -> Iterator[Row]:
    for number in range(1, STAFF + 1):
        office = (number - 1) % OFFICES + 1
        yield {
            "id": f"sample-officer-{number}",
            "name": f"Sample Officer {number}",
            "provider": _PROVIDERS[(number - 1) // OFFICES % 2],
            "area": _area_of(office, areas),
            "office": f"sample-office-{office}",
            "number": f"{_RANGES[0]}{number % 1000:03}",
        }


def _rota(areas: list[str], since: date) -> Iterator[Row]:
    """A duty officer of each provider at each office, another one each working day."""
    for office, (at, provider), (day, name) in product(
        range(1, OFFICES + 1), enumerate(_PROVIDERS), enumerate(_DAYS)
    ):
        yield {
            "kind": "weekly",
            "area": _area_of(office, areas),
            "office": f"sample-office-{office}",
            "provider": provider,
            "role": "duty_officer",
            "person": f"sample-officer-{office + (2 * day + at) * OFFICES}",
            "days": name,
            "starts": "09:00",
            "ends": "17:00",
            "valid_from": since.isoformat(),
        }
