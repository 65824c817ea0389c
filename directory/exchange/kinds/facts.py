"""The columns that every kind of fact has: where it comes from, how far to trust it, and when it holds."""

from directory.exchange.cells.cell import Known
from directory.exchange.cells.measures import Day
from directory.exchange.cells.words import Text, YesNo
from directory.exchange.kind import Column, Values, Wrong

SOURCE = Column(
    "source",
    "Where this is from, so that somebody can check it.",
    Text(300),
    "rang the office, 1 July 2014",
)
ASSUMED = Column(
    "assumed", "Yes where no source says so and it is an assumption.", YesNo(), "no", if_empty=False
)
SAMPLE = Column("sample", "Yes where it is made up for a demonstration.", YesNo(), "no", if_empty=False)
VALID_FROM = Column(
    "valid_from", "First day on which this holds; empty for always until now.", Day(), "", if_empty=None
)
VALID_TO = Column(
    "valid_to",
    "First day on which it no longer holds; empty for as long as nobody ends it.",
    Day(),
    "",
    if_empty=None,
)
SOURCED = (SOURCE, ASSUMED, SAMPLE)
FACT = (*SOURCED, VALID_FROM, VALID_TO)


def days_in_order(values: Values) -> Wrong:
    """That a row ends after it begins."""
    begins, ends = values.get("valid_from"), values.get("valid_to")
    if begins and ends and ends <= begins:
        yield "valid_to", "is not after valid_from; write the first day on which it no longer holds"


def office_of_the_area(values: Values, known: Known) -> Wrong:
    """That the office named is one of the area named."""
    office = values.get("office")
    if office and values.get("area") and known.offices[office].area != values["area"]:
        yield (
            "office",
            f"is in {known.offices[office].area}, not in {values['area']}; mend the one that is wrong",
        )
