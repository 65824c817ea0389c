"""Requests for cover of a coming shift, or for a swap, and of whom each was asked.

Once one is closed nobody is in it any longer; the row stays, so that a later press is told what became of it.
A moment is a text in UTC, as in the audit.
"""

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from directory.tables.base import MOMENT, NUMBERS_ARE_NOT_REUSED, Base, one_of
from routing.rota.cover import CoverState


class CoverRequest(Base):
    """A shift that somebody wants to be taken over, for nothing or for one of whoever takes it."""

    __tablename__ = "cover_requests"
    __table_args__ = (one_of("state", CoverState), NUMBERS_ARE_NOT_REUSED)

    id: Mapped[int] = mapped_column(primary_key=True)
    area: Mapped[str] = mapped_column(String(60))
    office: Mapped[str | None] = mapped_column(String(60))
    provider: Mapped[str | None] = mapped_column(String(10))
    role: Mapped[str] = mapped_column(String(30))
    team: Mapped[str | None] = mapped_column(String(60))
    begins: Mapped[str] = mapped_column(MOMENT)
    ends: Mapped[str] = mapped_column(MOMENT)
    state: Mapped[str] = mapped_column(String(10))
    due_at: Mapped[str | None] = mapped_column(MOMENT, index=True)  # null: it is closed
    person: Mapped[str | None] = mapped_column(String(60))  # whose shift it is; null once closed
    asked_by: Mapped[str | None] = mapped_column(String(60))  # their account; null once closed
    in_return: Mapped[str | None] = mapped_column(Text)  # in a swap, a shift as JSON; null once closed


class CoverAsked(Base):
    """An account that was asked and has not declined; gone when the request is closed."""

    __tablename__ = "cover_asked"

    request: Mapped[int] = mapped_column(
        ForeignKey("cover_requests.id", ondelete="CASCADE"), primary_key=True
    )
    account: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
