"""/shifts: the shifts that somebody on the rota has in the next two weeks."""

from datetime import UTC, timedelta

from bot.telegram.page import Page
from bot.telegram.tasks.task import Doing
from bot.words.times import say_moment
from directory.directory import Directory
from routing.shifts import Span
from routing.shifts_ahead import Shift, shifts_of

_AHEAD = timedelta(days=14)
_MOST = 12


class OwnShifts:
    """Reads the rota as it is at the moment of asking, covers and swaps reckoned with."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory

    async def called(self, doing: Doing) -> Page | None:
        """Whoever asks is the one whose shifts they are."""
        return None if doing.typed else await self.pressed(doing)

    async def pressed(self, doing: Doing) -> Page:
        """The same."""
        person = await self._directory.own_shifts.person_of(doing.who.account or "")
        if person is None:
            return Page(doing.say("not-on-rota"))
        now = self._directory.now().astimezone(UTC)
        found = shifts_of(self._directory.snapshot.rota, person, Span(now, now + _AHEAD))
        if not found:
            return Page(doing.say("shifts-none"))
        return Page(
            "\n".join([doing.say("shifts-yours"), *(self._said(doing, one) for one in found[:_MOST])])
        )

    def _said(self, doing: Doing, shift: Shift) -> str:
        post, picture = shift.post, self._directory.snapshot
        where = picture.offices[post.office].name if post.office else picture.areas[post.area].name
        return doing.say(
            "shifts-line",
            role=doing.words.say(f"role-{post.role}", provider=post.provider or "none"),
            where=where,
            begins=say_moment(doing.words, shift.span.begins),
            ends=say_moment(doing.words, shift.span.ends),
        )
