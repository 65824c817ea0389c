"""Everything under /api."""

from collections.abc import Sequence
from typing import Any

from starlette.routing import BaseRoute

from bot.service import Service
from bot.web.api.answering import answering
from bot.web.api.callers import Callers
from bot.web.api.contacts import contacts
from bot.web.api.openapi import openapi, openapi_route
from bot.web.api.operation import Operation, Under, interface
from bot.web.api.page import page_route
from bot.web.api.rota import rota
from bot.web.visitors import Visitors

_AT = "/api"
_ABOUT = (
    "Tells partner agencies whom to ring in probation, in order, and why. Without a token you are told what "
    "anybody is; docs/interface.md says what each standing is told, and how to get a token."
)


def api_operations(service: Service) -> Sequence[Operation[Any]]:
    """All that can be asked."""
    return (*answering(service), contacts(service), *rota(service))


def api_routes(service: Service, visitors: Visitors) -> list[BaseRoute]:
    """The interface, with its OpenAPI and a page about it."""
    operations = api_operations(service)
    document = openapi("Signpost", _ABOUT, _AT, operations)
    others = [openapi_route(document), page_route(operations, visitors, service.web, _AT)]
    return [Under(_AT, interface(operations, Callers(service), others))]
