"""An invitation: a link that makes whoever opens it an account, once and for some days; shown once."""

from starlette.requests import Request
from starlette.responses import Response

from bot.web.drawing import draw
from bot.web.keep.access.granting import GrantingPage, whole
from directory.accounts.invitations import InvitationError
from directory.channels.web_addresses import link_to_redeem
from routing.policy import Policies
from routing.vocabulary import Standing

_MOST_DAYS = 90


class InvitingPage(GrantingPage):
    """The form, and the links that it leads to."""

    template = "keep/invite.html"
    standings = tuple(one for one in Standing if one is not Standing.PUBLIC)
    names = ("agency", "standing", "area", "office", "coordinator", "days")

    async def invite(self, request: Request) -> Response:
        """The links, or what is wrong."""
        visitor, limits = await self.admit(request), Policies.bundled().limits
        cells = self.cells(await request.form())
        try:
            offer, days = self.offer(cells), whole(cells, "days", _MOST_DAYS)
            token = await self.directory.accounts.invite(
                offer, visitor.who, visitor.asker.channel, limits, days
            )
        except InvitationError as error:
            return await self.form(visitor, cells, error)
        links = {"web": link_to_redeem(self.service.web, token)}
        if bot := await self.service.telegram.bot():
            links["telegram"] = f"https://t.me/{bot}?start={token}"
        days = days or limits.invitation_days
        return draw(visitor, "keep/invited.html", links=links, offer=offer, days=days)
