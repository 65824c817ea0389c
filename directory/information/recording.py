"""Writing down what has become of a request for information, with every message, in one transaction."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select, update

from directory.call_backs.recording import add_messages, message
from directory.information.reach import Reach
from directory.storage.database import table
from directory.storage.moments import as_kept
from directory.storage.rows import Rows
from directory.tables import InformationAsked, InformationNote, OutgoingMessage
from routing.information.machine import To, Told, Turn
from routing.information.request import InformationRequest

ROWS = Rows(InformationRequest)
_ASKED, _NOTES, _OUTBOX = table(InformationAsked), table(InformationNote), table(OutgoingMessage)
_FORGET = {"asked_by": None, "reference_sealed": None}  # once it is closed
_SAID_OF_IT = ("id", "area", "office", "provider", "post", "kind", "agency", "wanted_by", "chased", "ending")
_TO_ACCOUNT = "account "


async def record(turn: Turn, asked_by: str | None, reach: Reach) -> None:
    """Write a turn down: where the request stands now, what happened, and what is to be said."""
    request, connection = turn.request, reach.connection
    values = {name: value for name, value in ROWS.values(request).items() if name != "id"}
    forget = {} if request.is_open else _FORGET
    await connection.execute(update(_ASKED).where(_ASKED.c.id == request.id).values(values | forget))
    note = {"request": request.id, "version": request.version, "at": as_kept(reach.at), "what": turn.what}
    await connection.execute(insert(_NOTES).values(note | {"ending": request.ending}))
    told = [(to, await reach.recipients(to, request, asked_by)) for to in turn.tells]
    await add_messages(connection, list(_messages(turn, told, reach.at)))


async def record_unreachable(
    request: InformationRequest, asked_by: str | None, key: str, reach: Reach
) -> None:
    """Have the asker told that a message, by its key, could be brought to nobody of the agency.

    Nothing where the same was, or is still to be, brought to another of its people.
    """
    same = _OUTBOX.c.key.startswith(key.rpartition(_TO_ACCOUNT)[0], autoescape=True)
    others = select(_OUTBOX.c.id).where(same, _OUTBOX.c.key != key, _OUTBOX.c.failed.is_(None))
    if (await reach.connection.execute(others.limit(1))).first() is None:
        told = [(To.ASKER, await reach.recipients(To.ASKER, request, asked_by))]
        messages = _messages(Turn(request, Told.UNREACHABLE), told, reach.at)
        await add_messages(reach.connection, list(messages))


def _messages(turn: Turn, told: Sequence[tuple[To, Sequence[str]]], at: datetime) -> Iterator[dict[str, Any]]:
    """One for each recipient. `reached` says whether anybody of the agency is told by Signpost at all."""
    request = turn.request
    reached = any(recipients for to, recipients in told if to is To.AGENCY)
    about = {name: ROWS.values(request)[name] for name in _SAID_OF_IT} | {"reached": reached}
    for to, recipients in told:
        for recipient in recipients:
            key = f"{turn.what}.{request.id}.{request.version}.{recipient}"
            row = message(key, recipient, str(turn.what), about | {"to": to}, at)
            yield row | {"version": request.version}
