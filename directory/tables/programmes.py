"""What: the catalogue of programmes and services, and where and when each runs."""

from datetime import date

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from directory.tables.base import ONE_PROVIDER, Base, Fact, one_of
from routing.catalogue import Sex
from routing.vocabulary import Topic


class Programme(Fact, Base):
    """A programme or service: what it is and who may go. Null: not known."""

    __tablename__ = "programmes"
    __table_args__ = (one_of("provider", ONE_PROVIDER), one_of("topic", Topic), one_of("sex", Sex))

    id: Mapped[str] = mapped_column(String(60), primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    also_called: Mapped[str | None] = mapped_column(String(300))  # names with | between them
    topic: Mapped[str] = mapped_column(String(30))  # by which it is known whom to ask
    provider: Mapped[str] = mapped_column(String(10))
    delivered_by: Mapped[str | None] = mapped_column(String(200))
    about: Mapped[str] = mapped_column(String(300))
    purposes: Mapped[str | None] = mapped_column(String(200))  # with | between them
    accredited: Mapped[bool | None]
    sex: Mapped[str | None] = mapped_column(String(10))
    age_from: Mapped[int | None]
    age_to: Mapped[int | None]
    risks: Mapped[str | None] = mapped_column(String(100))  # of serious harm, with | between them
    not_for: Mapped[str | None] = mapped_column(String(200))


class ProgrammeRun(Fact, Base):
    """Where and when a programme runs, and how one gets on it; without an office, in a whole area."""

    __tablename__ = "programme_runs"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(60))
    programme: Mapped[str] = mapped_column(ForeignKey("programmes.id"), index=True)
    area: Mapped[str] = mapped_column(ForeignKey("areas.id"), index=True)
    office: Mapped[str | None] = mapped_column(ForeignKey("offices.id"), index=True)
    venue: Mapped[str | None] = mapped_column(String(200))
    sessions: Mapped[str | None] = mapped_column(String(200))  # in the notation of routing.hours
    times: Mapped[str | None] = mapped_column(String(100))  # where the hours are not known
    ways: Mapped[str | None] = mapped_column(String(100))  # with | between them
    rate_card: Mapped[bool | None]
    price: Mapped[str | None] = mapped_column(String(100))
    waiting_weeks: Mapped[int | None]
    next_start: Mapped[date | None]
    any_time: Mapped[bool]
    places: Mapped[int | None]
    confirmed_on: Mapped[date | None]
    confirmed_days: Mapped[int]  # how long a confirmation holds
