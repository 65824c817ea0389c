"""The tables of the channels: where conversations stand, who has just reported a number, what is answered.

They are of askers, whom nothing here names: an asker is a keyed hash or none. A row is soon deleted; only
the choice of a language stays until it is taken back.
"""

from sqlalchemy import BigInteger, CheckConstraint, LargeBinary, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from directory.tables.base import Base


class Conversation(Base):
    """What was settled in a chat, without a word of what was said; deleted after half an hour."""

    __tablename__ = "conversations"

    chat: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    token: Mapped[str] = mapped_column(String(100))
    at: Mapped[int] = mapped_column(BigInteger, index=True)  # seconds since 1970


class ChosenLanguage(Base):
    """In which language somebody has chosen to be answered."""

    __tablename__ = "chosen_languages"

    person: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    language: Mapped[str] = mapped_column(String(5))


class NumberReport(Base):
    """Somebody has reported a number; kept for the hour in which that counts against the limits."""

    __tablename__ = "number_reports"
    __table_args__ = (CheckConstraint("because IN ('wrong-person', 'not-working')", name="because_known"),)

    asker: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    number: Mapped[str] = mapped_column(String(16), primary_key=True)  # in E.164
    because: Mapped[str] = mapped_column(String(20))
    at: Mapped[int] = mapped_column(BigInteger, index=True)  # seconds since 1970


class TelegramUpdate(Base):
    """An update by its number alone, so that it is answered once; deleted after Telegram has forgotten it."""

    __tablename__ = "telegram_updates"

    bot: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    at: Mapped[int] = mapped_column(BigInteger, index=True)  # when it first came; seconds since 1970
    held_until: Mapped[int] = mapped_column(BigInteger)  # by a process that answers it; 0 by none
    failures: Mapped[int] = mapped_column(SmallInteger)  # of ours, in answering it
    done: Mapped[bool]
