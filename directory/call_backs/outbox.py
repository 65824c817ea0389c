"""The messages that requests have caused: claimed by one replica at a time, sent in order, none lost.

A message is written in the transaction of what caused it, under a key that is never there twice. Whoever
sends it claims it first, for a while; a replica that dies with a claim leaves it to the others once that
is over. So a message comes at least once. Where a replica dies between the sending and the writing down
of it, and the channel cannot be told a key, it comes twice: then it says so itself (`again`).
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import Row, bindparam, delete, func, not_, or_, select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from directory.call_backs.recording import add_messages, message
from directory.errors import SealError
from directory.storage.database import changing, database_errors, reading, table
from directory.storage.moments import as_kept
from directory.storage.on_the_spot import OnTheSpot
from directory.tables import Account, Agency, CallBackRequest, DutyGroup, OutgoingMessage
from routing.call_backs.news import Said

if TYPE_CHECKING:
    from directory.cases.sealing import Seal

HELD_FOR = timedelta(seconds=60)
KEPT_FOR = timedelta(days=7)  # after it was sent
LONGEST_PAUSE = timedelta(seconds=15)
_OUTBOX, _CALL_BACKS = table(OutgoingMessage), table(CallBackRequest)
_OLDER = _OUTBOX.alias()
_WAITS = select(_OLDER.c.id).where(
    _OLDER.c.recipient == _OUTBOX.c.recipient, _OLDER.c.sent_at.is_(None), _OLDER.c.id < _OUTBOX.c.id
)
_ONE_WAITS = select(_OUTBOX.c.id).where(_OUTBOX.c.sent_at.is_(None)).limit(1)
_FREE = (
    select(_OUTBOX)
    .where(
        _OUTBOX.c.sent_at.is_(None),
        _OUTBOX.c.not_before <= bindparam("now"),
        or_(_OUTBOX.c.held_until.is_(None), _OUTBOX.c.held_until < bindparam("now")),
        not_(_WAITS.exists()),
    )
    .order_by(_OUTBOX.c.id)
    .limit(bindparam("at_most"))
    .with_for_update(skip_locked=True)
)


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message to be sent. `instead_of` is the place of an earlier one that it replaces."""

    id: int
    key: str
    recipient: str
    said: str
    about: dict[str, Any]
    call_back: int | None
    version: int
    tries: int
    again: bool  # a replica may have sent it before it died
    instead_of: str | None
    agency: str | None = None
    number: str | None = field(default=None, repr=False)
    has_reference: bool = False


