"""The rota in words for its keeper: who is on, who is next, where is a gap, and every row with its number."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlalchemy import RowMapping, select
from sqlalchemy.ext.asyncio import AsyncConnection

from directory.errors import DirectoryError
from directory.exchange.formats.ical import post_text
from directory.rota.rota import post_of
from directory.storage.database import table
from directory.tables import RotaEntry
from routing.hours import LONDON
from routing.rota.shifts import Person, Span
from routing.snapshot import PostKey, Snapshot

_ENTRIES = table(RotaEntry)
_AHEAD = timedelta(days=92)


class UnknownPostError(DirectoryError):
    """Nothing of this name has a rota."""


def posts_of(
    snapshot: Snapshot, *, area: str | None = None, office: str | None = None, post: str | None = None
) -> list[PostKey]:
    """The posts that a rota is kept for: all, of an area, of an office, or one. Raises UnknownPostError."""
    kept = sorted(snapshot.rota.kept_since, key=post_text)
    found = [
        one
        for one in kept
        if area in (None, one[0]) and office in (None, one[1]) and post in (None, post_text(one))
    ]
    if not found:
        asked = " ".join(part for part in (area, office, post) if part) or "any post"
        listed = ", ".join(post_text(one) for one in kept) or "no post yet"
        raise UnknownPostError(f"No rota is kept for {asked}: there is one for {listed}.")
    return found


def who_is_on(snapshot: Snapshot, post: PostKey, at: datetime) -> str:
    """Who is on at this moment and until when, and who is next: one line."""
    rota = snapshot.rota
    now = next(rota.spells(post, Span(at, at + _AHEAD)))
    on = f"{_called(now.person)} until {said(now.span.ends)}" if now.person else "nobody"
    coming = rota.who_next(post, at)
    following = (
        f"{_called(coming.person)} from {said(coming.span.begins)} to {said(coming.span.ends)}"
        if coming and coming.person
        else "nobody within three months"
    )
    return f"{post_text(post)}: {on}; next {following}."


def gaps(snapshot: Snapshot, post: PostKey, whole: Span) -> Iterator[str]:
    """Each time in its hours in which nobody is on, one a line."""
    place = snapshot.offices[post.office] if post.office else snapshot.areas[post.area]
    for gap in snapshot.rota.gaps(post, place.hours, whole):
        yield f"{post_text(post)}: nobody from {said(gap.begins)} to {said(gap.ends)}."


async def rows_of(
    connection: AsyncConnection, posts: list[PostKey] | None, person: str | None
) -> Iterator[str]:
    """Every row with its number: of some posts (None: all), of one person (None: all)."""
    found = (await connection.execute(select(_ENTRIES).order_by(_ENTRIES.c.id))).mappings()
    wanted = None if posts is None else {post_text(post) for post in posts}
    return (
        _row(row)
        for row in found.all()
        if (wanted is None or not row["role"] or _post(row) in wanted)
        and person in (None, row["person"], row["other"])
    )


def said(moment: datetime) -> str:
    """A moment as it is on the wall in London."""
    local = moment.astimezone(LONDON)
    return f"{local:%a} {local.day} {local:%b %Y %H:%M}"


def _called(person: Person | None) -> str:
    return f"{person.name} ({person.id})" if person else "nobody"


def _row(row: RowMapping) -> str:
    where = _post(row) if row["role"] else "every post"
    who = f"{row['person']} for {row['other']}" if row["kind"] == "cover" else row["person"]
    who = f"{row['person']} and {row['other']}" if row["kind"] == "swap" else who
    if row["kind"] == "weekly":
        until = f" until {row['valid_to']}" if row["valid_to"] else ""
        holidays = ", also on bank holidays" if row["on_bank_holidays"] else ""
        when = f"{row['days']} {row['starts']}-{row['ends']} from {row['valid_from']}{until}{holidays}"
    else:
        when = f"{row['starts'].replace('T', ' ')} to {row['ends'].replace('T', ' ')}"
    sample = " (sample)" if row["sample"] else ""
    return f"{row['id']:>6}  {row['kind']:<8} {where}  {who}  {when}{sample}"


def _post(row: RowMapping) -> str:
    return post_text(post_of(row))
