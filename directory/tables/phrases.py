"""What people say: phrases that keepers have added, and what was not understood, without whose words."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from directory.tables.base import Base, Fact, one_of
from routing.vocabulary import Means


class Alias(Fact, Base):
    """A phrase that a keeper has added, and what it stands for."""

    __tablename__ = "aliases"
    __table_args__ = (
        one_of("means", Means),
        CheckConstraint("(area IS NOT NULL) = (means IN ('place', 'office'))", name="area_of_a_place"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    phrase: Mapped[str] = mapped_column(String(100))
    means: Mapped[str] = mapped_column(String(10))
    value: Mapped[str] = mapped_column(String(200))
    area: Mapped[str | None] = mapped_column(ForeignKey("areas.id"), index=True)


class Unanswered(Base):
    """How often what was written was not understood, by what is known of its shape alone."""

    __tablename__ = "unanswered"

    topic: Mapped[str] = mapped_column(String(40), primary_key=True)  # guessed; empty where none was
    place: Mapped[bool] = mapped_column(primary_key=True)  # whether a place was found
    length: Mapped[str] = mapped_column(String(10), primary_key=True)  # so many words, as "4 to 12"
    times: Mapped[int]


class WordHeard(Base):
    """That somebody used a word that is not known, where fewer than three have. Only keyed hashes."""

    __tablename__ = "words_heard"

    word_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    asker_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    month: Mapped[str] = mapped_column(String(7))  # whose key it was hashed under, as 2014-07


class UnknownWord(Base):
    """A word that is not known and that three different askers have used."""

    __tablename__ = "unknown_words"

    word: Mapped[str] = mapped_column(String(30), primary_key=True)
    since: Mapped[date]
    times: Mapped[int]  # how often it was used since the third
