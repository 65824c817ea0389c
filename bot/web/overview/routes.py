"""The addresses of the overview: enquiries, requests, coverage, and the figures as files."""

import asyncio

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.service import Service
from bot.web.overview.choice import Choice, ChoiceError, Choices
from bot.web.overview.figures import Figure
from bot.web.overview.files import MEDIA_TYPES, as_file
from bot.web.overview.looks import FIGURES, PATHS, Looks, View
from bot.web.overview.of_coverage import OfCoverage
from bot.web.overview.of_enquiries import OfEnquiries
from bot.web.overview.of_requests import OfRequests
from bot.web.visitors import NotForYouError, Visitors
from bot.words.message import Line, Text
from bot.words.overview import OverviewSaying
from bot.words.overview_names import OverviewNames
from routing.moments import day_in_london
from routing.overview.coverage import Coverage, coverage
from routing.overview.overview import Overview
from routing.overview.scope import narrowed
from routing.overview.table import rows_ahead, rows_of
from routing.vocabulary import Standing

_DAYS_AHEAD = 28


def overview_routes(service: Service, visitors: Visitors) -> list[BaseRoute]:
    """`/overview` and what is below it."""
    pages = OverviewPages(service, visitors)
    found = {
        PATHS[View.ENQUIRIES]: pages.enquiries,
        PATHS[View.REQUESTS]: pages.requests,
        PATHS[View.COVERAGE]: pages.coverage,
        **{f"/overview/{FIGURES}.{ending}": pages.figures_file for ending in MEDIA_TYPES},
        **{f"/overview/{View.COVERAGE}.{ending}": pages.coverage_file for ending in MEDIA_TYPES},
    }
    return [Route(path, page, methods=["GET"]) for path, page in found.items()]


class OverviewPages:
    """Each page is for whoever oversees something, and of that alone (rule `disclosure.overview`).

    Charts and files are made in a thread: they take tens of milliseconds, and answers do not wait.
    """

    def __init__(self, service: Service, visitors: Visitors) -> None:
        self._directory = service.assistant.directory
        self._visitors = visitors

    async def enquiries(self, request: Request) -> Response:
        """How many there were, when, about what, and how they ended."""
        return await self._figures(request, View.ENQUIRIES)

    async def requests(self, request: Request) -> Response:
        """Call backs, and what was asked of other agencies."""
        return await self._figures(request, View.REQUESTS)

    async def figures_file(self, request: Request) -> Response:
        """All figures of a period as a spreadsheet."""
        looks = await self._looks(request)
        try:
            found = await self._overview(looks)
        except ChoiceError as error:
            return looks.draw(View.ENQUIRIES, 400, wrong=str(error))
        return await as_file(_name(request), rows_of(found))

    async def coverage(self, request: Request) -> Response:
        """Where nobody is on in the four weeks to come."""
        looks = await self._looks(request)
        keeps = looks.visitor.who.standing is Standing.ADMIN
        shown = OfCoverage(looks.names, keeps).shown(await self._coverage(looks))
        return looks.draw(View.COVERAGE, coverage=shown, keeps=keeps)

    async def coverage_file(self, request: Request) -> Response:
        """The same as a spreadsheet."""
        looks = await self._looks(request)
        return await as_file(_name(request), rows_ahead(await self._coverage(looks)))

    async def _figures(self, request: Request, view: View) -> Response:
        looks = await self._looks(request)
        try:
            found = await self._overview(looks)
        except ChoiceError as error:
            return looks.draw(view, 400, wrong=str(error))
        saying = OverviewSaying(looks.names)
        drawn = _of_enquiries if view is View.ENQUIRIES else _of_requests
        lines, figures = await asyncio.to_thread(drawn, saying, found)
        heading = _text(saying.heading(found, looks.scopes))
        return looks.draw(view, heading=heading, lines=lines, figures=figures)

    async def _overview(self, looks: Looks) -> Overview:
        """Raises ChoiceError."""
        span = looks.choice.span(self._directory.now())
        return await self._directory.overviews.overview(looks.scopes, span)

    async def _coverage(self, looks: Looks) -> Coverage:
        today = day_in_london(self._directory.now())
        return await asyncio.to_thread(coverage, looks.names.snapshot, looks.scopes, today, _DAYS_AHEAD)

    async def _looks(self, request: Request) -> Looks:
        """Raises what `admit` does, NotForYouError for what they do not oversee too."""
        visitor = await self._visitors.admit(request, Standing.OFFICER, Standing.ADMIN)
        viewer = self._directory.overviews.viewer(visitor.who)
        oversees = tuple(viewer.oversees) if viewer else ()
        snapshot, choice = self._directory.snapshot, Choice.read(request.query_params)
        wanted = choice.scope(snapshot)
        scopes = narrowed(oversees, wanted) if wanted else ()
        if not scopes:
            raise NotForYouError(visitor)
        names = OverviewNames(visitor.words, snapshot, await self._directory.information.agencies.names())
        return Looks(visitor, choice, Choices.of(oversees, choice, snapshot), scopes, names)


def _name(request: Request) -> str:
    """The file that was asked for."""
    return request.url.path.rpartition("/")[2]


def _of_enquiries(saying: OverviewSaying, found: Overview) -> tuple[list[str], list[Figure]]:
    figures = OfEnquiries(saying.names).figures(found.enquiries, found.span)
    return [_text(line) for line in saying.of_enquiries(found.enquiries)], list(figures)


def _of_requests(saying: OverviewSaying, found: Overview) -> tuple[list[str], list[Figure]]:
    lines = (*saying.of_open_calls(found), *saying.of_open_information(found.information))
    return [_text(line) for line in lines], list(OfRequests(saying.names).figures(found))


def _text(line: Line) -> str:
    return "".join(run.text for run in line.runs if isinstance(run, Text))
