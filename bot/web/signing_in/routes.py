"""The addresses of signing in and out."""

from starlette.routing import BaseRoute, Route

from bot.service import Service
from bot.web.signing_in.asking import ACCOUNT, ADDRESS, SIGN_IN, Asking
from bot.web.signing_in.opening import Opening
from bot.web.signing_in.sessions_page import SessionsPage
from bot.web.visitors import Visitors


def signing_in_routes(service: Service, visitors: Visitors) -> list[BaseRoute]:
    """`/sign-in` and what is below it, and `/sign-out`."""
    asking, opening = Asking(service, visitors), Opening(service, visitors)
    page = SessionsPage(service.assistant.directory, visitors)
    return [
        Route(SIGN_IN, asking.show, methods=["GET"]),
        Route(SIGN_IN, asking.ask, methods=["POST"]),
        Route(ADDRESS, asking.show_address, methods=["GET"]),
        Route(ADDRESS, asking.give_address, methods=["POST"]),
        Route("/sign-in/link/{token}", opening.show_link, methods=["GET"]),
        Route("/sign-in/link", opening.use_link, methods=["POST"]),
        Route("/sign-in/invitation/{token}", opening.show_invitation, methods=["GET"]),
        Route("/sign-in/invitation", opening.redeem, methods=["POST"]),
        Route(ACCOUNT, page.show, methods=["GET"]),
        Route(ACCOUNT, page.end, methods=["POST"]),
        Route("/sign-in/leave", page.ask_to_leave, methods=["GET"]),
        Route("/sign-in/leave", page.leave, methods=["POST"]),
        Route("/sign-out", page.sign_out, methods=["POST"]),
    ]
