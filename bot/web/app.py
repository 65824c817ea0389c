"""The web channel. A question is only ever in the body of a request: in no address and in no log."""

import logging
from collections.abc import Sequence
from dataclasses import replace

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.routing import BaseRoute

from bot.asker import Asker
from bot.channel import Channel
from bot.dialogue.dialogue import Dialogue
from bot.dialogue.reply import Before
from bot.limits import LONGEST_TEXT, WEB, Admission
from bot.web.drawing import FOLDER
from bot.web.failing import AnswersFailures
from bot.web.form import AskForm, read_form
from bot.web.headers import CarefulHeaders
from bot.web.language import chosen_now, keep_language
from bot.web.page import Pages, Shown
from bot.web.visitors import Visitor, Visitors
from bot.words.buttons import PressError
from bot.words.catalogue import Words
from bot.words.message import LineKind, Message

_log = logging.getLogger(__name__)
_TOO_LONG = 413
_WANTS_FRAGMENT = ("x-requested-with", "fetch")


def create_app(
    dialogue: Dialogue, channel: Channel, others: Sequence[BaseRoute] = (), visitors: Visitors | None = None
) -> FastAPI:
    """The page at `/`, its static files, and `others`. Without `visitors` everybody is the public."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    visits = visitors or Visitors(channel)
    app.add_middleware(AnswersFailures, visitors=visits)
    app.add_middleware(CarefulHeaders, https=visits.cookies.https)
    app.mount("/static", StaticFiles(directory=FOLDER / "static"), name="static")

    @app.get("/")
    async def show_page(request: Request) -> HTMLResponse:
        response = HTMLResponse(Pages(await visits.of(request), channel.area).page())
        keep_language(response, chosen_now(request))
        return response

    @app.post("/")
    async def reply_to(request: Request) -> HTMLResponse:
        try:
            form = await read_form(request.stream())
        except ClientDisconnect:
            return HTMLResponse(status_code=400)  # whoever asked has hung up: nobody reads this
        visitor = await visits.at_the_chat(request, form.csrf)
        pages = Pages(visitor, channel.area)
        verdict = await channel.admit(_key(request, visitor), form.text, dialogue.now, WEB)
        if verdict.admission is Admission.ANSWER:
            reply = await _calmly(dialogue, form, visitor.asker)
        else:  # on the web a page has to be shown in any case, so everybody is told each time
            said = visitor.words.line(LineKind.ANSWER, "too-many", seconds=verdict.seconds)
            reply = Shown(Message((said,)), form.before, status=429)
        name, value = _WANTS_FRAGMENT
        draw = pages.fragment if request.headers.get(name) == value else pages.page
        return HTMLResponse(draw(reply), status_code=reply.status)

    app.router.routes.extend(others)

    @app.exception_handler(HTTPException)
    async def show_elsewhere(request: Request, error: HTTPException) -> HTMLResponse:
        visitor = replace(await visits.of(request), path="/", query=())
        too_long = error.status_code == _TOO_LONG
        reply = _only(
            visitor.words,
            "web-form-too-long" if too_long else "web-no-such-page",
            status=error.status_code,
        )
        page = Pages(visitor, channel.area).page(reply)
        return HTMLResponse(page, status_code=error.status_code, headers=error.headers)

    return app


def _key(request: Request, visitor: Visitor) -> str:
    """By what somebody is told from others, so that nobody writes too much."""
    return visitor.who.account or (request.client.host if request.client else "")


async def _calmly(dialogue: Dialogue, form: AskForm, asker: Asker) -> Shown:
    """A reply whatever happens. Only the kind of failure is logged: its words may quote the question."""
    try:
        return await _reply(dialogue, form, asker)
    except Exception as error:
        _log.error("a web question could not be answered: %s", type(error).__name__)
        return _only(asker.words, "web-trouble", status=500, before=form.before)


async def _reply(dialogue: Dialogue, form: AskForm, asker: Asker) -> Shown:
    """The reply to a press or a question. Where it says nothing new, the page goes on as it was."""
    if form.press:
        try:
            reply = await dialogue.press(form.press, asker)
        except PressError:
            return _only(asker.words, "web-old-button", status=400, before=form.before)
    elif form.text:
        reply = await dialogue.hear(form.text, asker, Before.decode(form.before))
    else:
        return _only(asker.words, "web-nothing-typed", status=400, before=form.before)
    message = _with_note(asker.words, reply.message) if form.cut else reply.message
    if reply.before is None and not reply.forget:
        return Shown(message, form.before)
    return Shown(message, reply.before.encode() if reply.before else "")


def _with_note(words: Words, message: Message) -> Message:
    note = words.line(LineKind.NOTE, "web-cut", most=f"{LONGEST_TEXT:,}")
    return Message((*message.lines, note), message.buttons)


def _only(words: Words, key: str, *, status: int, before: str = "") -> Shown:
    return Shown(Message((words.line(LineKind.ANSWER, key),)), before, status=status)
