"""Cases: described here like every kind; read by a reader of their own, because no reference is ever kept."""

from directory.exchange.cells.ids import IdOf
from directory.exchange.cells.measures import Day
from directory.exchange.cells.words import OneOf, Text, YesNo
from directory.exchange.kind import Column, Kind

REFERENCE = "crn"

CASES = Kind(
    name="cases",
    one="case",
    about="Who owns which case.",
    table="cases",
    key=(REFERENCE,),
    columns=(
        Column(
            REFERENCE,
            "Case reference, however it is typed; only a keyed hash of it is kept.",
            Text(20),
            "X000000",
            personal=True,
        ),
        Column("provider", "Who owns the case.", OneOf(("nps", "crc")), "nps"),
        Column("area", "Area that it is in.", IdOf("area"), "west-mercia"),
        Column("office", "Office or unit that has it.", IdOf("office"), "worcester"),
        Column(
            "officer",
            "Responsible officer; empty, or nDelius's code for unallocated or inactive, where none is named.",
            Text(),
            "Sample Officer 7",
            if_empty=None,
            personal=True,
        ),
        Column("since", "Day from which this holds.", Day(), "2014-06-02"),
        Column("mappa", "Whether the case is MAPPA-eligible.", YesNo(), "yes"),
        Column(
            "risk",
            "Risk of serious harm; empty where it is not known.",
            OneOf(("low", "medium", "high", "very_high")),
            "high",
            if_empty=None,
        ),
    ),
    notes=(
        "An export has no column crn: references are kept as keyed hashes, from which nobody gets them back. "
        "So an exported file shows what the register holds, and cannot be imported.",
    ),
)
