"""Requests for information to other agencies, and what happened to each. No reply is here, and no name.

The case reference is sealed (directory/cases/sealing.py), and goes with the asker's account when the
request is closed. A moment is a text in UTC, as in the audit.
"""

from sqlalchemy import ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from directory.tables.base import MOMENT, NUMBERS_ARE_NOT_REUSED, ONE_PROVIDER, Base, one_of
from routing.information.request import Ending, InformationKind, Progress


class InformationAsked(Base):
    """One request, as `routing.information.request.InformationRequest` holds it."""

    __tablename__ = "information_requests"
    __table_args__ = (
        one_of("provider", ONE_PROVIDER),
        one_of("kind", InformationKind),
        one_of("progress", Progress),
        one_of("ending", Ending),
        Index("ix_information_requests_agency", "agency", "progress"),
        NUMBERS_ARE_NOT_REUSED,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    area: Mapped[str] = mapped_column(ForeignKey("areas.id"), index=True)
    office: Mapped[str | None] = mapped_column(ForeignKey("offices.id"), index=True)
    provider: Mapped[str] = mapped_column(String(10))
    post: Mapped[str] = mapped_column(String(30))
    kind: Mapped[str] = mapped_column(String(20))
    agency: Mapped[str] = mapped_column(ForeignKey("agencies.id"))
    asked_at: Mapped[str] = mapped_column(MOMENT, index=True)
    wanted_by: Mapped[str] = mapped_column(MOMENT)
    progress: Mapped[str] = mapped_column(String(10))
    version: Mapped[int]
    chased: Mapped[int]
    answered_at: Mapped[str | None] = mapped_column(MOMENT)
    ending: Mapped[str | None] = mapped_column(String(20))
    due_at: Mapped[str | None] = mapped_column(MOMENT, index=True)  # null: it is closed
    asked_by: Mapped[str | None] = mapped_column(String(60), index=True)  # an account; null once closed
    reference_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)


class InformationNote(Base):
    """A line of a request's history."""

    __tablename__ = "information_notes"

    id: Mapped[int] = mapped_column(primary_key=True)
    request: Mapped[int] = mapped_column(
        ForeignKey("information_requests.id", ondelete="CASCADE"), index=True
    )
    version: Mapped[int]
    at: Mapped[str] = mapped_column(MOMENT)
    what: Mapped[str] = mapped_column(String(20))
    ending: Mapped[str | None] = mapped_column(String(20))
