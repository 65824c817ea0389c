"""Who can be reached about some requests: the accounts behind the rota, the managers, the duty groups."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from directory.accounts.keepers import reachable
from directory.tables import Account, DutyGroup
from routing.call_backs.news import News, To
from routing.call_backs.request import Request
from routing.call_backs.staffing import Staffing, posts_of
from routing.moments import day_in_london
from routing.snapshot import PostKey, Snapshot
from routing.vocabulary import Provider, Standing


@dataclass(frozen=True, slots=True)
class Reach:
    """Recipients: accounts by who they are on the rota, accounts of managers by area, groups by office."""

    accounts: Mapping[str, str]
    managers: Mapping[str | None, tuple[str, ...]]  # None: of every area
    groups: Collection[tuple[str, str]]

    def recipients(self, news: News, request: Request, asker: str | None) -> Iterator[str]:
        """Where a piece of news goes; nowhere where nobody can be reached."""
        match news.to:
            case To.ASKER if asker and request.reception is None:  # a desk sees its callers' on its board
                yield to_account(asker)
            case To.TAKER if news.account:
                yield to_account(news.account)
            case To.PERSON if news.person and news.person in self.accounts:
                yield to_account(self.accounts[news.person])
            case To.GROUP if request.office and (request.office, request.provider) in self.groups:
                yield to_group(request.office, request.provider)
            case To.MANAGERS:
                found = (*self.managers.get(request.area, ()), *self.managers.get(None, ()))
                yield from map(to_account, found)


def to_account(account: str) -> str:
    """The recipient that an account is."""
    return f"account {account}"


def to_group(office: str, provider: str) -> str:
    """The recipient that a duty group is."""
    return f"group {office} {provider}"


async def look_around(
    connection: AsyncConnection, snapshot: Snapshot, at: datetime, requests: Collection[Request]
) -> tuple[Staffing, Reach]:
    """Who is on for these requests now, and who of them can be reached."""
    today = day_in_london(at)
    on = _on_now(snapshot, at, requests)
    found = await connection.execute(reachable(Account.person, Account.id, on=today).where(
        Account.person.in_(on), Account.standing.in_((Standing.OFFICER, Standing.ADMIN))))  # fmt: skip
    accounts = {row.person: row.id for row in found}
    admins = reachable(Account.area, Account.id, on=today).where(Account.standing == Standing.ADMIN)
    managers: dict[str | None, tuple[str, ...]] = defaultdict(tuple)
    for row in await connection.execute(admins.order_by(Account.id)):
        managers[row.area] += (row.id,)
    offices = {request.office for request in requests if request.office}
    groups = await connection.execute(
        select(DutyGroup.office, DutyGroup.provider).where(DutyGroup.office.in_(offices))
    )
    managed = set(snapshot.areas) if None in managers else {area for area in managers if area}
    staffing = Staffing(snapshot, at, accounts.keys(), managed)
    return staffing, Reach(accounts, managers, {(row.office, row.provider) for row in groups})


def _on_now(snapshot: Snapshot, at: datetime, requests: Collection[Request]) -> set[str]:
    """Everybody on the rota on whom one of these may come now, of either provider."""
    posts: set[PostKey] = set()
    for request in {(one.area, one.office): one for one in requests}.values():
        for provider in (Provider.NPS, Provider.CRC):
            posts.update(posts_of(replace(request, provider=provider)))
    people = (snapshot.rota.who_is_on(post, at) for post in posts)
    return {person.id for person in people if person}
