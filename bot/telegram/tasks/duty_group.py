"""/dutygroup: what is offered to the duty officers of an office is offered in this group as well."""

from bot.telegram.page import Page
from bot.telegram.tasks.task import Doing
from directory.directory import Directory
from routing.snapshot import Office
from routing.vocabulary import Provider

_OFF = "off"
_PROVIDERS = {str(one): one for one in (Provider.NPS, Provider.CRC)}


class DutyGroup:
    """An admin writes it in the group itself, since nobody sees the number of a group anywhere."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory

    async def called(self, doing: Doing) -> Page | None:
        """It holds at once, and what ends it is said with it."""
        if doing.chat == doing.user:
            return Page(doing.say("dutygroup-in-the-group"))
        groups, offices = self._directory.duty_groups, self._directory.snapshot.offices
        typed = doing.typed.casefold()
        if typed == _OFF:
            gone = await groups.forget(doing.chat, offices, doing.who)
            return Page(doing.say("dutygroup-gone" if gone else "dutygroup-none"))
        named, _, last = typed.rpartition(" ")
        office, provider = self._office(named), _PROVIDERS.get(last)
        if office is None or provider is None:
            return await self._shown(doing)
        if not await groups.choose(doing.chat, office, provider, doing.who):
            return Page(doing.say("dutygroup-not-yours", office=office.name))
        return Page(doing.say("dutygroup-done", provider=provider, office=office.name))

    async def _shown(self, doing: Doing) -> Page:
        """Whose offers the group gets, and how to write it."""
        offices = self._directory.snapshot.offices
        lines = [
            doing.say("dutygroup-is", provider=provider, office=offices[office].name)
            for office, provider in await self._directory.duty_groups.of(doing.chat)
            if office in offices
        ]
        return Page("\n".join([*lines, doing.say("dutygroup-how")]))

    def _office(self, named: str) -> Office | None:
        """By its id, in one word or in several, or by its name."""
        offices = self._directory.snapshot.offices
        by_name = (one for one in offices.values() if one.name.casefold() == named)
        return offices.get("-".join(named.split())) or next(by_name, None)
