"""/shifts: the shifts that somebody has in the next two weeks, and cover or a swap asked for one of them."""

import hashlib
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, timedelta

from bot.cover.saying import DECLINE, TAKE
from bot.telegram.page import Page
from bot.telegram.tasks.task import Doing, buttons
from bot.words.times import say_moment, say_when
from directory.directory import Directory
from directory.overview.overviews import STAFF
from directory.rota.cover_rows import Waiting
from routing.rota.cover import CoverRefusal, CoverRefusedError, Wanted
from routing.rota.shifts import Span
from routing.rota.shifts_ahead import Shift, shifts_of

_AHEAD = timedelta(days=14)
_LONGEST = timedelta(days=1)  # beyond those, so that a shift is seen to its end
_MOST = 12
_CHOSEN, _ASK, _SWAP, _WITH, _TRADE, _WITHDRAW = "cover", "ask", "swap", "with", "trade", "back"
_KEY_BYTES = 5  # enough to tell the shifts of a month apart


class OwnShifts:
    """Reads the rota as it is at the moment of asking, covers and swaps reckoned with."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._choosing: Mapping[str, Callable[[Doing, Wanted], Awaitable[Page]]] = {
            _CHOSEN: self._how,
            _ASK: self._asked,
            _SWAP: self._swaps,
            _WITH: self._sure,
            _TRADE: self._asked,
        }

    async def called(self, doing: Doing) -> Page | None:
        """Whoever asks is the one whose shifts they are."""
        return None if doing.typed else await self._listed(doing)

    async def pressed(self, doing: Doing) -> Page:
        """A shift is chosen, and what is asked for it; or somebody who was asked answers."""
        what, _, which = doing.typed.partition(".")
        if what in self._choosing:
            wanted = await self._wanted(doing, *which.split("."))
            return await self._choosing[what](doing, wanted) if wanted else await self._listed(doing)
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

    async def _how(self, doing: Doing, wanted: Wanted) -> Page:
        """Cover, or a swap."""
        key = _key(wanted.shift)
        ask = doing.say("shifts-ask-button"), f"{_ASK}.{key}"
        swap = doing.say("shifts-swap-button"), f"{_SWAP}.{key}"
        told = f"{self._said(doing, wanted.shift)}\n{doing.say('shifts-ask-sure')}"
        return Page(told, buttons("shifts", ask, swap))

    async def _swaps(self, doing: Doing, wanted: Wanted) -> Page:
        """The shifts of colleagues that could be had in return."""
        mine = _key(wanted.shift)
        keys = [
            (
                doing.say("shifts-swap-with", who=self._name(one), begins=self._begins(doing, one)),
                f"{_WITH}.{mine}.{_key(one)}",
            )
            for one in self._could_swap(wanted.shift)
        ]
        told = doing.say("shifts-swap-which" if keys else "shifts-swap-none")
        cover = doing.say("shifts-ask-button"), f"{_ASK}.{mine}"
        return Page(f"{self._said(doing, wanted.shift)}\n{told}", buttons("shifts", *keys[:_MOST], cover))

    async def _sure(self, doing: Doing, wanted: Wanted) -> Page:
        """What a swap would come to, before it is asked for."""
        back = wanted.in_return
        if back is None:
            return await self._swaps(doing, wanted)
        told = doing.say(
            "shifts-swap-sure",
            who=self._name(back),
            shift=self._said(doing, wanted.shift),
            back=self._said(doing, back),
        )
        ask = (
            doing.say("shifts-swap-ask", who=self._name(back)),
            f"{_TRADE}.{_key(wanted.shift)}.{_key(back)}",
        )
        return Page(told, buttons("shifts", ask))

    async def _asked(self, doing: Doing, wanted: Wanted) -> Page:
        waiting = await self._directory.covers.ask(wanted, doing.who.account or "")
        if waiting is None:
            return Page(doing.say("shifts-nobody-to-ask"))
        back = doing.say("shifts-withdraw"), f"{_WITHDRAW}.{waiting.id}"
        said = self._waits(doing, waiting)
        if waiting.wanted != wanted:
            said = f"{doing.say('shifts-asked-already')}\n{said}"
        return Page(said, buttons("shifts", back))

    def _waits(self, doing: Doing, waiting: Waiting) -> str:
        until = say_moment(doing.words, waiting.until)
        if back := waiting.wanted.in_return:
            return doing.say("shifts-swap-asked", who=self._name(back), until=until)
        return doing.say("shifts-asked", count=waiting.asked, until=until)

    async def _answered(self, doing: Doing, what: str, number: int) -> Page:
        """Raises CoverRefusedError."""
        covers, account = self._directory.covers, doing.who.account
        if account is None or doing.who.standing not in STAFF:
            raise CoverRefusedError(CoverRefusal.UNKNOWN)
        if what == TAKE:
            taken = await covers.take(number, account)
            told = doing.say("shifts-swapped" if taken.in_return else "shifts-taken")
            return Page(f"{told}\n{self._said(doing, taken.shift)}")
        if what == DECLINE:
            await covers.decline(number, account)
            return Page(doing.say("shifts-declined"))
        await covers.withdraw(number, account)
        return Page(doing.say("shifts-withdrawn"))

    async def _wanted(self, doing: Doing, mine: str, theirs: str = "", *_: str) -> Wanted | None:
        """What a button is about, if that is there still."""
        shift = next((one for one in await self._coming(doing) if _key(one) == mine), None)
        if shift is None or not theirs:
            return Wanted(shift) if shift else None
        back = next((one for one in self._could_swap(shift) if _key(one) == theirs), None)
        return Wanted(shift, back) if back else None

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
        found = shifts_of(self._directory.snapshot.rota, person, self._whole())
        return [one for one in found if self._is_soon(one)]

    def _could_swap(self, shift: Shift) -> list[Shift]:
        found = self._directory.covers.could_swap(shift, self._whole())
        return [one for one in found if self._is_soon(one)]

    def _whole(self) -> Span:
        now = self._directory.now().astimezone(UTC)
        return Span(now, now + _AHEAD + _LONGEST)

    def _is_soon(self, shift: Shift) -> bool:
        return shift.span.begins < self._directory.now() + _AHEAD

    def _name(self, shift: Shift) -> str:
        return self._directory.snapshot.rota.people[shift.person].name

    def _begins(self, doing: Doing, shift: Shift) -> str:
        return say_moment(doing.words, shift.span.begins)

    def _said(self, doing: Doing, shift: Shift) -> str:
        post = shift.post
        return doing.say(
            "shifts-line",
            role=doing.words.say(f"role-{post.role}", provider=post.provider or "none"),
            where=self._directory.snapshot.name_of(post.area, post.office),
            begins=self._begins(doing, shift),
            ends=say_when(doing.words, shift.span.ends, shift.span.begins),
        )


def _key(shift: Shift) -> str:
    """By what a button knows a shift again: two of them would not find room in it in words."""
    begins = int(shift.span.begins.timestamp())
    told = f"{'/'.join(map(str, shift.post))} {shift.person} {begins}".encode()
    return hashlib.blake2s(told, digest_size=_KEY_BYTES).hexdigest()
