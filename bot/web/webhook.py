"""Where Telegram knocks: nothing is read before the secret is checked, and not more than an update takes."""

import hmac
from collections.abc import Awaitable, Callable
from typing import NamedTuple

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

SECRET_HEADER = "x-telegram-bot-api-secret-token"  # noqa: S105 - its name
LONGEST_UPDATE = 256 * 1024  # bytes; the longest message takes some 60,000
_START_SECONDS = 5  # within which Telegram is asked to come again while this process starts


class Delivered(NamedTuple):
    """Whether an update is dealt with, and in how many seconds to deliver it again where that was said."""

    done: bool
    again_in: int = 0


Takes = Callable[[bytes], Awaitable[Delivered]]


class WebhookDoor:
    """An endpoint that passes on updates to `takes`, once there is somebody to take them."""

    def __init__(self, path: str, secret: str) -> None:
        self.route = Route(path, self._knock, methods=["POST"])
        self.takes: Takes | None = None
        self._secret = secret.encode()

    async def _knock(self, request: Request) -> Response:
        shown = request.headers.get(SECRET_HEADER, "").encode("latin-1")
        if not hmac.compare_digest(shown, self._secret):
            return Response(status_code=401)
        if self.takes is None:
            return _later(_START_SECONDS)
        try:
            body = await _body(request)
        except ClientDisconnect:
            return Response(status_code=400)  # whoever delivers has hung up: nobody reads this
        if body is None:
            return Response(status_code=413)
        done, again_in = await self.takes(body)
        return Response() if done else _later(again_in)


async def _body(request: Request) -> bytes | None:
    """The whole body; None where it is longer than any update."""
    held = bytearray()
    async for chunk in request.stream():
        held += chunk
        if len(held) > LONGEST_UPDATE:
            return None
    return bytes(held)


def _later(seconds: int) -> Response:
    return Response(status_code=503, headers={"retry-after": str(seconds)} if seconds else {})
