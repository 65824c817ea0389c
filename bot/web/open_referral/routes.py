"""Everything under /open-referral, for anybody and from any page."""

import asyncio
from datetime import date
from typing import NamedTuple

from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.routing import BaseRoute

from bot.service import Service
from bot.web.api.callers import Callers
from bot.web.api.openapi import openapi, openapi_route
from bot.web.api.operation import Under, interface
from bot.web.open_referral.operations import VERSION, open_referral_operations
from directory.exchange.open_referral.catalogue import Catalogue
from routing.moments import day_in_london
from routing.snapshot import Snapshot

_AT = "/open-referral"
_ABOUT = (
    "What anybody may know of whom to ring in probation, and of its programmes, as Open Referral UK 3.0. "
    "Samples and assumptions are marked by the taxonomy “How far to trust it”, samples in their names too."
)
_FOR_ANY_PAGE = {"access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin"}


def open_referral_routes(service: Service) -> list[BaseRoute]:
    """The endpoints, with their OpenAPI."""
    operations = open_referral_operations(_Published(service).read, f"{service.web}{_AT}/openapi.json")
    document = openapi(f"Signpost, {VERSION}", _ABOUT, _AT, operations)
    others = [openapi_route(document, _FOR_ANY_PAGE)]
    asked_first = Middleware(CORSMiddleware, allow_origins=["*"], allow_methods=["GET"], allow_headers=["*"])
    return [Under(_AT, interface(operations, Callers(service), others, _FOR_ANY_PAGE, [asked_first]))]


class _Published:
    """The catalogue of today, made anew when the directory or the day changes."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._made: _Made | None = None

    async def read(self) -> Catalogue:
        picture, today = self._service.dialogue.snapshot, day_in_london(self._service.dialogue.now)
        made = self._made
        if made is None or made.picture is not picture or made.day != today:
            # In a thread: of a national directory it takes half a second.
            catalogue = await asyncio.to_thread(Catalogue.of, picture, today)
            self._made = made = _Made(picture, today, catalogue)
        return made.catalogue


class _Made(NamedTuple):
    picture: Snapshot
    day: date
    catalogue: Catalogue
