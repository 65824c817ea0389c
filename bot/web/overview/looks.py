"""Who looks at the pages of the overview, at what, and the frame that each page has in common."""

from enum import StrEnum
from typing import NamedTuple
from urllib.parse import urlencode

from starlette.responses import Response

from bot.web.drawing import draw
from bot.web.overview.choice import OWN, PERIODS, Choice, Choices
from bot.web.overview.files import MEDIA_TYPES
from bot.web.visitors import Visitor
from bot.words.overview_names import OverviewNames
from routing.overview.scope import Scope


class View(StrEnum):
    """One of the pages."""

    ENQUIRIES = "enquiries"
    REQUESTS = "requests"
    COVERAGE = "coverage"  # of days to come, and so without a period


PATHS = {
    View.ENQUIRIES: "/overview",
    View.REQUESTS: "/overview/requests",
    View.COVERAGE: "/overview/coverage",
}
FIGURES = "figures"  # of a period: what a page draws, and the file of it


class Looks(NamedTuple):
    """Somebody who oversees something, what they have chosen, and which part of theirs that is."""

    visitor: Visitor
    choice: Choice
    choices: Choices
    scopes: tuple[Scope, ...]
    names: OverviewNames

    def draw(self, view: View, status: int = 200, **shown: object) -> Response:
        """A page, with what can be chosen and the way to the others."""
        file = view if view is View.COVERAGE else FIGURES
        return draw(
            self.visitor,
            f"overview/{file}.html",
            status,
            view=view,
            file=file,
            endings=list(MEDIA_TYPES),
            paths=PATHS,
            query=urlencode(self.choice.query()),
            choice=self.choice,
            choices=self._options(),
            periods=() if view is View.COVERAGE else (*PERIODS, OWN),
            **{"wrong": "", "heading": "", "lines": (), "figures": (), **shown},
        )

    def _options(self) -> dict[str, dict[str, str]]:
        """What can be chosen, by the name of its field: each value with its label."""
        names, choices = self.names, self.choices
        return {
            "area": {one: names.where(one, None) for one in choices.areas},
            "office": {one: names.where(None, one) for one in choices.offices},
            "provider": {one: names.words.say("provider", provider=one) for one in choices.providers},
        }
