"""Areas and offices."""

from directory.exchange.cells import Hours, IdOf, Known, NewId, OneOf, Text, YesNo
from directory.exchange.kind import Column, Kind, Values, Wrong
from directory.exchange.kinds.facts import FACT

OFFICE_KINDS = ("office", "unit", "approved_premises")
_HOURS = "Mo-Fr 09:00-17:00; PH off"


def _offices_of_the_area(values: Values, known: Known) -> Wrong:
    for column in ("out_of_hours", "fallback_office"):
        office = known.offices.get(values.get(column) or "")
        if office and office.area != values["id"]:
            yield column, f"is in {office.area}, not in {values['id']}; write an office of {values['id']}"
        elif office and column == "out_of_hours" and office.kind != "approved_premises":
            yield column, "is not an Approved Premises; write one of the area, or leave it empty"


def _stays_in_its_area(values: Values, known: Known) -> Wrong:
    before = known.offices.get(values["id"])
    if before and before.area != values["area"]:
        yield (
            "area",
            f"is another area than the {before.area} that {values['id']} is in; "
            "give a new office an id of its own",
        )


AREAS = Kind(
    name="areas",
    one="area",
    about="The areas of the Community Rehabilitation Companies, each with the hours that hold where no "
    "office is meant.",
    table="areas",
    key=("id",),
    columns=(
        Column("id", "Id of the area, for good.", NewId(), "west-mercia"),
        Column("name", "The area as people call it.", Text(), "West Mercia"),
        Column(
            "crc_name",
            "Name of its Community Rehabilitation Company.",
            Text(),
            "Example Rehabilitation Company",
        ),
        Column(
            "nps_division", "Division of the National Probation Service it is in.", Text(), "NPS Midlands"
        ),
        Column("hours", "Working hours of the area as a whole, on the clock in London.", Hours(), _HOURS),
        Column(
            "out_of_hours",
            "The Approved Premises that is rung when the offices are closed.",
            IdOf("office"),
            "braley-house",
            if_empty=None,
        ),
        Column(
            "fallback_office",
            "The office for an asker whose place is not known.",
            IdOf("office"),
            "worcester",
            if_empty=None,
        ),
        *FACT,
    ),
    check=_offices_of_the_area,
    notes=(
        "out_of_hours and fallback_office may name an office of the same workbook or folder (`import all`); "
        "an office of another file has to be there first.",
    ),
)

OFFICES = Kind(
    name="offices",
    one="office",
    about="Offices, delivery units without an office of their own, and Approved Premises.",
    table="offices",
    key=("id",),
    columns=(
        Column("id", "Id of the office, for good.", NewId(), "worcester"),
        Column("area", "Area that it is in.", IdOf("area"), "west-mercia"),
        Column("name", "The office as people call it.", Text(), "Worcester probation office"),
        Column("kind", "What it is.", OneOf(OFFICE_KINDS), "office"),
        Column("hours", "When it can be reached, on the clock in London.", Hours(), _HOURS),
        Column("hours_assumed", "Yes where no source gives the hours.", YesNo(), "yes", if_empty=False),
        *FACT,
    ),
    check=_stays_in_its_area,
)
