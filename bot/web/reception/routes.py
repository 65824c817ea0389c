"""The addresses of the desk. What is typed is only ever in the body of a request, in no address."""

from starlette.routing import BaseRoute, Route

from bot.service import Service
from bot.web.reception.acting import Acting
from bot.web.reception.finders import Finders
from bot.web.reception.page import DeskPage
from bot.web.visitors import Visitors


def reception_routes(service: Service, visitors: Visitors) -> list[BaseRoute]:
    """`/desk` and what is below it."""
    directory = service.assistant.directory
    page = DeskPage(service, visitors, Finders(directory), service.boards)
    acting = Acting(page)
    return [
        Route("/desk", page.show, methods=["GET"]),
        Route("/desk", page.answer, methods=["POST"]),
        Route("/desk/look", page.look, methods=["POST"]),
        Route("/desk/live", page.live, methods=["GET"]),
        Route("/desk/sent", acting.log, methods=["POST"]),
        Route("/desk/call-back", acting.call_back, methods=["POST"]),
        Route("/desk/withdraw", acting.withdraw, methods=["POST"]),
    ]
