"""Agencies that work with probation, and the accounts of those who may know more than the public."""

from sqlalchemy import BigInteger, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from directory.tables.base import Base, Fact, one_of
from routing.vocabulary import Standing

AGENCY_KINDS = (
    "police",
    "council",
    "court",
    "prison",
    "health",
    "housing",
    "youth_offending",
    "probation",
    "other",
)


class Agency(Fact, Base):
    """An agency that works with probation, or probation itself."""

    __tablename__ = "agencies"
    __table_args__ = (one_of("kind", AGENCY_KINDS),)

    id: Mapped[str] = mapped_column(String(60), primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(20))
    area: Mapped[str | None] = mapped_column(ForeignKey("areas.id"), index=True)  # null: more than one


class Account(Fact, Base):
    """Somebody of an agency whose standing has been verified. Its id says nothing of who it is.

    An account of standing admin keeps the directory: of its area, or of all where that is null.
    """

    __tablename__ = "accounts"
    __table_args__ = (one_of("standing", Standing),)

    id: Mapped[str] = mapped_column(String(60), primary_key=True)
    agency: Mapped[str] = mapped_column(ForeignKey("agencies.id"), index=True)
    standing: Mapped[str] = mapped_column(String(20))
    area: Mapped[str | None] = mapped_column(ForeignKey("areas.id"), index=True)
    office: Mapped[str | None] = mapped_column(ForeignKey("offices.id"), index=True)
    telegram: Mapped[int | None] = mapped_column(BigInteger, unique=True)  # the chat it is reached in
