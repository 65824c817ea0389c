"""/me: who Signpost takes somebody to be, until when, what is kept of them, and how to end it."""

from bot.telegram.page import Page
from bot.telegram.tasks.task import Doing, buttons
from bot.words.times import say_date
from directory.accounts.binding import NotVerifiedError
from directory.accounts.standing import TELEGRAM
from directory.directory import Directory

_LEAVE, _SURE = "leave", "sure"


class Membership:
    """Shows an account to whoever has it, and ends it when they say so twice."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory

    async def called(self, doing: Doing) -> Page | None:
        """What is known of them; "leave" asks whether they are sure."""
        if doing.typed.casefold() == _LEAVE:
            return await self.pressed(doing)
        return None if doing.typed else await self._shown(doing)

    async def pressed(self, doing: Doing) -> Page:
        """One press asks whether they are sure, another ends the account; any other shows it again."""
        if await self._directory.accounts.membership(doing.person) is None:
            return Page(doing.say("me-public"))
        match doing.typed.casefold():
            case "leave":
                return Page(
                    doing.say("me-leave"),
                    buttons("me", (doing.say("me-sure"), _SURE), (doing.say("me-not-sure"), "stay")),
                )
            case "sure":
                return await self._left(doing)
        return await self._shown(doing)

    async def _shown(self, doing: Doing) -> Page:
        known, who = await self._directory.accounts.membership(doing.person), doing.who
        if known is None:
            return Page(doing.say("me-public"))
        leave = buttons("me", (doing.say("me-leave-button"), _LEAVE))
        if who.lapse:
            return Page(
                f"{doing.say('me-lapsed', agency=known.agency)} {doing.say(f'lapse-{who.lapse}')}", leave
            )
        lines = [
            doing.say("me-known", standing=who.standing, agency=known.agency, where=self._where(doing)),
            doing.say("me-until", date=say_date(doing.words, known.until))
            if known.until
            else doing.say("me-for-good"),
            *([doing.say("me-coordinator")] if who.coordinator else []),
            doing.say("me-kept", address="yes" if known.address_hash else "no"),
        ]
        return Page("\n".join(lines), leave)

    async def _left(self, doing: Doing) -> Page:
        try:
            await self._directory.accounts.leave(doing.person)
        except NotVerifiedError:
            return Page(doing.say("lapse-suspended"))
        self._directory.conversations.forget(f"telegram {doing.user}")
        await self._directory.languages.choose(TELEGRAM, doing.user, None)
        return Page(doing.say("me-left"))

    def _where(self, doing: Doing) -> str:
        """Their office, else their area; "none" where they are of all areas."""
        picture, who = self._directory.snapshot, doing.who
        if who.office and who.office in picture.offices:
            return picture.offices[who.office].name
        area = picture.areas.get(who.area or "")
        return area.name if area else "none"
