"""Programs of other systems, which ask by the interface: listed, let in, given a new token, ended.

A token is shown once, on the page that answers the press; no page and no database can show it again.
"""

from starlette.requests import Request
from starlette.responses import Response

from bot.web.drawing import draw
from bot.web.keep.access.granting import GrantingPage, whole
from bot.web.keep.keepers import typed
from bot.web.visitors import Visitor
from bot.words.times import say_date
from directory.accounts.clients import (
    MOST_DAYS,
    MOST_LOOK_UPS,
    MOST_REQUESTS,
    REQUESTS_A_MINUTE,
    STANDINGS,
    ClientError,
    NewClient,
)
from directory.errors import FieldError
from routing.policy import Policies


class ClientsPage(GrantingPage):
    """The clients of an area, or all; and the form for one more."""

    template = "keep/client.html"
    standings = STANDINGS
    names = ("id", "agency", "standing", "area", "office", "days", "requests_a_minute", "look_ups_a_day")

    async def listed(self, request: Request) -> Response:
        """Those that are theirs to keep."""
        return await self._list(await self.admit(request))

    async def do(self, request: Request) -> Response:
        """Give one a new token, or end it."""
        visitor, form = await self.admit(request), await request.form()
        deed, _, client = typed(form, "deed").partition(" ")
        clients, channel, days = self.directory.clients, visitor.asker.channel, _usual_days()
        try:
            if deed == "renew":
                token = await clients.renew(client, days, visitor.who, channel)
                return _token(visitor, client, token, days)
            if deed == "end":
                await clients.revoke(client, visitor.who, channel)
                return await self._list(visitor, "ended", client)
        except ClientError:
            pass  # it is gone meanwhile, or another keeper's
        return await self._list(visitor, "not-yours", client)

    async def add(self, request: Request) -> Response:
        """The token of one more, or what is wrong."""
        visitor = await self.admit(request)
        cells = self.cells(await request.form())
        try:
            days = whole(cells, "days", MOST_DAYS) or _usual_days()
            requests = whole(cells, "requests_a_minute", MOST_REQUESTS) or REQUESTS_A_MINUTE
            look_ups = whole(cells, "look_ups_a_day", MOST_LOOK_UPS)
            client = NewClient(cells["id"].lower(), self.offer(cells), days, requests, look_ups)
            token = await self.directory.clients.add(client, visitor.who, visitor.asker.channel)
        except FieldError as error:
            return await self.form(visitor, cells, error)
        return _token(visitor, client.id, token, days)

    async def _list(self, visitor: Visitor, done: str = "", whom: str = "") -> Response:
        clients = await self.directory.clients.listed(visitor.who)
        until = {one.id: say_date(visitor.words, one.verified_until) for one in clients if one.verified_until}
        return draw(
            visitor,
            "keep/clients.html",
            clients=clients,
            until=until,
            today=self.today(),
            limits=Policies.bundled().limits,
            done=done,
            whom=whom,
        )


def _usual_days() -> int:
    return Policies.bundled().limits.verified_days


def _token(visitor: Visitor, client: str, token: str, days: int) -> Response:
    return draw(visitor, "keep/client_token.html", client=client, token=token, days=days)
