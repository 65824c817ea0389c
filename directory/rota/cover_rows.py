"""Requests for cover as their tables hold them: found, locked, read, closed, and what is said of each."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from directory.call_backs.recording import add_messages, message
from directory.rota.rota import post_of
from directory.storage.database import table
from directory.storage.moments import as_kept, as_read
from directory.tables import CoverAsked, CoverRequest
from routing.rota.cover import CoverRefusal, CoverRefusedError, CoverSaid, CoverState, Wanted
from routing.rota.shifts import Span
from routing.rota.shifts_ahead import Shift

REQUESTS, ASKED = table(CoverRequest), table(CoverAsked)
_REFUSALS: dict[str, CoverRefusal] = {
    CoverState.TAKEN: CoverRefusal.TAKEN,
    CoverState.WITHDRAWN: CoverRefusal.WITHDRAWN,
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """A request for cover that is open: how many have not declined, and until when they are waited for."""

    id: int
    wanted: Wanted
    asked: int
    until: datetime


async def put(
    connection: AsyncConnection, wanted: Wanted, asker: str, accounts: Iterable[str], until: datetime
) -> RowMapping:
    """A new request of these accounts, as its row."""
    values = {**_of_shift(wanted.shift), "in_return": _as_json(wanted.in_return), "asked_by": asker}
    values |= {"state": CoverState.ASKED, "due_at": as_kept(until)}
    made = insert(REQUESTS).values(values).returning(REQUESTS.c.id)
    number = (await connection.execute(made)).scalar_one()
    await connection.execute(insert(ASKED), [{"request": number, "account": one} for one in accounts])
    row = await locked(connection, number)
    assert row is not None
    return row


async def locked(connection: AsyncConnection, number: int) -> RowMapping | None:
    """The row of a request, which nobody else changes until this transaction is over."""
    found = select(REQUESTS).where(REQUESTS.c.id == number).with_for_update()
    return (await connection.execute(found)).mappings().first()


async def open_of(connection: AsyncConnection, shift: Shift) -> RowMapping | None:
    """The open request for a shift, where there is one."""
    same = {name: value for name, value in _of_shift(shift).items() if name != "ends"}
    found = select(REQUESTS).where(
        REQUESTS.c.due_at.is_not(None),
        *(REQUESTS.c[name].is_not_distinct_from(value) for name, value in same.items()),
    )
    return (await connection.execute(found)).mappings().first()


async def asked_of(connection: AsyncConnection, number: int, account: str, now: datetime) -> RowMapping:
    """An open request that this account was asked, and has not declined. Raises CoverRefusedError."""
    row = await locked(connection, number)
    if row is None:
        raise CoverRefusedError(CoverRefusal.UNKNOWN)
    check_open(row, now)
    theirs = select(ASKED.c.account).where(ASKED.c.request == number, ASKED.c.account == account)
    if (await connection.execute(theirs)).first() is None:
        raise CoverRefusedError(CoverRefusal.UNKNOWN)
    return row


def check_open(row: RowMapping, now: datetime | None = None) -> None:
    """Raises CoverRefusedError, with what happened meanwhile, where it is closed or its time is over."""
    if row["due_at"] is None or (now and as_read(row["due_at"]) <= now):
        raise CoverRefusedError(_REFUSALS.get(row["state"], CoverRefusal.NOBODY))


async def waiting(connection: AsyncConnection, row: RowMapping) -> Waiting:
    """An open request as whoever asked sees it."""
    asked = select(func.count()).where(ASKED.c.request == row["id"])
    count = (await connection.execute(asked)).scalar_one()
    return Waiting(row["id"], wanted_of(row), count, as_read(row["due_at"]))


async def close(connection: AsyncConnection, row: RowMapping, state: CoverState) -> None:
    """It has ended, and nobody is in it any longer."""
    values = {"state": state, "due_at": None, "person": None, "asked_by": None, "in_return": None}
    await connection.execute(update(REQUESTS).where(REQUESTS.c.id == row["id"]).values(values))
    await connection.execute(delete(ASKED).where(ASKED.c.request == row["id"]))


async def tell(
    connection: AsyncConnection,
    row: RowMapping,
    said: CoverSaid,
    recipients: Iterable[str],
    now: datetime,
    **more: Any,
) -> None:
    """Have these told something of an open request."""
    told = ("id", "area", "office", "provider", "role", "begins", "ends", "person")
    about = {name: row[name] for name in told} | {"in_return": json.loads(row["in_return"] or "null")} | more
    rows = [message(f"{said}.{row['id']}.{one}", one, said, about, now) for one in recipients]
    await add_messages(connection, rows)


def wanted_of(row: RowMapping) -> Wanted:
    """What an open request is about."""
    back = json.loads(row["in_return"]) if row["in_return"] else None
    return Wanted(_shift(row), _shift(back) if back else None)


def _shift(values: Any) -> Shift:
    span = Span(as_read(values["begins"]), as_read(values["ends"]))
    return Shift(post_of(values), values["person"], span)


def _as_json(shift: Shift | None) -> str | None:
    return json.dumps(_of_shift(shift), separators=(",", ":")) if shift else None


def _of_shift(shift: Shift) -> dict[str, Any]:
    when = {"begins": as_kept(shift.span.begins), "ends": as_kept(shift.span.ends)}
    return {**shift.post._asdict(), "person": shift.person, **when}
