"""What all tables share: how constraints are named, and where a fact comes from."""

from datetime import date
from enum import StrEnum

from sqlalchemy import CheckConstraint, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from routing.vocabulary import Provider

MOMENT = String(32)  # in UTC, as a text, so that moments are in order as texts too
ONE_PROVIDER = (Provider.NPS, Provider.CRC)
# Of what a button names by its number: SQLite alone would give that of a deleted row to another.
NUMBERS_ARE_NOT_REUSED = {"sqlite_autoincrement": True}


def one_of(column: str, values: tuple[str, ...] | type[StrEnum]) -> CheckConstraint:
    """That a column holds one of these words, where it holds any."""
    allowed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({allowed})", name=f"{column}_known")


class Base(DeclarativeBase):
    """Constraints are named by rule, so that migrations can name them too."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Sourced:
    """Where a row comes from and how far to trust it."""

    source: Mapped[str] = mapped_column(String(300))
    assumed: Mapped[bool]  # no source says so; it is our assumption
    sample: Mapped[bool]  # made up for a demonstration


class Fact(Sourced):
    """A row that holds from a day on, and until another; for ever where nothing is said."""

    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]  # the first day on which it no longer holds
