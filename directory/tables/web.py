"""The tables of signing in on the web: who is signed in where, by the hash of what their browser holds."""

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from directory.tables.base import Base, one_of

SIGNED_IN_BY = ("mail", "telegram", "invitation", "keeper")


class WebSession(Base):
    """A browser in which somebody is signed in. The token that it shows is not here.

    It goes when it is ended or has run out, and with its account.
    """

    __tablename__ = "web_sessions"
    __table_args__ = (one_of("signed_in_by", SIGNED_IN_BY),)

    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    account: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    signed_in_by: Mapped[str] = mapped_column(String(20))
    begun: Mapped[str] = mapped_column(String(32), index=True)  # UTC, as in the audit
    used: Mapped[str] = mapped_column(String(32))  # the same; to the minute
