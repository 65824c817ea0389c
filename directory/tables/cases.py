"""The register of cases. A case reference is here as a keyed hash only, and nowhere else at all."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from directory.tables.base import ONE_PROVIDER, Base, one_of
from routing.vocabulary import Risk


class Case(Base):
    """Who owns a case now. The reference is here as a keyed hash only, and nowhere else at all."""

    __tablename__ = "cases"
    __table_args__ = (
        one_of("provider", ONE_PROVIDER),
        one_of("risk", Risk),
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
        one_of("provider", ONE_PROVIDER),
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


class CountedLookUp(Base):
    """A case that an account asked for in the last day, so that it can be seen how many there were."""

    __tablename__ = "look_ups"

    account: Mapped[str] = mapped_column(String(60), primary_key=True)
    reference_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    at: Mapped[str] = mapped_column(String(32), index=True)  # UTC, as in the audit
    known: Mapped[bool]  # the register has it
    beside: Mapped[bool]  # this account had asked for an unknown reference next to it


class CaseKeyCheck(Base):
    """One row: shows whether a key is the one that the register was made with, without holding it."""

    __tablename__ = "case_key_check"

    id: Mapped[int] = mapped_column(primary_key=True)
    check_value: Mapped[bytes] = mapped_column(LargeBinary(32))
