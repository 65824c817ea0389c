"""An invitation that somebody has opened: "/start" and its token.

Whoever has an account already is told what it would become, and asked once. Until they agree the
invitation stays unused; the button holds what they agree to, so that it works after a restart too.
"""

from html import escape

from bot.telegram.page import Page
from bot.telegram.tasks.task import Doing, buttons
from bot.verifying import Verifying
from directory.accounts.standing import TELEGRAM

_KEEP = "keep"


class Accepting:
    """Uses it, or leaves it to whoever it is for."""

    def __init__(self, verifying: Verifying) -> None:
        self._verifying = verifying

    async def called(self, doing: Doing) -> Page | None:
        """What comes of it; where an account would change, what and the choice."""
        return await self._used(doing, doing.typed)

    async def pressed(self, doing: Doing) -> Page:
        """It is used as agreed, or nothing is changed."""
        if doing.typed == _KEEP:
            return Page(escape(doing.words.say("verify-kept"), quote=False))
        token, _, agreed = doing.typed.partition(":")
        return await self._used(doing, token, agreed)

    async def _used(self, doing: Doing, token: str, agreed: str = "") -> Page:
        told = await self._verifying.redeem(doing.words, token, TELEGRAM, doing.user, agreed)
        choice = buttons(
            "start",
            (doing.words.say("sign-in-change-keep"), _KEEP),
            (doing.words.say("sign-in-change-do"), f"{token}:{told.agree_by}"),
        )
        return Page(escape(told.words, quote=False), choice if told.agree_by else None)
