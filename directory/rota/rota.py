"""The rota in the database, read into routing's own."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from directory.storage.database import table
from directory.tables import Person, RotaEntry, RotaPost
from routing.hours import LONDON
from routing.moments import on_the_wall
from routing.rota import shifts
from routing.rota.rota import Rota
from routing.snapshot import PostKey
from routing.vocabulary import Provider, Role

Row = Mapping[Any, Any]  # the values of a row by the names of its columns
_LONG_AGO, _FAR_AWAY = datetime(1900, 1, 1, tzinfo=UTC), datetime(2900, 1, 1, tzinfo=UTC)
WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_PEOPLE, _ENTRIES, _POSTS = table(Person), table(RotaEntry), table(RotaPost)


async def load_rota(connection: AsyncConnection, bank_holidays: frozenset[date]) -> Rota:
    """The rota as it is on this connection; empty where none is kept."""
    posts = (await connection.execute(select(_POSTS))).mappings().all()
    if not posts:
        return Rota()
    people = (await connection.execute(select(_PEOPLE))).mappings().all()
    entries = (await connection.execute(select(_ENTRIES))).mappings()
    return rota_of(people, entries, posts, bank_holidays)


def rota_of(
    people: Sequence[Row], entries: Iterable[Row], posts: Iterable[Row], bank_holidays: frozenset[date]
) -> Rota:
    """The rota of rows as the tables have them."""
    return Rota.of(
        [person_of(row) for row in people],
        [*(entry_of(row) for row in entries), *(away for row in people for away in _not_there(row))],
        bank_holidays,
        {post_of(row): on_the_wall(row["since"], time.min) for row in posts},
    )


def person_of(row: Row) -> shifts.Person:
    """A row as somebody on the rota."""
    return shifts.Person(
        id=row["id"],
        name=row["name"],
        provider=Provider(row["provider"]),
        area=row["area"],
        office=row["office"],
        number=row["number"],
        sample=row["sample"],
    )


def _not_there(row: Row) -> Iterator[shifts.Absence]:
    """Whoever has not come yet, or has left, is away."""
    begins, ends = row["valid_from"], row["valid_to"]
    if begins:
        yield shifts.Absence(0, row["id"], shifts.Span(_LONG_AGO, on_the_wall(begins, time.min)))
    if ends:
        yield shifts.Absence(0, row["id"], shifts.Span(on_the_wall(ends, time.min), _FAR_AWAY))


def post_of(row: Row) -> PostKey:
    """The post that a row is about."""
    provider = Provider(row["provider"]) if row["provider"] else None
    return PostKey(row["area"], row["office"], provider, Role(row["role"]), row["team"])


def moment_of(text: str) -> datetime:
    """A moment as it is kept: by the clock on the wall in London unless it says its offset."""
    moment = datetime.fromisoformat(text)
    return (moment if moment.tzinfo else moment.replace(tzinfo=LONDON)).astimezone(UTC)


def days_of(text: str) -> frozenset[int]:
    """Weekdays, Monday 0, of "Mo-Fr" or "Mo,We". Raises ValueError."""
    found: set[int] = set()
    for piece in text.split(","):
        first, _, last = piece.strip().partition("-")
        start, end = WEEKDAYS.index(first), WEEKDAYS.index(last or first)
        found.update(day % 7 for day in range(start, end + 1 + (7 if end < start else 0)))
    return frozenset(found)


Entry = shifts.WeeklyShift | shifts.SingleShift | shifts.Absence | shifts.Cover | shifts.Swap


def entry_of(row: Row) -> Entry:
    """A row as an entry of the rota."""
    if row["kind"] == "weekly":
        return shifts.WeeklyShift(
            id=row["id"],
            post=post_of(row),
            person=row["person"],
            days=days_of(row["days"]),
            starts=time.fromisoformat(row["starts"]),
            ends=time.fromisoformat(row["ends"]),
            valid_from=row["valid_from"],
            valid_to=row["valid_to"],
            on_bank_holidays=row["on_bank_holidays"],
        )
    span = shifts.Span(moment_of(row["starts"]), moment_of(row["ends"]))
    post = post_of(row) if row["role"] else None
    if row["kind"] == "absence":
        return shifts.Absence(row["id"], row["person"], span)
    if row["kind"] == "cover":
        return shifts.Cover(row["id"], row["person"], row["other"], span, post)
    if row["kind"] == "swap":
        return shifts.Swap(row["id"], row["person"], row["other"], span, post)
    return shifts.SingleShift(row["id"], post_of(row), row["person"], span)
