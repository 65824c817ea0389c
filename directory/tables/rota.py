"""Who is on which post, and when."""

from datetime import date

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from directory.tables.base import ONE_PROVIDER, Base, Fact, Sourced, one_of

ENTRY_KINDS = ("weekly", "shift", "absence", "cover", "swap")


class Person(Fact, Base):
    """Somebody who can be on a post."""

    __tablename__ = "people"
    __table_args__ = (one_of("provider", ONE_PROVIDER),)

    id: Mapped[str] = mapped_column(String(60), primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    provider: Mapped[str] = mapped_column(String(10))
    area: Mapped[str] = mapped_column(ForeignKey("areas.id"), index=True)
    office: Mapped[str | None] = mapped_column(ForeignKey("offices.id"), index=True)
    team: Mapped[str | None] = mapped_column(ForeignKey("teams.id"), index=True)
    number: Mapped[str | None] = mapped_column(String(16))  # their own, in E.164


class RotaPost(Base):
    """A post that a rota is kept for since a day. It stays one when its last shift is taken out."""

    __tablename__ = "rota_posts"

    id: Mapped[int] = mapped_column(primary_key=True)
    area: Mapped[str] = mapped_column(ForeignKey("areas.id"), index=True)
    office: Mapped[str | None] = mapped_column(ForeignKey("offices.id"), index=True)
    provider: Mapped[str | None] = mapped_column(String(10))
    role: Mapped[str] = mapped_column(String(30))
    team: Mapped[str | None] = mapped_column(ForeignKey("teams.id"), index=True)
    since: Mapped[date]


class RotaEntry(Sourced, Base):
    """A shift, or what changes shifts. A higher id was entered later, and that may decide who is on.

    `starts` and `ends` are the clock on the wall: "18:00" of a weekly shift, else "2026-12-24T18:00".
    """

    __tablename__ = "rota_entries"
    __table_args__ = (one_of("kind", ENTRY_KINDS),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(10))
    area: Mapped[str | None] = mapped_column(ForeignKey("areas.id"), index=True)
    office: Mapped[str | None] = mapped_column(ForeignKey("offices.id"), index=True)
    provider: Mapped[str | None] = mapped_column(String(10))
    role: Mapped[str | None] = mapped_column(String(30))
    team: Mapped[str | None] = mapped_column(ForeignKey("teams.id"), index=True)
    person: Mapped[str] = mapped_column(ForeignKey("people.id"), index=True)
    other: Mapped[str | None] = mapped_column(ForeignKey("people.id"), index=True)
    days: Mapped[str | None] = mapped_column(String(30))
    starts: Mapped[str] = mapped_column(String(25))
    ends: Mapped[str] = mapped_column(String(25))
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]  # the first day on which it no longer holds
    on_bank_holidays: Mapped[bool]
