"""A keeper changes the rota while the service runs: all edits of a draft as one change, or none of them."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.accounts.standing import Identity
from directory.audit.audit import Act
from directory.errors import DirectoryError
from directory.exchange.kind import Values
from directory.exchange.rows.known import known_ids
from directory.pictures.pictures import Pictures
from directory.pictures.watching import read_anew
from directory.proof.guard import HolesError, no_new_holes
from directory.proof.proving import Proving
from directory.rota.draft import Edit, RowChanges, Rows, changes_between, played
from directory.rota.edits import change_rows, load_rows
from directory.rota.rota import Row, post_of, rota_of
from directory.storage.aside import aside
from directory.storage.database import database_errors, directory_version, reading, table, writing
from directory.tables import AuditHead, AuditRow, Person, RotaPost
from routing.moments import day_in_london
from routing.rota.rota import Rota
from routing.snapshot import PostKey, Snapshot

WEB = "web"
_PEOPLE, _POSTS = table(Person), table(RotaPost)
_AFTER_ALL_OTHERS = 1_000_000_000  # a row that is not stored yet will have the highest number


class NotYoursError(DirectoryError):
    """A change of the rota of an area that somebody else keeps."""


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """A change of the rota by somebody: what was done, to which row (None: an import), when, by whom."""

    at: str
    who: str
    does: str
    row: int | None


class ChangedMeanwhileError(DirectoryError):
    """Somebody else has changed the rota since the draft was begun."""

    def __init__(self, changes: Sequence[Meanwhile]) -> None:
        super().__init__("The rota has been changed meanwhile.")
        self.changes = tuple(changes)


@dataclass(frozen=True, slots=True)
class RotaSheet:
    """The rota of an area (None: of all) at one moment: its rows, its people, the posts that it is kept for.

    `seen` is the newest row of the audit then, by which it is told what happened since.
    """

    rows: Rows
    people: Mapping[str, Row]
    posts: Sequence[Row]
    seen: int
    version: int

    def rota(self, rows: Rows, picture: Snapshot) -> Rota:
        """The rota of these rows: those of the sheet, or what a draft makes of them."""
        entries = (
            {**values, "id": number if number > 0 else _AFTER_ALL_OTHERS - number}
            for number, values in rows.items()
        )
        return rota_of(list(self.people.values()), entries, self.posts, picture.bank_holidays)

    def kept_posts(self) -> list[PostKey]:
        """The posts that a rota is kept for."""
        return [post_of(row) for row in self.posts]


def row_of(number: int) -> int:
    """The number of a row of which `RotaSheet.rota` made an entry of this number."""
    return number if number < _AFTER_ALL_OTHERS else _AFTER_ALL_OTHERS - number


@dataclass(frozen=True, slots=True)
class RotaKeeping:
    """One for an open directory. All raise DirectoryError."""

    engine: AsyncEngine
    pictures: Callable[[], Pictures]
    proving: Proving
    clock: Callable[[], datetime]

    async def sheet(self, area: str) -> RotaSheet:
        """The rota of an area as it is committed now."""
        with database_errors(self.engine):
            async with reading(self.engine) as connection:
                return await _sheet(connection, area)

    async def changed_since(self, seen: int, area: str) -> list[Meanwhile]:
        """What has happened to the rota of an area since a sheet was read."""
        with database_errors(self.engine):
            async with reading(self.engine) as connection:
                return await _changed_since(connection, seen, area)

    async def save(
        self, who: Identity, area: str, edits: Sequence[Edit], seen: int, *, force: bool = False
    ) -> int:
        """Make the edits of a draft that was begun on what was `seen`: how many rows that touched.

        Raises ChangedMeanwhileError, NotYoursError, HolesError (unless forced), EditRefusedError and
        RowGoneError. It is proved before the lock is taken, so that nobody waits for that; only where
        the directory has changed by then, it is proved again.
        """
        with database_errors(self.engine):
            async with reading(self.engine) as connection:
                await _refuse_what_is_late(connection, seen, area)
                sheet, known = await _sheet(connection, None), await known_ids(connection)
            after = played(sheet.rows, edits, known)
            changes = changes_between(sheet.rows, after)
            _refuse_what_is_not_theirs(who, sheet, changes)
            if not force:
                await self._refuse_holes(sheet, after)
            async with writing(self.engine) as connection:
                await _refuse_what_is_late(connection, seen, area)
                proved = force or await directory_version(connection) == sheet.version
                guard = partial(no_new_holes, today=self._today(), force=proved, asked=self.proving.asked)
                await change_rows(connection, changes, Act(who.account or "", WEB, self.clock()), guard)
        return len(changes.rows)

    async def _refuse_holes(self, sheet: RotaSheet, after: Rows) -> None:
        pictures = self.pictures()
        if pictures.version != sheet.version:  # as in the second after a change
            pictures = await aside(self.engine, read_anew)
        today = self._today()
        picture = pictures.at(today)
        before = sheet.rota(sheet.rows, picture)
        holes = await self.proving.opened_by(pictures, before, sheet.rota(after, picture), today)
        if holes:
            raise HolesError(holes)

    def _today(self) -> date:
        return day_in_london(self.clock())


def _areas_of(values: Values, people: Mapping[str, Row]) -> set[str | None]:
    """What a row is about: the area of its post, or those of its people where it is for every post."""
    if values["area"]:
        return {values["area"]}
    concerned = (people.get(values[name]) for name in ("person", "other") if values[name])
    return {person["area"] if person else None for person in concerned}


def _refuse_what_is_not_theirs(who: Identity, sheet: RotaSheet, changes: RowChanges) -> None:
    was = [sheet.rows[number] for number in changes.changed]
    for values in (*changes.rows, *was):
        if who.area is not None and _areas_of(values, sheet.people) != {who.area}:
            raise NotYoursError("That would change the rota of an area that somebody else keeps.")


async def _refuse_what_is_late(connection: AsyncConnection, seen: int, area: str) -> None:
    if changes := await _changed_since(connection, seen, area):
        raise ChangedMeanwhileError(changes)


async def _changed_since(connection: AsyncConnection, seen: int, area: str) -> list[Meanwhile]:
    """What the audit says of the rota since then; what names no area may be about any."""
    columns = (AuditRow.at, AuditRow.who, AuditRow.action, AuditRow.subject, AuditRow.details)
    about = or_(AuditRow.subject.in_(("rota", "people")), AuditRow.subject.like("rota %"))
    found = await connection.execute(
        select(*columns).where(AuditRow.number > seen, about).order_by(AuditRow.number)
    )
    return [
        Meanwhile(at, who, does, int(number) if number else None)
        for at, who, does, subject, details in found
        if json.loads(details).get("area") in (None, area)
        for number in [subject.partition(" ")[2]]
    ]


async def _sheet(connection: AsyncConnection, area: str | None) -> RotaSheet:
    rows = await load_rows(connection, area)
    people, posts = select(_PEOPLE), select(_POSTS)
    if area is not None:
        from_elsewhere = {values[name] for values in rows.values() for name in ("person", "other")}
        people = people.where(or_(_PEOPLE.c.area == area, _PEOPLE.c.id.in_(from_elsewhere - {None})))
        posts = posts.where(_POSTS.c.area == area)
    found = (await connection.execute(people.order_by(_PEOPLE.c.name))).mappings()
    return RotaSheet(
        rows=rows,
        people={row["id"]: row for row in found},
        posts=(await connection.execute(posts)).mappings().all(),
        seen=(await connection.execute(select(AuditHead.number))).scalar_one(),
        version=await directory_version(connection),
    )
