"""The addresses of signing in and out."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.service import Service
from bot.web.drawing import draw
from bot.web.signing_in.sessions_page import SessionsPage
from bot.web.visitors import Visitors


def signing_in_routes(service: Service, visitors: Visitors) -> list[BaseRoute]:
    """`/sign-in` and what is below it, and `/sign-out`."""

    async def sign_in(request: Request) -> Response:
        return draw(await visitors.of(request), "signing_in/sign_in.html")

    page = SessionsPage(service.assistant.directory.sessions, visitors)
    return [
        Route("/sign-in", sign_in, methods=["GET"]),
        Route("/sign-in/sessions", page.show, methods=["GET"]),
        Route("/sign-in/sessions", page.end, methods=["POST"]),
        Route("/sign-out", page.sign_out, methods=["POST"]),
    ]
