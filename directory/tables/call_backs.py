"""Requests for a call back: where each stands, its history, and the messages that it has caused.

Nobody is named here who asks. How to reach them is sealed (directory/cases/sealing.py), and goes when the
request ends. A moment is a text in UTC, as in the audit, so that moments are in order as texts too.
"""

from sqlalchemy import BigInteger, ForeignKey, Index, LargeBinary, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from directory.tables.base import MOMENT, NUMBERS_ARE_NOT_REUSED, ONE_PROVIDER, Base, one_of
from routing.call_backs.request import HowUrgent, IfShut, State

_WAITS = "sent_at IS NULL"


class CallBackRequest(Base):
    """One request, as `routing.call_backs.request.Request` holds it; what is sealed, and by whom it is."""

    __tablename__ = "handovers"  # what a call back was called when this was made
    __table_args__ = (
        one_of("provider", ONE_PROVIDER),
        one_of("state", State),
        one_of("urgency", HowUrgent),
        one_of("if_shut", IfShut),
        NUMBERS_ARE_NOT_REUSED,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    area: Mapped[str] = mapped_column(ForeignKey("areas.id"), index=True)
    office: Mapped[str | None] = mapped_column(ForeignKey("offices.id"), index=True)
    provider: Mapped[str] = mapped_column(String(10))
    topic: Mapped[str | None] = mapped_column(String(30))
    urgency: Mapped[str] = mapped_column(String(10))
    if_shut: Mapped[str] = mapped_column(String(10))
    asked_at: Mapped[str] = mapped_column(MOMENT)
    until: Mapped[str] = mapped_column(MOMENT)
    state: Mapped[str] = mapped_column(String(10))
    version: Mapped[int]
    reopened: Mapped[int]
    rung: Mapped[int]
    offered_to: Mapped[str | None] = mapped_column(String(60))  # a person on the rota
    step_ends: Mapped[str | None] = mapped_column(MOMENT)
    taken_by: Mapped[str | None] = mapped_column(String(60))  # an account
    taker: Mapped[str | None] = mapped_column(String(60))  # who that is on the rota
    promised: Mapped[str | None] = mapped_column(MOMENT)
    moves: Mapped[int]
    tries: Mapped[int]
    outcome: Mapped[str | None] = mapped_column(String(20))
    due_at: Mapped[str | None] = mapped_column(MOMENT, index=True)  # null: it is closed
    reception: Mapped[str | None] = mapped_column(String(60), index=True)  # the office of the desk
    agency: Mapped[str | None] = mapped_column(String(60))  # of whoever asks
    asker: Mapped[str | None] = mapped_column(String(60), index=True)  # an account; null once closed
    number_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    reference_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)


class CallBackNote(Base):
    """A line of a request's history. Staff stand in it by what the rota calls them."""

    __tablename__ = "handover_notes"

    id: Mapped[int] = mapped_column(primary_key=True)
    handover: Mapped[int] = mapped_column(ForeignKey("handovers.id", ondelete="CASCADE"), index=True)
    version: Mapped[int]
    at: Mapped[str] = mapped_column(MOMENT, index=True)
    what: Mapped[str] = mapped_column(String(20))
    role: Mapped[str | None] = mapped_column(String(30))  # null: the managers
    provider: Mapped[str] = mapped_column(String(10))
    because: Mapped[str | None] = mapped_column(String(20))
    person: Mapped[str | None] = mapped_column(String(60))
    outcome: Mapped[str | None] = mapped_column(String(20))


class OutgoingMessage(Base):
    """A message to somebody, written down together with what caused it. `key` is never twice here.

    It holds codes and no words: those are made when it is sent, from what it is about.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        Index("ix_outbox_waiting", "sent_at", "not_before"),
        Index("ix_outbox_unsent", "id", sqlite_where=text(_WAITS), postgresql_where=text(_WAITS)),
        Index("ix_outbox_recipient", "recipient", "sent_at", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(100), unique=True)
    recipient: Mapped[str] = mapped_column(String(80))  # "account ID" or "group AREA/OFFICE/PROVIDER"
    said: Mapped[str] = mapped_column(String(20))
    about: Mapped[str] = mapped_column(Text)  # JSON
    handover: Mapped[int | None] = mapped_column(ForeignKey("handovers.id", ondelete="CASCADE"), index=True)
    version: Mapped[int]
    live: Mapped[bool]  # it has buttons, which something that happened since has not overtaken
    instead_of: Mapped[int | None]  # an earlier message whose place it takes
    written_at: Mapped[str] = mapped_column(MOMENT)
    not_before: Mapped[str] = mapped_column(MOMENT)
    tries: Mapped[int]
    held_until: Mapped[str | None] = mapped_column(MOMENT)  # by the process that is sending it
    sent_at: Mapped[str | None] = mapped_column(MOMENT)  # or given up, where `failed` says why
    failed: Mapped[str | None] = mapped_column(String(40))
    place: Mapped[str | None] = mapped_column(String(60))  # where it stands in its channel: chat and message


class DutyGroup(Base):
    """The chat in which the duty officers of a provider at an office are reached together."""

    __tablename__ = "duty_groups"
    __table_args__ = (one_of("provider", ONE_PROVIDER),)

    office: Mapped[str] = mapped_column(ForeignKey("offices.id"), primary_key=True)
    provider: Mapped[str] = mapped_column(String(10), primary_key=True)
    telegram: Mapped[int] = mapped_column(BigInteger)


class CallBackNumber(Base):
    """The number on which an account wants to be called back, sealed; gone with the account."""

    __tablename__ = "call_back_numbers"

    account: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    number_sealed: Mapped[bytes] = mapped_column(LargeBinary)
