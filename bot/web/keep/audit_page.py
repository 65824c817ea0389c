"""The audit: who changed what and when, searched by day, by whom and by what, and whether it is whole."""

from datetime import date
from typing import NamedTuple, get_args

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response

from bot.web.drawing import draw
from bot.web.keep.keepers import KeepersPage
from bot.web.visitors import Visitor
from bot.words.catalogue import Words
from bot.words.times import say_date, say_time
from directory.audit.audit import Action
from directory.audit.check import AuditCheck
from directory.audit.log import AT_A_TIME, Noted, Wanted
from directory.exchange.cells.cell import CellError, Known
from directory.exchange.cells.measures import Day
from routing.hours import LONDON

_ACTIONS: tuple[Action, ...] = get_args(Action)


class Search(NamedTuple):
    """What was typed, what is wanted by it, and which days cannot be read."""

    typed: dict[str, str]
    wanted: Wanted
    wrong: tuple[str, ...] = ()


class AuditPage(KeepersPage):
    """The rows that are this keeper's to see."""

    async def show(self, request: Request) -> Response:
        """The newest of those that are looked for."""
        visitor = await self.admit(request)
        return await self._list(visitor, _search(visitor.words, request.query_params))

    async def check(self, request: Request) -> Response:
        """Go through all of it, and say what was found."""
        visitor = await self.admit(request)
        nothing = _search(visitor.words, QueryParams())
        return await self._list(visitor, nothing, await self.directory.audit_log.check())

    async def _list(self, visitor: Visitor, search: Search, check: AuditCheck | None = None) -> Response:
        rows = [] if search.wrong else await self.directory.audit_log.rows(visitor.who, search.wanted)
        return draw(
            visitor,
            "keep/audit.html",
            422 if search.wrong else 200,
            rows=[(row, _when(visitor, row), _said(visitor.words, row.action)) for row in rows[:AT_A_TIME]],
            more=rows[AT_A_TIME - 1].number if len(rows) > AT_A_TIME else None,
            typed=search.typed,
            wrong=search.wrong,
            check=check,
            of_all=visitor.who.area is None,
        )


def _search(words: Words, asked: QueryParams) -> Search:
    """What an address asks for, by the words that the page has for it too; a number that is none is as if it
    were not there."""
    typed = {
        name: asked.get(name, "").replace("\0", "").strip()[:200]
        for name in ("since", "until", "who", "what")
    }
    days: dict[str, date | None] = {}
    wrong: list[str] = []
    for name in ("since", "until"):
        try:
            days[name] = Day().read(typed[name], Known()) if typed[name] else None
        except CellError:
            wrong.append(name)
    before = asked.get("before", "")
    number = int(before) if before.isascii() and before.isdigit() and len(before) < 12 else None
    what = typed["what"]
    actions = tuple(one for one in _ACTIONS if what and what.lower() in _said(words, one).lower())
    wanted = Wanted(days.get("since"), days.get("until"), typed["who"], what, number, actions)
    return Search(typed, wanted, tuple(wrong))


def _said(words: Words, action: str) -> str:
    """What was done; nothing for what no version of today does."""
    return words.say(f"keep-action-{action.replace(' ', '-')}") if action in _ACTIONS else ""


def _when(visitor: Visitor, row: Noted) -> tuple[str, str]:
    local = row.at.astimezone(LONDON)
    return say_date(visitor.words, local.date()), say_time(
        visitor.words, local.time().replace(second=0, microsecond=0)
    )
