"""No change may open a hole: before it is committed, the proof is made of what it would leave."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime, time, timedelta

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from directory.errors import DirectoryError
from directory.pictures.snapshot import load_pictures
from directory.proof.holes import Hole, opened
from directory.proof.proof import AskedBefore, PicturesOf, holds_numbers, prove
from directory.rota.rota import moment_of
from directory.storage.database import table
from directory.tables import RotaEntry, RotaPost
from routing.hours import LONDON
from routing.moments import on_the_wall
from routing.policy import Policies
from routing.rota.changes import changed_posts
from routing.rota.shifts import Span
from routing.snapshot import Office, PostKey, Snapshot

DAYS_PROVED = 366
_LISTED = 20
_ENTRIES, _POSTS = table(RotaEntry), table(RotaPost)
_POST = ("area", "office", "provider", "role", "team")


class HolesError(DirectoryError):
    """A change that would leave somebody with nobody; nothing of it was done."""

    def __init__(self, holes: list[Hole]) -> None:
        lines = [said(hole) for hole in holes[:_LISTED]]
        if len(holes) > _LISTED:
            lines.append(f"and {len(holes) - _LISTED:,} more")
        lines.append(
            f"Nothing was changed: it would open {'this hole' if len(holes) == 1 else 'these holes'}. "
            "Close them in the same change, or give --force where it is meant."
        )
        super().__init__("\n".join(lines))
        self.holes = holes


def said(hole: Hole) -> str:
    """A hole in one line: when, where, which post, what is wrong and what would close it."""
    where = hole.where
    office = where.office or "the whole area"
    post = " ".join(part for part in (where.provider, where.role) if part) or "whatever is asked"
    begins, ends = (_local(moment) for moment in (hole.span.begins, hole.span.ends))
    return f"{begins} to {ends}, {where.area}, {office}, {post}: {hole.fault}; {hole.remedy}."


def _local(moment: datetime) -> str:
    return moment.astimezone(LONDON).isoformat(timespec="minutes")


def year_from(day: date, days: int = DAYS_PROVED) -> Span:
    """So many days in London."""
    return Span(on_the_wall(day, time.min), on_the_wall(day + timedelta(days=days), time.min))


@asynccontextmanager
async def no_new_holes(
    connection: AsyncConnection, today: date, force: bool = False, asked: AskedBefore | None = None
) -> AsyncIterator[None]:
    """Around a change of the directory. Raises HolesError where it would open a hole within a year."""
    before = None if force else await load_pictures(connection)
    yield
    await keep_posts(connection)
    if before is None:
        return
    year, after = year_from(today), await load_pictures(connection)
    if holes := holes_opened(before.during(year), after.during(year), year, asked):
        raise HolesError(holes)


def holes_opened(
    was: PicturesOf, is_now: PicturesOf, whole: Span, asked: AskedBefore | None = None
) -> list[Hole]:
    """The holes that are there after a change and were not before it. `asked` is as for `prove`."""
    policies, asked = Policies.bundled(), AskedBefore() if asked is None else asked
    found: list[Hole] = []
    for area in dict.fromkeys(area for _, snapshot in is_now for area in snapshot.areas):
        # Where nothing could be rung before, whatever is entered is a gain.
        if not holds_numbers(was, area) or _same(was, is_now, area):
            continue
        there = prove(is_now, policies, area, whole, named=True, asked_before=asked).holes
        if there:  # as hardly ever: only then does it matter what was there before
            found += opened(prove(was, policies, area, whole, named=True, asked_before=asked).holes, there)
    return found


def _same(before: PicturesOf, after: PicturesOf, area: str) -> bool:
    """Whether nothing that the proof of an area rests on has changed, at any time."""
    if [moment for moment, _ in before] != [moment for moment, _ in after]:
        return False
    return all(_same_then(was, is_now, area) for (_, was), (_, is_now) in zip(before, after, strict=True))


def _same_then(before: Snapshot, after: Snapshot, area: str) -> bool:
    if before.bank_holidays != after.bank_holidays or before.areas.get(area) != after.areas.get(area):
        return False
    if _offices(before, area) != _offices(after, area) or _posts(before, area) != _posts(after, area):
        return False
    return not any(post.area == area for post in changed_posts(before.rota, after.rota))


def _offices(snapshot: Snapshot, area: str) -> list[Office]:
    return [office for office in snapshot.offices.values() if office.area == area]


def _posts(snapshot: Snapshot, area: str) -> dict[PostKey, object]:
    return {key: post for key, post in snapshot.posts.items() if key[0] == area}


async def keep_posts(connection: AsyncConnection) -> None:
    """A rota is kept for a post from the day of its first shift on, even if its shifts are taken out."""
    columns = [_ENTRIES.c[name] for name in (*_POST, "kind", "starts", "valid_from")]
    first: dict[tuple[str | None, ...], date] = {}
    found = await connection.execute(select(*columns).where(_ENTRIES.c.kind.in_(("weekly", "shift"))))
    for *post, kind, starts, valid_from in found:
        since = valid_from if kind == "weekly" else moment_of(starts).astimezone(LONDON).date()
        first[tuple(post)] = min(since, first.get(tuple(post), since))
    for identity, *post, since in (await connection.execute(select(_POSTS))).all():
        if first.get(tuple(post), since) < since:
            await connection.execute(delete(_POSTS).where(_POSTS.c.id == identity))
        else:
            first.pop(tuple(post), None)
    if first:
        rows = [{**dict(zip(_POST, post, strict=True)), "since": since} for post, since in first.items()]
        await connection.execute(insert(_POSTS), rows)
