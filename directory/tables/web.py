"""The tables of signing in on the web: links that do it, and who is signed in where. No token is here."""

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


class SignInLink(Base):
    """A link that signs somebody in, once and for some minutes. The token in it is not here.

    It is for an account; or for whoever reads mail at an address, which it then proves; or, where it is
    for neither, for the first admin. It is taken out when it is used or has run out.
    """

    __tablename__ = "sign_in_links"
    __table_args__ = (one_of("sent_by", SIGNED_IN_BY),)

    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    sent_by: Mapped[str] = mapped_column(String(20))
    account: Mapped[str | None] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    agency: Mapped[str | None] = mapped_column(
        ForeignKey("agencies.id", ondelete="CASCADE"), index=True
    )  # whose mail the address is
    address_hash: Mapped[bytes | None] = mapped_column(LargeBinary(32), index=True)  # keyed
    expires: Mapped[str] = mapped_column(String(32), index=True)  # UTC, as in the audit
