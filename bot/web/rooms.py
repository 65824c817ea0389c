"""The rooms of the web: every page and the interface for programs, gathered into one application."""

from fastapi import FastAPI

from bot.service import Service
from bot.web.api.routes import api_routes
from bot.web.app import create_app
from bot.web.calendars.routes import calendar_routes
from bot.web.keep.routes import keep_routes
from bot.web.open_referral.routes import open_referral_routes
from bot.web.operation import operation_routes
from bot.web.overview.routes import overview_routes
from bot.web.reception.routes import reception_routes
from bot.web.refusing import add_refusals
from bot.web.signing_in.routes import signing_in_routes
from bot.web.visitors import Visitors


def web_app(service: Service) -> FastAPI:
    """All that is served on the web: the chat, and the pages of every room."""
    visitors = Visitors.of_service(service)
    rooms = [
        *api_routes(service, visitors),
        *signing_in_routes(service, visitors),
        *reception_routes(service, visitors),
        *overview_routes(service, visitors),
        *calendar_routes(service),
        *keep_routes(service, visitors),
        *open_referral_routes(service),
    ]
    routes = [*operation_routes(service.health, service.web), *rooms]
    app = create_app(service.dialogue, service.channel("web"), routes, visitors)
    add_refusals(app, visitors)
    return app
