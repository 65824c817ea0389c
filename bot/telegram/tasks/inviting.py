"""/invite: a link that makes whoever opens it an account, once and for some days."""

from collections.abc import Mapping
from html import escape

from bot.telegram.page import Page
from bot.telegram.tasks.task import Doing, buttons
from directory.accounts.invitations import InvitationError, Offer
from directory.accounts.standing import TELEGRAM
from directory.directory import Directory
from routing.policy import Policies
from routing.vocabulary import Standing

_COORDINATOR = "coordinator"
_OWN = "own"
_MOST = 20  # agencies that are named, of what may be hundreds
_STANDINGS = {str(one): one for one in Standing}


class Inviting:
    """A coordinator invites to their own agency with one press; an admin writes to what they invite."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory

    async def called(self, doing: Doing) -> Page | None:
        """The link, or how to ask for it."""
        if doing.who.standing is not Standing.ADMIN:
            return await self._of_own_agency(doing)
        agencies = await self._directory.accounts.agencies()
        offer = self._offer(doing, agencies)
        if offer is None:
            return Page(doing.say("invite-how", agencies=_some_of(agencies, doing)))
        return await self._link(offer, doing)

    async def pressed(self, doing: Doing) -> Page:
        """The link to a coordinator's own agency."""
        who = doing.who
        if not (who.coordinator and who.agency):
            return Page(doing.say("not-for-you"))
        return await self._link(Offer(who.agency, who.standing, who.area, who.office), doing)

    async def _of_own_agency(self, doing: Doing) -> Page:
        who = doing.who
        told = doing.say("invite-own", agency=await self._name(who.agency or ""), standing=who.standing)
        return Page(told, buttons("invite", (doing.say("invite-make"), _OWN)))

    async def _link(self, offer: Offer, doing: Doing) -> Page:
        limits = Policies.bundled().limits
        try:
            token = await self._directory.accounts.invite(offer, doing.who, TELEGRAM, limits)
        except InvitationError as error:
            said = doing.words.held(str(error), typed=True)
            return Page(escape("".join(run.text for run in said), quote=False))
        link = f"https://t.me/{doing.bot}?start={token}"
        days, agency = str(limits.invitation_days), await self._name(offer.agency)
        return Page(f"{doing.say('invite-link', days=days, agency=agency, standing=offer.standing)}\n{link}")

    async def _name(self, agency: str) -> str:
        return (await self._directory.information.agencies.names()).get(agency, agency)

    def _offer(self, doing: Doing, agencies: Mapping[str, str | None]) -> Offer | None:
        """What an admin has written to invite to; None where that names no agency, or too much."""
        typed = doing.typed.casefold().split()
        named = [one for one in typed if one not in _STANDINGS and one != _COORDINATOR]
        if not 1 <= len(named) <= 2:
            return None
        agency, office = named[0], named[1] if len(named) > 1 else None
        held = self._directory.snapshot.offices.get(office or "")
        return Offer(
            agency=agency,
            standing=next((_STANDINGS[one] for one in typed if one in _STANDINGS), Standing.PARTNER),
            area=doing.who.area or (held.area if held else agencies.get(agency)),
            office=office,
            coordinator=_COORDINATOR in typed,
        )


def _some_of(agencies: Mapping[str, str | None], doing: Doing) -> str:
    """The first that this keeper may invite to."""
    theirs = [agency for agency, area in agencies.items() if doing.who.area in (None, area)]
    listed = [*theirs[:_MOST], *(["…"] if len(theirs) > _MOST else [])]
    return ", ".join(listed) or doing.say("invite-no-agency")
