"""Four weeks of a made-up service before the noon of house.py, and a rota of the four to come."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from directory.opening import open_database
from directory.settings import DirectorySettings
from directory.storage.database import table, writing
from directory.storage.moments import as_kept
from directory.tables import (
    Agency,
    CallBackNote,
    CallBackRequest,
    EnquiryCount,
    InformationAsked,
    Person,
    RotaEntry,
    RotaPost,
)
from routing.call_backs.news import Noted
from routing.call_backs.request import Outcome
from routing.overview.counting import Counted, Ended, Where
from tests.bot.web.house import NOON

HOSPITAL = "sample-hospital"
_MADE_UP = {"source": "sample", "assumed": False, "sample": True}
_HOURS = (
    [9] * 5 + [10] * 9 + [11] * 8 + [12] * 4 + [13] * 5 + [14] * 7 + [15] * 6 + [16] * 5 + [2, 8, 17, 19, 22]
)
_TOPICS = (
    ["case"] * 9
    + ["breach"] * 6
    + ["recall"] * 4
    + ["contact"] * 5
    + ["unpaid_work"] * 3
    + ["iom", "mappa", ""]
)
_ENDED = [Ended.ANSWERED] * 16 + [Ended.CLARIFIED] * 4 + [Ended.UNKNOWN, Ended.DECLINED, Ended.EMERGENCY]
_OFFICES = ["worcester"] * 4 + ["redditch"] * 3 + ["kidderminster"] * 2 + [""]
FIRST_DAY = NOON.date() - timedelta(days=27)


async def fill(settings: DirectorySettings, many: int = 60) -> None:
    """Put it into a directory that has the rota of made_up_rota.py; so `many` enquiries on a working day."""
    engine = await open_database(settings)
    async with writing(engine) as connection:
        await connection.execute(insert(table(EnquiryCount)), _counts(many))
        await _requests(connection)
        await _rota(connection)
    await engine.dispose()


def _counts(many: int) -> list[dict[str, Any]]:
    random, sums = Random(8), Counter[tuple[Any, ...]]()
    for number in range(28):
        day = FIRST_DAY + timedelta(days=number)
        for _ in range(many if day.weekday() < 5 else many // 6):
            one = _enquiry(random, day)
            sums.update((one.day, *one.where, *by) for by in one.by())
    names = ("day", "area", "office", "provider", "measure", "value")
    return [{**dict(zip(names, key, strict=True)), "times": times} for key, times in sums.items()]


def _enquiry(random: Random, day: date) -> Counted:
    where = Where("west-mercia", random.choice(_OFFICES), random.choice(["nps", "nps", "crc", "both", ""]))
    channel = random.choice(["telegram", "telegram", "web"])
    return Counted(day, where, random.choice(_HOURS), random.choice(_TOPICS), channel, random.choice(_ENDED))


async def _requests(connection: AsyncConnection) -> None:
    """Twenty call backs of the NPS at Worcester, and what was asked of a hospital."""
    agency = {
        "id": HOSPITAL,
        "name": "Sample hospital",
        "kind": "health",
        "area": "west-mercia",
        "revoked": False,
    }
    await connection.execute(insert(table(Agency)), [{**agency, "domain": None, **_MADE_UP}])
    here = {"area": "west-mercia", "office": "worcester", "provider": "nps"}
    for number in range(20):
        asked = datetime.combine(FIRST_DAY + timedelta(days=number), time(9 + number % 8, 10), UTC)
        closed = number < 17
        await connection.execute(insert(table(CallBackRequest)), [_call_back(number + 1, asked, closed)])
        steps = [(Noted.ASKED, 0), (Noted.OFFERED, 0)]
        steps += [(Noted.UNANSWERED, 15)] if number % 4 == 0 else []
        steps += [(Noted.NOBODY_ON, 16)] if number % 5 == 0 else []
        steps += [(Noted.MOVED, 18)] if number % 7 == 0 else []
        steps += [(Noted.TAKEN, 20 + number), (Noted.CLOSED, 60 + 9 * number)] if closed else []
        notes = [_note(number + 1, what, asked + timedelta(minutes=after)) for what, after in steps]
        await connection.execute(insert(table(CallBackNote)), notes)
        kept = as_kept(asked)
        information = {
            "post": "duty_officer",
            "kind": "offences",
            "agency": HOSPITAL,
            "asked_at": kept,
            "version": 1,
        }
        late = {"progress": "asked", "ending": None, "answered_at": None, "due_at": kept}
        came = {
            "progress": "closed",
            "ending": "came",
            "answered_at": as_kept(asked + timedelta(hours=5 * number + 1)),
        }
        over = late if number % 5 == 0 else {**came, "due_at": None}
        row = {**here, **information, "wanted_by": as_kept(asked + timedelta(days=2)), "chased": 0, **over}
        await connection.execute(insert(table(InformationAsked)), [row])


def _call_back(number: int, asked: datetime, closed: bool) -> dict[str, Any]:
    kept = as_kept(asked)
    outcomes = [Outcome.HELPED, Outcome.HELPED, Outcome.PASSED_ON, Outcome.NOT_REACHED]
    risk = number % 6 == 0
    outcome = Outcome.RISK_ACCEPTED if risk else outcomes[number % 4]
    return {
        "id": number,
        "area": "west-mercia",
        "office": "worcester",
        "provider": "nps",
        "topic": "risk_escalation" if risk else "case",
        "urgency": "today",
        "if_shut": "opening",
        "asked_at": kept,
        "until": kept,
        "state": "closed" if closed else "offered",
        "version": 3,
        "reopened": 0,
        "rung": 0,
        "moves": 0,
        "tries": 0,
        "outcome": outcome if closed else None,
        "due_at": None if closed else "2099",
    }


def _note(handover: int, what: Noted, at: datetime) -> dict[str, Any]:
    because = "their_case" if what is Noted.MOVED else None
    return {
        "handover": handover,
        "version": 1,
        "at": as_kept(at),
        "what": what,
        "role": "duty_officer",
        "provider": "nps",
        "because": because,
    }


async def _rota(connection: AsyncConnection) -> None:
    """Cedar is the SPO at Worcester; Elm is away on a Thursday on which nobody takes the duty over."""
    here = {"area": "west-mercia", "office": "worcester", "provider": "nps"}
    no_days = {"valid_from": None, "valid_to": None}
    cedar = {"id": "sample-cedar", "name": "Cedar (sample)", **here, **_MADE_UP, **no_days}
    await connection.execute(insert(table(Person)), [cedar])
    post = {**here, "role": "spo"}
    await connection.execute(insert(table(RotaPost)), [{**post, "since": date(2026, 11, 30)}])
    weekly = {
        **post,
        "kind": "weekly",
        "person": "sample-cedar",
        "days": "Mo-Fr",
        "starts": "09:00",
        "ends": "17:00",
        "valid_from": date(2026, 11, 30),
        "valid_to": None,
        "on_bank_holidays": False,
        **_MADE_UP,
    }
    away = {
        "kind": "absence",
        "person": "sample-elm",
        "starts": "2026-12-03T00:00",
        "ends": "2026-12-04T00:00",
        **no_days,
        "on_bank_holidays": False,
        **_MADE_UP,
    }
    await connection.execute(insert(table(RotaEntry)), [weekly])
    await connection.execute(insert(table(RotaEntry)), [away])
