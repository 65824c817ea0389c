"""What whoever may not see a page is shown instead: never a dead end, and nothing of the page."""

import logging
from urllib.parse import urlencode

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.web.drawing import draw
from bot.web.forgery import ClosesForms
from bot.web.language import keep_language
from bot.web.visitors import SAFE, ForgedError, NotForYouError, NotSignedInError, Visitor, Visitors
from directory.errors import DatabaseError

logger = logging.getLogger(__name__)

_BY_SCRIPT = "hx-request"  # htmx sends it; what it fetches goes into a page that is there already


def add_refusals(app: FastAPI, visitors: Visitors) -> None:
    """Have an app answer for visitors that a page has turned away, and for the forms of those it has not.

    Where the database does not answer, whoever visits is told so; `/` answers without it.
    """

    async def not_now(request: Request, failed: Exception) -> Response:
        logger.error("A page could not be shown: %s", failed)
        return draw(await visitors.of(request), "refused.html", 503, why="not-now")

    app.add_middleware(ClosesForms)
    app.add_exception_handler(DatabaseError, not_now)
    app.add_exception_handler(NotSignedInError, _to_sign_in)
    app.add_exception_handler(NotForYouError, _not_for_you)
    app.add_exception_handler(ForgedError, _forged)


async def _to_sign_in(request: Request, refused: Exception) -> Response:
    assert isinstance(refused, NotSignedInError)
    path = request.url.path
    if request.method not in SAFE or _BY_SCRIPT in request.headers:
        path = f"/{path.split('/')[1]}"  # the room: what was asked for is no page by itself
    elif request.url.query:
        path = f"{path}?{request.url.query}"
    way = f"/sign-in?{urlencode({'next': path})}"
    if _BY_SCRIPT in request.headers:
        return Response(status_code=401, headers={"HX-Redirect": way})
    response = RedirectResponse(way, 303)
    keep_language(response, refused.visitor.language)
    return response


async def _not_for_you(request: Request, refused: Exception) -> Response:
    assert isinstance(refused, NotForYouError)
    return _refused(request, refused.visitor, "not-for-you")


async def _forged(request: Request, refused: Exception) -> Response:
    assert isinstance(refused, ForgedError)
    return _refused(request, refused.visitor, "forged")


def _refused(request: Request, visitor: Visitor, why: str) -> Response:
    """A page; where a script asked for a part of one, its page is loaded anew, which says why or mends it."""
    if _BY_SCRIPT in request.headers:
        return Response(status_code=403, headers={"HX-Refresh": "true"})
    return draw(visitor, "refused.html", 403, why=why)
