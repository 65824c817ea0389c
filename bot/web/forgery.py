"""Whether a change was asked for by a page of ours, in the browser of whoever it says it is from.

Two things have to be right. The browser says that the request comes from this site: Sec-Fetch-Site, or
the Origin in older ones. And the form holds the token that only our page could write into it. Our
pages send no referrer, which makes a browser's own Origin "null": that alone says nothing.
"""

import hmac
from contextlib import AsyncExitStack
from urllib.parse import urlsplit

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

TOKEN_FIELD, TOKEN_HEADER = "csrf", "x-csrf-token"
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
_LONGEST_FORM = 64 * 1024  # bytes; of whoever is not signed in, and may be anybody
_LONGEST_UPLOAD = 20 * 1024 * 1024  # a workbook of a whole area takes two
_MOST_FIELDS = 2_000
_CLOSING = "signpost.closing"


class ClosesForms:
    """Lets go of the files that came with a form, once the request is done with."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        async with AsyncExitStack() as closing:
            scope[_CLOSING] = closing
            await self._app(scope, receive, send)


async def is_ours(request: Request, token: str, *, signed_in: bool) -> bool:
    """Whether both are right. Raises HTTPException for a form that is longer than any of ours."""
    if not _from_here(request):
        return False
    in_the_form = await _in_the_form(request, _LONGEST_UPLOAD if signed_in else _LONGEST_FORM)
    return _same(request.headers.get(TOKEN_HEADER) or in_the_form, token)


def is_from_chat(request: Request, sent: str, token: str) -> bool:
    """The same of the public page, which reads its form by itself."""
    return _from_here(request) and _same(sent, token)


def _same(sent: str, token: str) -> bool:
    return hmac.compare_digest(sent.encode("utf-8", "replace"), token.encode())


def _from_here(request: Request) -> bool:
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    if site is not None:
        return site == "same-origin"
    return origin in (None, "null") or urlsplit(origin).netloc == request.headers.get("host")


async def _in_the_form(request: Request, longest: int) -> str:
    """The token in a form, which Starlette remembers: the page reads it again without another parsing."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() not in _FORMS:
        return ""
    length = request.headers.get("content-length", "")
    if not (length.isascii() and length.isdigit()):
        raise HTTPException(411)
    if int(length) > longest:
        raise HTTPException(413)
    request.scope[_CLOSING].push_async_callback(request.close)
    sent = (await request.form(max_fields=_MOST_FIELDS)).get(TOKEN_FIELD)
    return sent if isinstance(sent, str) else ""
