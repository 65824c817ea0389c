"""/calendar: one's own shifts in one's own calendar, by an address that is made and taken back here."""

from bot.telegram.page import Page
from bot.telegram.tasks.task import Doing, buttons
from directory.accounts.feeds import FeedError, Of
from directory.accounts.standing import TELEGRAM
from directory.directory import Directory

_MAKE, _TAKE_BACK = "make", "back"


class OwnCalendar:
    """Somebody has one such address at a time. `web` is the address at which people reach the pages."""

    def __init__(self, directory: Directory, web: str) -> None:
        self._directory = directory
        self._web = web

    async def called(self, doing: Doing) -> Page | None:
        """What it is, and the way to one."""
        if doing.typed:
            return None
        make = doing.say("calendar-make"), _MAKE
        return Page(doing.say("calendar-about"), buttons("calendar", make, _back(doing)))

    async def pressed(self, doing: Doing) -> Page:
        """An address is made in the place of the one before, or that is taken back."""
        account = doing.who.account or ""
        await self._take_back(account)
        if doing.typed != _MAKE:
            return Page(doing.say("calendar-taken-back"))
        feeds, picture = self._directory.calendar_feeds, self._directory.snapshot
        try:
            secret = await feeds.make(account, Of(), picture, TELEGRAM)
        except FeedError:
            return Page(doing.say("not-on-rota"))
        address = f"{self._web}/calendars/{secret}.ics"
        return Page(doing.say("calendar-made", address=address), buttons("calendar", _back(doing)))

    async def _take_back(self, account: str) -> None:
        feeds = self._directory.calendar_feeds
        for feed in await feeds.of_account(account):
            if feed.office is None and feed.post is None:
                await feeds.take_back(account, feed.id, TELEGRAM)


def _back(doing: Doing) -> tuple[str, str]:
    return doing.say("calendar-take-back"), _TAKE_BACK