class Outbox:
    """Takes messages out, and writes down what became of them."""

    def __init__(
        self, engine: AsyncEngine, spot: OnTheSpot, seal: "Callable[[], Seal]", clock: Callable[[], datetime]
    ) -> None:
        self._engine = engine
        self._spot = spot
        self._seal = seal
        self._clock = clock

    async def claim(self, at_most: int = 100) -> list[Outgoing]:
        """Messages for this replica alone to send now; of each recipient the oldest only.

        Nearly always none waits, and that is found out without keeping anybody from writing.
        """
        if await self._spot.row(_ONE_WAITS, {}) is None:
            return []
        now = self._clock()
        with database_errors(self._engine):
            async with changing(self._engine) as connection:
                rows = (await connection.execute(_FREE, {"now": as_kept(now), "at_most": at_most})).all()
                if not rows:
                    return []
                ids = [row.id for row in rows]
                held = {"held_until": as_kept(now + HELD_FOR), "tries": _OUTBOX.c.tries + 1}
                await connection.execute(update(_OUTBOX).where(_OUTBOX.c.id.in_(ids)).values(held))
                places = await _places(connection, rows)
                people = await _people(connection, rows)
        return [self._outgoing(row, places, people) for row in rows]

    async def sent(self, one: Outgoing, place: str | None) -> None:
        """It is there, at this place of its channel."""
        await self._note(one.id, {"sent_at": as_kept(self._clock()), "place": place, "held_until": None})

    async def put_off(self, one: Outgoing, pause: timedelta | None = None) -> None:
        """It certainly was not sent; to be tried again after this pause, or one that grows."""
        growing = min(timedelta(seconds=2 ** min(one.tries, 6)), LONGEST_PAUSE)
        at = self._clock() + (pause if pause is not None else growing)
        await self._note(one.id, {"not_before": as_kept(at), "held_until": None})

    async def give_up(self, one: Outgoing, why: str) -> None:
        """It can never be brought there."""
        values = {"sent_at": as_kept(self._clock()), "failed": why, "held_until": None, "live": False}
        await self._note(one.id, values)

    async def recipients_chat(self, recipient: str) -> int | None:
        """The Telegram chat behind a recipient; None where there is none any longer."""
        kind, _, name = recipient.partition(" ")
        if kind == "account":
            found = select(Account.telegram).where(Account.id == name)
        else:
            office, _, provider = name.partition(" ")
            found = select(DutyGroup.telegram).where(
                DutyGroup.office == office, DutyGroup.provider == provider
            )
        with database_errors(self._engine):
            async with reading(self._engine) as connection:
                return (await connection.execute(found)).scalar_one_or_none()

    async def say_at_once(self, key: str, said: str, about: dict[str, Any]) -> bool:
        """Whether nobody has said this yet, under its key; from now on somebody has: who asked."""
        now = self._clock()
        row = message(key, key, said, about, now) | {"sent_at": as_kept(now)}
        with database_errors(self._engine):
            async with changing(self._engine) as connection:
                return await add_messages(connection, [row]) > 0

    async def overdue(self, late: timedelta) -> int:
        """How many messages wait for longer than this. Raises DatabaseError."""
        since = as_kept(self._clock() - late)
        waiting = select(func.count()).where(_OUTBOX.c.sent_at.is_(None), _OUTBOX.c.written_at < since)
        with database_errors(self._engine):
            async with reading(self._engine) as connection:
                counted: int = (await connection.execute(waiting)).scalar_one()
        return counted

    async def forget_old(self) -> None:
        """Take out what was sent long ago."""
        old = _OUTBOX.c.sent_at < as_kept(self._clock() - KEPT_FOR)
        with database_errors(self._engine):
            async with changing(self._engine) as connection:
                await connection.execute(delete(_OUTBOX).where(old))

    async def _note(self, number: int, values: dict[str, Any]) -> None:
        with database_errors(self._engine):
            async with changing(self._engine) as connection:
                await connection.execute(update(_OUTBOX).where(_OUTBOX.c.id == number).values(values))

    def _outgoing(
        self, row: Row[Any], places: dict[int, str | None], people: dict[int, Row[Any]]
    ) -> Outgoing:
        asks = people.get(row.handover)
        number = None
        if row.said == Said.YOURS and asks and asks.number_sealed:
            number = self._unsealed(asks.number_sealed)
        return Outgoing(
            id=row.id,
            key=row.key,
            recipient=row.recipient,
            said=row.said,
            about=json.loads(row.about),
            call_back=row.handover,
            version=row.version,
            tries=row.tries + 1,
            again=row.held_until is not None,
            instead_of=places.get(row.instead_of),
            agency=asks.agency if asks else None,
            number=number,
            has_reference=bool(asks and asks.reference_sealed),
        )

    def _unsealed(self, sealed: bytes) -> str | None:
        try:
            return self._seal().unseal(sealed)
        except SealError:
            return None  # the message says that the number cannot be read


async def _places(connection: Any, rows: Sequence[Row[Any]]) -> dict[int, str | None]:
    """Where the messages stand that some of these replace."""
    ids = [row.instead_of for row in rows if row.instead_of]
    if not ids:
        return {}
    found = await connection.execute(select(_OUTBOX.c.id, _OUTBOX.c.place).where(_OUTBOX.c.id.in_(ids)))
    return {row.id: row.place for row in found}


async def _people(connection: Any, rows: Sequence[Row[Any]]) -> dict[int, Row[Any]]:
    """Who asks in each of the requests that these are about."""
    ids = {row.handover for row in rows if row.handover}
    if not ids:
        return {}
    columns = (
        _CALL_BACKS.c.id,
        _CALL_BACKS.c.number_sealed,
        _CALL_BACKS.c.reference_sealed,
        Agency.name.label("agency"),
    )
    joined = select(*columns).join_from(_CALL_BACKS, Agency, _CALL_BACKS.c.agency == Agency.id, isouter=True)
    return {row.id: row for row in await connection.execute(joined.where(_CALL_BACKS.c.id.in_(ids)))}
