"""Whoever is at a keeper's page, and what every one of these pages needs of them."""

from dataclasses import dataclass, replace
from datetime import date

from starlette.datastructures import FormData
from starlette.requests import Request

from bot.web.visitors import Visitor, Visitors
from directory.directory import Directory
from directory.keeping.keeping import Keeper
from directory.keeping.kept_rows import By
from routing.moments import day_in_london
from routing.vocabulary import Standing


async def admit_keeper(visitors: Visitors, request: Request) -> Visitor:
    """Who visits, where they keep the directory. Raises as `Visitors.admit` does.

    A form of these pages is sent to the page that it stands on: that is the one they are at.
    """
    return replace(await visitors.admit(request, Standing.ADMIN), path=request.url.path)


@dataclass(frozen=True, slots=True)
class KeepersPage:
    """A page that is for admins: of an area for what is of that area, of all for everything."""

    directory: Directory
    visitors: Visitors

    async def admit(self, request: Request) -> Visitor:
        """Who visits, where they keep the directory. Raises as `Visitors.admit` does."""
        return await admit_keeper(self.visitors, request)

    def keeper(self, visitor: Visitor) -> Keeper:
        """Them as whoever checks what is due; areas are known by their names there."""
        area = visitor.who.area
        held = self.directory.snapshot.areas.get(area) if area else None
        return Keeper(visitor.who.account or "", held.name if held else area)

    def by(self, visitor: Visitor, form: FormData) -> By:
        """Them as whoever changes a row, and whether what that opens is meant."""
        return By(visitor.who, visitor.asker.channel, force=typed(form, "force") == "yes")

    def today(self) -> date:
        """The day that it is in London."""
        return day_in_london(self.directory.now())


def typed(form: FormData, name: str) -> str:
    """What stands in a field; nothing where it is missing, or a file. No database takes a NUL."""
    value = form.get(name, "")
    return value.replace("\0", "").strip() if isinstance(value, str) else ""


def typed_several(form: FormData, name: str) -> list[str]:
    """What is chosen in a field of several."""
    return [value for value in form.getlist(name) if isinstance(value, str)]
