"""The rota as a calendar that a keeper edits: drafted on the page, seen with what it would leave, saved."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from bot.service import Service
from bot.web.drawing import draw
from bot.web.keep.holes.saying import HoleSaying
from bot.web.keep.keepers import admit_keeper
from bot.web.keep.rota.calendar import Calendar
from bot.web.keep.rota.effects import Effects, Played, effects_of
from bot.web.keep.rota.form import Draft, FormError, edit_of, moved, new, opened, typed
from bot.web.keep.rota.looking import By, Looking, Stretch, offices_of
from bot.web.keep.rota.saying import each_said
from bot.web.keep.rota.working import Notice, Working
from bot.web.visitors import Visitor, Visitors
from directory.errors import DatabaseError, DirectoryError
from directory.exchange.formats.ical import post_text
from directory.exchange.kinds.rota import ENTRY_KINDS
from directory.proof.guard import HolesError
from directory.rota.draft import Does, Scope
from directory.rota.keeping import ChangedMeanwhileError, Meanwhile, NotYoursError
from directory.rota.rota import WEEKDAYS
from routing.moments import day_in_london
from routing.rota.calendar import clashes

_SAVES = ("save", "force")
_MOST_HOLES = 10


def rota_routes(service: Service, visitors: Visitors) -> list[BaseRoute]:
    """`/keep/rota`."""
    page = RotaPage(service, visitors)
    return [
        Route("/keep/rota", page.show, methods=["GET"]),
        Route("/keep/rota", page.act, methods=["POST"]),
    ]


class RotaPage:
    """Shows the calendar, and takes what is done on it."""

    def __init__(self, service: Service, visitors: Visitors) -> None:
        self._directory = service.assistant.directory
        self._visitors = visitors

    async def show(self, request: Request) -> Response:
        """The rota as it is."""
        visitor = await admit_keeper(self._visitors, request)
        working = await self._working(visitor, dict(request.query_params), Draft())
        saved = request.query_params.get("saved", "")
        if saved.isdigit():
            working = working.noticing(Notice("rota-saved", danger=False))
        return await self._drawn(working)

    async def act(self, request: Request) -> Response:
        """One thing that is done on the page."""
        visitor = await admit_keeper(self._visitors, request)
        form = await request.form()
        try:
            working = await self._working(visitor, dict(form), Draft.read(form))
            if form.get("do") in _SAVES and working.draft.edits:
                return await self._save(working, force=form.get("do") == "force")
            return await self._drawn(_done(working, form))
        except FormError:
            working = await self._working(visitor, dict(form), Draft())
            return await self._drawn(working.noticing(Notice("rota-old-page")), 400)

    async def _working(self, visitor: Visitor, asked: dict[str, Any], draft: Draft) -> Working:
        snapshot, keeping = self._directory.snapshot, self._directory.rota_keeping
        today = day_in_london(self._directory.now())
        looking = Looking.of(asked, snapshot, visitor.who, self._directory.area, today)
        sheet = await keeping.sheet(looking.area)
        return Working(visitor, looking, snapshot, sheet, replace(draft, seen=draft.seen or sheet.seen))

    async def _save(self, working: Working, *, force: bool) -> Response:
        looking, draft, who = working.looking, working.draft, working.visitor.who
        try:
            count = await self._directory.rota_keeping.save(
                who, looking.area, draft.edits, draft.seen or 0, force=force
            )
        except HolesError as error:
            saying = HoleSaying(working.saying)
            lines = tuple(saying.line(hole) for hole in error.holes[:_MOST_HOLES])
            working = replace(working.noticing(Notice("rota-not-saved-holes", lines)), may_force=True)
        except ChangedMeanwhileError:
            working = working.noticing(Notice("rota-not-saved-changed"))
        except NotYoursError:
            working = working.noticing(Notice("rota-not-yours"))
        except DatabaseError:
            raise
        except DirectoryError:
            working = working.noticing(Notice("rota-row-gone"))
        else:
            return RedirectResponse(looking.address(saved=str(count)), 303)
        return await self._drawn(working, 409)

    async def _drawn(self, working: Working, status: int = 200) -> Response:
        draft, looking, saying = working.draft, working.looking, working.saying
        played = working.played
        if draft.edits:
            since = await self._directory.rota_keeping.changed_since(draft.seen or 0, looking.area)
            working = working.noticing(*_meanwhile(working, since))
        if played.refused:
            working = working.noticing(Notice("rota-row-gone"))
        today = day_in_london(self._directory.now())
        calendar, effects = await asyncio.to_thread(_seen, working, played, today)
        return draw(
            working.visitor,
            "keep/rota.html",
            status,
            working=working,
            looking=looking,
            saying=saying,
            calendar=calendar,
            played=played,
            effects=effects,
            clashing=_clashing(working, calendar),
            draft=Draft(played.edits, working.sheet.seen),
            today=today,
            choices=_choices(working, calendar),
        )


def _seen(working: Working, played: Played, today: date) -> tuple[Calendar, Effects | None]:
    """What takes a while: drawn up in a thread, so that answers do not wait for it."""
    sheet, snapshot, saying = working.sheet, working.snapshot, working.saying
    calendar = Calendar(working.looking, sheet, played.rows, snapshot, saying)
    return calendar, effects_of(sheet, played.rows, snapshot, saying, today) if played.edits else None


def _clashing(working: Working, calendar: Calendar) -> list[str]:
    """What clashes in the days that are shown, the draft reckoned with."""
    found = clashes(calendar.rota, calendar.posts, working.looking.span)
    return each_said([working.saying.clash(clash) for clash in found], _MOST_HOLES)[0]


def _meanwhile(working: Working, since: Sequence[Meanwhile]) -> list[Notice]:
    """What others have done since the draft was begun."""
    rows = working.sheet.rows
    lines = tuple(working.saying.meanwhile(one, rows.get(one.row or 0)) for one in since)
    return [Notice("rota-meanwhile", lines[:_MOST_HOLES])] if lines else []


def _done(working: Working, form: FormData) -> Working:
    """What is pressed, dragged or typed, but for saving. Raises FormError."""
    draft, does = working.draft, str(form.get("do", ""))
    rows = working.played.rows
    if "open" in form:
        return replace(working, panel=opened(rows, str(form["open"])))
    if "new" in form:
        panel = new(form, working.posts, working.sheet, working.snapshot)
        if does != "dropped":
            return replace(working, panel=panel)
        return working.staging(edit_of(Does.ADD, panel, working.sheet))
    if does in ("moved", "removed"):
        return working.staging(moved(form, rows))
    if does in tuple(Does):
        panel = typed(form)
        return working.staging(edit_of(Does(does), panel, working.sheet), panel)
    if does == "undo":
        return replace(working, draft=replace(draft, edits=draft.edits[:-1]))
    return replace(working, draft=Draft()) if does == "drop" else working


def _choices(working: Working, calendar: Calendar) -> dict[str, Any]:
    """What can be chosen on the page."""
    saying, snapshot = working.saying, working.snapshot
    areas = [working.visitor.who.area] if working.visitor.who.area else sorted(snapshot.areas)
    posts = dict.fromkeys([*calendar.choices, *working.sheet.kept_posts()])
    return {
        "areas": {area: snapshot.areas[area].name for area in areas if area in snapshot.areas},
        "offices": {one.id: one.name for one in offices_of(snapshot, working.looking.area)},
        "by": tuple(By),
        "stretches": tuple(Stretch),
        "shown": {post_text(post): saying.post(post) for post in calendar.choices},
        "posts": {post_text(post): saying.post_there(post) for post in posts},
        "people": {one: saying.person(one) for one in working.sheet.people},
        "kinds": ENTRY_KINDS,
        "scopes": tuple(Scope),
        "days": WEEKDAYS,
    }
