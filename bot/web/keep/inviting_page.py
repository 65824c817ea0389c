"""An invitation: a link that makes whoever opens it an account, once and for some days; shown once."""

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from bot.service import Service
from bot.web.drawing import draw
from bot.web.keep.keepers import KeepersPage, typed
from bot.web.visitors import Visitor, Visitors
from directory.accounts.invitations import InvitationError, Offer
from directory.channels.web_addresses import link_to_redeem
from routing.policy import Policies
from routing.vocabulary import Standing

_STANDINGS = tuple(one for one in Standing if one is not Standing.PUBLIC)
_MOST_DAYS = 90


@dataclass(frozen=True, slots=True)
class InvitingPage(KeepersPage):
    """The form, and the links that it leads to."""

    service: Service

    @classmethod
    def of_service(cls, service: Service, visitors: Visitors) -> "InvitingPage":
        """That of one running process."""
        return cls(service.assistant.directory, visitors, service)

    async def show(self, request: Request) -> Response:
        """An empty form."""
        visitor = await self.admit(request)
        return await self._form(
            visitor, {"area": visitor.who.area or self.directory.area, "standing": "partner"}
        )

    async def invite(self, request: Request) -> Response:
        """The links, or what is wrong."""
        visitor, form = await self.admit(request), await request.form()
        cells = {
            name: typed(form, name)
            for name in ("agency", "standing", "area", "office", "coordinator", "days")
        }
        try:
            offer, days = _offer(cells), _days(cells["days"])
            token = await self.directory.accounts.invite(
                offer, visitor.who, visitor.asker.channel, Policies.bundled().limits, days
            )
        except InvitationError as error:
            return await self._form(visitor, cells, error)
        links = {"web": link_to_redeem(self.service.web, token)}
        if bot := await self.service.telegram.bot():
            links["telegram"] = f"https://t.me/{bot}?start={token}"
        return draw(visitor, "keep/invited.html", links=links, offer=offer, days=days or _usual_days())

    async def _form(
        self, visitor: Visitor, cells: Mapping[str, str], error: InvitationError | None = None
    ) -> Response:
        snapshot, area = self.directory.snapshot, visitor.who.area
        return draw(
            visitor,
            "keep/invite.html",
            422 if error else 200,
            cells=cells,
            wrong=visitor.words.held(str(error)) if error else (),
            wrong_field=error.field if error else "",
            agencies=list(await self.directory.accounts.agencies()),
            standings=[one for one in _STANDINGS if area is None or one is not Standing.ADMIN],
            areas=sorted(snapshot.areas) if area is None else [area],
            offices=sorted(one.id for one in snapshot.offices.values() if area in (None, one.area)),
            of_all=area is None,
            usual_days=_usual_days(),
        )


def _offer(cells: Mapping[str, str]) -> Offer:
    if cells["standing"] not in _STANDINGS:
        raise InvitationError("Choose what they may know.", "standing")
    if not cells["agency"]:
        raise InvitationError("Choose the agency that they belong to.", "agency")
    return Offer(
        agency=cells["agency"],
        standing=Standing(cells["standing"]),
        area=cells["area"] or None,
        office=cells["office"] or None,
        coordinator=cells["coordinator"] == "yes",
    )


def _days(text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= _MOST_DAYS):
        raise InvitationError("Write a number of days from 1 to 90.", "days")
    return int(text)


def _usual_days() -> int:
    return Policies.bundled().limits.invitation_days
