"""The tables. Every fact carries its source, whether it is assumed, and whether it is a sample."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, MetaData, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from routing.vocabulary import Provider, Risk, Role

ONE_PROVIDER = (Provider.NPS, Provider.CRC)
OFFICE_KINDS = ("office", "unit", "approved_premises")
PLACE_KINDS = ("county", "district", "place", "locality")


def _one_of(column: str, values: "tuple[str, ...] | type[Role] | type[Risk]") -> CheckConstraint:
    allowed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({allowed})", name=f"{column}_known")


class Base(DeclarativeBase):
    """Constraints are named by rule, so that migrations can name them too."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Fact:
    """Where a row comes from and how far to trust it."""

    source: Mapped[str] = mapped_column(String(300))
    assumed: Mapped[bool]  # no source says so; it is our assumption
    sample: Mapped[bool]  # made up for a demonstration


class Area(Fact, Base):
    """An area of one Community Rehabilitation Company, with a policy of its own."""

    __tablename__ = "areas"

    id: Mapped[str] = mapped_column(String(60), primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    crc_name: Mapped[str] = mapped_column(String(200))
    nps_division: Mapped[str] = mapped_column(String(200))
    hours: Mapped[str] = mapped_column(String(200))  # in the notation of routing.hours
    out_of_hours: Mapped[str | None] = mapped_column(ForeignKey("offices.id", use_alter=True))
    fallback_office: Mapped[str | None] = mapped_column(ForeignKey("offices.id", use_alter=True))


class Office(Fact, Base):
    """An office, a delivery unit without an office of its own, or an Approved Premises."""

    __tablename__ = "offices"
    __table_args__ = (_one_of("kind", OFFICE_KINDS),)

    id: Mapped[str] = mapped_column(String(60), primary_key=True)
    area: Mapped[str] = mapped_column(ForeignKey("areas.id"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(20))
    hours: Mapped[str] = mapped_column(String(200))  # in the notation of routing.hours
    hours_assumed: Mapped[bool]


class Number(Fact, Base):
    """A telephone number and when somebody last checked it."""

    __tablename__ = "numbers"

    id: Mapped[int] = mapped_column(primary_key=True)
    e164: Mapped[str] = mapped_column(String(16), unique=True)
    verified_on: Mapped[date | None]
    review_days: Mapped[int]  # how long a check holds


class Post(Fact, Base):
    """Somebody to ask for: a role of a provider at an office, or (office null) for a whole area."""

    __tablename__ = "posts"
    __table_args__ = (_one_of("provider", ONE_PROVIDER), _one_of("role", Role))

    id: Mapped[int] = mapped_column(primary_key=True)
    area: Mapped[str] = mapped_column(ForeignKey("areas.id"), index=True)
    office: Mapped[str | None] = mapped_column(ForeignKey("offices.id"), index=True)
    provider: Mapped[str | None] = mapped_column(String(10))
    role: Mapped[str] = mapped_column(String(30))
    ask_for: Mapped[str] = mapped_column(String(300))
    number: Mapped[int | None] = mapped_column(ForeignKey("numbers.id"), index=True)
    name: Mapped[str | None] = mapped_column(String(200))


class Place(Fact, Base):
    """A town, village, locality, district or county, and the office that serves it, if one does."""

    __tablename__ = "places"
    __table_args__ = (_one_of("kind", PLACE_KINDS),)

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


class BankHoliday(Fact, Base):
    """A bank holiday in England and Wales."""

    __tablename__ = "bank_holidays"

    day: Mapped[date] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(200))


class Case(Base):
    """Who owns a case now. The reference is here as a keyed hash only, and nowhere else at all."""

    __tablename__ = "cases"
    __table_args__ = (
        _one_of("provider", ONE_PROVIDER),
        _one_of("risk", Risk),
        Index(None, "area", "office"),
    )

    reference_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    provider: Mapped[str] = mapped_column(String(10))
    area: Mapped[str] = mapped_column(ForeignKey("areas.id"))
    office: Mapped[str] = mapped_column(ForeignKey("offices.id"))
    officer: Mapped[str | None] = mapped_column(String(200))
    since: Mapped[date]
    mappa: Mapped[bool]
    risk: Mapped[str | None] = mapped_column(String(10))


class FormerOwner(Base):
    """Who owned a case before, from the first day to the day on which it went to the next.

    Periods of one case never overlap, and the last ends no later than the present owner's begins.
    A correction (another owner since the same day or an earlier one) leaves no period behind.
    """

    __tablename__ = "case_history"
    __table_args__ = (
        _one_of("provider", ONE_PROVIDER),
        CheckConstraint("since < until", name="not_empty"),
    )

    reference_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    since: Mapped[date] = mapped_column(primary_key=True)
    until: Mapped[date]
    provider: Mapped[str] = mapped_column(String(10))
    area: Mapped[str] = mapped_column(ForeignKey("areas.id"))
    office: Mapped[str] = mapped_column(ForeignKey("offices.id"))
    officer: Mapped[str | None] = mapped_column(String(200))


class CaseMark(Base):
    """The name of a case in the audit: drawn by lot, so that it says nothing of the reference."""

    __tablename__ = "case_marks"

    reference_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    mark: Mapped[str] = mapped_column(String(32), unique=True)


class CaseKeyCheck(Base):
    """One row: shows whether a key is the one that the register was made with, without holding it."""

    __tablename__ = "case_key_check"

    id: Mapped[int] = mapped_column(primary_key=True)
    check_value: Mapped[bytes] = mapped_column(LargeBinary(32))


class AuditRow(Base):
    """What was changed or disclosed: when (UTC), by whom, from where. Each row seals the one before."""

    __tablename__ = "audit"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[str] = mapped_column(String(32))
    who: Mapped[str] = mapped_column(String(200))
    origin: Mapped[str] = mapped_column(String(200))
    action: Mapped[str] = mapped_column(String(60))
    subject: Mapped[str] = mapped_column(String(200))
    details: Mapped[str] = mapped_column(Text)
    previous_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    row_hash: Mapped[bytes] = mapped_column(LargeBinary(32))


class AuditHead(Base):
    """One row: the number and the hash of the newest row of the audit, so that its loss is noticed."""

    __tablename__ = "audit_head"

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int]
    row_hash: Mapped[bytes] = mapped_column(LargeBinary(32))


class DirectoryVersion(Base):
    """One row: a counter that goes up with every change of what the snapshot shows. Nought: it is empty."""

    __tablename__ = "directory_version"

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int]
