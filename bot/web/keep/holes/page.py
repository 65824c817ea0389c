"""The hours in which whoever asks would reach nobody, what closes each, and its week of the rota."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.service import Service
from bot.web.drawing import draw
from bot.web.keep.holes.saying import HoleSaying, is_for_the_rota
from bot.web.keep.keepers import admit_keeper
from bot.web.keep.rota.looking import By, Looking, Stretch
from bot.web.keep.rota.saying import RotaSaying
from bot.web.visitors import Visitors
from directory.proof.holes import Hole, Where
from directory.proof.proof import Proof
from routing.moments import day_in_london

_DAYS = {"month": 31, "year": 366}
_MOST_TIMES = 30
_WAIT = 3.0  # seconds that a page waits for a proof; one of an area as it never was takes a few
_LOOK_AGAIN = "3"  # seconds


def holes_routes(service: Service, visitors: Visitors) -> list[BaseRoute]:
    """`/keep/holes`."""
    page = HolesPage(service, visitors)
    return [Route("/keep/holes", page.show, methods=["GET"])]


class Time(NamedTuple):
    """When, and the address of that week of the rota, where an entry of it closes the hole."""

    when: str
    rota: str | None


@dataclass(frozen=True, slots=True)
class Open:
    """What is open at one place for one reason, and when."""

    where: str
    fault: str
    remedy: str
    times: tuple[Time, ...]
    more: int


class HolesPage:
    """What the proof finds, for an area and a month or a year."""

    def __init__(self, service: Service, visitors: Visitors) -> None:
        self._directory = service.assistant.directory
        self._visitors = visitors
        self._proving: set[asyncio.Task[Proof]] = set()

    async def show(self, request: Request) -> Response:
        """The holes; while they are worked out, that they are, and the page looks again by itself."""
        visitor = await admit_keeper(self._visitors, request)
        snapshot, asked = self._directory.snapshot, request.query_params
        area = visitor.who.area or asked.get("area", "")
        if area not in snapshot.areas:
            area = self._directory.area
        span = asked["span"] if asked.get("span") in _DAYS else "month"
        proof = await self._proof(area, _DAYS[span])
        saying = RotaSaying(visitor.words, snapshot, {})
        page = draw(
            visitor,
            "keep/holes.html",
            area=area,
            areas={one: snapshot.areas[one].name for one in _areas(visitor.who.area, sorted(snapshot.areas))},
            span=span,
            spans=tuple(_DAYS),
            proof=proof,
            found=_by_place(saying, proof.holes if proof else ()),
        )
        if proof is None:
            page.headers["refresh"] = _LOOK_AGAIN
        return page

    async def _proof(self, area: str, days: int) -> Proof | None:
        """The proof, unless it takes longer than a page can wait; it is gone on with in any case."""
        today = day_in_london(self._directory.now())
        if proof := self._directory.proving.known(area, today, days):
            return proof
        proving = asyncio.create_task(self._directory.proving.proof(area, today, days))
        self._proving.add(proving)  # held, or it could be gone before it is done
        proving.add_done_callback(self._proving.discard)
        done, _ = await asyncio.wait({proving}, timeout=_WAIT)
        return proving.result() if done else None


def _by_place(saying: RotaSaying, holes: Iterable[Hole]) -> list[Open]:
    """The holes of one place and reason together: most come again each week."""
    places: dict[tuple[Where, str], list[Hole]] = {}
    for hole in holes:
        places.setdefault((hole.where, hole.fault), []).append(hole)
    return [_open(HoleSaying(saying), same) for same in places.values()]


def _open(said: HoleSaying, same: list[Hole]) -> Open:
    times = tuple(_time(said, hole) for hole in same[:_MOST_TIMES])
    more = len(same) - len(times)
    return Open(said.where(same[0].where), said.fault(same[0]), said.remedy(same[0]), times, more)


def _time(said: HoleSaying, hole: Hole) -> Time:
    day = day_in_london(hole.span.begins)
    week = Looking(hole.where.area, hole.where.office, By.POST, Stretch.WEEK, day).address()
    return Time(said.saying.span(hole.span), week if is_for_the_rota(hole) else None)


def _areas(kept: str | None, every: list[str]) -> list[str]:
    return [kept] if kept else every
