"""What must hold after everything has broken, looked up in the database and at Telegram's side."""

import asyncio
import statistics
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from bot.worker.following import MOST_AT_ONCE
from tests.chaos import town

if TYPE_CHECKING:
    from tests.chaos.__main__ import Stage

Say = Callable[[str], None]
_PATIENCE = 100.0  # seconds for all that is left to be done; a claim of whoever died holds for sixty
_RANK = {"duty_officer": 0, "spo": 1, "duty_spo": 2, None: 3}
_IN_TIME = 1.0  # seconds
_TO_MOVE_THEM = 20  # for as long as whatever is late is waited for, to say how late
# What is sent at once, past the outbox: answers to presses, and that something is late.
_NO_OUTBOX = ("Nothing was changed", "This button belongs", "No call back is open", "That was a lot")


async def after_chaos(stage: "Stage", say: Say) -> list[str]:
    """Nothing lost, nothing done twice, nothing backwards, nobody left without a word."""
    stage.telegram.idle_people = True
    from tests.chaos.__main__ import bring_forward  # noqa: PLC0415

    connection = await stage.database.connect()
    waited = time.monotonic()
    while time.monotonic() - waited < _PATIENCE:
        await bring_forward(stage.database, 1.0)  # nobody acts any longer, so each goes to its end
        left = await connection.fetchval("SELECT count(*) FROM handovers WHERE state <> 'closed'")
        unsent = await connection.fetchval("SELECT count(*) FROM outbox WHERE sent_at IS NULL")
        if not left and not unsent:
            break
        await asyncio.sleep(1.0)
    say(f"all was at its end {time.monotonic() - waited:.0f} s later")
    faults = [f"{left} requests never ended"] if left else []
    faults += [f"{unsent} messages were never sent"] if unsent else []
    faults += await _requests(connection, stage, say)
    faults += await _messages(connection, stage, say)
    await connection.close()
    return faults


async def _requests(connection: Any, stage: "Stage", say: Say) -> list[str]:
    """Every request that was confirmed is there; its history has each step once, and only upward."""
    rows = await connection.fetch("SELECT * FROM handover_notes ORDER BY handover, id")
    history = defaultdict(list)
    for row in rows:
        history[row["handover"]].append(row)
    faults = []
    for number, notes in history.items():
        said = Counter((note["version"], note["what"], note["role"], note["provider"]) for note in notes)
        ranks = [_RANK[note["role"]] for note in notes if note["what"] == "offered"]
        kinds = [note["what"] for note in notes]
        if max(said.values()) > 1:
            faults.append(f"request {number}: a step was done twice")
        if ranks != sorted(ranks):
            faults.append(f"request {number}: it went down the ladder")
        if kinds.count("asked") != 1 or kinds.count("closed") != 1 or kinds[-1] != "closed":
            faults.append(f"request {number}: it was not asked and closed once")
        if any(later - earlier > 1 for earlier, later in pairwise(ranks)):
            faults.append(f"request {number}: a step was skipped")
    outcomes = Counter(note["outcome"] for note in rows if note["what"] == "closed")
    # Time is brought forward, so a press may come again when what it asked for has ended: it asks anew.
    say(f"{len(history)} requests of {stage.asked} presses, {len(rows)} steps; they ended: {dict(outcomes)}")
    if len(history) < stage.asked * 0.5:
        faults.append(f"only {len(history)} of {stage.asked} requests were taken")
    return faults


async def _messages(connection: Any, stage: "Stage", say: Say) -> list[str]:
    """Every message is at Telegram, and there once."""
    rows = await connection.fetch("SELECT id, said, place, failed FROM outbox")
    places = {int(row["place"]) for row in rows if row["place"] and row["place"].isdigit()}
    taken = {number for number, one in stage.telegram.taken.items() if not one.text.startswith(_NO_OUTBOX)}
    twice, failed = len(taken - places), Counter(row["failed"] for row in rows if row["failed"])
    say(
        f"{len(rows)} messages written, {len(places)} sent, not sent because {dict(failed)}; "
        f"{twice} seen twice, where a replica was killed between sending and writing it down"
    )
    faults = [f"{len(places - taken)} messages were never seen"] if places - taken else []
    lost = [
        row["id"]
        for row in rows
        if not row["place"] and not row["failed"] and row["said"] not in ("over", "overdue")
    ]
    faults += [f"{len(lost)} messages were lost"] if lost else []
    if twice > (stage.killed + stage.crashed * len(stage.replicas)) * MOST_AT_ONCE:
        faults.append(f"{twice} messages seen twice are more than {stage.killed} kills can explain")
    return faults


async def steps_in_time(stage: "Stage", count: int, over: timedelta, say: Say) -> list[str]:
    """Many steps due, all replicas up: how long after its moment each is committed."""
    connection = await stage.database.connect()
    last = await connection.fetchval("SELECT coalesce(max(id), 0) FROM handovers")
    rows = list(town.waiting_requests(count, over, seed=3))
    await town.put(connection, rows)
    await asyncio.sleep(8 + over.total_seconds())
    late_still = "SELECT 1 FROM handovers WHERE id > $1 AND version = 1 LIMIT 1"
    for _ in range(_TO_MOVE_THEM):
        if not await connection.fetchval(late_still, last):
            break
        await asyncio.sleep(1)
    found = await connection.fetch(
        "SELECT h.id, pg_xact_commit_timestamp(n.xmin) AS at FROM handovers h JOIN handover_notes n "
        "ON n.handover = h.id AND n.what = 'unanswered' AND n.role = 'duty_officer' WHERE h.id > $1",
        last,
    )
    due = {
        row["id"]: datetime.fromisoformat(planned["step_ends"])
        for row, planned in zip(
            await connection.fetch("SELECT id FROM handovers WHERE id > $1 ORDER BY id", last),
            rows,
            strict=True,
        )
    }
    await connection.close()
    late = sorted((row["at"] - due[row["id"]]).total_seconds() for row in found)
    in_time = sum(one <= _IN_TIME for one in late) / count
    say(
        f"{len(late)} of {count} steps due over {over.total_seconds():.0f} s: {in_time:.2%} within a second; "
        f"median {statistics.median(late):.2f} s, 99th percentile {late[int(len(late) * 0.99)]:.2f} s, "
        f"worst {late[-1]:.2f} s"
    )
    faults = [] if len(late) == count else [f"{count - len(late)} steps were not done, or twice"]
    return faults if in_time >= 0.99 else [*faults, f"{in_time:.2%} of the steps were within a second"]
