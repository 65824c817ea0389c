"""The addresses of oversight: enquiries, requests, coverage, and the figures as files."""

import asyncio
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.service import Service
from bot.web.drawing import draw
from bot.web.overview.choice import OWN, PERIODS, Choice, ChoiceError, Choices
from bot.web.overview.figures import Figure
from bot.web.overview.of_coverage import OfCoverage
from bot.web.overview.of_enquiries import OfEnquiries
from bot.web.overview.of_requests import OfRequests
from bot.web.visitors import NotForYouError, Visitor, Visitors
from bot.words.message import Line, Text
from bot.words.overview import OverviewSaying
from bot.words.overview_names import OverviewNames
from directory.exchange.figures import write_figures
from routing.moments import day_in_london
from routing.oversight.coverage import Coverage, coverage
from routing.oversight.overview import Overview
from routing.oversight.scope import Scope, narrowed
from routing.oversight.table import Row, rows_ahead, rows_of
from routing.vocabulary import Standing

_ENQUIRIES, _REQUESTS, _COVERAGE = "enquiries", "requests", "coverage"
_PATHS = {_ENQUIRIES: "/overview", _REQUESTS: "/overview/requests", _COVERAGE: "/overview/coverage"}
_FIGURES = "figures"  # of a period, and so not coverage
_DAYS_AHEAD = 28
_FILES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def overview_routes(service: Service, visitors: Visitors) -> list[BaseRoute]:
    """`/overview` and what is below it."""
    pages = OverviewPages(service, visitors)
    return [
        Route(_PATHS[_ENQUIRIES], pages.enquiries, methods=["GET"]),
        Route(_PATHS[_REQUESTS], pages.requests, methods=["GET"]),
        Route(_PATHS[_COVERAGE], pages.coverage, methods=["GET"]),
        *(Route(f"/overview/{_FIGURES}.{ending}", pages.file, methods=["GET"]) for ending in _FILES),
        *(
            Route(f"/overview/{_COVERAGE}.{ending}", pages.coverage_file, methods=["GET"])
            for ending in _FILES
        ),
    ]


class Looks(NamedTuple):
    """Somebody who oversees something, what they have chosen, and which part of theirs that is."""

    visitor: Visitor
    choice: Choice
    choices: Choices
    scopes: tuple[Scope, ...]
    names: OverviewNames


