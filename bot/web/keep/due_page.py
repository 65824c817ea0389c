"""What is due for a check, the reported numbers first: each is settled with one press."""

from datetime import date

from starlette.requests import Request
from starlette.responses import Response

from bot.web.drawing import draw
from bot.web.keep.keepers import KeepersPage, typed
from bot.web.visitors import Visitor
from bot.words.times import say_date
from directory.keeping.freshness import Due

_AT_A_TIME = 50  # the most urgent; others come once these are settled


class DuePage(KeepersPage):
    """The list, shortened by one at each press."""

    async def show(self, request: Request) -> Response:
        """The list."""
        return await self._list(await self.admit(request))

    async def confirm(self, request: Request) -> Response:
        """Something is right; the list as it is then."""
        visitor = await self.admit(request)
        what = typed(await request.form(), "what")
        done = await self.directory.keeping.confirm(self.keeper(visitor), what, visitor.asker.channel)
        # What was sent is repeated only where it is something that there is.
        return await self._list(visitor, confirmed=what if done else "")

    async def _list(self, visitor: Visitor, confirmed: str | None = None) -> Response:
        due = await self.directory.keeping.due_to(self.keeper(visitor))
        shown = [(one, _last(visitor, one)) for one in due[:_AT_A_TIME]]
        return draw(visitor, "keep/due.html", due=shown, more=len(due) - len(shown), confirmed=confirmed)


def _last(visitor: Visitor, due: Due) -> str | None:
    """Since when the last check no longer holds; None where there was none, or it does not matter."""
    return None if due.suspect or due.due_on == date.min else say_date(visitor.words, due.due_on)
