"""What nobody foresaw, at any page: whoever visits is told so in their language, with a way on."""

import logging

from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.operation.failures import place_of
from bot.web.drawing import draw
from bot.web.visitors import Visitors

logger = logging.getLogger(__name__)


class AnswersFailures:
    """Answers for what failed. Only its kind and its place are logged: its words may quote what was sent."""

    def __init__(self, app: ASGIApp, visitors: Visitors) -> None:
        self._app = app
        self._visitors = visitors

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; where that fails before anything was answered, answer."""
        begun = False

        async def sending(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, sending)
        except ClientDisconnect:
            return  # whoever asked has hung up: nobody reads this
        except Exception as error:
            logger.error("A page failed: %s", place_of(error))
            if scope["type"] != "http" or begun:
                return
            visitor = await self._visitors.of(Request(scope))
            await draw(visitor, "refused.html", 500, why="failed")(scope, receive, send)
