"""/shifts: the shifts that somebody has in the next two weeks, and cover asked for one of them."""

from datetime import UTC, timedelta

from bot.handover.covering import DECLINE, TAKE
from bot.telegram.page import Page
from bot.telegram.tasks.task import Doing, buttons
from bot.words.times import say_moment
from directory.directory import Directory
from directory.oversight import STAFF
from routing.cover import CoverRefusal, CoverRefusedError
from routing.shifts import Span
from routing.shifts_ahead import Shift, shifts_of

_AHEAD = timedelta(days=14)
_LONGEST = timedelta(days=1)  # beyond those, so that a shift is seen to its end
_MOST = 12
_CHOSEN, _ASK, _WITHDRAW = "cover", "ask", "back"


class OwnShifts:
    """Reads the rota as it is at the moment of asking, covers and swaps reckoned with."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory

    async def called(self, doing: Doing) -> Page | None:
        """Whoever asks is the one whose shifts they are."""
        return None if doing.typed else await self._listed(doing)

    async def pressed(self, doing: Doing) -> Page:
        """Cover is asked for a shift, by two presses; or somebody who was asked answers."""
        what, _, which = doing.typed.partition(".")
        if what in (_CHOSEN, _ASK):
            shift = next((one for one in await self._coming(doing) if _key(one) == which), None)
            if shift is None:
                return await self._listed(doing)
            return self._sure(doing, shift) if what == _CHOSEN else await self._asked(doing, shift)
        if what in (TAKE, DECLINE, _WITHDRAW) and which.isdecimal():
            try:
                return await self._answered(doing, what, int(which))
            except CoverRefusedError as refused:
                return Page(doing.say("shifts-refused", refusal=refused.refusal))
        return await self._listed(doing)

    async def _listed(self, doing: Doing) -> Page:
        person = await self._person(doing)
        if person is None:
            return Page(doing.say("not-on-rota"))
        found = self._own(person)[:_MOST]
        if not found:
            return Page(doing.say("shifts-none"))
        lines = [doing.say("shifts-yours"), *(self._said(doing, one) for one in found)]
        keys = []
        for one in await self._coming(doing):
            label = doing.say("shifts-ask", begins=say_moment(doing.words, one.span.begins))
            keys.append((label, f"{_CHOSEN}.{_key(one)}"))
        return Page("\n".join(lines), buttons("shifts", *keys))

    def _sure(self, doing: Doing, shift: Shift) -> Page:
        ask = doing.say("shifts-ask-button"), f"{_ASK}.{_key(shift)}"
        return Page(f"{self._said(doing, shift)}\n{doing.say('shifts-ask-sure')}", buttons("shifts", ask))

    async def _asked(self, doing: Doing, shift: Shift) -> Page:
        waiting = await self._directory.covers.ask(shift, doing.who.account or "")
        if waiting is None:
            return Page(doing.say("shifts-nobody-to-ask"))
        until = say_moment(doing.words, waiting.until)
        back = doing.say("shifts-withdraw"), f"{_WITHDRAW}.{waiting.id}"
        return Page(doing.say("shifts-asked", count=waiting.asked, until=until), buttons("shifts", back))

    async def _answered(self, doing: Doing, what: str, number: int) -> Page:
        """Raises CoverRefusedError."""
        covers, account = self._directory.covers, doing.who.account
        if account is None or doing.who.standing not in STAFF:
            raise CoverRefusedError(CoverRefusal.UNKNOWN)
        if what == TAKE:
            taken = await covers.take(number, account)
            return Page(f"{doing.say('shifts-taken')}\n{self._said(doing, taken)}")
        if what == DECLINE:
            await covers.decline(number, account)
            return Page(doing.say("shifts-declined"))
        await covers.withdraw(number, account)
        return Page(doing.say("shifts-withdrawn"))

    async def _person(self, doing: Doing) -> str | None:
        return await self._directory.own_shifts.person_of(doing.who.account or "")

    async def _coming(self, doing: Doing) -> list[Shift]:
        """Those for which they may ask for cover. Whoever may not see names of staff may not."""
        person = await self._person(doing)
        if person is None or doing.who.standing not in STAFF:
            return []
        now = self._directory.now()
        return [one for one in self._own(person)[:_MOST] if one.span.begins > now]

    def _own(self, person: str) -> list[Shift]:
        """Those that begin within two weeks, and what is left of one that is on."""
        now = self._directory.now().astimezone(UTC)
        whole = Span(now, now + _AHEAD + _LONGEST)
        found = shifts_of(self._directory.snapshot.rota, person, whole)
        return [one for one in found if one.span.begins < now + _AHEAD]

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


def _key(shift: Shift) -> str:
    """By what a button knows a shift of one person again."""
    return f"{int(shift.span.begins.timestamp())}.{shift.post.role}.{shift.post.office or ''}"
