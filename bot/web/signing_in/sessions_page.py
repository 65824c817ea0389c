"""Where somebody is signed in, and signing out: here, there or everywhere."""

from dataclasses import replace

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.web.drawing import draw
from bot.web.visitors import Visitor, Visitors
from bot.words.times import say_date, say_moment
from directory.accounts.binding import NotVerifiedError, Person
from directory.accounts.standing import PUBLIC, WEB
from directory.directory import Directory
from directory.signing_in.sessions import Session
from routing.vocabulary import Standing


class SessionsPage:
    """For whoever is signed in, also where their account does not hold just now: they may leave."""

    def __init__(self, directory: Directory, visitors: Visitors) -> None:
        self._directory = directory
        self._sessions = directory.sessions
        self._visitors = visitors

    async def show(self, request: Request) -> Response:
        """The list."""
        visitor, here = await self._visitors.signed_in(request)
        shown = [_shown(visitor, here, one) for one in await self._sessions.of(here.account)]
        known = await self._directory.accounts.membership(Person(WEB, account=here.account))
        until = say_date(visitor.words, known.until) if known and known.until else ""
        return draw(visitor, "signing_in/sessions.html", sessions=shown, known=known, until=until)

    async def end(self, request: Request) -> Response:
        """Sign out in the browser that was chosen, or everywhere."""
        _, here = await self._visitors.signed_in(request)
        chosen = str((await request.form()).get("session", ""))
        if chosen == "all":
            await self._sessions.end(here.account)
            return self._gone(request)
        for one in await self._sessions.of(here.account):
            if one.key.hex() == chosen:
                await self._sessions.end(here.account, one.key)
        return self._gone(request) if here.key.hex() == chosen else RedirectResponse(request.url.path, 303)

    async def sign_out(self, request: Request) -> Response:
        """Sign out here; whoever is not signed in is as they wanted to be."""
        visitor = await self._visitors.admit(request, *Standing)
        if visitor.session:
            await self._sessions.end(visitor.session.account, visitor.session.key)
        return self._gone(request)

    async def ask_to_leave(self, request: Request) -> Response:
        """Whether somebody is sure that they want to end their account."""
        visitor, _ = await self._visitors.signed_in(request)
        return draw(visitor, "signing_in/leaving.html", left=False)

    async def leave(self, request: Request) -> Response:
        """End the account of whoever is sure: it is signed in nowhere then. No suspension ends like this."""
        visitor, here = await self._visitors.signed_in(request)
        try:
            await self._directory.accounts.leave(Person(WEB, account=here.account))
        except NotVerifiedError as refused:
            return draw(visitor, "signing_in/refused.html", 403, why=refused.reason)
        nobody = replace(visitor, who=PUBLIC, session=None)
        response = draw(nobody, "signing_in/leaving.html", left=True)
        self._visitors.cookies.drop(request, response)
        return response

    def _gone(self, request: Request) -> Response:
        response = RedirectResponse("/", 303)
        self._visitors.cookies.drop(request, response)
        return response


def _shown(visitor: Visitor, here: Session, one: Session) -> dict[str, object]:
    return {
        "key": one.key.hex(),
        "here": one.key == here.key,
        "by": one.by,
        "begun": say_moment(visitor.words, one.begun),
        "used": say_moment(visitor.words, one.used),
    }
