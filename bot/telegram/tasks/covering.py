"""/cover: somebody on the rota takes over from a colleague who is on now, to the end of their shift."""

from datetime import timedelta

from bot.telegram.page import Page
from bot.telegram.tasks.task import Doing, buttons
from bot.words.times import say_moment
from directory.directory import Directory
from routing.rota.changes import OnPost, on_now
from routing.rota.shifts import Person, Span

_AHEAD = timedelta(days=2)
_MOST = 8


class Covering:
    """Offers the colleagues of the same provider and area who are on now."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory

    async def called(self, doing: Doing) -> Page | None:
        """From whom one can take over."""
        return None if doing.typed else await self._offered(doing)

    async def pressed(self, doing: Doing) -> Page:
        """It is on the rota, if the colleague is still on."""
        me = await self._me(doing)
        on = next((one for one in self._colleagues(me) if one.person.id == doing.typed), None)
        if me is None or on is None:
            return await self._offered(doing)
        await self._directory.own_shifts.stands_in(me.id, on.person.id, on.span, doing.who.account or "")
        return Page(doing.say("cover-done", who=on.person.name, moment=say_moment(doing.words, on.span.ends)))

    async def _offered(self, doing: Doing) -> Page:
        me = await self._me(doing)
        if me is None:
            return Page(doing.say("not-on-rota"))
        keys = [
            (
                doing.say("cover-for", who=one.person.name, moment=say_moment(doing.words, one.span.ends)),
                one.person.id,
            )
            for one in self._colleagues(me)[:_MOST]
        ]
        return Page(doing.say("cover-whom" if keys else "cover-nobody"), buttons("cover", *keys))

    async def _me(self, doing: Doing) -> Person | None:
        person = await self._directory.own_shifts.person_of(doing.who.account or "")
        return self._directory.snapshot.rota.people.get(person or "")

    def _colleagues(self, me: Person | None) -> list[OnPost]:
        """Each once, with the shift that ends first."""
        now, rota = self._directory.now(), self._directory.snapshot.rota
        found: dict[str, OnPost] = {}
        for one in on_now(rota, Span(now, now + _AHEAD)):
            same = me and (one.person.provider, one.person.area) == (me.provider, me.area)
            if same and one.person.id != (me.id if me else ""):
                earlier = found.setdefault(one.person.id, one)
                if one.span.ends < earlier.span.ends:
                    found[one.person.id] = one
        return list(found.values())
