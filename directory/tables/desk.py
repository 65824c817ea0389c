"""What is logged at the desk: that a caller who asked for this was sent there. Nothing of the caller."""

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from directory.tables.base import Base, one_of
from routing.vocabulary import Provider, Role, Topic


class CallerSent(Base):
    """One caller sent to a post. `asked_topic` is what it was about, where that was understood."""

    __tablename__ = "callers_sent"
    __table_args__ = (
        one_of("asked_topic", Topic),
        one_of("asked_role", Role),
        one_of("provider", Provider),
        one_of("role", Role),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[str] = mapped_column(String(32), index=True)  # UTC, as in the audit
    desk: Mapped[str] = mapped_column(ForeignKey("offices.id"), index=True)  # the office whose desk it was
    asked_topic: Mapped[str | None] = mapped_column(String(30))
    asked_role: Mapped[str | None] = mapped_column(String(30))  # where a post was asked for by name
    area: Mapped[str] = mapped_column(ForeignKey("areas.id"))
    office: Mapped[str | None] = mapped_column(ForeignKey("offices.id"))  # null: a post of the whole area
    provider: Mapped[str | None] = mapped_column(String(10))
    role: Mapped[str] = mapped_column(String(30))
    account: Mapped[str | None] = mapped_column(ForeignKey("accounts.id", ondelete="SET NULL"), index=True)