class OverviewPages:
    """Each page is for whoever oversees something, and of that alone (rule `disclosure.overview`).

    Charts and files are made in a thread: they take tens of milliseconds, and answers do not wait.
    """

    def __init__(self, service: Service, visitors: Visitors) -> None:
        self._directory = service.assistant.directory
        self._visitors = visitors

    async def enquiries(self, request: Request) -> Response:
        """How many there were, when, about what, and how they ended."""
        return await self._figures(request, _ENQUIRIES)

    async def requests(self, request: Request) -> Response:
        """Call backs, and what was asked of other agencies."""
        return await self._figures(request, _REQUESTS)

    async def coverage(self, request: Request) -> Response:
        """Where nobody is on in the four weeks to come."""
        looks = await self._looks(request)
        keeps = looks.visitor.who.standing is Standing.ADMIN
        shown = OfCoverage(looks.names, keeps).shown(await self._coverage(looks))
        return _draw(looks, _COVERAGE, coverage=shown, keeps=keeps)

    async def coverage_file(self, request: Request) -> Response:
        """The same as a spreadsheet."""
        looks = await self._looks(request)
        return await _file(request, rows_ahead(await self._coverage(looks)))

    async def file(self, request: Request) -> Response:
        """All figures of a period as a spreadsheet."""
        looks = await self._looks(request)
        try:
            found = await self._overview(looks)
        except ChoiceError as error:
            return _draw(looks, _ENQUIRIES, 400, wrong=str(error))
        return await _file(request, rows_of(found))

    async def _figures(self, request: Request, view: str) -> Response:
        looks = await self._looks(request)
        try:
            found = await self._overview(looks)
        except ChoiceError as error:
            return _draw(looks, view, 400, wrong=str(error))
        saying = OverviewSaying(looks.names)
        drawn = _of_enquiries if view == _ENQUIRIES else _of_requests
        lines, figures = await asyncio.to_thread(drawn, saying, found)
        heading = _text(saying.heading(found, looks.scopes))
        return _draw(looks, view, heading=heading, lines=lines, figures=figures)

    async def _overview(self, looks: Looks) -> Overview:
        """Raises ChoiceError."""
        span = looks.choice.span(self._directory.now())
        return await self._directory.oversight.overview(looks.scopes, span)

    async def _coverage(self, looks: Looks) -> Coverage:
        today = day_in_london(self._directory.now())
        return await asyncio.to_thread(coverage, looks.names.snapshot, looks.scopes, today, _DAYS_AHEAD)

    async def _looks(self, request: Request) -> Looks:
        """Raises what `admit` does, NotForYouError for what they do not oversee too."""
        visitor = await self._visitors.admit(request, Standing.OFFICER, Standing.ADMIN)
        viewer = await self._directory.oversight.viewer(visitor.who)
        oversees = tuple(viewer.oversees) if viewer else ()
        snapshot, choice = self._directory.snapshot, Choice.read(request.query_params)
        wanted = choice.scope(snapshot)
        scopes = narrowed(oversees, wanted) if wanted else ()
        if not scopes:
            raise NotForYouError(visitor)
        names = OverviewNames(visitor.words, snapshot, await self._directory.information.agencies.names())
        return Looks(visitor, choice, Choices.of(oversees, choice, snapshot), scopes, names)


def _of_enquiries(saying: OverviewSaying, found: Overview) -> tuple[list[str], list[Figure]]:
    figures = OfEnquiries(saying.names).figures(found.enquiries, found.span)
    return [_text(line) for line in saying.of_enquiries(found.enquiries)], list(figures)


def _of_requests(saying: OverviewSaying, found: Overview) -> tuple[list[str], list[Figure]]:
    lines = (*saying.of_open_calls(found), *saying.of_open_information(found.information))
    return [_text(line) for line in lines], list(OfRequests(saying.names).figures(found))


def _text(line: Line) -> str:
    return "".join(run.text for run in line.runs if isinstance(run, Text))


async def _file(request: Request, rows: Iterable[Row]) -> Response:
    """A spreadsheet by the name that was asked for."""
    name = request.url.path.rpartition("/")[2]
    content = await asyncio.to_thread(_written, name, rows)
    shown = {"content-disposition": f'attachment; filename="signpost-{name}"'}
    return Response(content, media_type=_FILES[name.rpartition(".")[2]], headers=shown)


def _written(name: str, rows: Iterable[Row]) -> bytes:
    with TemporaryDirectory() as folder:
        file = Path(folder) / name
        write_figures(file, rows)
        return file.read_bytes()


def _draw(looks: Looks, view: str, status: int = 200, **shown: object) -> Response:
    file = _COVERAGE if view == _COVERAGE else _FIGURES
    return draw(
        looks.visitor,
        f"overview/{file}.html",
        status,
        view=view,
        file=file,
        endings=list(_FILES),
        paths=_PATHS,
        query=urlencode(looks.choice.query()),
        choice=looks.choice,
        choices=_options(looks.choices, looks.names),
        periods=() if view == _COVERAGE else (*PERIODS, OWN),
        **{"wrong": "", "heading": "", "lines": (), "figures": (), **shown},
    )


def _options(choices: Choices, names: OverviewNames) -> dict[str, dict[str, str]]:
    """What can be chosen, by the name of its field: each value with its label."""
    return {
        "area": {one: names.where(one, None) for one in choices.areas},
        "office": {one: names.where(None, one) for one in choices.offices},
        "provider": {one: names.words.say("provider", provider=one) for one in choices.providers},
    }
