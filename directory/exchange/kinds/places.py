"""Places and the calendar."""

from directory.exchange.cells.ids import IdOf
from directory.exchange.cells.measures import Day, Whole
from directory.exchange.cells.words import Names, OneOf, Text
from directory.exchange.kind import Column, Kind
from directory.exchange.kinds.facts import FACT, SOURCED, office_of_the_area

PLACE_KINDS = ("county", "district", "place", "locality", "postcode")


PLACES = Kind(
    name="places",
    one="place",
    about="Towns, villages, localities, districts and counties, and the office that serves each.",
    table="places",
    key=("area", "kind", "district", "name", "valid_from"),
    versions=True,
    may_lack=("valid_from",),
    columns=(
        Column("name", "Its name.", Text(), "Great Malvern"),
        Column("kind", "What it is.", OneOf(PLACE_KINDS), "place"),
        Column(
            "alternative_names",
            "Abbreviations, other spellings, older names.",
            Names(),
            "Malvern|Gt Malvern",
            if_empty=(),
        ),
        Column("district", "District it was in, in June 2014.", Text(), "Malvern Hills", if_empty=None),
        Column("area", "Area that it is in.", IdOf("area"), "west-mercia"),
        Column(
            "office",
            "Office that serves it; empty where several do or none is known.",
            IdOf("office"),
            "worcester",
            if_empty=None,
        ),
        Column(
            "population",
            "How many live there; empty where unknown.",
            Whole(0, 100_000_000),
            "30,000",
            if_empty=0,
        ),
        *FACT,
    ),
    check=office_of_the_area,
)

BANK_HOLIDAYS = Kind(
    name="bank-holidays",
    one="bank holiday",
    about="Bank holidays in England and Wales.",
    table="bank_holidays",
    key=("day",),
    columns=(
        Column("day", "The day.", Day(), "2014-08-25"),
        Column("name", "Its name.", Text(), "Summer bank holiday"),
        *SOURCED,
    ),
)
