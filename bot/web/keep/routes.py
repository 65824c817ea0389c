"""The addresses of the keeper's pages."""

from starlette.routing import BaseRoute, Route

from bot.service import Service
from bot.web.keep.access.accounts_page import AccountsPage
from bot.web.keep.access.clients_page import ClientsPage
from bot.web.keep.access.inviting_page import InvitingPage
from bot.web.keep.audit_page import AuditPage
from bot.web.keep.due_page import DuePage
from bot.web.keep.front_page import FrontPage
from bot.web.keep.holes.page import holes_routes
from bot.web.keep.importing.page import importing_routes
from bot.web.keep.rota.page import rota_routes
from bot.web.keep.rows.kind_pages import KindPages
from bot.web.keep.rows.pages import RowPages
from bot.web.keep.unanswered_page import UnansweredPage
from bot.web.visitors import Visitors

_KIND = "/keep/directory/{kind}"
_ROW = f"{_KIND}/rows/{{at}}"


def keep_routes(service: Service, visitors: Visitors) -> list[BaseRoute]:
    """`/keep` and what is below it."""
    directory = service.assistant.directory
    due, unanswered = DuePage(directory, visitors), UnansweredPage(directory, visitors)
    accounts, inviting = AccountsPage(directory, visitors), InvitingPage.of_service(service, visitors)
    clients = ClientsPage.of_service(service, visitors)
    audit, kinds, rows = (
        AuditPage(directory, visitors),
        KindPages(directory, visitors),
        RowPages(directory, visitors),
    )
    return [
        Route("/keep", FrontPage(directory, visitors).show, methods=["GET"]),
        Route("/keep/due", due.show, methods=["GET"]),
        Route("/keep/due", due.confirm, methods=["POST"]),
        Route("/keep/directory", kinds.show, methods=["GET"]),
        Route(_KIND, kinds.rows, methods=["GET", "POST"]),
        Route(f"{_KIND}/add", rows.show_new, methods=["GET"]),
        Route(f"{_KIND}/add", rows.add, methods=["POST"]),
        Route(_ROW, rows.show, methods=["GET"]),
        Route(_ROW, rows.change, methods=["POST"]),
        Route(f"{_ROW}/end", rows.show_end, methods=["GET"]),
        Route(f"{_ROW}/end", rows.end, methods=["POST"]),
        Route("/keep/unanswered", unanswered.show, methods=["GET"]),
        Route("/keep/unanswered", unanswered.settle, methods=["POST"]),
        Route("/keep/accounts", accounts.show, methods=["GET"]),
        Route("/keep/accounts", accounts.judge, methods=["POST"]),
        Route("/keep/accounts/invite", inviting.show, methods=["GET"]),
        Route("/keep/accounts/invite", inviting.invite, methods=["POST"]),
        Route("/keep/clients", clients.listed, methods=["GET"]),
        Route("/keep/clients", clients.do, methods=["POST"]),
        Route("/keep/clients/add", clients.show, methods=["GET"]),
        Route("/keep/clients/add", clients.add, methods=["POST"]),
        Route("/keep/audit", audit.show, methods=["GET"]),
        Route("/keep/audit", audit.check, methods=["POST"]),
        *rota_routes(service, visitors),
        *importing_routes(service, visitors),
        *holes_routes(service, visitors),
    ]
