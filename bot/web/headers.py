"""Headers that keep the page to itself: nothing from elsewhere, nothing kept, nothing passed on."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
_BY_HTTPS_ONLY = {"strict-transport-security": "max-age=31536000"}
_STATIC = "/static/"


class CarefulHeaders:
    """Adds them to every response, unless it says otherwise; only static files may be kept by a browser.

    Where people come by `https`, their browsers are told to come by nothing else for a year.
    """

    def __init__(self, app: ASGIApp, *, https: bool = False) -> None:
        self._app = app
        self._headers = {**_HEADERS, **(_BY_HTTPS_ONLY if https else {})}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and its response back with the headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        keeping = "no-cache" if scope["path"].startswith(_STATIC) else "no-store"

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in (*self._headers.items(), ("cache-control", keeping)):
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, send_with_headers)
