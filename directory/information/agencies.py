"""The agencies that something can be asked of."""

from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncEngine

from directory.storage.database import database_errors, reading
from directory.tables import Agency
from routing.information.request import ASKED_AGENCIES


class AskedAgency(NamedTuple):
    """An agency that something can be asked of."""

    id: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Agencies:
    """Those of a directory. Each method raises DatabaseError."""

    engine: AsyncEngine

    async def asked_in(self, area: str) -> list[AskedAgency]:
        """The agencies of an area and of all areas, by name."""
        found = (
            select(Agency.id, Agency.name, Agency.kind)
            .where(or_(Agency.area.is_(None), Agency.area == area), Agency.revoked.is_(False))
            .where(Agency.kind.in_(ASKED_AGENCIES))
            .order_by(Agency.name)
        )
        with database_errors(self.engine):
            async with reading(self.engine) as connection:
                return [AskedAgency(*row) for row in await connection.execute(found)]

    async def names(self) -> dict[str, str]:
        """The names of all agencies, by id."""
        with database_errors(self.engine):
            async with reading(self.engine) as connection:
                return {row.id: row.name for row in await connection.execute(select(Agency.id, Agency.name))}
