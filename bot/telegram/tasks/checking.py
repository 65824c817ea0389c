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
        what = self._name(doing.typed)
        said = doing.say("check-confirmed", what=what) if done else doing.say("check-not-due")
        page = await self._list(doing)
        return page._replace(html=f"{said}\n\n{page.html}")

    async def _list(self, doing: Doing) -> Page:
        due = await self._directory.keeping.due_to(self._keeper(doing))
        if not due:
            return Page(doing.say("check-nothing"))
        lines = [
            doing.say("check-due", count=str(len(due))),
            *(self._said(doing, one) for one in due[:_MOST]),
        ]
        keys = ((doing.say("check-right", what=self._name(one.what)), one.what) for one in due[:_MOST])
        return Page("\n".join(lines), buttons("check", *keys))

    def _keeper(self, doing: Doing) -> Keeper:
        who = doing.who
        area = self._directory.snapshot.areas[who.area].name if who.area else None
        return Keeper(who.account or "", area)

    def _said(self, doing: Doing, due: Due) -> str:
        what, where = self._name(due.what), ", ".join(self._place(one) for one in due.posts)
        if due.suspect:
            return doing.say("check-suspect", what=what, where=where)
        if due.due_on == date.min:
            return doing.say("check-never", what=what, where=where)
        return doing.say("check-since", what=what, where=where, date=say_date(doing.words, due.due_on))

    def _name(self, what: str) -> str:
        """A number as it is; a run of a programme by the name of that."""
        picture = self._directory.snapshot
        return next(
            (picture.programmes[run.programme].name for run in picture.runs if run.code == what), what
        )

    def _place(self, code: str) -> str:
        picture = self._directory.snapshot
        held = picture.offices.get(code) or picture.areas.get(code)
        return held.name if held else code
