"""The web channel. A question is only ever in the body of a request: in no address and in no log."""

import logging
from collections.abc import Callable, Mapping
from datetime import datetime

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, PlainTextResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from bot.assistant import Answers
from bot.web.form import LONGEST_TEXT, AskForm, read_form
from bot.web.headers import CarefulHeaders
from bot.web.page import FOLDER, Pages, Reply
from bot.words.buttons import Action, Press, PressError, Tried, understood
from bot.words.catalogue import line
from bot.words.message import Line, LineKind, Message
from bot.words.rendering import render
from routing.enquiry import Enquiry, FollowUp
from routing.vocabulary import Standing

_log = logging.getLogger(__name__)
_WANTS_FRAGMENT = ("x-requested-with", "fetch")


def create_app(
    answers: Answers, *, area: str, area_of_office: Mapping[str, str], clock: Callable[[], datetime]
) -> FastAPI:
    """The page at `/`, its static files, and `/healthz`.

    `area` is the deployment's own; `area_of_office` names every office that a follow-up may carry;
    `clock` gives an aware moment. Everyone who comes by the web is the public for now.
    """
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.add_middleware(CarefulHeaders)
    app.mount("/static", StaticFiles(directory=FOLDER / "static"), name="static")
    pages = Pages(area)
    desk = _Desk(answers, area, area_of_office, clock)

    @app.get("/")
    async def show_page() -> HTMLResponse:
        return HTMLResponse(pages.page())

    @app.post("/")
    async def reply_to(request: Request) -> HTMLResponse:
        try:
            form = await read_form(request.stream())
        except ClientDisconnect:
            return HTMLResponse(status_code=400)  # whoever asked has hung up: nobody reads this
        reply = await _calmly(desk, form)
        name, value = _WANTS_FRAGMENT
        draw = pages.fragment if request.headers.get(name) == value else pages.page
        return HTMLResponse(draw(reply), status_code=reply.status)

    @app.get("/healthz")
    async def say_healthy() -> PlainTextResponse:
        return PlainTextResponse("ok\n")

    @app.exception_handler(HTTPException)
    async def show_elsewhere(request: Request, error: HTTPException) -> HTMLResponse:
        reply = _only("web-no-such-page", status=error.status_code)
        return HTMLResponse(pages.page(reply), status_code=error.status_code, headers=error.headers)

    return app


async def _calmly(desk: "_Desk", form: AskForm) -> Reply:
    """A reply whatever happens. Only the kind of failure is logged: its words may quote the question."""
    try:
        return await desk.reply(form)
    except Exception as error:
        _log.error("a web question could not be answered: %s", type(error).__name__)
        return _only("web-trouble", status=500)


class _Desk:
    """Takes a form, asks for an answer once, and says it."""

    def __init__(
        self,
        answers: Answers,
        area: str,
        area_of_office: Mapping[str, str],
        clock: Callable[[], datetime],
    ) -> None:
        self._answers = answers
        self._area = area
        self._area_of_office = area_of_office
        self._clock = clock

    async def reply(self, form: AskForm) -> Reply:
        if form.press:
            return await self._press(form.press)
        if not form.text:
            return _only("web-nothing-typed", status=400)
        reply = await self._ask(form.text, self._understood_before(form.follow_up))
        if form.cut:
            note = line(LineKind.NOTE, "web-cut", most=f"{LONGEST_TEXT:,}")
            return Reply(_with_note(reply.message, note), reply.follow_up)
        return reply

    async def _press(self, data: str) -> Reply:
        try:
            press = Press.decode(data)
            follow_up = understood(press.follow_up, self._area_of_office)
        except PressError:
            return _only("web-old-button", status=400)
        return await self._ask("", follow_up, tried=press.tried, why=press.action is Action.WHY)

    async def _ask(
        self, text: str, follow_up: FollowUp | None, *, tried: Tried | None = None, why: bool = False
    ) -> Reply:
        answer = await self._answers.answer(
            Enquiry(
                text=text, at=self._clock(), area=self._area, standing=Standing.PUBLIC, follow_up=follow_up
            )
        )
        return Reply(render(answer, tried=tried, why=why), answer.follow_up)

    def _understood_before(self, follow_up: str) -> FollowUp | None:
        """What the last answer settled. A question stands by itself where that cannot be read."""
        try:
            return understood(follow_up, self._area_of_office)
        except PressError:
            return None


def _with_note(message: Message, note: Line) -> Message:
    return Message((*message.lines, note), message.buttons)


def _only(key: str, *, status: int) -> Reply:
    return Reply(Message((line(LineKind.ANSWER, key),)), status=status)
