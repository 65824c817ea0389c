"""The boards that are open in browsers, kept as they are now by one watcher for all of them.

A board is drawn once for all who see the same: an office, in a language, with or without names. It is
drawn anew when the directory changes, when the moment has come from which it may be otherwise, and when
something becomes of a call back that somebody at that desk was asked for; and whoever may follow no longer
is let go: that is two queries a second, however many pages are open.
"""

import asyncio
import hashlib
import logging
from collections.abc import AsyncGenerator, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import NamedTuple

from bot.web.drawing import drawn
from bot.web.reception.followers import Follower, Followers
from bot.web.reception.speaking import Speaking
from bot.words.catalogue import Words
from bot.words.language import Language
from directory.directory import Directory
from directory.pictures.pictures import Pictures
from routing.call_backs.request import Request
from routing.moments import day_in_london, on_the_wall
from routing.policy import Policies
from routing.reception.board import board_of
from routing.reception.notices import AHEAD, Coming

logger = logging.getLogger(__name__)

LOOK_EVERY = 1.0  # seconds
LASTS = 60.0  # seconds, after which a browser asks anew, and whether it still may is looked up
BEAT = 15.0  # seconds, within which something is sent, so that nothing between takes the line for dead


class View(NamedTuple):
    """What those who see the same board have in common."""

    office: str
    language: Language
    with_names: bool


class Drawn(NamedTuple):
    """A board as it is sent, and a mark by which it is known whether a browser has it already."""

    html: str
    mark: str


@dataclass(slots=True)
class _Open:
    """A board that somebody has open."""

    drawn: Drawn
    calls: tuple[Request, ...]
    version: int
    changes_at: datetime
    changed: asyncio.Event = field(default_factory=asyncio.Event)  # replaced by another at each change
    followers: set[Follower] = field(default_factory=set)

    def wake(self) -> None:
        """Have all who follow it look at it."""
        self.changed.set()
        self.changed = asyncio.Event()


class Boards:
    """Those of an open directory; whoever follows one hears of changes while `run` runs."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._open: dict[View, _Open] = {}
        self._calls: tuple[Request, ...] = ()
        self._ended = False
        self._followers = Followers(directory.sessions)
        directory.on_change(self._prepare)

    async def run(self, stop: asyncio.Event) -> None:
        """Look every so often, where anybody follows; once it is to stop, let everybody go."""
        while not stop.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), LOOK_EVERY)
            if self._open:
                await self._look_at_calls()
                await self._look_at_followers()
            for view in [*self._open]:
                self._look_at(view)
        self._ended = True
        for opened in self._open.values():
            opened.changed.set()

    async def now(self, view: View) -> Drawn | None:
        """A board as it is at this moment; None where the directory has no such office."""
        await self._look_at_calls()
        if view in self._open:
            self._look_at(view)
        opened = self._open.get(view) or self._drawn(view)
        return opened.drawn if opened else None

    def has_room_for(self, account: str) -> bool:
        """Whether an account may follow one more."""
        return self._followers.has_room_for(account)

    async def follow(self, view: View, seen: str, follower: Follower) -> AsyncGenerator[Drawn | None]:
        """Each board after the one that is `seen`, for a while; None where there is only a sign of life."""
        opened = self._join(view, follower)
        if opened is None:
            return
        loop = asyncio.get_running_loop()
        end = loop.time() + LASTS
        try:
            while follower.is_let_in and not self._ended and loop.time() < end:
                changed, drawn_now = opened.changed, opened.drawn
                yield drawn_now if drawn_now.mark != seen else None
                seen = drawn_now.mark
                with suppress(TimeoutError):
                    await asyncio.wait_for(changed.wait(), min(BEAT, max(0.0, end - loop.time())))
        finally:
            self._leave(view, follower)

    def _join(self, view: View, follower: Follower) -> _Open | None:
        opened = self._open.get(view) or self._drawn(view)
        if opened is None or not self.has_room_for(follower.session.account):
            return None
        self._open[view] = opened
        opened.followers.add(follower)
        self._followers.add(follower)
        return opened

    def _leave(self, view: View, follower: Follower) -> None:
        opened = self._open[view]
        opened.followers.remove(follower)
        self._followers.remove(follower)
        if not opened.followers:
            del self._open[view]

    def _prepare(self, pictures: Pictures) -> Callable[[], None]:
        """Make the pictures of the days to come here, in a thread: those of a whole country take a while."""
        _coming(pictures, day_in_london(self._directory.now()))
        return lambda: None

    def _look_at(self, view: View) -> None:
        opened, directory = self._open[view], self._directory
        same = opened.version == directory.pictures.version and opened.calls == self._calls_of(view.office)
        if same and directory.now() < opened.changes_at:
            return
        try:
            newer = self._drawn(view)
        except Exception as error:  # the board of before goes on being shown, and the others are looked at
            logger.error("A board could not be drawn: %s", type(error).__name__)
            return
        if newer is None:
            return
        opened.version, opened.changes_at, opened.calls = newer.version, newer.changes_at, newer.calls
        if newer.drawn.mark != opened.drawn.mark:
            opened.drawn = newer.drawn
            opened.wake()

    async def _look_at_followers(self) -> None:
        """Let those go who are not let in any longer."""
        await self._followers.look()
        for opened in self._open.values():
            if not all(one.is_let_in for one in opened.followers):
                opened.wake()

    async def _look_at_calls(self) -> None:
        """What has become of call backs that were asked for today, or are open; as before, if that fails."""
        midnight = on_the_wall(day_in_london(self._directory.now()), time.min)
        try:
            self._calls = tuple(await self._directory.call_backs.of_desks(midnight))
        except Exception as error:  # the boards go on with the rest of what they show
            logger.error("What became of call backs could not be read: %s", type(error).__name__)

    def _calls_of(self, office: str) -> tuple[Request, ...]:
        return tuple(one for one in self._calls if one.reception == office)

    def _drawn(self, view: View) -> _Open | None:
        directory, at = self._directory, self._directory.now()
        pictures, today = directory.pictures, day_in_london(at)
        office = pictures.at(today).offices.get(view.office)
        if office is None:
            return None
        policy = Policies.bundled().of(office.area)
        board = board_of(_coming(pictures, today), office, policy, at, with_names=view.with_names)
        words = Words(view.language)
        calls = self._calls_of(office.id)
        names = Speaking(words, at, pictures.at(today)).names
        html = drawn(words, "reception/board.html", board=board, calls=calls, today=today, **names)
        mark = hashlib.sha256(html.encode()).hexdigest()[:16]
        return _Open(Drawn(html, mark), calls, pictures.version, board.changes_at)


def _coming(pictures: Pictures, today: date) -> list[Coming]:
    """Today's picture, and those of the days to come on which the directory will be another."""
    coming = [Coming(today, pictures.at(today))]
    day = pictures.next_change(today)
    while day and day <= today + AHEAD:
        coming.append(Coming(day, pictures.at(day)))
        day = pictures.next_change(day)
    return coming
