"""Programs that use the interface, and the addresses by which calendars read a rota."""

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from directory.tables.base import Base


class Client(Base):
    """An account that is a program: it shows a token, of which only the hash is here."""

    __tablename__ = "clients"

    account: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    requests_a_minute: Mapped[int]
    look_ups_a_day: Mapped[int | None]  # null: as many as anybody's


class CalendarFeed(Base):
    """An address at which a calendar program reads a rota, as the account behind it may see it.

    Without an office or a post it is of the shifts of whoever has the account.
    """

    __tablename__ = "calendar_feeds"

    id: Mapped[int] = mapped_column(primary_key=True)
    account: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    office: Mapped[str | None] = mapped_column(ForeignKey("offices.id", ondelete="CASCADE"), index=True)
    post: Mapped[str | None] = mapped_column(String(200))  # as in west-mercia/worcester/nps/duty_officer
    made_at: Mapped[str] = mapped_column(String(32))  # UTC, as in the audit
