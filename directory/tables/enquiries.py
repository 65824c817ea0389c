"""How many enquiries there were, each counted by several measures that are never joined."""

from datetime import date

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from directory.tables.base import Base


class EnquiryCount(Base):
    """How often something occurred on a day among the enquiries that led to an office and a provider.

    What is empty was not known. No column points to another table: what was counted stays as it was.
    """

    __tablename__ = "enquiry_counts"

    day: Mapped[date] = mapped_column(primary_key=True)
    area: Mapped[str] = mapped_column(String(60), primary_key=True)
    office: Mapped[str] = mapped_column(String(60), primary_key=True)
    provider: Mapped[str] = mapped_column(String(10), primary_key=True)
    measure: Mapped[str] = mapped_column(String(10), primary_key=True)
    value: Mapped[str] = mapped_column(String(40), primary_key=True)
    times: Mapped[int]
