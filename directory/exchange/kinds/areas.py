"""Providers, areas, offices, and hours other than the usual ones."""

from directory.exchange.cells.cell import Known
from directory.exchange.cells.ids import Code, IdOf, NewId
from directory.exchange.cells.measures import Hours, OnTheMap
from directory.exchange.cells.words import Names, OneOf, Text, YesNo
from directory.exchange.kind import Column, Kind, Values, Wrong
from directory.exchange.kinds.facts import FACT

OFFICE_KINDS = ("office", "unit", "approved_premises")
_HOURS = "Mo-Fr 09:00-17:00; PH off"


def _offices_of_the_area(values: Values, known: Known) -> Wrong:
    for column in ("crc", "nps"):
        if values.get(column) and known.providers[values[column]] != column:
            yield column, f"is not of the {column.upper()}; write the code of one that is"
    for column in ("out_of_hours", "fallback_office"):
        office = known.offices.get(values.get(column) or "")
        if office and office.area != values["id"]:
            yield column, f"is in {office.area}, not in {values['id']}; write an office of {values['id']}"
        elif office and column == "out_of_hours" and office.kind != "approved_premises":
            yield column, "is not an Approved Premises; write one of the area, or leave it empty"


def _office(values: Values, known: Known) -> Wrong:
    yield from _stays_in_its_area(values, known)
    if bool(values.get("position")) != bool(values.get("position_of")):
        missing = "position_of" if values.get("position") else "position"
        yield missing, "stands there; position and position_of go together, so write both or neither"


def _stays_in_its_area(values: Values, known: Known) -> Wrong:
    before = known.offices.get(values["id"])
    if before and before.area != values["area"]:
        yield (
            "area",
            f"is another area than the {before.area} that {values['id']} is in; "
            "give a new office an id of its own",
        )


def _of_one(values: Values, _known: Known) -> Wrong:
    if bool(values["area"]) == bool(values["office"]):
        yield (
            "office",
            "stands beside area; write one of the two" if values["area"] else "stands there; write one",
        )


PROVIDERS = Kind(
    name="providers",
    one="provider",
    about="The divisions of the National Probation Service and the Community Rehabilitation Companies.",
    table="providers",
    key=("code",),
    columns=(
        Column("code", "Its code in nDelius.", Code(), "C12"),
        Column("name", "Its name.", Text(), "Warwickshire and West Mercia Community Rehabilitation Company"),
        Column("kind", "What it is.", OneOf(("nps", "crc")), "crc"),
        Column("also_called", "Abbreviations and other names.", Names(), "WWM|WWMCRC", if_empty=()),
        Column(
            "former_trusts",
            "The Probation Trusts that it took over from in June 2014.",
            Names(),
            "West Mercia Probation Trust",
            if_empty=(),
        ),
        Column("owner", "Who has owned the company since February 2015.", Text(), "", if_empty=None),
        *FACT,
    ),
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
        Column("crc", "Code of its Community Rehabilitation Company.", IdOf("provider"), "C12"),
        Column(
            "nps", "Code of the division of the National Probation Service it is in.", IdOf("provider"), "N04"
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
        Column("cluster", "Cluster of local delivery units that it is in.", Text(), "North", if_empty=None),
        Column("hours", "When it can be reached, on the clock in London.", Hours(), _HOURS),
        Column("hours_assumed", "Yes where no source gives the hours.", YesNo(), "yes", if_empty=False),
        Column("address", "Where to go.", Text(longest=300), "1 Sample Street, Worcester", if_empty=None),
        Column("position", "Where it is on the map.", OnTheMap(), "52.18935, -2.22001", if_empty=None),
        Column(
            "position_of",
            "Of what that is the position; only an office's own is shown on a map.",
            OneOf(("office", "town")),
            "town",
            if_empty=None,
        ),
        *FACT,
    ),
    check=_office,
)

OTHER_HOURS = Kind(
    name="other-hours",
    one="row of hours",
    about="Hours that an office, or an area as a whole, has instead of its usual ones from a day until a "
    "day: a closure, a move, new hours from next month.",
    table="other_hours",
    key=("area", "office", "valid_from"),
    versions=True,
    may_lack=("valid_from",),
    columns=(
        Column("area", "Area whose hours these are; empty for an office.", IdOf("area"), "", if_empty=None),
        Column("office", "Office whose hours these are.", IdOf("office"), "worcester", if_empty=None),
        Column("hours", "When it can be reached then.", Hours(), "Mo-Fr 09:00-16:00; PH off"),
        *FACT,
    ),
    check=_of_one,
)
