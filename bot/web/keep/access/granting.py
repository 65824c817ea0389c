"""A form by which a keeper lets somebody in, or a program: what both ask for, and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Self

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from bot.service import Service
from bot.web.drawing import draw
from bot.web.keep.keepers import KeepersPage, typed
from bot.web.visitors import Visitor, Visitors
from directory.accounts.invitations import InvitationError, Offer
from directory.errors import FieldError
from directory.typed import whole_number_in
from routing.policy import Policies
from routing.vocabulary import Standing


@dataclass(frozen=True, slots=True)
class GrantingPage(KeepersPage):
    """The form, with what was typed and what is wrong at its field."""

    template: ClassVar[str]
    standings: ClassVar[tuple[Standing, ...]]  # that can be given
    names: ClassVar[tuple[str, ...]]  # of the fields

    service: Service

    @classmethod
    def of_service(cls, service: Service, visitors: Visitors) -> Self:
        """That of one running process."""
        return cls(service.assistant.directory, visitors, service)

    async def show(self, request: Request) -> Response:
        """The form, for a partner of the keeper's area where nothing else is chosen."""
        visitor = await self.admit(request)
        area = visitor.who.area or self.directory.area
        return await self.form(visitor, {"area": area, "standing": Standing.PARTNER})

    def cells(self, form: FormData) -> dict[str, str]:
        """What was typed."""
        return {name: typed(form, name) for name in self.names}

    async def form(
        self, visitor: Visitor, cells: Mapping[str, str], error: FieldError | None = None
    ) -> Response:
        """The form again."""
        snapshot, area = self.directory.snapshot, visitor.who.area
        return draw(
            visitor,
            self.template,
            422 if error else 200,
            cells=cells,
            wrong=visitor.words.held(str(error)) if error else (),
            wrong_field=error.field if error else "",
            agencies=list(await self.directory.accounts.agencies()),
            standings=[one for one in self.standings if area is None or one is not Standing.ADMIN],
            areas=sorted(snapshot.areas) if area is None else [area],
            offices=sorted(one.id for one in snapshot.offices.values() if area in (None, one.area)),
            of_all=area is None,
            limits=Policies.bundled().limits,
        )

    def offer(self, cells: Mapping[str, str]) -> Offer:
        """What is given. Raises InvitationError."""
        if cells["standing"] not in self.standings:
            raise InvitationError("Choose what they may know.", "standing")
        if not cells["agency"]:
            raise InvitationError("Choose the agency that they belong to.", "agency")
        return Offer(
            agency=cells["agency"],
            standing=Standing(cells["standing"]),
            area=cells["area"] or None,
            office=cells["office"] or None,
            coordinator=cells.get("coordinator") == "yes",
        )


def whole(cells: Mapping[str, str], field: str, most: int) -> int | None:
    """The number in a field; None where it is empty. Raises InvitationError."""
    text = cells[field].replace(",", "")
    if not text:
        return None
    number = whole_number_in(text, most)
    if number is None:
        raise InvitationError(f"Write a whole number from 1 to {most:,}.", field)
    return number
