"""Writing down what has become of requests, with their history and every message, in one transaction."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from directory.call_backs.reach import Reach
from directory.storage.database import table
from directory.storage.moments import as_kept
from directory.storage.rows import Rows
from directory.tables import CallBackNote, CallBackRequest, OutgoingMessage
from routing.call_backs.news import Said, Turn
from routing.call_backs.request import Request

ROWS = Rows(Request)
_CALL_BACKS, _NOTES, _OUTBOX = table(CallBackRequest), table(CallBackNote), table(OutgoingMessage)
_WITH_BUTTONS = frozenset({Said.OFFER, Said.YOURS})
Values = Mapping[int, Mapping[str, Any]]  # of requests by their numbers, as their rows hold them
OVERTAKEN = "overtaken"  # why a message was never sent
_STAYS = frozenset(
    ("id", "area", "office", "topic", "urgency", "if_shut", "asked_at", "until", "reception")
)  # as it was asked
_CHANGES = {name: f"new_{name}" for name in ROWS.names if name not in _STAYS}
_CHANGE = (
    update(_CALL_BACKS)
    .where(_CALL_BACKS.c.id == bindparam("request_id"))
    .values({name: bindparam(new) for name, new in _CHANGES.items()})
)
_TOLD = (
    *("area", "office", "provider", "topic", "urgency", "asked_at", "until", "state", "rung"),
    *("promised", "moves", "tries", "outcome", "due_at", "if_shut", "reception"),
)
_as_json = json.JSONEncoder(separators=(",", ":")).encode
_FORGET = {"asker": None, "number_sealed": None, "reference_sealed": None}  # once it has ended


@dataclass(frozen=True, slots=True)
class Turned:
    """A turn of a request, and the account of whoever asked."""

    turn: Turn
    asker: str | None


async def record(connection: AsyncConnection, some: Sequence[Turned], reach: Reach, at: datetime) -> None:
    """Write these down: where each request stands now, what happened, and what is to be said."""
    if not some:
        return
    values = {turned.turn.request.id: ROWS.values(turned.turn.request) for turned in some}
    await _change(connection, [turned.turn.request for turned in some], values)
    notes = [note for turned in some for note in _notes(turned.turn, at)]
    if notes:
        await connection.execute(insert(_NOTES), notes)
    changed = [turned for turned in some if turned.turn.news]
    await _overtake(connection, [turned.turn.request for turned in changed], at)
    messages = [row for turned in changed for row in _messages(turned, values, reach, at)]
    await add_messages(connection, messages)


async def add_messages(connection: AsyncConnection, rows: Sequence[Mapping[str, Any]]) -> int:
    """Put messages into the outbox; how many of them were not there already."""
    if not rows:
        return 0
    kind = postgresql if connection.dialect.name == "postgresql" else sqlite
    statement = kind.insert(_OUTBOX).on_conflict_do_nothing(index_elements=["key"])
    return (await connection.execute(statement, list(rows))).rowcount


def message(key: str, recipient: str, said: str, about: Mapping[str, Any], at: datetime) -> dict[str, Any]:
    """A row of the outbox."""
    now = as_kept(at)
    return {
        "key": key,
        "recipient": recipient,
        "said": said,
        "about": _as_json(about),
        "handover": None,
        "version": 0,
        "live": False,
        "instead_of": None,
        "written_at": now,
        "not_before": now,
        "tries": 0,
    }


def about_request(request: Request) -> dict[str, Any]:
    """What a message says of a request, in codes; nothing by which anybody is known."""
    return _about(ROWS.values(request))


def _about(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: values[name] for name in _TOLD} | {"because": None}


async def _change(connection: AsyncConnection, requests: Sequence[Request], values: Values) -> None:
    """Of a request that has ended nothing is kept by which anybody could be reached."""
    rows = [
        {new: kept[name] for name, new in _CHANGES.items()} | {"request_id": number}
        for number, kept in values.items()
    ]
    await connection.execute(_CHANGE, rows)
    ended = [request.id for request in requests if not request.is_open]
    if ended:
        await connection.execute(update(_CALL_BACKS).where(_CALL_BACKS.c.id.in_(ended)).values(_FORGET))


def _notes(turn: Turn, at: datetime) -> list[dict[str, Any]]:
    request, now = turn.request, as_kept(at)
    return [
        {
            "handover": request.id,
            "version": request.version,
            "at": now,
            "what": note.what,
            "role": note.role,
            "provider": note.provider,
            "because": note.because,
            "person": note.person,
            "outcome": note.outcome,
        }
        for note in turn.notes
    ]


def _messages(turned: Turned, values: Values, reach: Reach, at: datetime) -> list[dict[str, Any]]:
    request = turned.turn.request
    about, rows = _about(values[request.id]), []
    for news in turned.turn.news:
        for recipient in dict.fromkeys(reach.recipients(news, request, turned.asker)):
            row = message(
                f"{request.id}.{request.version}.{news.said}.{recipient}",
                recipient,
                news.said,
                about | {"because": news.because},
                at,
            )
            row |= {"handover": request.id, "version": request.version, "live": news.said in _WITH_BUTTONS}
            if news.said is Said.SUMMARY:  # one for all that a shift takes over
                row |= {"key": f"summary.{recipient}.{as_kept(at)[:16]}", "handover": None}
            rows.append(row)
    return rows


async def _overtake(connection: AsyncConnection, requests: Sequence[Request], at: datetime) -> None:
    """Take the buttons from the messages of before: in their place stands what has happened.

    One that nobody has begun to send is not sent at all.
    """
    by_id = {request.id: request for request in requests}
    live = (_OUTBOX.c.handover.in_(by_id)) & _OUTBOX.c.live
    found = (await connection.execute(select(_OUTBOX.c.id, _OUTBOX.c.handover, _OUTBOX.c.recipient,
                                             _OUTBOX.c.said).where(live))).all()  # fmt: skip
    if not found:
        return
    ids = [row.id for row in found]
    await connection.execute(update(_OUTBOX).where(_OUTBOX.c.id.in_(ids)).values(live=False))
    unsent = (_OUTBOX.c.sent_at.is_(None)) & or_(_OUTBOX.c.tries == 0, _OUTBOX.c.held_until.is_(None))
    skipped = await connection.execute(
        update(_OUTBOX)
        .where(_OUTBOX.c.id.in_(ids), unsent)
        .values(sent_at=as_kept(at), failed=OVERTAKEN)
        .returning(_OUTBOX.c.id)
    )
    gone = set(skipped.scalars())
    rows = []
    for row in found:
        if row.id in gone:
            continue
        request = by_id[row.handover]
        edit = message(
            f"over.{row.id}", row.recipient, Said.OVER, about_request(request) | {"was": row.said}, at
        )
        rows.append(edit | {"handover": request.id, "version": request.version, "instead_of": row.id})
    await add_messages(connection, rows)
