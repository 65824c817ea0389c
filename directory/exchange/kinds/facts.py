"""The columns that every kind of fact has: where it comes from and how far to trust it."""

from directory.exchange.cells import Text, YesNo
from directory.exchange.kind import Column

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
FACT = (SOURCE, ASSUMED, SAMPLE)
