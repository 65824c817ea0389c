"""/overview: how the service works, in figures, for whoever manages a part of it."""

from datetime import time, timedelta

from bot.telegram.page import Page, fresh_page
from bot.telegram.tasks.task import Doing, buttons
from bot.words.overview import OverviewSaying
from bot.words.overview_names import OverviewNames
from directory.directory import Directory
from routing.moments import day_in_london, on_the_wall
from routing.rota.shifts import Span

_DAYS = ("7", "28", "91")


class ManagersOverview:
    """The figures of a week, up to now; buttons give longer periods."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory

    async def called(self, doing: Doing) -> Page | None:
        """Of the last week."""
        return None if doing.typed else await self._page(doing, _DAYS[0])

    async def pressed(self, doing: Doing) -> Page:
        """Of another period."""
        return await self._page(doing, doing.typed if doing.typed in _DAYS else _DAYS[0])

    async def _page(self, doing: Doing, days: str) -> Page:
        directory = self._directory
        viewer = directory.overviews.viewer(doing.who)
        if viewer is None or not viewer.oversees:
            return Page(doing.words.say("overview-not-yours"))
        now = directory.now()
        first = day_in_london(now) - timedelta(days=int(days) - 1)
        figures = await directory.overviews.overview(viewer.oversees, Span(on_the_wall(first, time.min), now))
        saying = OverviewSaying(
            OverviewNames(doing.words, directory.snapshot, await directory.information.agencies.names())
        )
        page = fresh_page(doing.words, saying.message(figures, viewer.oversees))
        others = ((doing.words.say("overview-days", days=int(one)), one) for one in _DAYS if one != days)
        return page._replace(keyboard=buttons("overview", *others))
