"""What a Bot API server can do to a request instead of simply answering it."""

import asyncio
from dataclasses import dataclass, field

from aiohttp import web


@dataclass
class Fault:
    """Injected into one request. `before` runs ahead of handling, `after` once it is handled.

    Either may return a response that takes the place of the real one.
    """

    async def before(self, request: web.Request) -> web.Response | None:
        """Return a response to answer with instead of handling the request."""
        return None

    async def after(self, request: web.Request) -> web.Response | None:
        """Return a response to answer with although the request has been handled."""
        return None


def refusal(status: int, description: str, **parameters: object) -> web.Response:
    """An error as the Bot API words it."""
    body: dict[str, object] = {"ok": False, "error_code": status, "description": description}
    if parameters:
        body["parameters"] = parameters
    return web.json_response(body, status=status)


@dataclass
class TooManyRequests(Fault):
    """429 with `retry_after` in seconds."""

    retry_after: int = 1

    async def before(self, request: web.Request) -> web.Response | None:
        return refusal(429, "Too Many Requests", retry_after=self.retry_after)


@dataclass
class ServerError(Fault):
    """5xx, as the server itself words it, or in HTML as a proxy before it does."""

    status: int = 500
    html: bool = False

    async def before(self, request: web.Request) -> web.Response | None:
        if self.html:
            return web.Response(status=self.status, text="<h1>Bad Gateway</h1>", content_type="text/html")
        return refusal(self.status, "Internal Server Error")


@dataclass
class Conflict(Fault):
    """409: another program polls with the same token."""

    async def before(self, request: web.Request) -> web.Response | None:
        return refusal(409, "Conflict: terminated by other getUpdates request")


@dataclass
class BadRequest(Fault):
    """400 with a description of the test's own."""

    description: str

    async def before(self, request: web.Request) -> web.Response | None:
        return refusal(400, f"Bad Request: {self.description}")


@dataclass
class Forbidden(Fault):
    """403: whoever asked does not want to hear from us any longer."""

    description: str

    async def before(self, request: web.Request) -> web.Response | None:
        return refusal(403, f"Forbidden: {self.description}")


@dataclass
class Migrated(Fault):
    """400: the group has become another chat."""

    to: int

    async def before(self, request: web.Request) -> web.Response | None:
        said = "Bad Request: group chat was upgraded to a supergroup chat"
        return refusal(400, said, migrate_to_chat_id=self.to)


@dataclass
class Dropped(Fault):
    """The connection breaks: before the request is handled, or after it was and unnoticed."""

    handled: bool = False

    async def before(self, request: web.Request) -> web.Response | None:
        return None if self.handled else _hang_up(request)

    async def after(self, request: web.Request) -> web.Response | None:
        return _hang_up(request)


@dataclass
class OddReceipt(Fault):
    """The request is handled, and the reply is not of the form that the Bot API gives."""

    async def after(self, request: web.Request) -> web.Response | None:
        return web.json_response({"ok": True, "result": {"message_id": "sample"}})


@dataclass
class Held(Fault):
    """The request waits at the server until `let_go` is set; `arrived` is set when it is there."""

    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    let_go: asyncio.Event = field(default_factory=asyncio.Event)

    async def before(self, request: web.Request) -> web.Response | None:
        self.arrived.set()
        await self.let_go.wait()
        return None


@dataclass
class Lost(Held):
    """As held, and then the connection breaks without the request having been handled."""

    async def before(self, request: web.Request) -> web.Response | None:
        await super().before(request)
        return _hang_up(request)


def _hang_up(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
