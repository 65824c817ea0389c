"""Addresses at which calendar programs read a rota. They send no sign of who they are: the address is one.

Each belongs to an account, whose standing is looked up at each reading: a feed shows no more than its
account may see at that moment, and nothing once that holds no longer.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.accounts.standing import Feed, Identity, WhoAsks
from directory.accounts.tokens import new_token, token_hash
from directory.audit import audit
from directory.errors import DirectoryError
from directory.exchange.formats.ical import Shows, post_text, posts_of_office, posts_with_rota
from directory.storage.database import database_errors, reading, table, writing
from directory.storage.moments import as_kept
from directory.tables import Account, CalendarFeed
from routing.disclosure import may_see_names, may_see_rota
from routing.moments import day_in_london
from routing.snapshot import PostKey, Snapshot

_TOKEN_BYTES = 32
_MOST = 10  # of one account: whoever has lost an address takes it back


class FeedError(DirectoryError):
    """There is no such feed, or it cannot be made; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Of:
    """What a feed is of: an office, a post, or (neither) the shifts of whoever has the account."""

    office: str | None = None
    post: PostKey | None = None


@dataclass(frozen=True, slots=True)
class CalendarFeeds:
    """The feeds of an open directory. All raise DatabaseError."""

    engine: AsyncEngine
    who_asks: WhoAsks
    clock: Callable[[], datetime]

    async def read_at(self, token: str) -> Feed | None:
        """What is read at an address now; None where nothing is, whatever the reason."""
        found = await self.who_asks.reading(token, day_in_london(self.clock()))
        return found if found is not None and may_see_rota(found.who.standing) else None

    async def make(self, account: str, of: Of, picture: Snapshot, channel: str) -> str:
        """The secret part of a new address, which nobody can show again. Raises FeedError."""
        with database_errors(self.engine):
            async with writing(self.engine) as connection:
                act = audit.Act(account, channel, self.clock())
                return await make(connection, account, of, picture, act)

    async def take_back(self, account: str, feed: int | None, channel: str) -> int:
        """Take back a feed of this account, or all of them; how many there were."""
        with database_errors(self.engine):
            async with writing(self.engine) as connection:
                return await take_back(connection, account, feed, audit.Act(account, channel, self.clock()))

    async def of_account(self, account: str) -> list[Any]:
        """The feeds of an account: `id`, `office`, `post` and `made_at`."""
        with database_errors(self.engine):
            async with reading(self.engine) as connection:
                return [one for one in await listed(connection) if one.account == account]


def may_see(who: Identity, area: str) -> bool:
    """Whether somebody may see the rota of this area: staff, where they work. Not who is on it."""
    return may_see_rota(who.standing) and who.area in (None, area)


def feed_shows(feed: Feed, picture: Snapshot) -> Shows | None:
    """What is read there; None where whoever has the account may not see it.

    Somebody's own shifts carry no name: the calendar is theirs, and others may keep it for them.
    """
    kept = posts_with_rota(picture)
    if feed.post is not None:
        posts, called = [one for one in kept if post_text(one) == feed.post], feed.post
    elif feed.office is not None:
        office = picture.offices.get(feed.office)
        posts, called = (posts_of_office(picture, office.id), office.name) if office else ([], "")
    else:
        return Shows(kept, "my shifts", feed.person, names=False) if feed.person else None
    seen = all(may_see(feed.who, one.area) for one in posts)
    return Shows(posts, called, names=may_see_names(feed.who.standing)) if seen else None


async def make(connection: AsyncConnection, account: str, of: Of, picture: Snapshot, act: audit.Act) -> str:
    """Keep a feed; the secret part of its address. Raises FeedError."""
    await _check(connection, account, of, picture)
    token = new_token(_TOKEN_BYTES)
    told = {"office": of.office, "post": post_text(of.post) if of.post else None}
    row = {"account": account, "token_hash": token_hash(token), "made_at": as_kept(act.at), **told}
    await connection.execute(insert(table(CalendarFeed)), [row])
    await audit.record(connection, [audit.Entry(act, "add", f"calendar of account {account}", told)])
    return token


async def take_back(
    connection: AsyncConnection, account: str | None, feed: int | None, act: audit.Act
) -> int:
    """Take back one feed or (None) all, of an account or (None) of anybody; how many there were."""
    theirs = select(CalendarFeed.id, CalendarFeed.account)
    theirs = theirs if account is None else theirs.where(CalendarFeed.account == account)
    theirs = theirs if feed is None else theirs.where(CalendarFeed.id == feed)
    found = (await connection.execute(theirs)).all()
    await connection.execute(delete(CalendarFeed).where(CalendarFeed.id.in_([row.id for row in found])))
    entries = [audit.Entry(act, "revoke", f"calendar of account {row.account}") for row in found]
    await audit.record(connection, entries)
    return len(found)


async def listed(connection: AsyncConnection) -> list[Any]:
    """All feeds, without their addresses, in the order of their accounts."""
    columns = (
        CalendarFeed.id,
        CalendarFeed.account,
        CalendarFeed.office,
        CalendarFeed.post,
        CalendarFeed.made_at,
    )
    order = (CalendarFeed.account, CalendarFeed.id)
    return list((await connection.execute(select(*columns).order_by(*order))).all())


async def _check(connection: AsyncConnection, account: str, of: Of, picture: Snapshot) -> None:
    columns = (Account.standing, Account.area, Account.person)
    row = (await connection.execute(select(*columns).where(Account.id == account))).one_or_none()
    if row is None or not may_see_rota(row.standing):
        raise FeedError(
            f"The account {account!r} is not there, or not of probation staff, who alone see rotas: "
            "`python -m directory account list` shows those there are."
        )
    if of.office is None and of.post is None and row.person is None:
        raise FeedError(
            f"The account {account} is nobody on the rota, so it has no shifts: "
            "say who it is by `import accounts`, or make a feed of an office or a post."
        )
    if of.office is not None and of.office not in picture.offices:
        raise FeedError(f"There is no office {of.office!r} in the directory: write its id, as worcester.")
    area = picture.offices[of.office].area if of.office else of.post.area if of.post else None
    if area is not None and row.area not in (None, area):
        raise FeedError(f"The account {account} is of the area {row.area}, and sees no rota of {area}.")
    made = select(CalendarFeed.id).where(CalendarFeed.account == account)
    if len((await connection.execute(made)).all()) >= _MOST:
        raise FeedError(f"The account {account} has {_MOST} feeds, the most there are: take one back first.")
