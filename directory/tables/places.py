"""Where: providers, areas, offices, the places that they serve, and the calendar."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from directory.tables.base import ONE_PROVIDER, Base, Fact, Sourced, one_of

OFFICE_KINDS = ("office", "unit", "approved_premises")
POSITION_OF = ("office", "town")
PLACE_KINDS = ("county", "district", "place", "locality", "postcode")


class ProbationProvider(Fact, Base):
    """A division of the National Probation Service, or a Community Rehabilitation Company."""

    __tablename__ = "providers"
    __table_args__ = (one_of("kind", ONE_PROVIDER),)

    code: Mapped[str] = mapped_column(String(10), primary_key=True)  # as in nDelius: N04, C12
    name: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(10))
    also_called: Mapped[str | None] = mapped_column(String(300))  # names with | between them
    former_trusts: Mapped[str | None] = mapped_column(String(300))  # names with | between them
    owner: Mapped[str | None] = mapped_column(String(200))  # of a company, since February 2015


class Area(Fact, Base):
    """An area of one Community Rehabilitation Company, with a policy of its own."""

    __tablename__ = "areas"

    id: Mapped[str] = mapped_column(String(60), primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    crc: Mapped[str] = mapped_column(ForeignKey("providers.code"), index=True)
    nps: Mapped[str] = mapped_column(ForeignKey("providers.code"), index=True)  # the division
    hours: Mapped[str] = mapped_column(String(200))  # in the notation of routing.hours
    out_of_hours: Mapped[str | None] = mapped_column(ForeignKey("offices.id", use_alter=True))
    fallback_office: Mapped[str | None] = mapped_column(ForeignKey("offices.id", use_alter=True))


class Office(Fact, Base):
    """An office, a delivery unit without an office of its own, or an Approved Premises."""

    __tablename__ = "offices"
    __table_args__ = (one_of("kind", OFFICE_KINDS), one_of("position_of", POSITION_OF))

    id: Mapped[str] = mapped_column(String(60), primary_key=True)
    area: Mapped[str] = mapped_column(ForeignKey("areas.id"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(20))
    cluster: Mapped[str | None] = mapped_column(String(200))  # of local delivery units
    hours: Mapped[str] = mapped_column(String(200))  # in the notation of routing.hours
    hours_assumed: Mapped[bool]
    address: Mapped[str | None] = mapped_column(String(300))
    position: Mapped[str | None] = mapped_column(String(40))  # degrees north and east, "52.3065,-1.9457"
    position_of: Mapped[str | None] = mapped_column(String(10))  # of what


class OtherHours(Fact, Base):
    """Hours that an office, or an area as a whole, has instead of its usual ones while this holds."""

    __tablename__ = "other_hours"
    __table_args__ = (CheckConstraint("(area IS NULL) <> (office IS NULL)", name="of_one"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    area: Mapped[str | None] = mapped_column(ForeignKey("areas.id"), index=True)
    office: Mapped[str | None] = mapped_column(ForeignKey("offices.id"), index=True)
    hours: Mapped[str] = mapped_column(String(200))  # in the notation of routing.hours


class Place(Fact, Base):
    """A town, village, locality, district or county, and the office that serves it, if one does."""

    __tablename__ = "places"
    __table_args__ = (one_of("kind", PLACE_KINDS),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(20))
    district: Mapped[str | None] = mapped_column(String(200))  # as of June 2014
    area: Mapped[str] = mapped_column(ForeignKey("areas.id"), index=True)
    office: Mapped[str | None] = mapped_column(ForeignKey("offices.id"), index=True)
    population: Mapped[int]


class PlaceName(Base):
    """Another name of a place: an abbreviation, a spelling, an older name."""

    __tablename__ = "place_names"

    place: Mapped[int] = mapped_column(ForeignKey("places.id", ondelete="CASCADE"), primary_key=True)
    name: Mapped[str] = mapped_column(String(200), primary_key=True)


class BankHoliday(Sourced, Base):
    """A bank holiday in England and Wales."""

    __tablename__ = "bank_holidays"

    day: Mapped[date] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
