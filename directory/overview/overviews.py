"""Who oversees what, and the figures that they see: read from the database, made in routing/overview."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Row, or_, select, true
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.accounts.standing import Identity
from directory.overview.enquiry_counts import count_rows, counts_in
from directory.pictures.pictures import Pictures
from directory.storage.database import database_errors, reading, table
from directory.storage.moments import as_kept, as_read
from directory.tables import CallBackNote, CallBackRequest, InformationAsked
from routing.call_backs.news import Noted
from routing.call_backs.request import Because, Outcome, State
from routing.information.access import Viewer
from routing.information.request import Ending, InformationKind, Progress
from routing.overview.history import CallBack, Event, Information
from routing.overview.overview import Overview, overview
from routing.overview.scope import Scope, scopes_of
from routing.rota.shifts import Person, Span
from routing.snapshot import PostKey, Snapshot
from routing.vocabulary import Provider, Role, Standing, Topic

Rows = Sequence[Row[Any]]
_NEAR = timedelta(days=31)  # whoever has a shift on a post so near to now holds it
STAFF = (Standing.OFFICER, Standing.ADMIN)
_CALLS, _NOTES, _ASKED = table(CallBackRequest), table(CallBackNote), table(InformationAsked)


class OnRota(NamedTuple):
    """Somebody of the staff, and the posts that they hold on the rota around now."""

    person: Person
    posts: frozenset[PostKey]


@dataclass(frozen=True, slots=True)
class Overviews:
    """What a directory gives to whoever oversees it. `pictures` give it as it is, `clock` aware moments.

    `overview` raises DatabaseError; the others read the picture alone.
    """

    engine: AsyncEngine
    pictures: Callable[[], Pictures]
    clock: Callable[[], datetime]

    def viewer(self, who: Identity) -> Viewer | None:
        """Somebody with what they oversee now; None for who has no account."""
        now = self.clock()
        return viewer(who, self.pictures().of(now), now)

    def is_for(self, who: Identity) -> bool:
        """Whether somebody oversees anything now."""
        found = self.viewer(who)
        return bool(found and found.oversees)

    def on_rota(self, who: Identity) -> OnRota | None:
        """Who of the staff on the rota somebody is, with their posts."""
        now = self.clock()
        return on_rota(who, self.pictures().of(now), now)

    async def overview(self, scopes: Sequence[Scope], span: Span) -> Overview:
        """The figures of a period for whoever oversees these scopes."""
        with database_errors(self.engine):
            async with reading(self.engine) as connection:
                return await read_overview(connection, scopes, span, self.clock())


def on_rota(who: Identity, snapshot: Snapshot, at: datetime) -> OnRota | None:
    """Who of the staff on the rota somebody is; None for anybody else."""
    person = snapshot.rota.people.get(who.person or "")
    if person is None or who.standing not in STAFF:
        return None
    return OnRota(person, snapshot.rota.posts_of(person.id, Span(at - _NEAR, at + _NEAR)))


def viewer(who: Identity, snapshot: Snapshot, at: datetime) -> Viewer | None:
    """Somebody with what they oversee at this moment; None for who has no account."""
    if who.account is None:
        return None
    found = on_rota(who, snapshot, at)
    posts = found.posts if found else ()
    return Viewer(who.account, who.standing, who.agency, scopes_of(who.standing, who.area, posts))


async def read_overview(
    connection: AsyncConnection, scopes: Sequence[Scope], span: Span, at: datetime
) -> Overview:
    """The figures of a period for whoever oversees these scopes; `at` is now."""
    calls, notes = await _call_rows(connection, scopes, span)
    information = await _information_rows(connection, scopes, span)
    enquiries = await count_rows(connection, _areas_of(scopes), span)

    def figures() -> Overview:
        return overview(
            _calls(calls, notes), map(_asked, information), counts_in(enquiries), scopes, span, at
        )

    return await asyncio.to_thread(figures)  # of a great many it takes a second, and answers do not wait


async def _call_rows(connection: AsyncConnection, scopes: Sequence[Scope], span: Span) -> tuple[Rows, Rows]:
    """What is open, what was asked in the period, and what happened in it to something older; their notes."""
    begins, ends = as_kept(span.begins), as_kept(span.ends)
    happened = select(_NOTES.c.handover).where(_NOTES.c.at >= begins, _NOTES.c.at < ends)
    concerned = or_(_CALLS.c.due_at.is_not(None), _CALLS.c.asked_at >= begins, _CALLS.c.id.in_(happened))
    found = select(_CALLS).where(concerned, _in_areas(_CALLS.c.area, scopes))
    theirs = _NOTES.c.handover.in_(found.with_only_columns(_CALLS.c.id))
    notes = select(_NOTES).where(theirs).order_by(_NOTES.c.id)
    return (await connection.execute(found)).all(), (await connection.execute(notes)).all()


async def _information_rows(connection: AsyncConnection, scopes: Sequence[Scope], span: Span) -> Rows:
    """What is open, and what was asked in the period."""
    concerned = or_(_ASKED.c.due_at.is_not(None), _ASKED.c.asked_at >= as_kept(span.begins))
    found = select(_ASKED).where(concerned, _in_areas(_ASKED.c.area, scopes))
    return (await connection.execute(found)).all()


def _calls(rows: Rows, notes: Rows) -> Iterator[CallBack]:
    history: dict[int, list[Event]] = defaultdict(list)
    for note in notes:
        history[note.handover].append(_event(note))
    for row in rows:
        yield CallBack(
            area=row.area,
            office=row.office,
            provider=Provider(row.provider),
            topic=Topic(row.topic) if row.topic else None,
            state=State(row.state),
            outcome=Outcome(row.outcome) if row.outcome else None,
            asked_at=as_read(row.asked_at),
            history=tuple(history[row.id]),
        )


def _event(note: Row[Any]) -> Event:
    return Event(
        what=Noted(note.what),
        at=as_read(note.at),
        role=Role(note.role) if note.role else None,
        provider=Provider(note.provider),
        because=Because(note.because) if note.because else None,
    )


def _asked(row: Row[Any]) -> Information:
    return Information(
        area=row.area,
        office=row.office,
        provider=Provider(row.provider),
        agency=row.agency,
        kind=InformationKind(row.kind),
        asked_at=as_read(row.asked_at),
        wanted_by=as_read(row.wanted_by),
        progress=Progress(row.progress),
        ending=Ending(row.ending) if row.ending else None,
        answered_at=as_read(row.answered_at) if row.answered_at else None,
    )


def _in_areas(column: ColumnElement[str], scopes: Sequence[Scope]) -> ColumnElement[bool]:
    """Only rows of areas that somebody oversees are read; routing does the rest."""
    areas = _areas_of(scopes)
    return true() if areas is None else column.in_(areas)


def _areas_of(scopes: Sequence[Scope]) -> list[str] | None:
    """The areas that any of these scopes lies in; None for all."""
    areas = {scope.area for scope in scopes}
    return None if None in areas else sorted(area for area in areas if area)
