"""Who: teams, posts and people, and how they are reached."""

from datetime import date

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from directory.tables.base import ONE_PROVIDER, Base, Fact, one_of
from routing.vocabulary import Role, Topic

SUSPICIONS = ("wrong-person", "not-working")


class Team(Fact, Base):
    """A team of a provider: at an office, or for a whole area."""

    __tablename__ = "teams"
    __table_args__ = (one_of("provider", ONE_PROVIDER),)

    id: Mapped[str] = mapped_column(String(60), primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    provider: Mapped[str] = mapped_column(String(10))
    area: Mapped[str] = mapped_column(ForeignKey("areas.id"), index=True)
    office: Mapped[str | None] = mapped_column(ForeignKey("offices.id"), index=True)
    code: Mapped[str | None] = mapped_column(String(10))  # as in nDelius
    topics: Mapped[str | None] = mapped_column(String(300))  # what it does, with | between them


class Number(Fact, Base):
    """A telephone number and when somebody last checked it."""

    __tablename__ = "numbers"

    id: Mapped[int] = mapped_column(primary_key=True)
    e164: Mapped[str] = mapped_column(String(16), unique=True)
    purpose: Mapped[str | None] = mapped_column(String(200))  # "switchboard", "duty line"
    verified_on: Mapped[date | None]
    review_days: Mapped[int]  # how long a check holds


class Post(Fact, Base):
    """Somebody to ask for: a role of a provider at an office, or (office null) for a whole area.

    With a team it is that team's; a lead with a topic leads on that topic.
    """

    __tablename__ = "posts"
    __table_args__ = (one_of("provider", ONE_PROVIDER), one_of("role", Role), one_of("topic", Topic))

    id: Mapped[int] = mapped_column(primary_key=True)
    area: Mapped[str] = mapped_column(ForeignKey("areas.id"), index=True)
    office: Mapped[str | None] = mapped_column(ForeignKey("offices.id"), index=True)
    provider: Mapped[str | None] = mapped_column(String(10))
    role: Mapped[str] = mapped_column(String(30))
    team: Mapped[str | None] = mapped_column(ForeignKey("teams.id"), index=True)
    topic: Mapped[str | None] = mapped_column(String(30))
    ask_for: Mapped[str] = mapped_column(String(300))
    number: Mapped[int | None] = mapped_column(ForeignKey("numbers.id"), index=True)
    extension: Mapped[str | None] = mapped_column(String(10))
    hours: Mapped[str | None] = mapped_column(String(200))  # where they are not those of the office
    name: Mapped[str | None] = mapped_column(String(200))


class Email(Fact, Base):
    """An address of a provider, for work and never for a person's details; the old ones redirect."""

    __tablename__ = "emails"
    __table_args__ = (one_of("provider", ONE_PROVIDER),)

    id: Mapped[int] = mapped_column(primary_key=True)
    address: Mapped[str] = mapped_column(String(254))
    area: Mapped[str] = mapped_column(ForeignKey("areas.id"), index=True)
    office: Mapped[str | None] = mapped_column(ForeignKey("offices.id"), index=True)
    provider: Mapped[str] = mapped_column(String(10))
    purpose: Mapped[str] = mapped_column(String(200))
    redirects_to: Mapped[str | None] = mapped_column(String(254))
    redirects_until: Mapped[date | None]  # the first day on which it no longer does


class SecureDomain(Fact, Base):
    """Whether a provider took mail to a domain, and all below it, to be secure for criminal justice."""

    __tablename__ = "secure_domains"

    id: Mapped[int] = mapped_column(primary_key=True)
    domain: Mapped[str] = mapped_column(String(253))
    provider: Mapped[str] = mapped_column(ForeignKey("providers.code"), index=True)
    accepted: Mapped[bool]


class SuspectNumber(Base):
    """A number that somebody has said is wrong, until its keeper confirms it."""

    __tablename__ = "suspect_numbers"
    __table_args__ = (one_of("because", SUSPICIONS),)

    number: Mapped[int] = mapped_column(ForeignKey("numbers.id", ondelete="CASCADE"), primary_key=True)
    because: Mapped[str] = mapped_column(String(20))
    since: Mapped[date]
