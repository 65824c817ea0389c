"""Where Telegram knocks: nothing is read before the secret is checked, and not more than an update takes."""

import hmac
import logging
from collections.abc import Awaitable, Callable
from typing import NamedTuple

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.operation.failures import place_of

logger = logging.getLogger(__name__)

SECRET_HEADER = b"x-telegram-bot-api-secret-token"  # as the server hands it on
LONGEST_UPDATE = 256 * 1024  # bytes; the longest message takes some 60,000
_START_SECONDS = 5  # within which Telegram is asked to come again while this process starts


class Delivered(NamedTuple):
    """Whether an update is dealt with, and in how many seconds to deliver it again where that was said."""

    done: bool
    again_in: int = 0


Takes = Callable[[bytes], Awaitable[Delivered]]


class WebhookDoor:
    """Passes on updates to `takes`, once there is somebody to take them.

    It stands before the web pages and not among them: what is done for each page, such as headers that a
    browser keeps to, would cost as much as taking an update.
    """

    def __init__(self, path: str, secret: str) -> None:
        self.takes: Takes | None = None
        self._path = path
        self._secret = secret.encode()

    def before(self, app: ASGIApp) -> ASGIApp:
        """The door, and behind it an app for all other paths."""

        async def door_or_app(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] == "http" and scope["path"] == self._path:
                response = await self._knock(scope, receive)
                await response(scope, receive, send)
            else:
                await app(scope, receive, send)

        return door_or_app

    async def _knock(self, scope: Scope, receive: Receive) -> Response:
        if scope["method"] != "POST":
            return Response(status_code=405, headers={"allow": "POST"})
        shown = next((value for name, value in scope["headers"] if name == SECRET_HEADER), b"")
        if not hmac.compare_digest(shown, self._secret):
            return Response(status_code=401)
        if self.takes is None:
            return _later(_START_SECONDS)
        body = await _body(receive)
        if isinstance(body, int):
            return Response(status_code=body)
        return await _delivered(self.takes, body)


async def _body(receive: Receive) -> bytes | int:
    """The whole body, or the status with which it is refused."""
    held, more = b"", True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            return 400  # whoever delivers has hung up: nobody reads this
        held += message.get("body", b"")
        if len(held) > LONGEST_UPDATE:
            return 413
        more = message.get("more_body", False)
    return held


async def _delivered(takes: Takes, update: bytes) -> Response:
    try:
        done, again_in = await takes(update)
    except Exception as error:  # the server would log its text, which may be somebody's
        logger.error("Telegram: an update was not taken: %s", place_of(error))
        return Response(status_code=500)
    return _DONE if done else _later(again_in)


_DONE = Response()


def _later(seconds: int) -> Response:
    return Response(status_code=503, headers={"retry-after": str(seconds)} if seconds else {})
