"""The same for people: what can be asked, who is told, and an example of each, on one page."""

import json
from collections.abc import Sequence
from shlex import quote
from typing import Any, NamedTuple
from urllib.parse import urlencode

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.api.operation import EVERYBODY, Operation
from bot.web.drawing import draw
from bot.web.visitors import Visitors
from routing.vocabulary import Standing


class _Shown(NamedTuple):
    """One operation as the page shows it."""

    method: str
    path: str
    summary: str
    who: list[Standing]
    fields: list[tuple[str, bool]]  # the name of each, and whether it is needed
    example: str


def page_route(operations: Sequence[Operation[Any]], visitors: Visitors, web: str, at: str) -> Route:
    """The page. `web` is the address of the service, `at` the path under which the operations are."""
    shown = [_shown(one, web, at) for one in operations]

    async def show(request: Request) -> Response:
        return draw(await visitors.of(request), "api/operations.html", operations=shown)

    return Route("/", show)


def _shown(one: Operation[Any], web: str, at: str) -> _Shown:
    fields = [(each.encode_name, each.required) for each in msgspec.structs.fields(one.takes)]
    who = [standing for standing in Standing if standing in one.who]
    return _Shown(one.method, f"{at}{one.path}", one.summary, who, fields, _curl(one, f"{web}{at}{one.path}"))


def _curl(one: Operation[Any], address: str) -> str:
    token = "" if one.who == EVERYBODY else ' -H "authorization: Bearer $TOKEN"'
    if one.method == "GET":
        return f"curl{token} {quote(f'{address}?{urlencode(one.example)}')}"
    body = quote(json.dumps(dict(one.example)))
    return f"curl{token} -H 'content-type: application/json' -d {body} {address}"
