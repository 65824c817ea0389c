"""Agencies and people of the tests, all made up."""

from datetime import date

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.accounts import invitations
from directory.accounts.binding import Person
from directory.accounts.invitations import Offer
from directory.storage.database import table, writing
from directory.tables import Agency
from routing.policy import Policies
from routing.vocabulary import Standing
from tests.directory.acts import ACT

TODAY = date(2014, 7, 8)
LIMITS = Policies.bundled().limits
POLICE, COUNCIL, PROBATION = "sample-police", "sample-council", "sample-probation"
SOMEBODY, SOMEBODY_ELSE = Person("telegram", 7001), Person("telegram", 7002)
PARTNER = Offer(POLICE, Standing.PARTNER, "west-mercia")
_FACT = {"source": "sample", "assumed": False, "sample": True, "revoked": False, "area": "west-mercia"}


async def add_agencies(connection: AsyncConnection) -> None:
    """A police force and a council with mail of their own, and probation."""
    rows: list[dict[str, str | None]] = [
        {"id": POLICE, "kind": "police", "domain": "westmercia.pnn.police.uk"},
        {"id": COUNCIL, "kind": "council", "domain": "sample.gcsx.gov.uk"},
        {"id": PROBATION, "kind": "probation", "domain": None},
    ]
    await connection.execute(insert(table(Agency)), [{**_FACT, **row, "name": row["id"]} for row in rows])


async def invited(engine: AsyncEngine, offer: Offer = PARTNER) -> str:
    """The token of an invitation, issued at the command line."""
    async with writing(engine) as connection:
        return await invitations.issue(connection, offer, ACT, LIMITS.invitation_days)
