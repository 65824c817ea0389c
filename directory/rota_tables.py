"""The tables of the rota, and of the numbers that somebody has said are wrong."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from directory.tables import Base, Fact

ENTRY_KINDS = ("weekly", "shift", "absence", "cover", "swap")
SUSPICIONS = ("wrong-person", "not-working")


class Person(Fact, Base):
    """Somebody who can be on a post."""

    __tablename__ = "people"
    __table_args__ = (CheckConstraint("provider IN ('nps', 'crc')", name="provider_known"),)

    id: Mapped[str] = mapped_column(String(60), primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    provider: Mapped[str] = mapped_column(String(10))
    area: Mapped[str] = mapped_column(ForeignKey("areas.id"), index=True)
    office: Mapped[str | None] = mapped_column(ForeignKey("offices.id"), index=True)
    number: Mapped[str | None] = mapped_column(String(16))  # their own, in E.164


class RotaPost(Base):
    """A post that a rota is kept for since a day. It stays one when its last shift is taken out."""

    __tablename__ = "rota_posts"

    id: Mapped[int] = mapped_column(primary_key=True)
    area: Mapped[str] = mapped_column(ForeignKey("areas.id"), index=True)
    office: Mapped[str | None] = mapped_column(ForeignKey("offices.id"), index=True)
    provider: Mapped[str | None] = mapped_column(String(10))
    role: Mapped[str] = mapped_column(String(30))
    since: Mapped[date]


class RotaEntry(Fact, Base):
    """A shift, or what changes shifts. A higher id was entered later, and that may decide who is on.

    `starts` and `ends` are the clock on the wall: "18:00" of a weekly shift, else "2026-12-24T18:00".
    """

    __tablename__ = "rota_entries"
    __table_args__ = (
        CheckConstraint("kind IN ('weekly', 'shift', 'absence', 'cover', 'swap')", name="kind_known"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(10))
    area: Mapped[str | None] = mapped_column(ForeignKey("areas.id"), index=True)
    office: Mapped[str | None] = mapped_column(ForeignKey("offices.id"), index=True)
    provider: Mapped[str | None] = mapped_column(String(10))
    role: Mapped[str | None] = mapped_column(String(30))
    person: Mapped[str] = mapped_column(ForeignKey("people.id"), index=True)
    other: Mapped[str | None] = mapped_column(ForeignKey("people.id"), index=True)
    days: Mapped[str | None] = mapped_column(String(30))
    starts: Mapped[str] = mapped_column(String(25))
    ends: Mapped[str] = mapped_column(String(25))
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]  # the first day on which it no longer holds
    on_bank_holidays: Mapped[bool]


class SuspectNumber(Base):
    """A number that somebody has said is wrong, until its keeper confirms it."""

    __tablename__ = "suspect_numbers"
    __table_args__ = (CheckConstraint("because IN ('wrong-person', 'not-working')", name="because_known"),)

    number: Mapped[int] = mapped_column(ForeignKey("numbers.id", ondelete="CASCADE"), primary_key=True)
    because: Mapped[str] = mapped_column(String(20))
    since: Mapped[date]
