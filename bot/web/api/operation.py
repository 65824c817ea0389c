"""What can be asked of an interface, as a table: from it follow the routes, their checks and the OpenAPI.

An operation takes one msgspec struct: of a GET from the query and the path, of a POST from the body.
"""

import logging
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, TypeVar

import msgspec
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Match, Mount, Route
from starlette.types import ASGIApp, Scope

from bot.operation.metrics import REQUESTS
from bot.web.api.callers import Caller, Callers, RefusedError, is_admitted, not_told
from bot.web.api.problem import ProblemError, too_much
from bot.web.api.reading import read
from directory.accounts.clients import STANDINGS
from routing.vocabulary import Standing

_log = logging.getLogger(__name__)
In = TypeVar("In")
CLIENTS = frozenset(STANDINGS)
EVERYBODY = CLIENTS | {Standing.PUBLIC}


def _no_text(_: Any) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Operation(Generic[In]):
    """One thing that can be asked. `does` gives what is sent as JSON, or bytes that are JSON already."""

    method: Literal["GET", "POST"]
    path: str
    name: str
    summary: str
    takes: type[In]
    gives: Any
    does: Callable[[Caller, In], Awaitable[Any]]
    who: frozenset[Standing] = EVERYBODY
    text: Callable[[In], str] = _no_text  # where it may say that somebody is in danger
    example: Mapping[str, Any] = field(default_factory=dict)


class Under(Mount):
    """Has all that is under a path, and the path itself with or without a slash at its end.

    Starlette's own leaves out a path with a line end in it, and answers the path itself by leading elsewhere,
    with none of the headers by which a page of another site may read what is there.
    """

    def __init__(self, path: str, app: ASGIApp) -> None:
        super().__init__(path, app)
        self.path_regex = re.compile(self.path_regex.pattern, re.DOTALL)

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Whether a request is for what is under the path."""
        if scope["path"].removeprefix(scope.get("root_path", "")) != self.path:
            return super().matches(scope)
        path = f"{scope['path']}/"
        match, child = super().matches({**scope, "path": path})
        return match, {**child, "path": path}


def interface(
    operations: Sequence[Operation[Any]],
    callers: Callers,
    others: Sequence[BaseRoute] = (),
    headers: Mapping[str, str] | None = None,
    middleware: Sequence[Middleware] = (),
) -> Starlette:
    """The operations, to be mounted; `headers` go with every answer."""
    more = dict(headers or {})
    routes = [Route(one.path, _endpoint(one, callers, more), methods=[one.method]) for one in operations]

    async def only_a_status(_: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        return ProblemError.of_status(error.status_code, {**more, **(error.headers or {})}).response

    handlers = {HTTPException: only_a_status}
    return Starlette(routes=[*routes, *others], exception_handlers=handlers, middleware=middleware)


def _endpoint(
    operation: Operation[In], callers: Callers, headers: Mapping[str, str]
) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        response = await respond(request)
        REQUESTS.labels(operation.name, response.status_code).inc()
        return response

    async def respond(request: Request) -> Response:
        try:
            done = await _done(operation, callers, request)
        except ClientDisconnect:
            return Response(status_code=400)  # whoever asked has hung up: nobody reads this
        except ProblemError as problem:
            problem.headers.update(headers)
            return problem.response
        except Exception as error:  # only its kind is logged: its words may quote the question
            _log.error("%s %s failed: %s", operation.method, operation.path, type(error).__name__)
            return ProblemError.of_status(500, headers).response
        return Response(done, headers=headers, media_type="application/json")

    return answer


async def _done(operation: Operation[In], callers: Callers, request: Request) -> bytes:
    """Who asks, whether they may, what they ask, whether they ask too much; then it is done.

    Where somebody is in danger, a token that is not accepted is no reason to say nothing.
    """
    try:
        caller = await callers.of(request)
        if caller.standing not in operation.who:
            raise not_told(caller)
        asked = await read(request, operation.takes)
    except RefusedError as refused:
        asked = await read(request, operation.takes)
        if not callers.in_danger(operation.text(asked)):
            raise
        caller = refused.as_anybody
    verdict = await callers.admit(caller, operation.text(asked))
    if not is_admitted(verdict):
        raise too_much(verdict.seconds)
    done = await operation.does(caller, asked)
    return done if isinstance(done, bytes) else msgspec.json.encode(done)
