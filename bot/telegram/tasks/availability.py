"""/available: somebody on the rota says that they are away for a while, or back.

A change is made by a press, and where it would leave nobody on, by a second one that says so.
"""

from datetime import datetime, timedelta

from bot.telegram.page import Page
from bot.telegram.tasks.task import Doing, buttons
from bot.words.times import say_moment, say_time
from directory.directory import Directory
from routing.hours import LONDON
from routing.reading.until import until_said
from routing.rota.changes import gaps_opened, with_absence
from routing.rota.shifts import Absence, Span

_ON, _ALL_THE_SAME = "on", "!"
_LONGEST = timedelta(hours=12)
_CHOICES = (timedelta(minutes=30), timedelta(hours=1), timedelta(hours=2))


class Availability:
    """Absences of one's own, up to twelve hours from now."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory

    async def called(self, doing: Doing) -> Page | None:
        """What can be said; or to be confirmed what was written."""
        person = await self._directory.own_shifts.person_of(doing.who.account or "")
        if person is None:
            return Page(doing.say("not-on-rota"))
        if not doing.typed:
            return self._choices(doing)
        if doing.typed.casefold() == _ON:
            return Page(
                doing.say("available-sure-on"), buttons("available", (doing.say("available-on"), _ON))
            )
        until = until_said(doing.typed, self._directory.now())
        if not until:
            return None
        return Page(doing.say("available-sure"), buttons("available", self._button(doing, until[0])))

    async def pressed(self, doing: Doing) -> Page:
        """It is on the rota, unless it would leave nobody on: then once more."""
        person = await self._directory.own_shifts.person_of(doing.who.account or "")
        if person is None:
            return Page(doing.say("not-on-rota"))
        if doing.typed == _ON:
            back = await self._directory.own_shifts.is_back(person, doing.who.account or "")
            return Page(doing.say("available-is-on" if back else "available-was-on"))
        until, now = _moment(doing.typed.removesuffix(_ALL_THE_SAME)), self._directory.now()
        if until is None or not now < until <= now + _LONGEST:
            return self._choices(doing)
        return await self._is_away(doing, Absence(0, person, Span(now, until)))

    async def _is_away(self, doing: Doing, away: Absence) -> Page:
        picture = self._directory.snapshot
        gaps = list(gaps_opened(picture, with_absence(picture.rota, away), away.span))
        until = say_moment(doing.words, away.span.ends)
        if gaps and not doing.typed.endswith(_ALL_THE_SAME):
            sure = (doing.say("available-all-the-same"), f"{doing.typed}{_ALL_THE_SAME}")
            told = doing.say("available-leaves-nobody", moment=say_moment(doing.words, gaps[0][1].begins))
            return Page(told, buttons("available", sure))
        await self._directory.own_shifts.is_away(away.person, away.span, doing.who.account or "")
        return Page(
            doing.say("available-is-off", moment=until),
            buttons("available", (doing.say("available-on"), _ON)),
        )

    def _choices(self, doing: Doing) -> Page:
        now = self._directory.now()
        keys = [self._button(doing, now + span) for span in _CHOICES]
        return Page(doing.say("available-how"), buttons("available", *keys, (doing.say("available-on"), _ON)))

    def _button(self, doing: Doing, until: datetime) -> tuple[str, str]:
        shown = say_time(doing.words, until.astimezone(LONDON).time())
        return doing.say("available-until", time=shown), str(int(until.timestamp()))


def _moment(seconds: str) -> datetime | None:
    if not (seconds.isascii() and seconds.isdigit() and len(seconds) <= 11):
        return None
    return datetime.fromtimestamp(int(seconds), LONDON)
