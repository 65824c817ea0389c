"""Agencies that work with probation, and the accounts of those who may know more than the public."""

from datetime import date

from sqlalchemy import BigInteger, ForeignKey, LargeBinary, String
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
    domain: Mapped[str | None] = mapped_column(String(253), unique=True)  # its own, of its people's mail
    revoked: Mapped[bool]  # nobody of it knows more than the public any longer


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
    person: Mapped[str | None] = mapped_column(
        ForeignKey("people.id", ondelete="SET NULL"), unique=True
    )  # who it is on the rota
    coordinator: Mapped[bool]  # may invite others of the same agency
    suspended: Mapped[bool]
    verified_until: Mapped[date | None]  # the first day on which it has to be verified anew
    address_hash: Mapped[bytes | None] = mapped_column(LargeBinary(32), unique=True)  # keyed


class Invitation(Base):
    """A token that makes whoever brings it an account, once. The token itself is not here.

    It is taken out when it is redeemed, and when whoever issued it may no longer.
    """

    __tablename__ = "invitations"
    __table_args__ = (one_of("standing", Standing),)

    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    agency: Mapped[str] = mapped_column(ForeignKey("agencies.id", ondelete="CASCADE"), index=True)
    standing: Mapped[str] = mapped_column(String(20))
    area: Mapped[str | None] = mapped_column(ForeignKey("areas.id", ondelete="CASCADE"), index=True)
    office: Mapped[str | None] = mapped_column(ForeignKey("offices.id", ondelete="CASCADE"), index=True)
    coordinator: Mapped[bool]
    expires: Mapped[str] = mapped_column(String(32))  # UTC, as in the audit
    issued_by: Mapped[str | None] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), index=True
    )  # null: at the command line


class MailedCode(Base):
    """A code that was sent to somebody's address, kept for a day to count how many were.

    Nothing here can be read without the key of the register: not the person, the address or the code.
    """

    __tablename__ = "mailed_codes"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_hash: Mapped[bytes] = mapped_column(LargeBinary(32), index=True)
    address_hash: Mapped[bytes] = mapped_column(LargeBinary(32), index=True)
    code_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    agency: Mapped[str] = mapped_column(ForeignKey("agencies.id", ondelete="CASCADE"), index=True)
    tries_left: Mapped[int]
    sent_at: Mapped[str] = mapped_column(String(32))  # UTC, as in the audit
