"""The ids that the directory holds, and a file may name."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from directory.exchange.cells.cell import Known, KnownOffice
from directory.tables import Agency, Base, Office, Person, ProbationProvider, Programme, SecureDomain, Team

_SECURE = select(SecureDomain.domain).where(SecureDomain.accepted)


async def known_ids(connection: AsyncConnection) -> Known:
    """The ids that a file may name."""
    areas = await connection.execute(select(Base.metadata.tables["areas"].c.id))
    offices = await connection.execute(select(Office.id, Office.area, Office.kind))
    providers = await connection.execute(select(ProbationProvider.code, ProbationProvider.kind))
    return Known(
        areas=frozenset(areas.scalars()),
        offices={at: KnownOffice(area, kind) for at, area, kind in offices},
        people=frozenset((await connection.execute(select(Person.id))).scalars()),
        providers={row.code: row.kind for row in providers},
        teams=frozenset((await connection.execute(select(Team.id))).scalars()),
        agencies=frozenset((await connection.execute(select(Agency.id))).scalars()),
        programmes=frozenset((await connection.execute(select(Programme.id))).scalars()),
        secure_domains=frozenset((await connection.execute(_SECURE)).scalars()),
    )
