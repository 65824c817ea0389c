"""Where a keeper begins: what waits for them, and the way to each of their pages."""

from starlette.requests import Request
from starlette.responses import Response

from bot.web.drawing import draw
from bot.web.keep.keepers import KeepersPage


class FrontPage(KeepersPage):
    """Counts what waits, each beside the way to where it is done."""

    async def show(self, request: Request) -> Response:
        """The page."""
        visitor = await self.admit(request)
        due = await self.directory.keeping.due_to(self.keeper(visitor))
        _, words = await self.directory.keeping.not_understood()
        return draw(
            visitor,
            "keep/front.html",
            due=len(due),
            suspect=sum(bool(one.suspect) for one in due),
            words=len(words),
            area=self.keeper(visitor).area,
        )
