"""/check: what is due for a check in a keeper's areas, each confirmed with one press."""

from datetime import date

from bot.telegram.page import Page
from bot.telegram.tasks.task import Doing, buttons
from bot.words.times import say_date
from directory.accounts.standing import TELEGRAM
from directory.directory import Directory
from directory.keeping.freshness import Due
from directory.keeping.keeping import Keeper

_MOST = 8  # a keyboard that a telephone shows without scrolling


class Checking:
    """The list, shortened by one at each press."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory

    async def called(self, doing: Doing) -> Page | None:
        """The list."""
        return None if doing.typed else await self._list(doing)

    async def pressed(self, doing: Doing) -> Page:
        """Something is right; the list as it is then."""
        done = await self._directory.keeping.confirm(self._keeper(doing), doing.typed, TELEGRAM)
        # What was pressed is repeated only where it is something that there is.
        said = doing.say("check-confirmed", what=doing.typed) if done else doing.say("check-not-due")
        page = await self._list(doing)
        return page._replace(html=f"{said}\n\n{page.html}")

    async def _list(self, doing: Doing) -> Page:
        due = await self._directory.keeping.due_to(self._keeper(doing))
        if not due:
            return Page(doing.say("check-nothing"))
        lines = [doing.say("check-due", count=str(len(due))), *(_said(doing, one) for one in due[:_MOST])]
        keys = ((doing.say("check-right", what=one.what), one.what) for one in due[:_MOST])
        return Page("\n".join(lines), buttons("check", *keys))

    def _keeper(self, doing: Doing) -> Keeper:
        who = doing.who
        area = self._directory.snapshot.areas[who.area].name if who.area else None
        return Keeper(who.account or "", area)


def _said(doing: Doing, due: Due) -> str:
    where = ", ".join(due.posts)
    if due.suspect:
        return doing.say("check-suspect", what=due.what, where=where)
    if due.due_on == date.min:
        return doing.say("check-never", what=due.what, where=where)
    return doing.say("check-since", what=due.what, where=where, date=say_date(doing.words, due.due_on))
