"""Who is told about a request for information: whoever asked, the agency's people, the asker's managers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, or_
from sqlalchemy.ext.asyncio import AsyncConnection

from directory.accounts.keepers import reachable
from directory.call_backs.reach import to_account
from directory.overview.overviews import STAFF
from directory.tables import Account
from routing.call_backs.request import office_of
from routing.information.machine import To
from routing.information.request import InformationRequest
from routing.moments import day_in_london
from routing.snapshot import PostKey, Snapshot
from routing.vocabulary import Provider, Role, Standing

_MOST_OF_AN_AGENCY = 20  # where it has nobody who coordinates


@dataclass(frozen=True, slots=True)
class Reach:
    """Looks up whom a message can be brought to at one moment."""

    connection: AsyncConnection
    snapshot: Snapshot
    at: datetime

    async def recipients(self, to: To, request: InformationRequest, asked_by: str | None) -> list[str]:
        """Where it goes; nowhere where nobody can be reached. An asker without an account is stood in for."""
        match to:
            case To.AGENCY:
                return await self._of_agency(request)
            case To.ASKER:
                return [to_account(asked_by)] if asked_by else await self._managers(request)
            case To.MANAGERS:
                return await self._managers(request)

    async def _of_agency(self, request: InformationRequest) -> list[str]:
        """Its coordinators in the area; where it has none, its people there."""
        ours = self._accounts().where(
            Account.agency == request.agency,
            Account.standing == Standing.PARTNER,
            or_(Account.area.is_(None), Account.area == request.area),
        )
        coordinators = await self._found(ours.where(Account.coordinator.is_(True)))
        return coordinators or await self._found(ours.limit(_MOST_OF_AN_AGENCY))

    async def _managers(self, request: InformationRequest) -> list[str]:
        return await self.managers(request.area, request.office, request.provider)

    async def managers(self, area: str, office: str | None, provider: Provider | None) -> list[str]:
        """The SPO who is on at an office, else the duty SPO, else whoever keeps the area."""
        for person in self._in_order(area, office, provider):
            staff = self._accounts().where(Account.person == person, Account.standing.in_(STAFF))
            if found := await self._found(staff):
                return found
        admins = self._accounts().where(
            Account.standing == Standing.ADMIN, or_(Account.area.is_(None), Account.area == area)
        )
        return await self._found(admins)

    def _in_order(self, area: str, office: str | None, provider: Provider | None) -> Iterator[str]:
        for role in (Role.SPO, Role.DUTY_SPO):
            post = PostKey(area, office_of(role, office), provider, role)
            if person := self.snapshot.rota.who_is_on(post, self.at):
                yield person.id

    def _accounts(self) -> Select[Any]:
        return reachable(Account.id, on=day_in_london(self.at)).order_by(Account.id)

    async def _found(self, statement: Select[Any]) -> list[str]:
        return [to_account(account) for account in (await self.connection.execute(statement)).scalars()]
