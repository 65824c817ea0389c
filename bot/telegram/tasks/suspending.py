"""/suspend: an account that misuses Signpost is told no more than the public, until it is restored."""

import re

from bot.telegram.page import Page
from bot.telegram.tasks.task import Doing, buttons
from directory.accounts.keeping import Deed
from directory.accounts.standing import TELEGRAM
from directory.directory import Directory

_ACCOUNT = re.compile(r"[a-z0-9-]{1,58}")
_RESTORES = "+"  # before an account: the other way round


class Suspending:
    """One press suspends, another restores; what a keeper may judge is decided at each."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory

    async def called(self, doing: Doing) -> Page | None:
        """Asks whether to; an account has an id, which says nothing of who it is."""
        if not doing.typed:
            return Page(doing.say("suspend-how"))
        if not _ACCOUNT.fullmatch(doing.typed):
            return None
        return Page(doing.say("suspend-sure"), buttons("suspend", (doing.say("suspend-button"), doing.typed)))

    async def pressed(self, doing: Doing) -> Page:
        """It is done, and can be undone with one press."""
        account, restores = doing.typed.removeprefix(_RESTORES), doing.typed.startswith(_RESTORES)
        deed = Deed.RESTORE if restores else Deed.SUSPEND
        if not await self._directory.account_keeping.judge(account, doing.who, TELEGRAM, deed):
            return Page(doing.say("suspend-not-yours"))
        if restores:
            return Page(
                doing.say("suspend-restored"), buttons("suspend", (doing.say("suspend-button"), account))
            )
        back = (doing.say("suspend-restore-button"), f"{_RESTORES}{account}")
        return Page(doing.say("suspend-done"), buttons("suspend", back))
