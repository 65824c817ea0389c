"""Many offices with made-up people on duty day and night, and requests for them, straight into the tables."""

import random
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from directory.cases.sealing import Seal
from directory.storage.moments import as_kept

OFFICES, ASKERS = 100, 400
_SINCE = date(2026, 1, 5)
_STAFF = {
    "do": ("duty_officer", "nps"),
    "spo": ("spo", "nps"),
    "cdo": ("duty_officer", "crc"),
    "cspo": ("spo", "crc"),
}


async def settle(connection: Any, seal: Seal) -> None:
    """Offices that never shut, their people with accounts, askers with numbers, one manager."""
    await connection.execute(
        "INSERT INTO agencies (id, name, kind, revoked, source, assumed, sample) VALUES "
        "('sample-agency', 'Sample agency', 'other', false, 'sample', false, true)"
    )
    chats = iter(range(10_000, 1_000_000))
    for number in range(OFFICES):
        office = f"chaos-{number}"
        await connection.execute(
            "INSERT INTO offices (id, area, name, kind, hours, hours_assumed, source, assumed, sample) "
            "VALUES ($1, 'west-mercia', $1, 'office', '24/7', true, 'sample', false, true)",
            office,
        )
        for short, (role, provider) in _STAFF.items():
            await _on_duty(connection, f"{short}-{number}", office, role, provider, next(chats))
    for provider in ("nps", "crc"):
        await _on_duty(connection, f"dspo-{provider}", None, "duty_spo", provider, next(chats))
    await _account(connection, "a-manager", None, "admin", next(chats))
    for number in range(ASKERS):
        await _account(connection, asker(number), None, "partner", chat_of_asker(number))
        await connection.execute(
            "INSERT INTO call_back_numbers VALUES ($1, $2)", asker(number), seal.seal("+447700900123")
        )
    await connection.execute("UPDATE directory_version SET version = version + 1")


def asker(number: int) -> str:
    """The account of somebody who asks."""
    return f"a-asker-{number}"


def chat_of_asker(number: int) -> int:
    """Where they are reached."""
    return 1000 + number


async def _on_duty(
    connection: Any, person: str, office: str | None, role: str, provider: str, chat: int
) -> None:
    await connection.execute(
        "INSERT INTO people (id, name, provider, area, office, source, assumed, sample) "
        "VALUES ($1, 'Sample', $2, 'west-mercia', $3, 'sample', false, true)",
        person, provider, office,
    )  # fmt: skip
    await connection.execute(
        "INSERT INTO rota_posts (area, office, provider, role, since) VALUES ('west-mercia', $1, $2, $3, $4)",
        office, provider, role, _SINCE,
    )  # fmt: skip
    await connection.execute(
        "INSERT INTO rota_entries (kind, area, office, provider, role, person, days, starts, ends, "
        "valid_from, on_bank_holidays, source, assumed, sample) VALUES ('weekly', 'west-mercia', $1, $2, $3, "
        "$4, 'Mo-Su', '00:00', '00:00', $5, true, 'sample', false, true)",
        office, provider, role, person, _SINCE,
    )  # fmt: skip
    await _account(connection, f"a-{person}", person, "officer", chat)


async def _account(connection: Any, account: str, person: str | None, standing: str, chat: int) -> None:
    await connection.execute(
        "INSERT INTO accounts (id, agency, standing, area, telegram, person, coordinator, suspended, source, "
        "assumed, sample) VALUES ($1, 'sample-agency', $2, 'west-mercia', $3, $4, false, false, 'sample', "
        "false, true)",
        account, standing, chat, person,
    )  # fmt: skip


def waiting_requests(count: int, over: timedelta, seed: int) -> Iterable[dict[str, Any]]:
    """Requests that nobody takes, whose step ends at some moment of the time to come."""
    chance, now = random.Random(seed), datetime.now(UTC)
    for number in range(count):
        office = number % OFFICES
        due = now + timedelta(seconds=8) + over * chance.random()
        yield {
            "area": "west-mercia", "office": f"chaos-{office}", "provider": "nps", "topic": "case",
            "urgency": "today", "if_shut": "premises", "asked_at": as_kept(now),
            "until": as_kept(now + timedelta(hours=5)), "state": "offered", "version": 1, "reopened": 0,
            "rung": 0, "offered_to": f"do-{office}", "step_ends": as_kept(due), "moves": 0, "tries": 0,
            "due_at": as_kept(due), "agency": "sample-agency", "asker": asker(number % ASKERS),
        }  # fmt: skip


async def put(connection: Any, rows: Iterable[dict[str, Any]]) -> None:
    """Put requests into the table."""
    rows = list(rows)
    columns = list(rows[0])
    await connection.copy_records_to_table(
        "handovers", columns=columns, records=[tuple(row.values()) for row in rows]
    )
